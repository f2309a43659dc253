"""All forms that this desk has: those that came with the program, and the commune's own laid over them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path

from desk_app.domain.errors import CatalogueUnreadable, MissingGlyph
from desk_app.domain.form_faults import (
    FormFileUnreadable,
    FormGlyphMissing,
    FormReplacesNothing,
    FormReplacesOther,
    FormsOverlap,
    NoForm,
)
from desk_app.printing.fonts import printable
from desk_app.printing.form import PRACTICE, Form
from desk_app.printing.form_check import read_form
from desk_app.printing.json_places import line_of

_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
PINS = "receipt"  # the form whose instrument gives the set of a day


@dataclass(frozen=True, slots=True)
class Forms:
    """Forms by paper, set and day; `overrides` win for their (instrument, number) from their day, the newest first.

    A case asks with the set and day of its intake: what changes later does not touch it.
    """

    bundled: tuple[Form, ...]
    overrides: tuple[Form, ...] = ()

    def __iter__(self) -> Iterator[Form]:
        """Yield the bundled forms, then the commune's own."""
        yield from (*self.bundled, *self.overrides)

    def set_on(self, day: date) -> str:
        """Return the set in force on `day`; before the oldest, the oldest."""
        pinning = sorted((form for form in self.bundled if form.slip == PINS), key=_age)
        return [form for form in pinning if form.valid_from <= day or form is pinning[0]][-1].form_set

    def form(self, paper: str, form_set: str, day: date | None) -> Form:
        """Return the form of a paper in a set as it stood on `day`; None = as it stands last.

        A set without that paper (2018 knows no stop notice) takes the practice form, else the next set's.

        Raises:
            NoForm: no set has it.
        """
        having = [form for form in self.bundled if form.slip == paper]
        in_sets = sorted({form.form_set for form in having}, key=lambda name: _nearness(name, form_set))
        if not in_sets:
            raise NoForm(paper=paper, form_set=form_set)
        versions = sorted((form for form in having if form.form_set == in_sets[0]), key=_age)
        base = _last(versions, day) or versions[0]
        own = sorted((form for form in self.overrides if form.key == base.key), key=_age)
        return _last(own, day) or base

    def with_overrides(self, texts: Sequence[str]) -> Forms:
        """Return the forms with the commune's own, as JSON texts; of one day the later text wins.

        Raises:
            FormFault: one of them is wrong; `file` is #1, #2 …
        """
        return Forms(self.bundled, tuple(self.checked(text, f"#{n}") for n, text in enumerate(texts, 1)))

    def checked(self, text: str, file: str) -> Form:
        """Return a form of the commune's own that may be laid over a bundled one; the fonts are registered.

        Raises:
            FormFault: it is wrong, has a letter that the fonts lack, replaces nothing, or would become another paper.
        """
        form = read_form(text, file)
        _printable(text, file)
        base = next((known for known in self.bundled if known.key == form.key), None)
        if base is None:
            raise FormReplacesNothing(
                file=file, line=line_of(text, ("number",)), instrument=form.instrument, number=form.number
            )
        for key in ("slip", "form_set", "paper"):
            if getattr(form, key) != getattr(base, key):
                raise FormReplacesOther(
                    file=file, line=line_of(text, (key,)), key=key, wanted=getattr(base, key)
                )
        return form

    def unverified(self) -> list[str]:
        """Return the lines whose wording is still to be checked against the law: "TT …, mẫu 02: label"."""
        return [
            f"{form.instrument}, mẫu {form.number}: {label}" for form in self for label in form.unverified
        ]


def read_forms(folder: Path) -> Forms:
    """Return the bundled forms, checked, by set and number.

    Raises:
        CatalogueUnreadable: the folder holds no receipt.
        FormFileUnreadable: a file cannot be read.
        FormFault: a file is wrong, or two are in force for one paper on one day.
    """
    texts = [(path.name, form_text(path)) for path in sorted(folder.glob("*.json"))]
    forms = [read_form(text, name) for name, text in texts]
    if not any(form.slip == PINS for form in forms):
        raise CatalogueUnreadable(path=folder)
    for one, other in combinations(forms, 2):
        same = one.key == other.key or (one.slip, one.form_set) == (other.slip, other.form_set)
        if same and _meet(one, other):
            line = line_of(dict(texts)[other.file], ("valid_from",))
            raise FormsOverlap(file=other.file, line=line, other=one.file)
    return Forms(tuple(sorted(forms, key=lambda form: (form.form_set, form.number, form.valid_from))))


def _printable(text: str, file: str) -> None:
    """Refuse a form with a letter that would stop every print of it."""
    for n, line in enumerate(text.splitlines(), 1):
        for found in _STRING.findall(line):
            try:
                printable(json.loads(found))
            except MissingGlyph as error:
                raise FormGlyphMissing(file=file, line=n, glyph=error.fields["glyph"]) from error


def form_text(path: Path) -> str:
    """Return the text of a form file.

    Raises:
        FormFileUnreadable.
    """
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise FormFileUnreadable(path=path) from error


def _last(versions: Sequence[Form], day: date | None) -> Form | None:
    """Return the newest of `versions`, oldest first, that is in force on `day`."""
    return next((form for form in reversed(versions) if day is None or form.in_force(day)), None)


def _age(form: Form) -> date:
    return form.valid_from


def _nearness(name: str, wanted: str) -> tuple[bool, bool, bool, str]:
    """Sort the wanted set first, then practice, then later sets, then earlier ones."""
    return name != wanted, name != PRACTICE, name < wanted, name


def _meet(one: Form, other: Form) -> bool:
    return (one.valid_to is None or other.valid_from <= one.valid_to) and (
        other.valid_to is None or one.valid_from <= other.valid_to
    )
