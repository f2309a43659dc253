"""Which term of a case is running: when it began, when it ends, after all that has stopped, restarted or moved it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from desk_app.domain.calendar import Calendar
from desk_app.domain.case import Case
from desk_app.domain.case_clock import due_after_payment, due_after_supplement, recalled_due
from desk_app.domain.deadline import Deadline, deadline
from desk_app.domain.time_rules import SupplementClock, TimeRules
from desk_app.domain.turns import Bound, Extension, PaymentAsked, Recall, Supplement


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """A term that runs: `began_at` is when it began or was last counted anew, `end` what it comes to."""

    term: str
    began_at: datetime
    end: Deadline


def running(case: Case, rules: TimeRules, calendar: Calendar) -> Running | None:
    """Return the running term of a case; None where nobody knows its term.

    Turns are taken in their order: a supplement starts or stops a term by the case's rules, a payment stops it, the
    one extension moves its end, and a recalled result has a term of its own. What waits for the citizen now has not
    ended and counts for nothing yet.
    """
    term = case.intake.term if not case.intake.at_once else ""
    now = (
        Running(term=term, began_at=case.received_at, end=deadline(case.received_at, term, calendar))
        if term
        else None
    )
    for _, turn in _turns(case):
        now = _after(now, turn, rules, calendar)
    return now


def local_end(case: Case, ran: Running) -> datetime | None:
    """Return when the commune's own part of a running term ends; None without one, or once the case is away.

    An officer of the commune is the commune. Once sent out, the part is done, whoever brings the case back: only a
    term that was counted anew since begins it again.
    """
    sent_out = any(
        one.bound is not Bound.OFFICER and (one.back_at is None or (one.at and one.at >= ran.began_at))
        for one in case.forwards
    )
    return None if sent_out else ran.end.local_due_at


def _turns(case: Case) -> list[tuple[datetime, Supplement | PaymentAsked | Extension | Recall]]:
    found: list[tuple[datetime, Supplement | PaymentAsked | Extension | Recall]] = []
    found += [(one.taken_at, one) for one in case.supplements if one.taken_at]
    found += [(one.paid_at, one) for one in case.payments if one.paid_at]
    found += [(one.at, one) for one in case.recalls if one.at]
    found += [(case.extension.at, case.extension)] if case.extension and case.extension.at else []
    return sorted(found, key=lambda turn: turn[0])


def _after(
    now: Running | None,
    turn: Supplement | PaymentAsked | Extension | Recall,
    rules: TimeRules,
    calendar: Calendar,
) -> Running | None:
    match turn:
        case Recall(at=datetime() as at):
            return Running(term=rules.recall, began_at=at, end=recalled_due(at, rules, calendar))
        case Extension(new_due=new_due) if now:
            # a term that was put right since may end later than the day that was told
            return replace(now, end=replace(now.end, due_at=max(now.end.due_at, new_due)))
        case Supplement(at=datetime() as stopped, taken_at=datetime() as taken) if now:
            end = due_after_supplement(
                received_at=now.began_at,
                due_at=now.end.due_at,
                requested_at=stopped,
                supplemented_at=taken,
                term=now.term,
                rules=rules,
                calendar=calendar,
                local_due_at=now.end.local_due_at,
            )
            anew = rules.supplement_clock is SupplementClock.RESTART
            return replace(now, began_at=taken if anew else now.began_at, end=end)
        case PaymentAsked(at=datetime() as stopped, paid_at=datetime() as paid) if now:
            end = due_after_payment(
                received_at=now.began_at,
                due_at=now.end.due_at,
                requested_at=stopped,
                paid_at=paid,
                term=now.term,
                rules=rules,
                calendar=calendar,
                local_due_at=now.end.local_due_at,
            )
            return replace(now, end=end)
    return now
