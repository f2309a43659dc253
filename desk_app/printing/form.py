"""A form (mẫu) as it was read and checked: labels are here, values come from the desk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desk_app.printing.template import Template

PRACTICE = "practice"  # the set of papers that no law words


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a table. `width_mm` None = it takes what the others leave; `sign` = boxes to sign in."""

    key: str
    label: str
    verified: bool = True
    width_mm: float | None = None
    left: bool = False
    group: str = ""
    text: Template | None = None
    sign: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a form: "label: value", running text, or a table when it has columns.

    `verified` False = the wording was read neither in the instrument nor in a print that names it as its form.
    """

    key: str
    label: str = ""
    text: Template | None = None
    verified: bool = True
    strong: bool = False
    centred: bool = False
    numbered: bool = False
    columns: tuple[Column, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """A place to sign; `name` is the field printed below, `title` a field that takes the label's place."""

    label: str
    name: str = ""
    title: str = ""
    verified: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipients:
    """Nơi nhận, left of the signature."""

    label: str
    lines: tuple[Template, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One paper in one version. `slip` is a key of known.KNOWN, `paper` of styles.STYLES."""

    instrument: str
    number: str
    form_set: str
    slip: str
    valid_from: date
    valid_to: date | None
    paper: str
    title: tuple[str, ...]
    file: str
    source: str = ""
    numbering: Template | None = None
    subtitle: tuple[Template, ...] = ()
    marks: tuple[Template, ...] = ()
    foot: Template | None = None
    lines: tuple[Line, ...] = ()
    notes: tuple[Template, ...] = ()
    signatures: tuple[Signature, ...] = ()
    sign_here: str = ""
    recipients: Recipients | None = None
    copies: tuple[str, ...] = ()
    page_sum: Template | None = None

    @property
    def key(self) -> tuple[str, str]:
        """Return what a form is known by; a bare number means two papers."""
        return self.instrument, self.number

    @property
    def name(self) -> str:
        """Return the title in one line."""
        return " ".join(self.title)

    def in_force(self, day: date) -> bool:
        """Return whether the form may be given out on `day`."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    @property
    def unverified(self) -> tuple[str, ...]:
        """Return the labels whose wording is still to be checked against the law."""
        if self.form_set == PRACTICE:
            return ()
        parts: list[Line | Column | Signature] = []
        for line in self.lines:
            parts += [line, *line.columns]
        parts += self.signatures
        return tuple(_said(part) for part in parts if not part.verified)


def _said(part: Line | Column | Signature) -> str:
    return part.label or (f"({part.key})" if not isinstance(part, Signature) else "")
