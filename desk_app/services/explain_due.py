"""Every due moment that a case was promised, with the steps that led to it, by the rules of its intake."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desk_app.domain.case import Case
from desk_app.domain.case_clock import due_after_payment, due_after_supplement, extension, recalled_due
from desk_app.domain.deadline import Deadline, deadline
from desk_app.domain.errors import DeskError
from desk_app.domain.happening import Kind, Told
from desk_app.domain.life import live
from desk_app.domain.running import running
from desk_app.domain.turns import Promise
from desk_app.domain.undoing import standing
from desk_app.services.receive_case import Rules


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """A promise and its steps in words for the citizen; empty where calendar or rules are otherwise today.

    `local_due_at` is when the commune's own part of a two-stage term ends.
    """

    promise: Promise
    steps: tuple[str, ...] = ()
    local_due_at: datetime | None = None


def explain_dues(code: str, told: Sequence[Told], rules: Rules) -> tuple[Explained, ...]:
    """Return the promises of a case, oldest first; what was promised stands, whatever would come out today."""
    found: list[Explained] = []
    gone = standing(told).gone
    told = [one for one in told if one.seq not in gone and one.kind != Kind.UNDONE]
    before: Case | None = None
    for n in range(1, len(told) + 1):
        after = live(code, told[:n], rules.texts)
        if len(after.promises) > len(found):
            promise = after.promises[-1]
            again = _reckoned(promise, before, after, rules)
            if again is not None and again.due_at == promise.due_at:
                one = Explained(promise=promise, steps=again.steps, local_due_at=again.local_due_at)
                found.append(one)
            else:
                found.append(Explained(promise=promise))
        before = after
    return tuple(found)


def _reckoned(promise: Promise, before: Case | None, after: Case, rules: Rules) -> Deadline | None:
    """Reckon a promise again as its own act did; None where there was none, or it would be refused today."""
    if promise.due_at is None:
        return None
    try:
        return _again(promise, before, after, rules)
    except DeskError:
        return None


def _again(promise: Promise, before: Case | None, after: Case, rules: Rules) -> Deadline | None:
    pinned, calendar = rules.rules_of(after), rules.calendar
    ran = running(before, pinned, calendar) if before is not None else None
    match promise.since, before:
        case Kind.RECEIVED, _:
            return deadline(after.received_at, after.intake.term, calendar)
        case Kind.CORRECTED, _:
            corrected = running(after, pinned, calendar)
            return corrected.end if corrected else None
        case Kind.SUPPLEMENTED, Case(due_at=due_at) if due_at and ran and before.supplements[-1].at:
            return due_after_supplement(
                received_at=ran.began_at,
                due_at=due_at,
                requested_at=before.supplements[-1].at,
                supplemented_at=promise.at,
                term=ran.term,
                rules=pinned,
                calendar=calendar,
                local_due_at=ran.end.local_due_at,
            )
        case Kind.PAID, Case(due_at=due_at) if due_at and ran and before.payments[-1].at:
            return due_after_payment(
                received_at=ran.began_at,
                due_at=due_at,
                requested_at=before.payments[-1].at,
                paid_at=promise.at,
                term=ran.term,
                rules=pinned,
                calendar=calendar,
                local_due_at=ran.end.local_due_at,
            )
        case Kind.EXTENDED, Case(due_at=due_at) if due_at and promise.due_at:
            new, done = promise.due_at.date(), 1 if before.extension else 0
            return extension(due_at, new, promise.at, done, pinned, calendar).deadline
        case Kind.RESULT_RECALLED, _:
            return recalled_due(promise.at, pinned, calendar)
    return None
