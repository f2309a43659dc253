"""What the desk did on a day beside what the superior holds of it: for F7, and as a sheet to sign."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from desk_app.domain.errors import CounterFellBack, LineError, NotEnrolled
from desk_app.domain.news_ports import Above, HeldDay, NewsStore
from desk_app.domain.ports import Clock
from desk_app.domain.reconciliation import (
    KINDS,
    Counts,
    DayCase,
    Reconciliation,
    counts_of,
    differences_of,
    lines_of,
)
from desk_app.domain.superior import Enrolment
from desk_app.services.overtaken import kept_fall_back


def counts(first: date, last: date, *, store: NewsStore) -> Counts:
    """Return what was done from `first` to `last`, and what of it the superior signed for and could use."""
    with store.reading() as reading:
        return counts_of(reading.day_cases(first, last))


def reconcile(
    day: date,
    *,
    name_of: Callable[[str], str],
    store: NewsStore,
    clock: Clock,
    above: Above | None = None,
) -> Reconciliation:
    """Return the reconciliation of a day; `name_of` gives a procedure's name by its code.

    With `above` the superior is asked what it holds. A line that fails is told on the sheet: what the superior
    signed for before stands in its place.

    Raises:
        CounterFellBack: kept, as by an exchange; nothing more is sent before the desk is enrolled anew.
    """
    held, why_not = None, ""
    if above is not None:
        enrolment, counter = _numbered(store)
        try:
            held = above.holdings(enrolment, counter, day)
        except CounterFellBack as error:
            told = kept_fall_back(error, counter, store=store, clock=clock)
            if told is error:
                raise
            why_not = str(told)
        except LineError as error:
            why_not = str(error)
    with store.reading() as reading:
        cases, state = reading.day_cases(day, day), reading.sync_state()
        head_seq = state.acknowledged_seq + state.pending_events
        head, acknowledged = reading.hash_at(head_seq), reading.hash_at(state.acknowledged_seq)
    cases = cases if held is None else _as_held(cases, held)
    return Reconciliation(
        day=day,
        lines=lines_of(cases, name_of),
        total=counts_of(cases),
        differences=differences_of(cases),
        head_seq=head_seq,
        head_hash=head,
        acknowledged_seq=state.acknowledged_seq if held is None else held.seq,
        acknowledged_hash=acknowledged if held is None else held.hash,
        confirmed_at=state.last_confirmed,
        asked_at=None if held is None else clock.now(),
        why_not=why_not,
    )


def _numbered(store: NewsStore) -> tuple[Enrolment, int]:
    """Return whom to ask, and by which counter."""
    with store.transaction() as books:
        enrolment = books.enrolment()
        if enrolment is None:
            raise NotEnrolled()
        if books.sync_state().stopped:
            raise CounterFellBack()
        return enrolment, books.next_counter()


def _as_held(cases: list[DayCase], held: HeldDay) -> list[DayCase]:
    """Return the cases with what the superior says of them; those that it alone has come behind."""
    theirs = {case.code: case for case in held.cases}
    ours = [
        replace(case, held=theirs[case.code].marks & frozenset(KINDS) if case.code in theirs else frozenset())
        for case in cases
    ]
    known = {case.code for case in cases}
    rest = [
        DayCase(
            code=case.code,
            procedure_code=case.procedure_code,
            done=frozenset(),
            held=case.marks & frozenset(KINDS),
        )
        for case in held.cases
        if case.code not in known and case.marks & frozenset(KINDS)
    ]
    return [*ours, *rest]
