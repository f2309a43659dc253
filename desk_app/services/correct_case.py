"""Put an honest mistake right, with a reason; the new receipt says which one it replaces, both are kept."""

from __future__ import annotations

from dataclasses import replace

from desk_app.domain import act_bodies, bodies
from desk_app.domain.case import Case, Intake
from desk_app.domain.deadline import deadline
from desk_app.domain.errors import IntakeIncomplete, NothingChanged
from desk_app.domain.intake_bounds import tidied_intake
from desk_app.domain.intake_check import check_intake
from desk_app.domain.lifecycle import ActName
from desk_app.domain.ports import Clock, Store
from desk_app.domain.slip import SlipKind
from desk_app.domain.turns import Correction
from desk_app.domain.words import Words
from desk_app.services.acting import acting
from desk_app.services.receive_case import Rules


def correct_case(
    case_code: str, intake: Intake, reason: str, *, staff: str, rules: Rules, store: Store, clock: Clock
) -> None:
    """Append what is otherwise in `intake`; a changed term or procedure gives a new date, counted from the receipt.

    The case keeps its code, register line, catalogue, form and rule versions.

    Raises:
        IntakeIncomplete: no reason, or the corrected intake lacks something.
        NothingChanged.
    """
    if not reason.strip():
        raise IntakeIncomplete(missing=Words("lý do sửa"))
    with acting(ActName.CORRECT, case_code, staff=staff, store=store, clock=clock) as act:
        case = act.case
        fixed = replace(
            intake,
            at_once=case.intake.at_once,
            for_unit=case.intake.for_unit,
            for_unit_name=case.intake.for_unit_name,
            paper_code=case.intake.paper_code,
            received_at=case.intake.received_at,
        )
        procedure = rules.catalogue.get(fixed.procedure_code)
        fixed = tidied_intake(fixed, procedure)
        blocking = check_intake(fixed, procedure, act.at.date()).blocking
        if blocking:
            raise IntakeIncomplete(missing=tuple(blocking))
        changed = bodies.differing(_as_received(case, case.intake, rules), _as_received(case, fixed, rules))
        if not changed:
            raise NothingChanged()
        before = case.slip(SlipKind.RECEIPT)
        correction = Correction(
            reason=" ".join(reason.split()),
            replaces=before.number if before else 0,
            slip_number=act.slip_number(),
        )
        due = None
        if {"term", "procedure"} & changed.keys() and fixed.term:
            started = case.supplements[-1].taken_at if case.supplements else None
            due = deadline(started or case.received_at, fixed.term, rules.calendar).due_at
        act.append(act_bodies.corrected_body(changed, correction, due))


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
