"""Asking for and sending scans (docs/protocol.md, 9): names are SHA-256, parts go by offset."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wire.canonical import Json, canonical, read_body
from wire.errors import BadFrame, NotCanonical

PART_BYTES = (
    16 * 1024
)  # of a scan in one request: 2 s at 64 kbit/s, so that even short lives of a line bring some
SCAN_BYTES = 8 * 1024 * 1024
ASKED = 256  # scans in one question
QUESTION_BYTES = 24 * 1024
STATES = frozenset({"waiting", "whole", "unknown", "wrong", "full"})
_HEAD = struct.Struct(">32sQ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Bytes of the scan `sha256` from `offset` on."""

    sha256: bytes
    offset: int
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """How many bytes of a scan the superior has from its beginning, and what it makes of it; see STATES."""

    bytes: int
    state: str


def pack_asked(hashes: Sequence[bytes]) -> bytes:
    """Return the body of `POST /v1/scans/held`."""
    return canonical({"scans": [one.hex() for one in hashes]})


def unpack_asked(body: bytes) -> list[bytes]:
    """Read which scans a desk asks for.

    Raises:
        BadFrame: no question, or too many.
    """
    asked = _list(body, "scans")
    if not 0 < len(asked) <= ASKED:
        raise BadFrame("no scans are asked for, or too many")
    return [sha256_of(one) for one in asked]


def sha256_of(text: object) -> bytes:
    """Read 64 small hexadecimal digits.

    Raises:
        BadFrame.
    """
    if not isinstance(text, str) or len(text) != 64 or not set(text) <= set("0123456789abcdef"):
        raise BadFrame("not a SHA-256")
    return bytes.fromhex(text)


def pack_held(held: Sequence[Held]) -> bytes:
    """Return the reply to both: one [bytes, state] for each scan asked for, in order."""
    return canonical({"held": [[one.bytes, one.state] for one in held]})


def unpack_held(body: bytes, count: int) -> list[Held]:
    """Read the superior's word on `count` scans.

    Raises:
        BadFrame: another count, or words that are not known.
    """
    told = _list(body, "held")
    if len(told) != count:
        raise BadFrame("not one word for each scan")
    return [_held(one) for one in told]


def pack_part(part: Part) -> bytes:
    """Return the body of `POST /v1/scans/part`."""
    return _HEAD.pack(part.sha256, part.offset) + part.data


def unpack_part(body: bytes) -> Part:
    """Read a part.

    Raises:
        BadFrame: cut, empty, or more than a part or a scan may be.
    """
    data = body[_HEAD.size :]
    if not 0 < len(data) <= PART_BYTES:
        raise BadFrame("an empty part, or too large")
    sha256, offset = _HEAD.unpack_from(body)
    if offset + len(data) > SCAN_BYTES:
        raise BadFrame("beyond the largest scan")
    return Part(sha256=sha256, offset=offset, data=data)


def pack_carried(held: Mapping[bytes, Held]) -> bytes:
    """Return what an acknowledgement file says of the scans that came with its parcel, by name."""
    return canonical({"scans": [[sha256.hex(), one.bytes, one.state] for sha256, one in held.items()]})


def unpack_carried(body: bytes) -> dict[bytes, Held]:
    """Read what the superior has of each scan that a parcel brought.

    Raises:
        BadFrame: not such words, or on too many.
    """
    told = _list(body, "scans")
    if len(told) > ASKED:
        raise BadFrame("words on too many scans")
    found = {}
    for one in told:
        match one:
            case [sha256, held, state]:
                found[sha256_of(sha256)] = _held([held, state])
            case _:
                raise BadFrame("no word on a scan")
    return found


PART_BODY_BYTES = _HEAD.size + PART_BYTES


def _held(told: Json) -> Held:
    match told:
        case [int(held), str(state)] if type(held) is int and 0 <= held <= SCAN_BYTES and state in STATES:
            return Held(bytes=held, state=state)
    raise BadFrame("no word on a scan")


def _list(body: bytes, name: str) -> list[Json]:
    try:
        found = read_body(body).get(name)
    except NotCanonical as error:
        raise BadFrame("not canonical") from error
    if not isinstance(found, list):
        raise BadFrame(f"{name} is no list")
    return found
