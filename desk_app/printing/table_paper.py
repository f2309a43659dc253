"""A list that has no form of its own, on A4 landscape: heading on each page, page sums by rows, page numbers."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from desk_app.domain.desk import Desk
from desk_app.domain.staff import Staff
from desk_app.domain.table import Column, Table
from desk_app.printing.flow import Block, beside, centred, gap, pages, paragraph, stacked
from desk_app.printing.fonts import BOLD, ITALIC, REGULAR, Type, printable

WIDTH, HEIGHT = landscape(A4)
MARGIN = 34.0
FOOT = 16.0
COLUMN = WIDTH - 2 * MARGIN
HEAD, CELL, STRONG = Type(BOLD, 8.6), Type(REGULAR, 8.8), Type(BOLD, 8.8)
SMALL = Type(ITALIC, 8.2)
PAD = 3.0


@dataclass(frozen=True, slots=True)
class _Row:
    """`kind` as Table.shown says it."""

    kind: str
    cells: tuple[str, ...]


def draw_table(table: Table, desk: Desk, staff: Staff, at: datetime) -> bytes:
    """Return the PDF; `staff` signs as who made the list at `at`."""
    widths = _widths(table.columns)
    top = _top(table, desk, at)
    heading = _line(
        tuple(column.heading for column in table.columns), widths, HEAD, table.columns, middle=True
    )
    blocks: list[Block] = []
    for kind, cells in table.shown():
        blocks += _blocks(_Row(kind, cells), widths, table.columns)
    end = stacked(*(_end(table, staff)))
    room = HEIGHT - 2 * MARGIN - FOOT
    laid = pages([*blocks, end], room - top.height - heading.height, room - heading.height)
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=1, initialFontName=REGULAR, pageCompression=1)
    canvas.setTitle(table.title)
    canvas.setAuthor(desk.letterhead.agency_name)
    for number, page in enumerate(laid, 1):
        y = HEIGHT - MARGIN
        above = [top, heading] if number == 1 else [heading]
        for block in (*above, *page):
            block.draw(canvas, MARGIN, y)
            y -= block.height
        canvas.setFont(SMALL.font, SMALL.size)
        canvas.drawString(MARGIN, MARGIN - 4, printable(f"{table.title}, {table.period}"))
        canvas.drawRightString(WIDTH - MARGIN, MARGIN - 4, f"Trang {number}/{len(laid)}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _top(table: Table, desk: Desk, at: datetime) -> Block:
    head, half = desk.letterhead, COLUMN / 2
    small, strong = Type(REGULAR, 9.6), Type(BOLD, 9.6)
    left = centred([(head.agency_name, small), (head.desk_name, strong)], half)
    day = f"{head.place}, ngày {at.day:02d} tháng {at.month:02d} năm {at.year}"
    right = centred([(f"Lập lúc {at:%H:%M}", small), (day, Type(ITALIC, 9.6))], half)
    title = [(table.title.upper(), Type(BOLD, 13)), (table.period, Type(REGULAR, 10))]
    return stacked(beside([(left, half), (right, half)]), gap(10), centred(title, COLUMN), gap(8))


def _end(table: Table, staff: Staff) -> list[Block]:
    half = COLUMN / 2
    sign = centred(
        [("NGƯỜI LẬP", Type(BOLD, 9.6)), ("(Ký và ghi rõ họ tên)", SMALL), ("", CELL), ("", CELL), ("", CELL),
         (staff.name, Type(BOLD, 9.6))],
        half,
    )  # fmt: skip
    note = [paragraph(table.note, COLUMN, Type(REGULAR, 9.4))] if table.note else []
    return [gap(5), *note, gap(6), beside([(gap(1), half), (sign, half)])]


def _blocks(row: _Row, widths: Sequence[float], columns: Sequence[Column]) -> list[Block]:
    if row.kind == "heading":
        return [_line(row.cells, [COLUMN], STRONG, (Column(heading=""),))]
    type_ = STRONG if row.kind == "sums" else CELL
    return [_line(row.cells, widths, type_, columns)]


def _line(
    cells: Sequence[str],
    widths: Sequence[float],
    type_: Type,
    columns: Sequence[Column],
    *,
    middle: bool = False,
) -> Block:
    parts = [
        type_.lines(printable(cell, type_.font), width - 2 * PAD)
        for cell, width in zip(cells, widths, strict=True)
    ]
    height = max(map(len, parts)) * type_.leading + 4

    def paint(canvas: Any, x: float, top: float) -> None:  # noqa: ANN401 - reportlab
        canvas.setLineWidth(0.4)
        canvas.setFont(type_.font, type_.size)
        for lines, width, column in zip(parts, widths, columns, strict=True):
            canvas.rect(x, top - height, width, height)
            for k, line in enumerate(lines):
                base = top - 1.8 - type_.size - k * type_.leading
                if middle:
                    canvas.drawCentredString(x + width / 2, base, line)
                elif column.number:
                    canvas.drawRightString(x + width - PAD, base, line)
                else:
                    canvas.drawString(x + PAD, base, line)
            x += width

    return Block(height, paint)


def _widths(columns: Sequence[Column]) -> list[float]:
    whole = sum(column.share for column in columns)
    return [COLUMN * column.share / whole for column in columns]
