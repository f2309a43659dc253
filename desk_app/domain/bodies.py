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
from desk_app.domain.case import HandOver, Intake, Receiver, ReturnMethod, Shown
from desk_app.domain.component import Component
from desk_app.domain.fee import Channel
from desk_app.domain.moment import iso
from desk_app.domain.reckoned import reckoned_body, reckoned_of
from desk_app.domain.slip import SlipKind

Body: TypeAlias = dict[str, object]
CORRECTABLE = frozenset(
    {"applicant", "submitter", "procedure", "components", "term", "term_by_law", "sets", "fee", "fee_how",
     "return_method", "return_address", "note", "channel", "for_unit", "unit_name", "superior_code", "received_at"}
)  # fmt: skip


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
    rules_version: int = 0
    local_due_at: datetime | None = None  # when the commune's own part of a two-stage term ends


def received_body(intake: Intake, *, texts: Sequence[str], pinned: Pinned) -> Body:
    """Return the body of `received`; `texts` are the procedure's papers in the pinned catalogue."""
    return filled(
        procedure=intake.procedure_code,
        catalogue=pinned.catalogue_version,
        calendar=pinned.calendar_version,
        rules=pinned.rules_version or None,
        form_set=pinned.form_set,
        applicant=applicant_body(intake.applicant),
        submitter=submitter_body(intake.submitter),
        components=[component_body(component, texts) for component in intake.components],
        term=intake.term,
        term_by_law=intake.term_by_law,
        sets=intake.sets,
        fee=intake.fee,
        fee_how=reckoned_body(intake.reckoned) if intake.reckoned else None,
        return_method=intake.return_method.value,
        return_address=intake.return_address,
        note=intake.note,
        at_once=intake.at_once or None,
        channel=None if intake.channel is Channel.DESK else intake.channel.value,
        for_unit=intake.for_unit,
        unit_name=intake.for_unit_name,
        superior_code=intake.superior_code,
        paper=intake.paper_code,
        received_at=iso(intake.received_at) if intake.received_at else None,
        sent_at=iso(intake.sent_at) if intake.sent_at else None,
        due_at=iso(pinned.due_at) if pinned.due_at else None,
        local_due_at=iso(pinned.local_due_at) if pinned.local_due_at else None,
        book=pinned.book,
        book_no=pinned.book_number,
        slip_no=pinned.slip_number or None,
    )


def intake_of(body: Mapping[str, Any], texts: Sequence[str]) -> Intake:
    """Return the intake that a body was made from."""
    return Intake(
        applicant=applicant_of(body["applicant"]),
        submitter=submitter_of(body["submitter"]),
        procedure_code=body["procedure"],
        components=tuple(component_of(item, texts) for item in body["components"]),
        term=body.get("term", ""),
        term_by_law=body.get("term_by_law", ""),
        sets=body["sets"],
        fee=body.get("fee"),
        reckoned=reckoned_of(body["fee_how"]) if "fee_how" in body else None,
        return_method=ReturnMethod(body["return_method"]),
        return_address=body.get("return_address", ""),
        note=body.get("note", ""),
        at_once=body.get("at_once", False),
        channel=Channel(body.get("channel", Channel.DESK)),
        for_unit=body.get("for_unit", ""),
        for_unit_name=body.get("unit_name", ""),
        superior_code=body.get("superior_code", ""),
        paper_code=body.get("paper", ""),
        received_at=datetime.fromisoformat(body["received_at"]) if "received_at" in body else None,
        sent_at=datetime.fromisoformat(body["sent_at"]) if "sent_at" in body else None,
    )


def pinned_of(body: Mapping[str, Any]) -> Pinned:
    """Return what a body pins."""
    due_at, local = body.get("due_at"), body.get("local_due_at")
    return Pinned(
        catalogue_version=body["catalogue"],
        calendar_version=body["calendar"],
        form_set=body["form_set"],
        due_at=datetime.fromisoformat(due_at) if due_at else None,
        book=body["book"],
        book_number=body["book_no"],
        slip_number=body.get("slip_no", 0),
        rules_version=body.get("rules", 0),
        local_due_at=datetime.fromisoformat(local) if local else None,
    )


def completed_body(result_number: str) -> Body:
    """Return the body of `completed`."""
    return filled(result_no=result_number)


def handed_over_body(taken: HandOver) -> Body:
    """Return the body of `handed_over`; time and staff are the event's own."""
    return filled(
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


def printed_body(slip: SlipKind, number: int, nth: int, printer: str) -> Body:
    """Return the body of `printed`: the `nth` time the slip of this number went to `printer`."""
    return filled(slip=slip.value, no=number or None, nth=nth, printer=printer)


def differing(before: Mapping[str, Any], after: Mapping[str, Any]) -> Body:
    """Return the parts of a `received` body that are otherwise in `after`: what `corrected` carries."""
    return {name: value for name, value in after.items() if name in CORRECTABLE and before.get(name) != value}


def taken_away(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """Return which parts of a `received` body are no longer in `after`: nothing empty travels, so they are named."""
    return sorted(name for name in before if name in CORRECTABLE and name not in after)


def applicant_body(applicant: Applicant) -> Body:
    """Return the body of an applicant."""
    return filled(
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


def applicant_of(body: Mapping[str, Any]) -> Applicant:
    """Return the applicant of a body."""
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


def submitter_body(submitter: Submitter) -> Body:
    """Return the body of a submitter."""
    return filled(role=submitter.role.value, name=submitter.name, id=submitter.id, phone=submitter.phone)


def submitter_of(body: Mapping[str, Any]) -> Submitter:
    """Return the submitter of a body."""
    return Submitter(
        role=SubmitterRole(body["role"]),
        name=body.get("name", ""),
        id=body.get("id", ""),
        phone=body.get("phone", ""),
    )


def component_body(component: Component, texts: Sequence[str]) -> list[object]:
    """Return [place in the catalogue or name, originals, copies]."""
    name: object = texts.index(component.name) if component.name in texts else component.name
    return [name, component.originals, component.copies]


def component_of(item: Sequence[Any], texts: Sequence[str]) -> Component:
    """Return the paper of such an item; without `texts` a place stays a number."""
    name, originals, copies = item
    if isinstance(name, int):
        name = texts[name] if texts else str(name)
    return Component(name=name, originals=originals, copies=copies)


def filled(**fields: object) -> Body:
    """Return a body of what is given: nothing empty travels."""
    return {name: value for name, value in fields.items() if value is not None and value != ""}
