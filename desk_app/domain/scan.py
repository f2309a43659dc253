"""Scans of a case's papers: what is captured, what the log says of it, and where its bytes are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

SOURCE_BYTES = 64 * 1024 * 1024  # of a file that is to be attached
SCAN_BYTES = 8 * 1024 * 1024  # of a scan as it is kept and sent: 17 minutes at 64 kbit/s
SCAN_PAGES = 60
KEEP_DAYS = 30  # on this PC after the superior holds it, unless set otherwise
KEEP_DAYS_SETTING = "scan_keep_days"


class ScanMode(StrEnum):
    """How a page is made small: by its content, or as the clerk says."""

    BY_CONTENT = "by_content"
    MONO = "mono"
    COLOUR = "colour"


class ScanPlace(StrEnum):
    """Where the bytes of a scan are."""

    HERE = "here"  # and not yet known to be at the superior
    BOTH = "both"  # the superior holds them; they are still on this PC
    SUPERIOR = "superior"  # their time on this PC is over
    REFUSED = "refused"  # the superior does not take them; they stay here
    LOST = "lost"  # the log names it, and this PC does not have it


@dataclass(frozen=True, slots=True, kw_only=True)
class Captured:
    """One file as it will be kept: a PDF of `pages` pages, of which `colour` are not black and white."""

    pdf: bytes
    pages: int
    colour: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """One attached scan; `sha256` of its bytes names it, `component` is the paper it shows."""

    seq: int  # of the event that attached it
    sha256: bytes
    size: int  # bytes
    pages: int
    component: str
    at: datetime
    by: str
    place: ScanPlace = ScanPlace.HERE
    sent: int = 0  # bytes that the superior has of it


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingScan:
    """A scan whose event the superior has and whose bytes it does not."""

    sha256: bytes
    size: int
    sent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanCount:
    """What waits for the line or a USB stick."""

    waiting: int
    waiting_bytes: int  # still to be sent
    refused: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanProgress:
    """How far the sending of scans is, in bytes of scans.

    `tries` = how often the line failed since something last got through.
    """

    sent: int
    total: int
    tries: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldScan:
    """The superior's word on one scan: `bytes` it has from the beginning, and what it makes of it."""

    bytes: int
    state: HeldState


class HeldState(StrEnum):
    """As the protocol says it; see docs/protocol.md 8."""

    WAITING = "waiting"  # send on from `bytes`
    WHOLE = "whole"
    UNKNOWN = "unknown"  # no event names it
    WRONG = "wrong"  # all bytes came and are not those of the name: it begins anew
    FULL = "full"  # no room for this desk
