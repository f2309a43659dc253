"""Viet Nam time: the fixed offset +07:00, made here and nowhere else, and the names of its days."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from desk_app.domain.errors import ImpossibleDate
from desk_app.domain.words import Words

YEARS = range(1900, 3000)  # a calendar counts on from there; Python's ends at 9999
VIETNAM = timezone(timedelta(hours=7))
WEEKDAYS = (
    Words("Thứ Hai"),
    Words("Thứ Ba"),
    Words("Thứ Tư"),
    Words("Thứ Năm"),
    Words("Thứ Sáu"),
    Words("Thứ Bảy"),
    Words("Chủ Nhật"),
)


def moment(text: str) -> datetime:
    """Read an ISO 8601 time; without an offset it is Viet Nam time. Whole seconds.

    Raises:
        ImpossibleDate: it is no time, or none of a year that a term could be counted from.
    """
    try:
        read = datetime.fromisoformat(text)
    except ValueError as error:
        raise ImpossibleDate(text=text) from error
    if read.year not in YEARS:
        raise ImpossibleDate(text=text)
    if read.tzinfo is None:
        read = read.replace(tzinfo=VIETNAM)
    return read.astimezone(VIETNAM).replace(microsecond=0)


def iso(at: datetime) -> str:
    """Return `at` as the log writes it: 2026-11-23T08:15:00+07:00."""
    return at.astimezone(VIETNAM).replace(microsecond=0).isoformat()
