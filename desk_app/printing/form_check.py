"""A form file read and checked whole: what is wrong is told with its line before anything is printed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reportlab.lib.units import mm

from desk_app.domain import form_faults
from desk_app.printing.checked_json import CheckedJson
from desk_app.printing.form import PRACTICE, Column, Form, Line, Recipients, Signature
from desk_app.printing.json_places import Path
from desk_app.printing.known import KNOWN, PAGE_FIELDS
from desk_app.printing.styles import STYLES
from desk_app.printing.template import Template, TextBrokenError, read_template

NARROWEST_MM = 9
_FORM = frozenset(
    {"instrument", "number", "form_set", "slip", "valid_from", "valid_to", "paper", "title", "source", "numbering",
     "subtitle", "marks", "foot", "lines", "notes", "signatures", "sign_here", "recipients", "copies", "page_sum"}
)  # fmt: skip
_FORM_NEEDED = frozenset(
    {"instrument", "number", "form_set", "slip", "valid_from", "paper", "title", "lines"}
)
_LINE = frozenset({"key", "label", "text", "verified", "strong", "centred", "numbered", "columns"})
_COLUMN = frozenset({"key", "label", "verified", "width", "left", "group", "text", "sign"})
_SIGNATURE = frozenset({"label", "name", "title", "verified"})


def read_form(text: str, file: str) -> Form:
    """Return the form that a JSON text tells; `file` names it in faults.

    Raises:
        FormFault: the first thing that is wrong, with its line.
    """
    return _Reader(text, file).form()


class _Reader:
    def __init__(self, text: str, file: str) -> None:
        self._json = CheckedJson(text, file)
        self._known = KNOWN["receipt"]
        self._statutory = True

    def form(self) -> Form:
        data = self._json.group(self._json.whole, (), _FORM, _FORM_NEEDED)
        slip = self._json.one_of(data, (), "slip", KNOWN)
        self._known = KNOWN[slip]
        self._statutory = self._json.words(data, (), "form_set") != PRACTICE
        paper = self._json.one_of(data, (), "paper", STYLES)
        since = self._json.day(data, (), "valid_from")
        until = self._json.day(data, (), "valid_to") if "valid_to" in data else None
        if until is not None and until < since:
            raise self._json.fault(form_faults.FormDatesCross, ("valid_to",))
        room_mm = STYLES[paper].column / mm
        return Form(
            instrument=self._json.words(data, (), "instrument"),
            number=self._json.words(data, (), "number"),
            form_set=self._json.words(data, (), "form_set"),
            slip=slip,
            valid_from=since,
            valid_to=until,
            paper=paper,
            title=tuple(self._json.words(data, (), "title").split("\n")),
            file=self._json.file,
            source=self._json.words(data, (), "source"),
            numbering=self._template(data, (), "numbering"),
            subtitle=self._templates(data, (), "subtitle"),
            marks=self._templates(data, (), "marks"),
            foot=self._template(data, (), "foot"),
            lines=self._lines(room_mm),
            notes=self._templates(data, (), "notes"),
            signatures=tuple(
                self._signature(one, path) for one, path in self._json.each(data, (), "signatures")
            ),
            sign_here=self._json.words(data, (), "sign_here"),
            recipients=self._recipients(data),
            copies=self._json.texts(data, (), "copies"),
            page_sum=self._template(data, (), "page_sum", PAGE_FIELDS),
        )

    def _lines(self, room_mm: float) -> tuple[Line, ...]:
        lines: list[Line] = []
        for one, path in self._json.each(self._json.whole, (), "lines"):
            line = self._line(one, path, room_mm)
            if any(before.key == line.key for before in lines):
                raise self._json.fault(form_faults.FormKeyTwice, (*path, "key"), key=line.key)
            lines.append(line)
        return tuple(lines)

    def _line(self, one: object, path: Path, room_mm: float) -> Line:
        data = self._json.group(one, path, _LINE, self._needed({"key"}))
        key = self._json.words(data, path, "key")
        columns: tuple[Column, ...] = ()
        text = self._template(data, path, "text")
        if "columns" in data:
            if key not in self._known.tables:
                raise self._json.fault(form_faults.FormFieldUnknown, (*path, "key"), field=key)
            columns = self._columns(data, path, key, room_mm)
        elif text is None:
            if key not in self._known.fields:
                raise self._json.fault(form_faults.FormFieldUnknown, (*path, "key"), field=key)
            self._json.group(data, path, _LINE, {"label"})
        return Line(
            key=key,
            label=self._json.words(data, path, "label"),
            text=text,
            columns=columns,
            **{name: self._json.switch(data, path, name) for name in ("strong", "centred", "numbered")},
            verified=self._verified(data, path),
        )

    def _columns(self, data: Mapping[str, Any], path: Path, table: str, room_mm: float) -> tuple[Column, ...]:
        fields = self._known.tables[table]
        columns = tuple(self._column(one, at, fields) for one, at in self._json.each(data, path, "columns"))
        wanted = sum(column.width_mm or NARROWEST_MM for column in columns)
        if wanted > room_mm:
            fault = form_faults.FormTooWide
            raise self._json.fault(
                fault, (*path, "columns"), key=table, width=round(wanted), room=int(room_mm)
            )
        return columns

    def _column(self, one: object, path: Path, fields: frozenset[str]) -> Column:
        data = self._json.group(one, path, _COLUMN, self._needed({"key", "label"}))
        text = self._template(data, path, "text", fields)
        key = self._json.words(data, path, "key")
        if text is None and key not in fields:
            raise self._json.fault(form_faults.FormFieldUnknown, (*path, "key"), field=key)
        return Column(
            key=key,
            label=self._json.words(data, path, "label"),
            verified=self._verified(data, path),
            width_mm=self._json.width(data, path),
            left=self._json.switch(data, path, "left"),
            group=self._json.words(data, path, "group"),
            text=text,
            sign=self._json.texts(data, path, "sign"),
        )

    def _signature(self, one: object, path: Path) -> Signature:
        data = self._json.group(one, path, _SIGNATURE, self._needed({"label"}))
        for name in ("name", "title"):
            field = self._json.words(data, path, name)
            if field and field not in self._known.fields:
                raise self._json.fault(form_faults.FormFieldUnknown, (*path, name), field=field)
        return Signature(
            label=self._json.words(data, path, "label"),
            name=self._json.words(data, path, "name"),
            title=self._json.words(data, path, "title"),
            verified=self._verified(data, path),
        )

    def _recipients(self, data: Mapping[str, Any]) -> Recipients | None:
        if "recipients" not in data:
            return None
        path: Path = ("recipients",)
        inner = self._json.group(data["recipients"], path, {"label", "lines"}, {"label", "lines"})
        return Recipients(
            label=self._json.words(inner, path, "label"), lines=self._templates(inner, path, "lines")
        )

    def _verified(self, data: Mapping[str, Any], path: Path) -> bool:
        return self._json.switch(data, path, "verified") if "verified" in data else True

    def _needed(self, keys: set[str]) -> set[str]:
        """Return the keys that a part must have; in a statutory form it says whether its wording was checked."""
        return keys | {"verified"} if self._statutory else keys

    def _templates(self, data: Mapping[str, Any], path: Path, key: str) -> tuple[Template, ...]:
        texts = self._json.texts(data, path, key)
        return tuple(
            self._taken_apart(text, (*path, key, n), self._known.fields) for n, text in enumerate(texts)
        )

    def _template(
        self, data: Mapping[str, Any], path: Path, key: str, fields: frozenset[str] | None = None
    ) -> Template | None:
        text = self._json.words(data, path, key)
        return self._taken_apart(text, (*path, key), fields or self._known.fields) if text else None

    def _taken_apart(self, text: str, path: Path, fields: frozenset[str]) -> Template:
        try:
            template = read_template(text)
        except TextBrokenError as error:
            raise self._json.fault(form_faults.FormTextBroken, path, text=text) from error
        for field in sorted(template.fields - fields):
            raise self._json.fault(form_faults.FormFieldUnknown, path, field=field)
        return template
