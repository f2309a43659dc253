"""Birth dates as people know them: a day, a month and year, or only a year."""

from __future__ import annotations

import re
from datetime import date

from desk_app.domain.errors import DateToCome, ImpossibleDate, UnclearYear
from desk_app.domain.personal_id import is_personal_id, year_and_sex

_WRITTEN = re.compile(r"(?:(?:(?P<d>\d{1,2})[/.\- ])?(?P<m>\d{1,2})[/.\- ])?(?P<y>\d{4})")
_SHORT = re.compile(r"(?P<d>\d{1,2})[/.\- ](?P<m>\d{1,2})[/.\- ](?P<y>\d{2})")
_RUN = re.compile(r"(?P<d>\d{2})(?P<m>\d{2})(?P<y>\d{4})")


def read_birth_date(text: str, *, personal_id: str = "", today: date | None = None) -> str:
    """Read 14/02/1990, 02/1990, 1990, 14021990 or 14/2/90 into 1990-02-14, 1990-02 or 1990; empty stays empty.

    Two digits of a year are completed from the personal id, and from nothing else.

    Raises:
        ImpossibleDate: there is no such day.
        UnclearYear: two digits, and no id that ends so.
        DateToCome: it is after `today`.
    """
    text = text.strip()
    if not text:
        return ""
    found = _RUN.fullmatch(text) or _WRITTEN.fullmatch(text) or _SHORT.fullmatch(text)
    if found is None or not text.isascii():
        raise ImpossibleDate(text=text)
    year, month, day = int(found["y"]), int(found["m"] or 1), int(found["d"] or 1)
    if len(found["y"]) == 2:
        year = _completed(year, personal_id, text)
    try:
        read = date(year, month, day)
    except ValueError as error:
        raise ImpossibleDate(text=text) from error
    if year < 1850:
        raise ImpossibleDate(text=text)
    if today is not None and read > today:
        raise DateToCome(text=text)
    return read.isoformat()[: 10 if found["d"] else 7 if found["m"] else 4]


def show_birth_date(born: str) -> str:
    """Return 1990-02-14 as 14/02/1990, 1990-02 as 02/1990."""
    return "/".join(reversed(born.split("-"))) if born else ""


def _completed(year: int, personal_id: str, text: str) -> int:
    told = year_and_sex(personal_id)[0] if is_personal_id(personal_id) else 0
    if told % 100 != year or not told:
        raise UnclearYear(text=text)
    return told
