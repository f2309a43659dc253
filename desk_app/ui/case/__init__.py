"""One case and what was done with it."""

from __future__ import annotations
