"""The end of a day: see it, count the drawer, close the book, and what the next morning is told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from desk_app.domain.day_end import Closing, DayCash, DayLeft, DayView, cash_of, closing_body, closing_of
from desk_app.domain.day_ports import DayReading, DayStore
from desk_app.domain.errors import DayAlreadyClosed, DayNotBegun
from desk_app.domain.fee import FeeKind
from desk_app.domain.happening import Happening, Kind
from desk_app.domain.ports import Clock
from desk_app.services.lists import collected_in
from desk_app.services.store_copy import PLACE_SETTING

COUNTED_SETTING = "cash_counted"  # "2026-11-23 412000": typed, not yet closed; it outlives a lock and a crash
OLD_COPY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Morning:
    """What is different since the last closing. `copy_days` = age of the newest copy, None = there is none."""

    last: Closing | None
    unclosed: date | None
    acknowledged: int = 0  # cases, since the closing
    pending: int = 0  # of those that waited at the closing
    returned: int = 0  # cases that the superior returned since
    difference: int = 0  # of the drawer at the closing, đồng
    copy_days: int | None = None

    @property
    def quiet(self) -> bool:
        """Return whether nothing asks for attention."""
        return not (self.unclosed or self.pending or self.returned or self.difference) and self.copy_days in {
            0,
            1,
        }


def day_view(day: date, *, store: DayStore, clock: Clock) -> DayView:
    """Return all that the end of a day shows; one reading, so that its numbers agree."""
    with store.reading() as reading:
        return _view(reading, day, clock.now())


def count_cash(day: date, amount: int | None, *, store: DayStore) -> None:
    """Keep what was counted in the drawer, đồng; None takes it back."""
    with store.transaction() as books:
        books.set_setting(COUNTED_SETTING, "" if amount is None else f"{day.isoformat()} {amount}")


def close_day(day: date, *, staff: str, store: DayStore, clock: Clock) -> Closing:
    """Append that a day is closed, with its totals, its cash and the head of the log; repeated as an addition.

    Raises:
        DayAlreadyClosed: it is closed and nothing came since.
        DayNotBegun: the day lies ahead.
    """
    now = clock.now()
    if day > now.date():
        raise DayNotBegun(day=f"{day:%d/%m/%Y}")
    with store.transaction() as books:
        view = _view(books, day, now)
        last = view.closings[-1] if view.closings else None
        if last is not None and not view.changed and last.counted == view.cash.counted:
            raise DayAlreadyClosed(day=f"{day:%d/%m/%Y}", time=f"{last.at:%H:%M %d/%m}")
        body = closing_body(view, len(view.closings) + 1, books.head(), books.sync_state().acknowledged_seq)
        seq = books.append(Happening(kind=Kind.DAY_CLOSED, at=now, staff=staff, body=body))
        names = {member.login: member.name for member in books.staff()}
    return closing_of(seq, now, names.get(staff, staff), body)


def morning(*, store: DayStore, clock: Clock) -> Morning:
    """Return what is different since the last closing."""
    now = clock.now()
    with store.reading() as reading:
        last, state, copy = reading.last_closing(), reading.sync_state(), reading.last_copy()
        unclosed = _unclosed(reading, now.date())
        acknowledged = waiting = 0
        if last is not None:
            reached = min(max(state.acknowledged_seq, last.acknowledged), last.head_seq)
            acknowledged = reading.acknowledged_between(last.acknowledged, reached)
            waiting = reading.acknowledged_between(reached, last.head_seq)
    return Morning(
        last=last,
        unclosed=unclosed,
        acknowledged=acknowledged,
        pending=waiting,
        returned=max(0, state.refused_cases - (last.returned if last else 0)),
        difference=(last.difference or 0) if last else 0,
        copy_days=(now.date() - copy.at.date()).days if copy else None,
    )


def _view(reading: DayReading, day: date, now: datetime) -> DayView:
    state, closings = reading.sync_state(), tuple(reading.closings(day))
    place = reading.setting(PLACE_SETTING)
    return DayView(
        day=day,
        totals=reading.day_totals(day, now),
        cash=_cash(reading, day, closings),
        left=DayLeft(
            not_printed=tuple(reading.papers_not_printed()),
            drafts=tuple(reading.drafts_left()),
            pending=state.pending_cases,
            returned=state.refused_cases,
        ),
        closings=closings,
        changed=not closings or reading.changed_since(closings[-1]),
        copy=reading.last_copy(),
        place=Path(place) if place else None,
        enrolled=state.enrolled,
        unclosed=_unclosed(reading, day),
    )


def _cash(reading: DayReading, day: date, closings: tuple[Closing, ...]) -> DayCash:
    typed_day, _, amount = reading.setting(COUNTED_SETTING).partition(" ")
    counted = int(amount) if typed_day == day.isoformat() else closings[-1].counted if closings else None
    return cash_of(collected_in(reading, day, _no_name), counted)


def _no_name(_procedure: str, _day: date) -> tuple[str, FeeKind]:
    return "", FeeKind.FEE  # sums by way and biên lai need no names


def _unclosed(reading: DayReading, before: date) -> date | None:
    day = reading.last_work_day(before)
    return day if day is not None and not reading.closings(day) else None
