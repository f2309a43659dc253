"""Bodies of events: codes and values, and back again (DESIGN 3).

A paper whose name is the catalogue's travels as its place in the pinned catalogue version; one that the
clerk typed travels as its name. Nothing empty travels.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias

from desk_app.domain.applicant import (
    Applicant,
    ApplicantKind,
    IdentityCheck,
    IdKind,
    Submitter,
    SubmitterRole,
)
from desk_app.domain.case import Component, HandOver, Intake, Receiver, ReturnMethod, Shown
from desk_app.domain.moment import iso
from desk_app.domain.slip import SlipKind

Body: TypeAlias = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pinned:
    """What a case keeps of the rules and numbers of its intake."""

    catalogue_version: int
    calendar_version: int
    form_set: str
    due_at: datetime | None
    book: str
    book_number: int
    slip_number: int


def received_body(intake: Intake, *, texts: Sequence[str], pinned: Pinned) -> Body:
    """Return the body of `received`; `texts` are the procedure's papers in the pinned catalogue."""
    return _filled(
        procedure=intake.procedure_code,
        catalogue=pinned.catalogue_version,
        calendar=pinned.calendar_version,
        form_set=pinned.form_set,
        applicant=_applicant_body(intake.applicant),
        submitter=_submitter_body(intake.submitter),
        components=[_component_body(component, texts) for component in intake.components],
        term=intake.term,
        sets=intake.sets,
        fee=intake.fee,
        return_method=intake.return_method.value,
        return_address=intake.return_address,
        note=intake.note,
        at_once=intake.at_once or None,
        due_at=iso(pinned.due_at) if pinned.due_at else None,
        book=pinned.book,
        book_no=pinned.book_number,
        slip_no=pinned.slip_number or None,
    )


def intake_of(body: Mapping[str, Any], texts: Sequence[str]) -> Intake:
    """Return the intake that a body was made from."""
    return Intake(
        applicant=_applicant(body["applicant"]),
        submitter=_submitter(body["submitter"]),
        procedure_code=body["procedure"],
        components=tuple(_component(item, texts) for item in body["components"]),
        term=body.get("term", ""),
        sets=body["sets"],
        fee=body.get("fee"),
        return_method=ReturnMethod(body["return_method"]),
        return_address=body.get("return_address", ""),
        note=body.get("note", ""),
        at_once=body.get("at_once", False),
    )


def pinned_of(body: Mapping[str, Any]) -> Pinned:
    """Return what a body pins."""
    due_at = body.get("due_at")
    return Pinned(
        catalogue_version=body["catalogue"],
        calendar_version=body["calendar"],
        form_set=body["form_set"],
        due_at=datetime.fromisoformat(due_at) if due_at else None,
        book=body["book"],
        book_number=body["book_no"],
        slip_number=body.get("slip_no", 0),
    )


def completed_body(result_number: str) -> Body:
    """Return the body of `completed`."""
    return _filled(result_no=result_number)


def handed_over_body(taken: HandOver) -> Body:
    """Return the body of `handed_over`; time and staff are the event's own."""
    return _filled(
        receiver=taken.receiver.value,
        name=taken.name,
        id=taken.id,
        shown=None if taken.shown is Shown.NOTHING else taken.shown.value,
        paper=taken.paper,
        post_code=taken.post_code,
        slip_no=taken.slip_number or None,
    )


def hand_over_of(body: Mapping[str, Any], at: datetime, staff: str) -> HandOver:
    """Return the hand-over that a body and its event tell."""
    return HandOver(
        receiver=Receiver(body["receiver"]),
        name=body.get("name", ""),
        id=body.get("id", ""),
        shown=Shown(body.get("shown", Shown.NOTHING)),
        paper=body.get("paper", ""),
        post_code=body.get("post_code", ""),
        slip_number=body.get("slip_no", 0),
        slip_wanted="slip_no" in body,
        at=at,
        staff=staff,
    )


def printed_body(slip: SlipKind, nth: int, printer: str) -> Body:
    """Return the body of `printed`: the `nth` time this slip went to `printer`."""
    return _filled(slip=slip.value, nth=nth, printer=printer)


def _applicant_body(applicant: Applicant) -> Body:
    return _filled(
        kind=applicant.kind.value,
        name=applicant.name,
        id_kind=applicant.id_kind.value,
        id=applicant.id,
        born=applicant.born,
        sex=applicant.sex,
        address=applicant.address,
        phone=applicant.phone,
        email=applicant.email,
        checked=applicant.identity_check.value,
    )


def _applicant(body: Mapping[str, Any]) -> Applicant:
    return Applicant(
        kind=ApplicantKind(body["kind"]),
        name=body.get("name", ""),
        id_kind=IdKind(body["id_kind"]),
        id=body.get("id", ""),
        born=body.get("born", ""),
        sex=body.get("sex", ""),
        address=body.get("address", ""),
        phone=body.get("phone", ""),
        email=body.get("email", ""),
        identity_check=IdentityCheck(body["checked"]),
    )


def _submitter_body(submitter: Submitter) -> Body:
    return _filled(role=submitter.role.value, name=submitter.name, id=submitter.id, phone=submitter.phone)


def _submitter(body: Mapping[str, Any]) -> Submitter:
    return Submitter(
        role=SubmitterRole(body["role"]),
        name=body.get("name", ""),
        id=body.get("id", ""),
        phone=body.get("phone", ""),
    )


def _component_body(component: Component, texts: Sequence[str]) -> list[object]:
    name: object = texts.index(component.name) if component.name in texts else component.name
    return [name, component.originals, component.copies]


def _component(item: Sequence[Any], texts: Sequence[str]) -> Component:
    name, originals, copies = item
    return Component(name=texts[name] if isinstance(name, int) else name, originals=originals, copies=copies)


def _filled(**fields: object) -> Body:
    return {name: value for name, value in fields.items() if value is not None and value != ""}
