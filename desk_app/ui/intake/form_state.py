"""What stands in the form, as plain data: saved as the draft, turned into an Intake."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

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
    papers: tuple[Paper, ...] = ()
    sets: str = "1"
    fee: str = ""
    return_method: str = ReturnMethod.DESK.value
    return_address: str = ""
    way: str = Way.DESK.value
    for_unit: str = ""
    for_unit_name: str = ""
    superior_code: str = ""
    paper_code: str = ""
    paper_day: str = ""
    paper_hour: str = ""

    @property
    def is_empty(self) -> bool:
        """Return whether nobody has typed anything worth keeping."""
        return not any(
            (self.id, self.name, self.born, self.address, self.phone, self.email, self.procedure, self.for_unit,
             self.superior_code, self.paper_hour)
        )  # fmt: skip

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


def intake_of(state: FormState, *, at_once: bool) -> Intake:
    """Return the intake that the form describes.

    Raises:
        ImpossibleDate: the birth date is none.
    """
    number = "".join(state.id.split())
    role = SubmitterRole(state.role)
    alone = role is SubmitterRole.SELF
    person = state.kind == ApplicantKind.PERSON
    return Intake(
        applicant=Applicant(
            name=" ".join(state.name.split()),
            kind=ApplicantKind(state.kind),
            id_kind=IdKind(state.id_kind) if number else IdKind.NONE,
            id=number,
            born=read_birth_date(state.born) if person else "",
            sex=state.sex if person else "",
            address=" ".join(state.address.split()),
            phone="".join(state.phone.split()),
            email="".join(state.email.split()),
            identity_check=IdentityCheck(state.identity_check),
        ),
        submitter=Submitter()
        if alone
        else Submitter(
            role=role, name=" ".join(state.submitter_name.split()), id="".join(state.submitter_id.split())
        ),
        procedure_code=state.procedure,
        components=tuple(
            Component(name=paper.name.strip(), originals=paper.originals, copies=paper.copies)
            for paper in state.papers
            if paper.handed_in
        ),
        term=state.term.strip(),
        sets=max(1, int(state.sets)) if state.sets.isascii() and state.sets.isdigit() else 1,
        fee=read_fee(state.fee),
        return_method=ReturnMethod(state.return_method),
        return_address=state.return_address.strip(),
        at_once=at_once,
        **way_fields(state),
    )


def read_fee(text: str) -> int | None:
    """Read "8.000", "8000 đ" or nothing; nothing = nobody set a fee."""
    digits = "".join(c for c in text if c.isdigit())
    return int(digits) if digits else None
