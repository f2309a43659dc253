"""Birth dates as people know them: a day, a month and year, or only a year."""

from __future__ import annotations

import re
from datetime import date

from desk_app.domain.errors import ImpossibleDate

_WRITTEN = re.compile(r"(?:(?:(?P<d>\d{1,2})[/.\- ])?(?P<m>\d{1,2})[/.\- ])?(?P<y>\d{4})")
_RUN = re.compile(r"(?P<d>\d{2})(?P<m>\d{2})(?P<y>\d{4})")


def read_birth_date(text: str) -> str:
    """Read 14/02/1990, 02/1990, 1990 or 14021990 into 1990-02-14, 1990-02 or 1990; empty stays empty.

    Raises:
        ImpossibleDate: there is no such day.
    """
    text = text.strip()
    if not text:
        return ""
    found = _RUN.fullmatch(text) or _WRITTEN.fullmatch(text)
    if found is None:
        raise ImpossibleDate(text=text)
    year, month, day = int(found["y"]), int(found["m"] or 1), int(found["d"] or 1)
    try:
        read = date(year, month, day)
    except ValueError as error:
        raise ImpossibleDate(text=text) from error
    if year < 1850:
        raise ImpossibleDate(text=text)
    return read.isoformat()[: 10 if found["d"] else 7 if found["m"] else 4]


def show_birth_date(born: str) -> str:
    """Return 1990-02-14 as 14/02/1990, 1990-02 as 02/1990."""
    return "/".join(reversed(born.split("-"))) if born else ""
