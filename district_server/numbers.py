"""Whose number a case code is: agency, day, serial (docs/protocol.md, 6)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

AGENCY = r"[A-Z0-9]{1,12}(?:\.[A-Z0-9]{1,12}){0,6}"
_DESK = re.compile(rf"{AGENCY}/[1-9]", re.ASCII)
_CODE = re.compile(r"(?P<head>[0-9A-Z.\-/_]{1,60})[.\-/_](?P<serial>[0-9]{4,6})", re.ASCII)
_DAY = re.compile(r"(?<![0-9])[0-9]{6}(?![0-9])", re.ASCII)
_LONGEST_AGENCY = 35
_KEPT_BACK = 100  # the last of a desk's thousand: after a restore without a line


def is_desk(name: object) -> bool:
    """Return whether `name` can be a desk's: AGENCY/N."""
    return isinstance(name, str) and bool(_DESK.fullmatch(name)) and len(name) <= _LONGEST_AGENCY + 2


def agency_of(desk: str) -> str:
    """Return the agency of AGENCY/N."""
    return desk.rpartition("/")[0]


def granted(desk: str) -> tuple[int, int]:
    """Return the first and the last serial that a desk may give in a day: desk 1 has 5001 … 5899."""
    first = _first(desk)
    return first, first + 998 - _KEPT_BACK


def agency_named(code: str, desk: str, agencies: Sequence[str]) -> str | None:
    """Return the first of `agencies` that a case code names, when its serial is this desk's to give; else None.

    The serial stands last, a day before it; the rest is the desk's own pattern. Serials that are kept back
    for the time after a restore are the desk's too.
    """
    found = _CODE.fullmatch(code)
    if found is None or not any(_is_day(text) for text in _DAY.findall(found["head"])):
        return None
    first = _first(desk)
    if not first <= int(found["serial"]) <= first + 998:
        return None
    return next((agency for agency in agencies if _names(found["head"], agency)), None)


def _names(head: str, agency: str) -> bool:
    """Return whether an agency stands in a code by itself: H56.22 does not stand in H56.22.17, nor H56 in 22.H56."""
    ends = r"(?![0-9A-Z.])|(?=\.[0-9]{6}(?![0-9]))"
    return re.search(rf"(?<![0-9A-Z.]){re.escape(agency)}(?:{ends})", head) is not None


def _first(desk: str) -> int:
    return 1000 * (int(desk.rpartition("/")[2]) + 4) + 1


def _is_day(text: str) -> bool:
    try:
        datetime.strptime(text, "%y%m%d")  # noqa: DTZ007 - only whether there is such a day
    except ValueError:
        return False
    return True
