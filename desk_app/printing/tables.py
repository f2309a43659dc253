"""Tables: headings in one or two rows, numbered where wanted, repeated on every page; rows that may break."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from reportlab.lib.units import mm

from desk_app.printing.flow import FEWEST_LINES, Block, joined, stacked
from desk_app.printing.fonts import Type, printable
from desk_app.printing.form import Column, Line
from desk_app.printing.styles import Style

PAD = 2.5
ROOF = 1.2  # above the first line of a cell
AROUND = 3.0  # a cell's height above that of its lines
SIGN_ROOM = 25.0


def table(line: Line, rows: Sequence[Mapping[str, str]], style: Style) -> list[Block]:
    """Return a table as one block a row, its heading first."""
    widths = column_widths(line.columns, style.column)
    heading = _heading(line, widths, style)
    blocks = [joined(heading)]
    for row in rows:
        cells = [
            _Cell(_broken(_said(column, row), style.cell, width), column.left, _signs(column, style))
            for column, width in zip(line.columns, widths, strict=True)
        ]
        blocks.append(replace(_row(cells, widths, style.cell, heading), row=row))
    return blocks


def column_widths(columns: Sequence[Column], whole: float) -> list[float]:
    """Return widths in points; columns without one share what the others leave."""
    given = [column.width_mm * mm if column.width_mm else None for column in columns]
    rest = whole - sum(width or 0 for width in given)
    share = rest / max(1, given.count(None))
    return [share if width is None else width for width in given]


@dataclass(frozen=True, slots=True)
class _Cell:
    lines: list[str]
    left: bool
    signs: tuple[str, ...] = ()


def _said(column: Column, row: Mapping[str, str]) -> str:
    return column.text.fill(lambda name: row.get(name, "")) if column.text else row[column.key]


def _signs(column: Column, style: Style) -> tuple[str, ...]:
    return tuple(printable(label, style.cell.font) for label in column.sign)


def _broken(text: str, type_: Type, width: float) -> list[str]:
    return [
        line
        for part in printable(text, type_.font).split("\n")
        for line in type_.lines(part, width - 2 * PAD)
    ]


def _row(cells: Sequence[_Cell], widths: Sequence[float], type_: Type, heading: Block) -> Block:
    signs = type_.leading + SIGN_ROOM if any(cell.signs for cell in cells) else 0
    text = max(len(cell.lines) for cell in cells) * type_.leading + AROUND
    own = max(len(cell.lines) * type_.leading + AROUND + (signs if cell.signs else 0) for cell in cells)
    height = max(text, own)

    def paint(canvas: Any, x: float, top: float) -> None:  # noqa: ANN401 - reportlab
        canvas.setLineWidth(0.4)
        canvas.setFont(type_.font, type_.size)
        for cell, width in zip(cells, widths, strict=True):
            canvas.rect(x, top - height, width, height)
            base = top - ROOF - type_.size
            for line in cell.lines:
                if not line:
                    pass
                elif cell.left:
                    canvas.drawString(x + PAD, base, line)
                else:
                    canvas.drawCentredString(x + width / 2, base, line)
                base -= type_.leading
            if cell.signs:
                _boxes(canvas, cell.signs, (x, top - height), (width, signs), type_)
            x += width

    def split(room: float) -> tuple[Block, Block] | None:
        fitting = int((room - AROUND) / type_.leading)
        if signs or fitting < FEWEST_LINES:
            return None
        upper = [_Cell(cell.lines[:fitting], cell.left) for cell in cells]
        lower = [_Cell(cell.lines[fitting:] or [""], cell.left) for cell in cells]
        return _row(upper, widths, type_, heading), _row(lower, widths, type_, heading)

    return Block(height, paint, split, heading)


def _boxes(
    canvas: Any, labels: Sequence[str], at: tuple[float, float], size: tuple[float, float], type_: Type  # noqa: ANN401
) -> None:  # fmt: skip
    """Draw boxes to sign in, side by side at the foot of a cell."""
    (x, y), width = at, size[0] / len(labels)
    for label in labels:
        canvas.rect(x, y, width, size[1])
        canvas.drawCentredString(x + width / 2, y + size[1] - type_.size - ROOF, label)
        x += width


def _heading(line: Line, widths: Sequence[float], style: Style) -> Block:
    type_ = style.cell_head
    labels = [_broken(column.label, type_, width) for column, width in zip(line.columns, widths, strict=True)]
    groups = [
        (name, list(members))
        for name, members in groupby(range(len(widths)), key=lambda n: line.columns[n].group)
    ]
    over = {
        members[0]: _broken(name, type_, sum(widths[n] for n in members)) for name, members in groups if name
    }
    upper = max((len(lines) for lines in over.values()), default=0) * type_.leading + (AROUND if over else 0)
    below = max((len(labels[n]) for name, members in groups if name for n in members), default=0)
    height = max(
        [len(labels[n]) * type_.leading + AROUND for name, members in groups if not name for n in members]
        + ([upper + below * type_.leading + AROUND] if over else [])
    )

    def paint(canvas: Any, x: float, top: float) -> None:  # noqa: ANN401 - reportlab
        canvas.setLineWidth(0.4)
        canvas.setFont(type_.font, type_.size)
        for name, members in groups:
            wide = sum(widths[n] for n in members)
            if name:
                _centred_cell(canvas, over[members[0]], (x, top), (wide, upper), type_)
            for n in members:
                drop = upper if name else 0
                _centred_cell(canvas, labels[n], (x, top - drop), (widths[n], height - drop), type_)
                x += widths[n]

    block = Block(height, paint)
    if not line.numbered:
        return block
    numbers = [_Cell([f"({n})"], left=False) for n in range(1, len(widths) + 1)]
    return stacked(block, _row(numbers, widths, style.sign_here.at(style.cell.size - 1), block))


def _centred_cell(
    canvas: Any, lines: Sequence[str], at: tuple[float, float], size: tuple[float, float], type_: Type  # noqa: ANN401
) -> None:  # fmt: skip
    (x, top), (width, height) = at, size
    canvas.rect(x, top - height, width, height)
    base = top - ROOF - type_.size - (height - AROUND - len(lines) * type_.leading) / 2
    for line in lines:
        canvas.drawCentredString(x + width / 2, base, line)
        base -= type_.leading
