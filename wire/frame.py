"""A frame: consecutive events of one log in one zstd stream, readable alone (docs/protocol.md, 2)."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import zstandard

from wire.columns import decode_columns, encode_columns
from wire.errors import BadFrame, BrokenChain
from wire.event import Event, digest_of, hash_of
from wire.limits import BODIES_BYTES, BODY_BYTES, EVENTS, FRAME_BYTES, INFLATED_BYTES

MAGIC = b"QF2\n"
_HEAD = struct.Struct(">4sQI32s32s")
LEVEL = 19
WORDS_FILE = Path(__file__).with_name("frame.dict")
WORDS_NUMBER = 26112501


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
    return _frame(events, encode_columns(list(events)))


def pack(events: Sequence[Event], most_bytes: int) -> list[bytes]:
    """Return as many self-contained frames as it takes, none above `most_bytes` unless one event is.

    Raises:
        BadFrame: an event alone is larger than a frame may be; the text names its seq.
    """
    frames, start, likely = [], 0, max(1, most_bytes // 10)
    while start < len(events):
        rest = events[start : start + EVENTS]
        part = rest[:likely]
        frame, excess = _measured(part, most_bytes)
        if excess < 0.85 and len(part) < len(rest):  # it would be a small frame for no reason
            part = rest[: max(len(part) + 1, int(len(part) / excess * 0.98))]
            frame, excess = _measured(part, most_bytes)
        while excess > 1 and len(part) > 1:
            part = part[: max(1, min(len(part) - 1, int(len(part) / excess * 0.98)))]
            frame, excess = _measured(part, most_bytes)
        if len(frame) > FRAME_BYTES:
            raise BadFrame(f"event {part[0].seq} alone is larger than a frame")
        frames.append(frame)
        start += len(part)
        likely = max(1, int(len(part) / excess * 0.99))  # the next are much like these
    return frames


def _measured(events: Sequence[Event], most_bytes: int) -> tuple[bytes, float]:
    """Return the frame and how many times over its tightest limit it is; many like events pack small."""
    columns = encode_columns(list(events))
    bodies = sum(
        len(event.body) + _words_bytes(event.kind, event.case_code, event.at, event.staff) for event in events
    )
    frame = _frame(events, columns)
    return frame, max(len(frame) / most_bytes, len(columns) / INFLATED_BYTES, bodies / BODIES_BYTES)


def _frame(events: Sequence[Event], columns: bytes) -> bytes:
    head = _HEAD.pack(MAGIC, events[0].seq, len(events), events[0].prev_hash, events[-1].hash)
    return head + zstandard.ZstdCompressor(level=LEVEL, dict_data=_words()).compress(columns)


@cache
def _words() -> zstandard.ZstdCompressionDict:
    """Return what a frame knows before it begins: the columns' names, common words; 32 KB that both sides have."""
    words = zstandard.ZstdCompressionDict(WORDS_FILE.read_bytes())
    words.precompute_compress(level=LEVEL)
    return words


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
        number = zstandard.get_frame_parameters(packed).dict_id
        if number not in {0, WORDS_NUMBER}:
            raise BadFrame("packed with words that we do not have")
        words = _words() if number else None  # one packed without would be unpacked to something else
        unpacking = zstandard.ZstdDecompressor(dict_data=words) if words else zstandard.ZstdDecompressor()
        text = unpacking.decompress(packed, max_output_size=INFLATED_BYTES)
    except zstandard.ZstdError as error:
        raise BadFrame("not a zstd stream") from error
    found, bodies = list[tuple[str, str | None, str, str, bytes, bytes]](), 0
    for row in decode_columns(text):
        if len(found) == EVENTS:
            raise BadFrame("more events than allowed")
        bodies += len(row[4]) + _words_bytes(*row[:4])
        if len(row[4]) > BODY_BYTES or bodies > BODIES_BYTES:
            raise BadFrame("the bodies are larger than allowed")
        found.append(row)
    return found


def _words_bytes(kind: str, case_code: str | None, at: str, staff: str) -> int:
    """Count what stands beside a body: a long word, said once, would be hashed with each event."""
    return len(kind) + len(case_code or "") + len(at) + len(staff)
