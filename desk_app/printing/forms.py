"""Statutory forms as data: one file an instrument and number, in force from its day (resources/forms/)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desk_app.domain.errors import CatalogueUnreadable


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a form; `verified` False = its wording is not the statutory text we have read."""

    key: str
    label: str
    verified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """Mẫu 01 of one instrument."""

    instrument: str
    number: str
    form_set: str
    valid_from: date
    title: str
    lines: tuple[Line, ...]
    columns: tuple[str, ...]
    copies: tuple[str, ...]
    signatures: tuple[str, ...]
    sign_here: str
    notes: tuple[str, ...]


def read_forms(folder: Path) -> tuple[Form, ...]:
    """Return the receipt forms, oldest first.

    Raises:
        CatalogueUnreadable: a file is missing or is no form.
    """
    try:
        forms = [_form(path) for path in folder.glob("receipt_*.json")]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CatalogueUnreadable(path=folder) from error
    if not forms:
        raise CatalogueUnreadable(path=folder)
    return tuple(sorted(forms, key=lambda form: form.valid_from))


def form_set_on(forms: tuple[Form, ...], day: date) -> str:
    """Return the set in force on `day`; before the oldest, the oldest."""
    return [form for form in forms if form.valid_from <= day or form is forms[0]][-1].form_set


def unverified(forms: tuple[Form, ...]) -> list[str]:
    """Return the lines whose statutory wording is still to be checked, as "instrument: label"."""
    return [f"{form.instrument}: {line.label}" for form in forms for line in form.lines if not line.verified]


def _form(path: Path) -> Form:
    data = json.loads(path.read_text(encoding="utf-8"))
    return Form(
        instrument=data["instrument"],
        number=data["number"],
        form_set=data["form_set"],
        valid_from=date.fromisoformat(data["valid_from"]),
        title=data["title"],
        lines=tuple(Line(**line) for line in data["lines"]),
        columns=tuple(data["columns"]),
        copies=tuple(data["copies"]),
        signatures=tuple(data["signatures"]),
        sign_here=data["sign_here"],
        notes=tuple(data["notes"]),
    )
