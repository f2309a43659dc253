"""The commune's own dated rows, laid over the calendar of the whole country."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from desk_app.domain.calendar import Calendar, day_in_words
from desk_app.domain.errors import OwnDayUnfounded


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnDay:
    """A day off, or a working day, that a decision set for this commune."""

    day: date
    working: bool
    reason: str  # as a citizen reads it: "nghỉ do bão số 12", "làm bù cho 27/11"
    decision: str  # its number: "CV 812/UBND-VP"


def with_own_days(calendar: Calendar, rows: Iterable[OwnDay]) -> Calendar:
    """Return the calendar with the rows laid over it; of two rows for one day the later in the list stands.

    Raises:
        OwnDayUnfounded: a row has no reason or no decision.
    """
    off, working = dict(calendar.days_off), dict(calendar.working_saturdays)
    for row in rows:
        if not (row.reason.strip() and row.decision.strip()):
            raise OwnDayUnfounded(day=day_in_words(row.day))
        for days in (off, working):
            days.pop(row.day, None)
        (working if row.working else off)[row.day] = f"{row.reason.strip()} ({row.decision.strip()})"
    return replace(calendar, days_off=off, working_saturdays=working)
