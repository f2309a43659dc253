"""F5: what cannot wait, and the apologies that must go out."""

from __future__ import annotations

from dataclasses import dataclass

from desk_app.domain.calendar import Calendar
from desk_app.domain.case_clock import Urgency
from desk_app.domain.due_list import DueCase, DueList, due_list
from desk_app.domain.list_ports import ListStore
from desk_app.domain.ports import Clock
from desk_app.domain.slip import SlipKind
from desk_app.services.print_slip import Press, print_slip

MOST = 500  # a list that nobody can work off; the register has them all


@dataclass(frozen=True, slots=True, kw_only=True)
class Apologies:
    """What a bulk print came to: codes printed, and cases due tomorrow that have no new date yet."""

    printed: tuple[str, ...]
    without: tuple[DueCase, ...]


def due_soon(*, calendar: Calendar, store: ListStore, clock: Clock) -> DueList:
    """Return the groups as of now, those that are owed first of all."""
    now = clock.now()
    with store.reading() as reading:
        codes = reading.codes_due(calendar.next_working(now.date()), MOST)
        return due_list([reading.case(code) for code in codes], now, calendar)


def count_overdue(*, store: ListStore, clock: Clock) -> int:
    """Return how many cases are late now: the red number in the bar."""
    with store.reading() as reading:
        return reading.count_overdue(clock.now())


def print_apologies(
    *, calendar: Calendar, staff: str, press: Press, store: ListStore, clock: Clock
) -> Apologies:
    """Print every apology (Mẫu 04) that was given and never printed; tell who is due tomorrow and needs one.

    Each is drawn, sent and recorded by itself: a printer that stops half-way leaves the rest to be printed.

    Raises:
        NoPrinter, PrintFailed: those before it are printed and recorded.
    """
    with store.reading() as reading:
        codes = reading.apologies_to_print()
    for code in codes:
        print_slip(code, SlipKind.EXTENSION, staff=staff, press=press, store=store, clock=clock)
    tomorrow = due_soon(calendar=calendar, store=store, clock=clock).groups[Urgency.DUE_TOMORROW]
    return Apologies(printed=tuple(codes), without=tuple(case for case in tomorrow if not case.extended))
