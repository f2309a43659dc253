"""Legal working days and the desk's opening hours: two things, kept apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import TypeAlias

from desk_app.domain.moment import WEEKDAYS

SATURDAY = 5

Hours: TypeAlias = tuple[tuple[time, time], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """The desk's hours on one day of the week, and the decision that set them."""

    hours: Hours
    decision: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Working days by law with the reason of every exception, and the hours in which the desk is open.

    `opening` (0 = Monday) overrides `hours` on a weekday; on a Saturday or Sunday it opens the desk without making
    the day a working day (QĐ 14/2010/QĐ-TTg). Days after `confirmed_until` are computed from weekends alone: a
    warning says so, nothing is blocked.
    """

    version: int
    days_off: Mapping[date, str]
    working_saturdays: Mapping[date, str]
    hours: Hours
    confirmed_until: date
    opening: Mapping[int, Opening] = field(default_factory=dict)

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

    def hours_on(self, day: date) -> Hours:
        """Return the hours of a working day; a made-up Saturday has those of any weekday."""
        own = self.opening.get(day.weekday()) if day.weekday() < SATURDAY else None
        return own.hours if own else self.hours

    def open_on(self, day: date) -> Hours:
        """Return when the desk receives citizens on `day`, empty when it is closed."""
        if self.is_working(day):
            return self.hours_on(day)
        own = self.opening.get(day.weekday())
        return own.hours if own and day not in self.days_off and day.weekday() >= SATURDAY else ()

    @property
    def closing(self) -> time:
        """Return the end of the desk's usual day."""
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
                hours=_hours(hours),
                confirmed_until=date.fromisoformat(until),
                opening=opening_from(data.get("opening", ())),
            )
    raise ValueError("not a calendar file")


def opening_from(rows: object) -> dict[int, Opening]:
    """Read rows like {"weekdays": ["Thứ Bảy"], "hours": [["07:30", "11:30"]], "decision": "QĐ …"}.

    Raises:
        KeyError, TypeError, ValueError: a row names no day of the week, or its hours are none.
    """
    if not isinstance(rows, Iterable):
        raise TypeError("opening is no list")
    opening: dict[int, Opening] = {}
    for row in rows:
        own = Opening(hours=_hours(row["hours"]), decision=str(row.get("decision", "")))
        opening |= {WEEKDAYS.index(name): own for name in row["weekdays"]}
    return opening


def _hours(pairs: Iterable[Iterable[str]]) -> Hours:
    hours = tuple((time.fromisoformat(a), time.fromisoformat(b)) for a, b in pairs)
    moments = [moment for pair in hours for moment in pair]
    # out of order, a term in hours would count some minutes twice
    if not hours or sorted(set(moments)) != moments:
        raise ValueError("hours do not follow each other")
    return hours


def day_in_words(day: date) -> str:
    """Return "Thứ Hai 23/11/2026"."""
    return f"{WEEKDAYS[day.weekday()]} {day:%d/%m/%Y}"
