"""Day and hour as they stand on a paper that was filled in by hand."""

from __future__ import annotations

import re
from datetime import date, datetime

from desk_app.domain.moment import VIETNAM

_DAY = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})", re.ASCII)
_HOUR = re.compile(r"(\d{1,2})(?:\s*(?::|h|g|giờ|\.)\s*(\d{1,2})?\s*(?:p|phút)?)?", re.ASCII)


def read_day(text: str) -> date | None:
    """Return "23/11/2026" or "23.11.2026" as a day; None when it is none."""
    found = _DAY.fullmatch(text.strip())
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None


def read_moment(day: str, hour: str) -> datetime | None:
    """Return a day and "9:30", "9h30", "9 giờ 30" or "9" as Viet Nam time; None when either is none."""
    on, found = read_day(day), _HOUR.fullmatch(hour.strip().lower())
    if on is None or found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
        return None
    return datetime(on.year, on.month, on.day, int(found[1]), int(found[2] or 0), tzinfo=VIETNAM)
