"""What the superior holds of one day of a desk, for the reconciliation sheet (docs/protocol.md, 10)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import zstandard

from wire.canonical import Json, canonical, read_body
from wire.errors import BadThing, NotCanonical

MOST_CASES = 2000  # a desk has 899 serials a day; some of its cases are of days before
_INFLATED = 256 * 1024
RECEIVED, COMPLETED, HANDED_OVER, REFUSED = "r", "c", "h", "x"
MARKS = RECEIVED + COMPLETED + HANDED_OVER + REFUSED  # in this order


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """A case of that day: its code and procedure, and what of it fell on the day, as letters of MARKS."""

    code: str
    procedure: str
    marks: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """Up to where the superior holds the log, and the cases that something happened to on `day` (YYYY-MM-DD)."""

    day: str
    seq: int
    hash: bytes
    cases: tuple[Holding, ...]


def pack_holdings(held: Holdings) -> bytes:
    """Return the bytes of an answer."""
    body: dict[str, Json] = {
        "cases": [[one.code, one.procedure, one.marks] for one in held.cases],
        "day": held.day,
        "hash": held.hash.hex(),
        "seq": held.seq,
    }
    return zstandard.ZstdCompressor(level=10).compress(canonical(body))


def unpack_holdings(data: bytes) -> Holdings:
    """Read an answer.

    Raises:
        BadThing: it is none.
    """
    try:
        if not 0 <= zstandard.frame_content_size(data) <= _INFLATED:
            raise BadThing("it states no size, or too large a one")
        body = read_body(zstandard.ZstdDecompressor().decompress(data, max_output_size=_INFLATED))
        match body:
            case {"cases": list(cases), "day": str(day), "hash": str(head), "seq": int(seq)}:
                return Holdings(day=day, seq=seq, hash=bytes.fromhex(head), cases=tuple(_holdings(cases)))
    except (zstandard.ZstdError, NotCanonical, ValueError) as error:
        raise BadThing("no holdings") from error
    raise BadThing("holdings lack something")


def _holdings(cases: list[Json]) -> Iterable[Holding]:
    if len(cases) > MOST_CASES:
        raise BadThing("too many cases")
    for case in cases:
        match case:
            case [str(code), str(procedure), str(marks)] if set(marks) <= set(MARKS):
                yield Holding(code=code, procedure=procedure, marks=marks)
            case _:
                raise BadThing("a case that is none")
