"""A day or a month as a clerk types it."""

from __future__ import annotations

import re
from datetime import date

_DAY = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})|(\d{2})(\d{2})(\d{4})")
_MONTH = re.compile(r"(\d{1,2})[/.\- ](\d{4})|(\d{2})(\d{4})")


def read_day(text: str) -> date | None:
    """Read 23/11/2026, 23.11.2026 or 23112026; None when it is no day."""
    return _date(_DAY.fullmatch(text.strip()), month=False)


def read_month(text: str) -> date | None:
    """Read 11/2026 or 112026 as the first of that month, a whole day as it is; None when it is neither."""
    return _date(_MONTH.fullmatch(text.strip()), month=True) or read_day(text)


def _date(found: re.Match[str] | None, *, month: bool) -> date | None:
    if found is None:
        return None
    numbers = [int(part) for part in found.groups() if part]
    day, month_, year = [1, *numbers] if month else numbers
    try:
        return date(year, month_, day)
    except ValueError:
        return None
