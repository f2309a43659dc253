"""Whose number a case code is: agency, day, serial (docs/protocol.md, 6)."""

from __future__ import annotations

import re
from datetime import datetime

AGENCY = r"[A-Z0-9]{1,12}(?:\.[A-Z0-9]{1,12}){0,6}"
_DESK = re.compile(rf"{AGENCY}/[1-9]", re.ASCII)
_CODE = re.compile(rf"(?P<agency>{AGENCY})-(?P<day>[0-9]{{6}})-(?P<serial>[0-9]{{4,7}})", re.ASCII)
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


def agency_named(code: str, desk: str) -> str | None:
    """Return the agency in a case code whose serial is this desk's to give, those kept back included; else None."""
    found = _CODE.fullmatch(code)
    if found is None or not _is_day(found["day"]):
        return None
    first = _first(desk)
    return found["agency"] if first <= int(found["serial"]) <= first + 998 else None


def _first(desk: str) -> int:
    return 1000 * (int(desk.rpartition("/")[2]) + 4) + 1


def _is_day(text: str) -> bool:
    try:
        datetime.strptime(text, "%y%m%d")  # noqa: DTZ007 - only whether there is such a day
    except ValueError:
        return False
    return True
