"""Legal working days and the desk's opening hours: two things, kept apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta

from desk_app.domain.moment import WEEKDAYS

SATURDAY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Working days by law with the reason of every exception, and the hours in which the desk is open.

    Days after `confirmed_until` are computed from weekends alone: a warning says so, nothing is blocked.
    """

    version: int
    days_off: Mapping[date, str]
    working_saturdays: Mapping[date, str]
    hours: tuple[tuple[time, time], ...]
    confirmed_until: date

    def is_working(self, day: date) -> bool:
        """Return whether `day` counts towards a term in working days."""
        return day in self.working_saturdays or (day.weekday() < SATURDAY and day not in self.days_off)

    def why_off(self, day: date) -> str:
        """Return why `day` does not count, in words for the citizen."""
        return self.days_off.get(day) or "nghỉ cuối tuần"

    def next_working(self, day: date) -> date:
        """Return the first working day after `day`."""
        day += timedelta(days=1)
        while not self.is_working(day):
            day += timedelta(days=1)
        return day

    @property
    def closing(self) -> time:
        """Return the end of the desk's day."""
        return self.hours[-1][1]


def working_days_in(calendar: Calendar, year: int, month: int) -> int:
    """Count the working days of a month."""
    day, count = date(year, month, 1), 0
    while day.month == month:
        count += calendar.is_working(day)
        day += timedelta(days=1)
    return count


def calendar_from(data: Mapping[str, object]) -> Calendar:
    """Read a calendar file's JSON (resources/calendar/).

    Raises:
        KeyError, TypeError, ValueError: the file is not a calendar.
    """
    match data:
        case {
            "version": int(version),
            "days_off": dict(days_off),
            "working_saturdays": dict(saturdays),
            "hours": list(hours),
            "confirmed_until": str(until),
        }:
            return Calendar(
                version=version,
                days_off={date.fromisoformat(day): str(why) for day, why in days_off.items()},
                working_saturdays={date.fromisoformat(day): str(why) for day, why in saturdays.items()},
                hours=tuple((time.fromisoformat(a), time.fromisoformat(b)) for a, b in hours),
                confirmed_until=date.fromisoformat(until),
            )
    raise ValueError("not a calendar file")


def day_in_words(day: date) -> str:
    """Return "Thứ Hai 23/11/2026"."""
    return f"{WEEKDAYS[day.weekday()]} {day:%d/%m/%Y}"
