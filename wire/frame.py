"""A frame: consecutive events of one log in one zstd stream, readable alone (docs/protocol.md, 2)."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass

import zstandard

from wire.columns import decode_columns, encode_columns
from wire.errors import BadFrame, BrokenChain
from wire.event import Event, digest_of, hash_of
from wire.limits import EVENTS, FRAME_BYTES, INFLATED_BYTES

MAGIC = b"QF1\n"
_HEAD = struct.Struct(">4sQI32s32s")
LEVEL = 19


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameHead:
    """What a frame says before it is inflated: events `first` … `last`, the hashes around them."""

    first: int
    count: int
    before: bytes
    head: bytes

    @property
    def last(self) -> int:
        """Return the seq of the last event."""
        return self.first + self.count - 1


def encode(events: Sequence[Event]) -> bytes:
    """Return one frame of consecutive events of one log; at least one."""
    head = _HEAD.pack(MAGIC, events[0].seq, len(events), events[0].prev_hash, events[-1].hash)
    return head + zstandard.ZstdCompressor(level=LEVEL).compress(encode_columns(list(events)))


def pack(events: Sequence[Event], most_bytes: int) -> list[bytes]:
    """Return as many self-contained frames as it takes, none above `most_bytes` unless one event is."""
    frames, start = [], 0
    while start < len(events):
        take = min(len(events) - start, EVENTS)
        frame = encode(events[start : start + take])
        while len(frame) > most_bytes and take > 1:
            take = max(1, min(take - 1, int(take * most_bytes / len(frame) * 0.95)))
            frame = encode(events[start : start + take])
        frames.append(frame)
        start += take
    return frames


def read_head(frame: bytes) -> FrameHead:
    """Read the head alone: a known (last, head) needs no inflating.

    Raises:
        BadFrame: too short, too long, not a frame, or an impossible count.
    """
    if not _HEAD.size < len(frame) <= FRAME_BYTES:
        raise BadFrame("the size is none of a frame")
    magic, first, count, before, head = _HEAD.unpack_from(frame)
    if magic != MAGIC or not 0 < count <= EVENTS or not 0 < first < 2**62:
        raise BadFrame("the head is none of a frame")
    return FrameHead(first=first, count=count, before=before, head=head)


def decode(frame: bytes, log_key: bytes) -> list[Event]:
    """Return the events of a frame, with their digests and hashes made anew from the content.

    Raises:
        BadFrame: it cannot be read, or is larger than allowed.
        BrokenChain: the content does not lead to the hash that the head names.
    """
    head = read_head(frame)
    events, previous = [], head.before
    for seq, (kind, case_code, at, staff, body, emptied) in enumerate(_rows(frame), head.first):
        digest = emptied or digest_of(log_key, body)
        own = hash_of(previous, seq, kind, case_code, at, staff, digest)
        event = Event(
            seq=seq, kind=kind, case_code=case_code, at=at, staff=staff, body=body, body_digest=digest,
            prev_hash=previous, hash=own,
        )  # fmt: skip
        events.append(event)
        previous = own
    if len(events) != head.count or previous != head.head:
        raise BrokenChain("the content does not lead to the head")
    return events


def rows(frame: bytes) -> list[tuple[int, str, str | None, str, str, bytes]]:
    """Return (seq, kind, case_code, at, staff, body) of a frame without checking its chain, to look at."""
    first = read_head(frame).first
    return [(seq, *row[:5]) for seq, row in enumerate(_rows(frame), first)]


def _rows(frame: bytes) -> list[tuple[str, str | None, str, str, bytes, bytes]]:
    packed = frame[_HEAD.size :]
    try:
        # a stream that states its size inflates to it whatever max_output_size says: look first
        stated = zstandard.frame_content_size(packed)
        if not 0 < stated <= INFLATED_BYTES:
            raise BadFrame("the stated size is not allowed")
        text = zstandard.ZstdDecompressor().decompress(packed, max_output_size=INFLATED_BYTES)
    except zstandard.ZstdError as error:
        raise BadFrame("not a zstd stream") from error
    return list(decode_columns(text))
