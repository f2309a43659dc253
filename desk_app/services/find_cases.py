"""Look cases up, for the lists."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from desk_app.domain.case import CaseRow, State
from desk_app.domain.ports import Clock, Store


class Due(StrEnum):
    """Which cases by their due date."""

    ALL = "all"
    TODAY = "today"  # due today or earlier and still open
    OVERDUE = "overdue"


def find_cases(
    words: str, state: State | None, due: Due, *, store: Store, clock: Clock, limit: int = 200
) -> list[CaseRow]:
    """Return cases, newest first; see `ports.Reading.find_cases` for `words`.

    Only what is still being processed can be due: a case whose result has come waits for the citizen.
    """
    if due is not Due.ALL:
        if state not in {None, State.PROCESSING}:
            return []
        state = State.PROCESSING
    with store.reading() as reading:
        return reading.find_cases(words, state=state, due_until=_until(due, clock.now().date()), limit=limit)


def _until(due: Due, today: date) -> date | None:
    match due:
        case Due.ALL:
            return None
        case Due.TODAY:
            return today
        case Due.OVERDUE:
            return today - timedelta(days=1)
