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
HEAD_BYTES = 16 * 1024  # of a request's head: FRAMES digests of 46 characters, and its numbers
FRAMES = 256  # of one request
LABEL_BYTES = 2 * 1024  # what stands in the clear on a parcel
PARCEL_PART_BYTES = FRAME_BYTES + 1  # of a parcel, before it is sealed: its kind and a frame
PARTS = 65_536
PARCEL_BYTES = 256 * 1024 * 1024  # a desk's whole year is 2 MB; the rest is room for scans
THING_BYTES = 2 * 1024 * 1024  # of a published document as it travels
DOCUMENT_BYTES = 16 * 1024 * 1024  # of the same, inflated
PART_BYTES = 16 * 1024  # of a thing, an answer
