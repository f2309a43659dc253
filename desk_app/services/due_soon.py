"""F5: what cannot wait, and the apologies that must go out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desk_app.domain.case import Case
from desk_app.domain.case_clock import Urgency, forward_by, urgency
from desk_app.domain.due_list import OWED, DueCase, DueList, due_list
from desk_app.domain.errors import UnknownProcedure
from desk_app.domain.list_ports import ListStore
from desk_app.domain.ports import Catalogue, Clock
from desk_app.domain.procedure import settled_by_one
from desk_app.domain.slip import SlipKind
from desk_app.services.print_slip import Press, print_slip
from desk_app.services.receive_case import Rules

MOST = 500  # a list that nobody can work off; the register has them all


@dataclass(frozen=True, slots=True, kw_only=True)
class Apologies:
    """What a bulk print came to: codes printed, and cases due tomorrow that have no new date yet."""

    printed: tuple[str, ...]
    without: tuple[DueCase, ...]


def due_soon(*, rules: Rules, store: ListStore, clock: Clock) -> DueList:
    """Return the groups as of now, those that are owed first of all; at most MOST cases not sent on beside the rest."""
    now, calendar = clock.now(), rules.calendar
    with store.reading() as reading:
        due = reading.codes_due(calendar.next_working(now.date()), MOST)
        settled = [code for code in reading.procedures_unsent() if _settled_here(code, rules.catalogue)]
        unsent = reading.codes_unsent(settled, MOST)

        def send_by(case: Case) -> datetime | None:
            since = case.unsent_since
            if since is None or case.intake.procedure_code in settled:
                return None
            return forward_by(since, rules.rules_of(case), calendar).due_at

        cases = [reading.case(code) for code in dict.fromkeys([*due, *unsent])]
        return due_list(cases, now, calendar, send_by)


def _settled_here(code: str, catalogue: Catalogue) -> bool:
    """Return whether whoever receives settles it too, by the commune's own process: nothing is sent on (Đ.17.5)."""
    try:
        return settled_by_one(catalogue.get(code))
    except UnknownProcedure:
        return False


def count_overdue(*, store: ListStore, clock: Clock) -> int:
    """Return how many cases are late now, the commune's own part of some among them: the red number in the bar."""
    with store.reading() as reading:
        return reading.count_overdue(clock.now())


def print_apologies(*, rules: Rules, staff: str, press: Press, store: ListStore, clock: Clock) -> Apologies:
    """Print each apology (Mẫu 04) never printed and still true; tell who is due tomorrow and needs one.

    Each is drawn, sent and recorded by itself: a printer that stops half-way leaves the rest to be printed.

    Raises:
        NoPrinter, PrintFailed: those before it are printed and recorded.
    """
    with store.reading() as reading:
        codes = [code for code in reading.apologies_to_print() if _still_promised(reading.case(code))]
    for code in codes:
        print_slip(code, SlipKind.EXTENSION, staff=staff, press=press, store=store, clock=clock)
    due = due_soon(rules=rules, store=store, clock=clock)
    owed = [case for group in OWED for case in due.groups[group] if not case.extended]
    without = tuple(case for case in owed if _promised_tomorrow(case, due.at, rules))
    return Apologies(printed=tuple(codes), without=without)


def _still_promised(case: Case) -> bool:
    """Return whether the new date that an apology gives is the one in force: no withdrawal, no supplement since."""
    told = case.extension
    return told is not None and case.open_due_at == told.new_due


def _promised_tomorrow(case: DueCase, now: datetime, rules: Rules) -> bool:
    """Return whether the citizen's date is the next, in whatever group the commune's own part has put the case."""
    due_at, calendar = case.promised_at, rules.calendar
    why = urgency(waiting=False, result_ready=False, due_at=due_at, now=now, calendar=calendar)
    return why is Urgency.DUE_TOMORROW
