"""Open minutes and working days, counted and spent: the arithmetic under every due date.

Only legal working days count; a Saturday on which the desk merely opens gives neither minutes nor days.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from desk_app.domain.calendar import Calendar
from desk_app.domain.moment import VIETNAM


def open_stretches(since: datetime, calendar: Calendar) -> Iterator[tuple[datetime, datetime]]:
    """Yield the stretches of working time from `since` on, without end."""
    day = since.date()
    while True:
        for opens, closes in calendar.hours_on(day) if calendar.is_working(day) else ():
            start = max(since, datetime.combine(day, opens, VIETNAM))
            end = datetime.combine(day, closes, VIETNAM)
            if start < end:
                yield start, end
        day += timedelta(days=1)


def open_between(start: datetime, end: datetime, calendar: Calendar) -> timedelta:
    """Return the working time between two moments, nothing when `end` is the earlier."""
    total = timedelta()
    for opens, closes in open_stretches(start, calendar):
        if opens >= end:
            break
        total += min(closes, end) - opens
    return total


def after_open(start: datetime, span: timedelta, calendar: Calendar) -> datetime:
    """Return the first moment at which `span` of working time has gone by since `start`."""
    if not span and _within(start, calendar):
        return start
    for opens, closes in open_stretches(start, calendar):
        if closes - opens >= span:
            return opens + span
        span -= closes - opens
    raise AssertionError("open hours never end")


def working_days_between(start: date, end: date, calendar: Calendar) -> int:
    """Count the working days after `start` up to and with `end`."""
    days = (start + timedelta(days=n) for n in range(1, (end - start).days + 1))
    return sum(calendar.is_working(day) for day in days)


def after_working_days(day: date, count: int, calendar: Calendar) -> date:
    """Return the day that is `count` working days after `day`, which itself is not counted."""
    for _ in range(count):
        day = calendar.next_working(day)
    return day


def opening_of(day: date, calendar: Calendar) -> datetime:
    """Return when work starts on a working day."""
    return datetime.combine(day, calendar.hours_on(day)[0][0], VIETNAM)


def closing_of(day: date, calendar: Calendar) -> datetime:
    """Return when work ends on a working day."""
    return datetime.combine(day, calendar.hours_on(day)[-1][1], VIETNAM)


def _within(at: datetime, calendar: Calendar) -> bool:
    """Return whether it is working time, its last moment included: nothing left at 11:30 is due at 11:30."""
    hours = calendar.hours_on(at.date()) if calendar.is_working(at.date()) else ()
    return any(opens <= at.time() <= closes for opens, closes in hours)
