"""What stands in the form, as plain data: saved as the draft, turned into an Intake."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from datetime import date

from desk_app.domain.applicant import (
    Applicant,
    ApplicantKind,
    IdentityCheck,
    IdKind,
    Submitter,
    SubmitterRole,
)
from desk_app.domain.birth_date import read_birth_date
from desk_app.domain.case import Intake, ReturnMethod
from desk_app.domain.component import Component
from desk_app.domain.payment import PaymentWay
from desk_app.domain.term_words import read_term_words
from desk_app.domain.typed_fee import read_fee
from desk_app.domain.typed_number import plain_number
from desk_app.ui.intake.ways import Way, way_fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One line of the table of papers."""

    name: str
    originals: int = 1
    copies: int = 0
    handed_in: bool = False
    typed: bool = False  # by the clerk, not the catalogue's


@dataclass(frozen=True, slots=True, kw_only=True)
class FormState:
    """The form's fields as they were typed."""

    kind: str = ApplicantKind.PERSON.value
    id_kind: str = IdKind.PERSONAL.value
    id: str = ""
    name: str = ""
    born: str = ""
    sex: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    identity_check: str = IdentityCheck.LATER.value  # nothing is said to be checked that nobody checked
    role: str = SubmitterRole.SELF.value
    submitter_name: str = ""
    submitter_id: str = ""
    procedure: str = ""
    term: str = ""
    term_by_law: str = ""
    papers: tuple[Paper, ...] = ()
    sets: str = "1"
    fee: str = ""
    fee_typed: bool = False  # by the clerk, whatever the table says
    pages: str = "1"
    copies: str = "1"
    cases: str = "1"
    fee_choice: str = ""
    exemption: str = ""
    paid: bool = False
    pay_way: str = PaymentWay.CASH.value
    receipt_form: str = ""
    receipt_sign: str = ""
    receipt_number: str = ""
    return_method: str = ReturnMethod.DESK.value
    return_address: str = ""
    way: str = Way.DESK.value
    for_unit: str = ""
    for_unit_name: str = ""
    superior_code: str = ""
    sent_day: str = ""
    sent_hour: str = ""
    paper_code: str = ""
    paper_day: str = ""
    paper_hour: str = ""

    @property
    def is_empty(self) -> bool:
        """Return whether nobody has typed or chosen anything."""
        return self == FormState()

    def to_draft(self) -> str:
        """Return the text of the draft."""
        return json.dumps(asdict(self), ensure_ascii=False)


def from_draft(text: str) -> FormState:
    """Return the form of a draft; one that an older program wrote and we cannot read is empty."""
    try:
        data = json.loads(text)
        data["papers"] = tuple(Paper(**paper) for paper in data["papers"])
        return FormState(**data)
    except (ValueError, KeyError, TypeError):
        return FormState()


PERSON_FIELDS = (
    "kind", "id_kind", "id", "name", "born", "sex", "address", "phone", "email", "identity_check", "role",
    "submitter_name", "submitter_id", "return_method", "return_address",
)  # fmt: skip


def intake_of(state: FormState, *, at_once: bool, today: date) -> Intake:
    """Return the intake that the form describes.

    Raises:
        ImpossibleDate, UnclearYear, DateToCome: of the birth date.
        UnclearTerm, UnclearAmount: of term and fee.
        UnclearSentTime: of an online dossier.
    """
    id_kind = IdKind(state.id_kind)
    number = plain_number(state.id, id_kind)
    role = SubmitterRole(state.role)
    alone = role is SubmitterRole.SELF
    person = state.kind == ApplicantKind.PERSON
    return Intake(
        applicant=Applicant(
            name=" ".join(state.name.split()),
            kind=ApplicantKind(state.kind),
            id_kind=id_kind if number else IdKind.NONE,
            id=number,
            born=read_birth_date(state.born, personal_id=number, today=today) if person else "",
            sex=state.sex if person else "",
            address=" ".join(state.address.split()),
            phone=re.sub(r"[\s.\-]", "", state.phone),
            email="".join(state.email.split()),
            identity_check=IdentityCheck(state.identity_check),
        ),
        submitter=Submitter()
        if alone
        else Submitter(
            role=role,
            name=" ".join(state.submitter_name.split()),
            id=plain_number(state.submitter_id, IdKind.PERSONAL),
        ),
        procedure_code=state.procedure,
        components=tuple(
            Component(name=paper.name.strip(), originals=paper.originals, copies=paper.copies)
            for paper in state.papers
            if paper.handed_in
        ),
        term=read_term_words(state.term),
        term_by_law=state.term_by_law,
        sets=max(1, int(state.sets)) if state.sets.isascii() and state.sets.isdigit() else 1,
        fee=read_fee(state.fee),
        return_method=ReturnMethod(state.return_method),
        return_address=state.return_address.strip(),
        at_once=at_once,
        **way_fields(state),
    )
