"""Put an honest mistake right, with a reason; the new receipt says which one it replaces, both are kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from desk_app.domain import act_bodies, bodies
from desk_app.domain.case import Case, Intake
from desk_app.domain.errors import IntakeIncomplete, NothingChanged, PaperMomentMissing
from desk_app.domain.intake_bounds import tidied_intake
from desk_app.domain.intake_check import check_intake
from desk_app.domain.kept_papers import kept
from desk_app.domain.lifecycle import ActName
from desk_app.domain.ports import Clock, Store
from desk_app.domain.procedure import Procedure
from desk_app.domain.promised_term import with_law
from desk_app.domain.running import local_end, running
from desk_app.domain.slip import SlipKind
from desk_app.domain.turns import Correction
from desk_app.domain.words import Words
from desk_app.services.acting import Acting, acting
from desk_app.services.number_case import check_paper_moment
from desk_app.services.receive_case import Rules


def correct_case(
    case_code: str, intake: Intake, reason: str, *, staff: str, rules: Rules, store: Store, clock: Clock
) -> None:
    """Append what is otherwise in `intake`, and with another term, procedure or paper moment a new date.

    That is counted from the receipt, over all that has stopped or moved the clock since. The case keeps its code,
    register line, catalogue, form and rule versions; it is judged by the procedure of its intake, were it long gone.
    The day and hour are those of a paper only where the case was keyed from one.

    Raises:
        IntakeIncomplete: no reason, or the corrected intake lacks something.
        NothingChanged.
        PaperMomentMissing, PaperDayDiffers, PaperMomentToCome, BeforeSetAside: see `check_paper_moment`.
    """
    if not reason.strip():
        raise IntakeIncomplete(missing=Words("lý do sửa"))
    with acting(ActName.CORRECT, case_code, staff=staff, store=store, clock=clock) as act:
        case = act.case
        fixed = replace(
            intake,
            at_once=case.intake.at_once,
            reckoned=intake.reckoned
            if intake.fee == case.intake.fee
            else None,  # it told how the old one came about
            for_unit=case.intake.for_unit,
            for_unit_name=case.intake.for_unit_name,
            paper_code=case.intake.paper_code,
            received_at=_paper_moment(act, intake),
            sent_at=case.intake.sent_at,
        )
        asked_then = rules.pinned_procedure(case.catalogue_version, fixed.procedure_code)
        fixed = kept(_with_law(tidied_intake(fixed, asked_then), case, asked_then), asked_then)
        blocking = check_intake(fixed, asked_then, act.at.date()).blocking
        if blocking:
            raise IntakeIncomplete(missing=tuple(blocking))
        was, now_is = _as_received(case, case.intake, rules), _as_received(case, fixed, rules)
        changed, gone = bodies.differing(was, now_is), bodies.taken_away(was, now_is)
        if not changed and not gone:
            raise NothingChanged()
        before = case.slip(SlipKind.RECEIPT)
        correction = Correction(
            reason=" ".join(reason.split()),
            replaces=before.number if before else 0,
            slip_number=0 if before is None and case.intake.at_once else act.slip_number(),
        )
        due, local = None, None
        if {"term", "procedure", "received_at"} & {*changed, *gone}:
            right = replace(case, intake=fixed, received_at=fixed.received_at or case.received_at)
            now = running(right, rules.rules_of(case), rules.calendar)
            due = now.end.due_at if now else None
            local = local_end(right, now) if now else None
        due = due if due != case.due_at else None
        act.append(act_bodies.corrected_body(changed, gone, correction, due, local))


def _with_law(fixed: Intake, case: Case, asked_then: Procedure) -> Intake:
    """Return the correction with the law's term of the intake while its term stands: the commune's cut was of then."""
    given = case.intake
    if (fixed.procedure_code, fixed.term) == (given.procedure_code, given.term):
        return replace(fixed, term_by_law=given.term_by_law)
    return with_law(replace(fixed, term_by_law=""), asked_then)


def _paper_moment(act: Acting, intake: Intake) -> datetime | None:
    """Return when the paper says that the case was received; None where there was none."""
    case, at = act.case, intake.received_at
    if not case.intake.paper_code or at == case.intake.received_at:
        return case.intake.received_at
    if at is None:
        raise PaperMomentMissing()
    number = act.books.paper_number(case.intake.paper_code)
    if number is not None:
        check_paper_moment(at, number, act.at)
    return at


def _as_received(case: Case, intake: Intake, rules: Rules) -> bodies.Body:
    texts = rules.texts(case.catalogue_version, intake.procedure_code).papers
    pinned = bodies.Pinned(
        catalogue_version=case.catalogue_version,
        calendar_version=case.calendar_version,
        form_set=case.form_set,
        due_at=None,
        book=case.register_book,
        book_number=case.register_number,
        slip_number=case.slip_number,
    )
    return bodies.received_body(intake, texts=texts, pinned=pinned)
