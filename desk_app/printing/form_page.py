"""A form filled: its lines with the desk's values, as blocks on a sheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desk_app.domain.desk import Letterhead
from desk_app.printing.bar_codes import draw_qr
from desk_app.printing.flow import Block, beside, centred, gap, joined, labelled, paragraph, stacked
from desk_app.printing.fonts import BOLD_ITALIC
from desk_app.printing.form import Form, Line, Recipients
from desk_app.printing.sheet import Sheet, Sums, draw_sheet, lay
from desk_app.printing.slip_fields import PICTURE
from desk_app.printing.styles import Style, tighter
from desk_app.printing.tables import table
from desk_app.printing.template import Value
from desk_app.printing.values import REPRINT

PICTURE_SIDE = 62.0
Rows = Callable[[str], Sequence[Mapping[str, str]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """What the desk puts into a form: `value` by field, `rows` by table; `code` for the bar codes, empty = none."""

    letterhead: Letterhead
    value: Value
    rows: Rows
    at: datetime | None = None
    code: str = ""


def draw_form(form: Form, style: Style, filling: Filling, *, nth: int = 1, copies: int = 1) -> bytes:
    """Return the PDF of a filled form; `nth` print, `copies` side by side where the form has names for them."""
    value = filling.value
    marks = [text for mark in form.marks if (text := mark.fill(value))]
    if nth > 1:
        marks.append(REPRINT.format(nth - 1))
    names = form.copies[:copies] if copies > 1 and form.copies else ("",)
    laid = lay(_sheet(form, style, filling, marks, names))
    if len(laid.pages) > 1 and form.page_sum is None:
        closer = lay(_sheet(form, tighter(style), filling, marks, names))
        laid = closer if len(closer.pages) < len(laid.pages) else laid
    return draw_sheet(laid)


def _sheet(form: Form, style: Style, filling: Filling, marks: Sequence[str], copies: Sequence[str]) -> Sheet:
    value = filling.value
    return Sheet(
        style=style,
        letterhead=filling.letterhead,
        number=form.numbering.fill(value) if form.numbering else "",
        at=filling.at,
        title=form.title,
        subtitle=[text for line in form.subtitle if (text := line.fill(value))],
        marks=marks,
        code=filling.code,
        foot=form.foot.fill(value) if form.foot else "",
        copies=copies,
        blocks=[gap(2), *_blocks(form, style, filling)],
        sums=_sums(form, style) if form.page_sum else None,
    )


def _blocks(form: Form, style: Style, filling: Filling) -> list[Block]:
    blocks: list[Block] = []
    for line in form.lines:
        blocks += _line(line, style, filling) if line.key != PICTURE else []
    picture = next((line for line in form.lines if line.key == PICTURE), None)
    code = filling.value(PICTURE) if picture else ""
    width = style.column - (PICTURE_SIDE + 8 if code else 0)
    notes = [
        paragraph(f"– {text}", width, style.note, indent=6, after=0.5)
        for note in form.notes
        if (text := note.fill(filling.value))
    ]
    if picture and code:
        blocks.append(_beside_code(code, [paragraph(picture.label, width, style.strong), *notes], width))
    else:
        blocks += notes
    if form.signatures:
        if blocks and blocks[-1].row is None:
            blocks[-1] = joined(blocks[-1])  # nobody signs a page that says nothing
        blocks.append(stacked(gap(style.text.size * 0.43), _signatures(form, style, filling.value)))
    return blocks


def _line(line: Line, style: Style, filling: Filling) -> list[Block]:
    width, types = style.column, (style.text, style.strong if line.strong else style.text)
    if line.columns:
        rows = filling.rows(line.key)
        label = [joined(paragraph(f"{line.label}:", width, style.text))] if line.label else []
        return [*label, *table(line, rows, style), gap(3)] if rows else []
    value = line.text.fill(filling.value) if line.text else filling.value(line.key)
    if not value:  # what nobody entered is not printed
        return []
    if line.label:
        return [labelled(line.label, value, width, types)]
    if line.centred:
        return [stacked(centred([(value, types[1])], width), gap(style.text.size / 4))]
    justified = style.justified and not line.strong
    return [
        paragraph(
            value, width, types[1], first=style.first_indent, justified=justified, after=style.text.size / 4
        )
    ]


def _beside_code(text: str, said: Sequence[Block], width: float) -> Block:
    """Return a QR code at the right, what it is for and the notes at its left: below it they would fill a page."""
    left = stacked(gap(4), *said)

    def paint(canvas: Any, x: float, top: float) -> None:  # noqa: ANN401 - reportlab
        left.draw(canvas, x, top)
        draw_qr(canvas, text, x + width + 8, top - PICTURE_SIDE - 4, PICTURE_SIDE)

    return Block(max(left.height, PICTURE_SIDE + 6), paint)


def _signatures(form: Form, style: Style, value: Value) -> Block:
    """Return places to sign, side by side; one alone stands at the right, beside whom the paper goes to."""
    columns: list[tuple[Block, float]] = []
    alone = len(form.signatures) == 1
    width = style.column / (2 if alone else len(form.signatures))
    if alone:
        columns.append((_recipients(form.recipients, style, value, width), width))
    for place in form.signatures:
        title = value(place.title) if place.title else ""
        head = [(line.strip(), style.signer) for line in (title or place.label).split("\n")]
        who = centred([*head, (form.sign_here, style.sign_here)] if form.sign_here else head, width)
        name = value(place.name) if place.name else ""
        signed = centred([(name, style.strong)] if name else [], width - 6)
        columns.append((_signed(who, signed, style.sign_room), width))
    return beside(columns)


def _signed(who: Block, name: Block, room: float) -> Block:
    def paint(canvas: Any, x: float, top: float) -> None:  # noqa: ANN401 - reportlab
        who.draw(canvas, x, top)
        name.draw(canvas, x + 3, top - who.height - room)

    return Block(who.height + room + name.height, paint)


def _recipients(recipients: Recipients | None, style: Style, value: Value, width: float) -> Block:
    if recipients is None:
        return gap(0)
    lines = [text for line in recipients.lines if (text := line.fill(value))]
    heading = style.recipients.at(style.recipients.size + 1)
    return stacked(
        paragraph(recipients.label, width, heading.of(BOLD_ITALIC), after=0),
        *(paragraph(f"- {text}", width - 12, style.recipients, after=0, indent=5) for text in lines),
    )


def _sums(form: Form, style: Style) -> Sums:
    """Return the maker of a page's last line: how many stand on it, and how many up to here."""
    received, returned = [0], [0]  # up to and with each page

    def line(page: int, blocks: Sequence[Block]) -> Block:
        rows = [block.row for block in blocks if block.row is not None]
        gone = sum(bool(row.get("returned_date")) for row in rows)
        del received[page:], returned[page:]
        received.append(received[-1] + len(rows))
        returned.append(returned[-1] + gone)
        values = {
            "page": str(page),
            "page_count": str(len(rows)),
            "page_returned": str(gone),
            "total_count": str(received[-1]),
            "total_returned": str(returned[-1]),
        }
        text = form.page_sum.fill(lambda name: values[name]) if form.page_sum else ""
        return stacked(gap(3), paragraph(text, style.column, style.cell_head, after=0))

    return line
