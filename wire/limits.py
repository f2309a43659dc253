"""How much either side takes from the other (docs/protocol.md, 2 and 3)."""

from __future__ import annotations

FRAME_BYTES = 64 * 1024
INFLATED_BYTES = 4 * 1024 * 1024
EVENTS = 20_000
REQUEST_BYTES = 1024 * 1024
ANSWER_BYTES = 64 * 1024
ITEMS_BYTES = 4 * 1024
