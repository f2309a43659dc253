"""What officers of the commune lay over the catalogue: fees, shorter times (cắt giảm), processing steps.

The catalogue itself stays as published; an edit goes by procedure code and outlives a new version, except
that a promised time holds only beside the statutory time that it was made for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from desk_app.domain.calendar import Calendar
from desk_app.domain.deadline import deadline, read_term, term_text
from desk_app.domain.errors import FeeNotPossible, NoSuchTerm, StepsTooLong, TermTooLong, UnknownProcedure
from desk_app.domain.moment import VIETNAM
from desk_app.domain.procedure import Procedure, ProcessStep, TermChoice
from desk_app.domain.words import Words

MINUTES_A_DAY = 8 * 60  # a working day of a process, as decisions on processes count it
_ORDINARY = Calendar(
    version=0,
    days_off={},
    working_saturdays={},
    hours=((time(7), time(11, 30)), (time(13, 30), time(17))),
    confirmed_until=date.max,
)
_WORKING = re.compile(r"(\d+)(wd|h)")
_MONDAY = datetime(2026, 11, 23, tzinfo=VIETNAM)


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """A promised term beside the statutory one; `case` names one of several cases, empty = all of them."""

    by_law: str
    promised: str
    case: str = ""

    def meets(self, choice: TermChoice) -> bool:
        """Return whether it was made for this choice."""
        return self.by_law == _by_law(choice) and self.case in ("", choice.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalEdit:
    """The commune's own for one procedure. Money in đồng; None or empty = as the catalogue says."""

    code: str
    fee: int | None = None
    fee_text: str = ""
    commitments: tuple[Commitment, ...] = ()
    steps: tuple[ProcessStep, ...] = ()
    decision: str = ""  # the resolution or decision that it rests on


@dataclass(frozen=True, slots=True)
class LocalEdits:
    """All of the commune's own, at most one edit a procedure."""

    edits: tuple[LocalEdit, ...] = ()

    def of(self, code: str) -> LocalEdit | None:
        """Return the edit of a procedure."""
        return next((edit for edit in self.edits if edit.code == code), None)

    def keeping(self, edit: LocalEdit) -> LocalEdits:
        """Return these with `edit` in place of what its procedure had; an empty edit takes it away."""
        rest = tuple(other for other in self.edits if other.code != edit.code)
        empty = edit == LocalEdit(code=edit.code, decision=edit.decision)
        return LocalEdits(rest if empty else (*rest, edit))


def check_edit(edit: LocalEdit, procedure: Procedure) -> None:
    """Refuse an edit that the law does not allow; `procedure` is the catalogue's own.

    Raises:
        TermTooLong: a promise that may end later than the statutory term.
        NoSuchTerm: a promise for a term that the procedure does not have.
        UnknownTerm: a promise that is no term.
        StepsTooLong: steps that take longer together than the promised time.
        FeeNotPossible: less than nothing.
    """
    if edit.fee is not None and edit.fee < 0:
        raise FeeNotPossible(code=edit.code)
    for promise in edit.commitments:
        if not any(promise.meets(choice) for choice in procedure.terms):
            raise NoSuchTerm(code=edit.code, term=promise.by_law)
        if not never_later(promise.promised, promise.by_law):
            raise TermTooLong(
                code=edit.code, promised=term_text(promise.promised), by_law=term_text(promise.by_law)
            )
    _check_steps(edit, laid_over(procedure, edit))


def laid_over(procedure: Procedure, edit: LocalEdit | None) -> Procedure:
    """Return the procedure with the commune's own; a promise for a term that it no longer has is left out."""
    if edit is None:
        return procedure
    return replace(
        procedure,
        fee=procedure.fee if edit.fee is None else edit.fee,
        fee_text=edit.fee_text or procedure.fee_text,
        terms=tuple(_promised(choice, edit) for choice in procedure.terms),
        steps=edit.steps or procedure.steps,
    )


def edits_out_of_date(edits: LocalEdits, find: Callable[[str], Procedure]) -> Iterator[str]:
    """Yield a sentence for each edit that the catalogue no longer bears; `find` gives the catalogue's own."""
    for edit in edits.edits:
        try:
            procedure = find(edit.code)
        except UnknownProcedure as error:
            yield str(error)
            continue
        for promise in edit.commitments:
            if not any(promise.meets(choice) for choice in procedure.terms):
                yield str(NoSuchTerm(code=edit.code, term=promise.by_law))


@lru_cache(maxsize=256)  # a list names the same few pairs a thousand times
def never_later(promised: str, by_law: str) -> bool:
    """Return whether a promise is kept whenever the law is, whatever weekday and minute a case comes in.

    Judged by weeks without holidays: 10 working days for 15 days is a cut, though around Tết the 15 days
    may end first, and then the law's own date holds.

    Raises:
        UnknownTerm: one of them is no term.
    """
    read_term(promised)
    read_term(by_law)
    return all(
        deadline(at, promised, _ORDINARY).due_at <= deadline(at, by_law, _ORDINARY).due_at
        for at in _receipts()
    )


def _receipts() -> Iterator[datetime]:
    for day in range(7):
        for hour in range(7, 18):
            for minute in (0, 1):
                yield _MONDAY + timedelta(days=day, hours=hour, minutes=minute)


def _promised(choice: TermChoice, edit: LocalEdit) -> TermChoice:
    """Return the choice with the commune's promise in place of one that the catalogue's decision made for all."""
    promise = next((promise for promise in edit.commitments if promise.meets(choice)), None)
    if promise is None or promise.promised == choice.term:
        return choice
    by_law = _by_law(choice)
    return replace(choice, term=promise.promised, term_by_law=by_law if by_law != promise.promised else "")


def _by_law(choice: TermChoice) -> str:
    return choice.term_by_law or choice.term


def _check_steps(edit: LocalEdit, procedure: Procedure) -> None:
    """Steps in working minutes are weighed against the longest term, where every term counts working time."""
    taken = sum(step.minutes or 0 for step in edit.steps)
    counted = [_working_minutes(choice.term) for choice in procedure.terms]
    most = max((minutes for minutes in counted if minutes is not None), default=0)
    if None not in counted and counted and taken > most:
        raise StepsTooLong(code=edit.code, taken=_hours(taken), most=_hours(most))


def _working_minutes(term: str) -> int | None:
    """Return what a term gives in working minutes, its stages together; None where it counts other days."""
    stages = [_WORKING.fullmatch(stage) for stage in term.split("+")]
    minutes = [int(stage[1]) * (MINUTES_A_DAY if stage[2] == "wd" else 60) for stage in stages if stage]
    return sum(minutes) if len(minutes) == len(stages) else None


def _hours(minutes: int) -> str:
    whole, rest = divmod(minutes, 60)
    return (
        Words("{whole} giờ {rest} phút", whole=whole, rest=rest)
        if rest
        else Words("{whole} giờ", whole=whole)
    )
