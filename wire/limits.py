"""How much either side takes from the other (docs/protocol.md, 2 and 3)."""

from __future__ import annotations

FRAME_BYTES = 64 * 1024
INFLATED_BYTES = 4 * 1024 * 1024
EVENTS = 20_000
BODY_BYTES = 32 * 1024  # of one event: a desk writes no larger one, so each event fits a frame
BODIES_BYTES = 16 * 1024 * 1024  # of a frame together: a long key, said once, would come back 20,000 times
REQUEST_BYTES = 1024 * 1024
ANSWER_BYTES = 64 * 1024
ITEMS_BYTES = 4 * 1024
THING_BYTES = 2 * 1024 * 1024  # of a published document as it travels
DOCUMENT_BYTES = 16 * 1024 * 1024  # of the same, inflated
PART_BYTES = 16 * 1024  # of a thing, an answer
