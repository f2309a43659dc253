"""What a scan makes of a form: one person's data, never two persons' mixed."""

from __future__ import annotations

from dataclasses import replace

from desk_app.domain.applicant import ApplicantKind, IdKind
from desk_app.domain.birth_date import show_birth_date
from desk_app.domain.citizen_card import CitizenCard
from desk_app.domain.folding import fold
from desk_app.domain.personal_id import is_personal_id
from desk_app.domain.typed_number import plain_number
from desk_app.ui.intake.form_state import PERSON_FIELDS, FormState


def filled_from_card(before: FormState, card: CitizenCard) -> FormState:
    """Return the form with what the card gives.

    What it does not give, or what could not be read, stays only when the form spoke of the same person.
    """
    number = card.id or ""
    base = without_person(before) if is_other(before, number, card.name) else before
    return replace(
        base,
        kind=ApplicantKind.PERSON.value,
        id_kind=(IdKind.PERSONAL if is_personal_id(number) else IdKind.OLD).value,
        id=number,
        name=card.name or base.name,
        born=show_birth_date(card.birth_date or "") or base.born,
        sex=card.sex or base.sex,
        address=card.address or base.address,
    )


def filled_from_number(before: FormState, number: str) -> FormState:
    """Return the form with the 12 digits that an older card's bar code gives, and nothing else of anybody's."""
    base = without_person(before) if is_other(before, number, None) else before
    return replace(base, kind=ApplicantKind.PERSON.value, id_kind=IdKind.PERSONAL.value, id=number)


def without_person(state: FormState) -> FormState:
    """Return the form without everything that belongs to its applicant."""
    empty = FormState()
    return replace(state, **{name: getattr(empty, name) for name in PERSON_FIELDS})


def is_other(before: FormState, number: str, name: str | None) -> bool:
    """Return whether the form spoke of somebody else: by the number, and without one by the name."""
    typed = plain_number(before.id, IdKind(before.id_kind))
    if typed:
        return typed != number
    return bool(before.name.strip()) and name is not None and fold(before.name) != fold(name)
