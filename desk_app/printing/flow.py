"""Blocks that flow down pages: each knows its height, so nothing is ever drawn over another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from desk_app.printing.fonts import BOLD, REGULAR, Type, printable

TEXT = Type(REGULAR, 9.4)
STRONG = Type(BOLD, 9.4)
SMALL = Type(REGULAR, 8.4)


@dataclass(frozen=True, slots=True)
class Block:
    """Something that takes `height` points of a column, drawn by `paint(canvas, x, top)`."""

    height: float
    paint: Callable[[Any, float, float], None]

    def draw(self, canvas: Any, x: float, top: float) -> None:  # noqa: ANN401 - reportlab
        """Draw with the upper left corner at (x, top)."""
        self.paint(canvas, x, top)


def paragraph(text: str, width: float, type_: Type = TEXT, *, indent: float = 0, after: float = 1.5) -> Block:
    """Return text broken into lines; lines after the first are indented."""
    text = printable(text, type_.font)
    first = type_.lines(text, width)
    lines = first if len(first) == 1 or not indent else _hanging(text, width, type_, indent)

    def paint(canvas: Any, x: float, top: float) -> None:  # noqa: ANN401 - reportlab
        canvas.setFont(type_.font, type_.size)
        for n, line in enumerate(lines):
            canvas.drawString(x + (indent if n else 0), top - type_.size - n * type_.leading, line)

    return Block(len(lines) * type_.leading + after, paint)


def labelled(label: str, value: str, width: float, *, value_type: Type = TEXT) -> Block:
    """Return "label: value" with the value in its own type, broken where it must."""
    head = printable(f"{label}: ")
    start = TEXT.width(head)
    value = printable(value, value_type.font)
    lines = _first_shorter(value, width, start, value_type)

    def paint(canvas: Any, x: float, top: float) -> None:  # noqa: ANN401 - reportlab
        base = top - TEXT.size
        canvas.setFont(TEXT.font, TEXT.size)
        canvas.drawString(x, base, head)
        canvas.setFont(value_type.font, value_type.size)
        for n, line in enumerate(lines):
            canvas.drawString(x + (0 if n else start), base - n * TEXT.leading, line)

    return Block(len(lines) * TEXT.leading + 1.5, paint)


def table(columns: Sequence[tuple[str, float]], rows: Sequence[Sequence[str]]) -> list[Block]:
    """Return a table as one block a row, its heading first; columns are (heading, width)."""
    widths = [width for _, width in columns]
    return [_row([heading for heading, _ in columns], widths, Type(BOLD, 8.4), heading=True)] + [
        _row(row, widths, Type(REGULAR, 8.8), heading=False) for row in rows
    ]


def _row(cells: Sequence[str], widths: Sequence[float], type_: Type, *, heading: bool) -> Block:
    pad = 2.5
    parts = [
        type_.lines(printable(cell, type_.font), width - 2 * pad)
        for cell, width in zip(cells, widths, strict=True)
    ]
    height = max(map(len, parts)) * type_.leading + 3

    def paint(canvas: Any, x: float, top: float) -> None:  # noqa: ANN401 - reportlab
        canvas.setLineWidth(0.4)
        canvas.setFont(type_.font, type_.size)
        left = x
        for n, (lines, width) in enumerate(zip(parts, widths, strict=True)):
            canvas.rect(left, top - height, width, height)
            for k, line in enumerate(lines):
                base = top - 1.2 - type_.size - k * type_.leading
                if n == 1 and not heading:
                    canvas.drawString(left + pad, base, line)
                else:
                    canvas.drawCentredString(left + width / 2, base, line)
            left += width

    return Block(height, paint)


def centred(lines: Sequence[tuple[str, Type]], width: float) -> Block:
    """Return lines in the middle of a column, each broken where it must."""
    broken = [
        (line, type_) for text, type_ in lines for line in type_.balanced(printable(text, type_.font), width)
    ]

    def paint(canvas: Any, x: float, top: float) -> None:  # noqa: ANN401 - reportlab
        for line, type_ in broken:
            canvas.setFont(type_.font, type_.size)
            canvas.drawCentredString(x + width / 2, top - type_.size, line)
            top -= type_.leading

    return Block(sum(type_.leading for _, type_ in broken), paint)


def beside(parts: Sequence[tuple[Block, float]]) -> Block:
    """Return blocks side by side, each in a column of its width."""

    def paint(canvas: Any, x: float, top: float) -> None:  # noqa: ANN401 - reportlab
        for block, width in parts:
            block.draw(canvas, x, top)
            x += width

    return Block(max(block.height for block, _ in parts), paint)


def gap(height: float) -> Block:
    """Return empty space."""
    return Block(height, lambda _canvas, _x, _top: None)


def stacked(*blocks: Block) -> Block:
    """Return blocks that stay on one page together."""

    def paint(canvas: Any, x: float, top: float) -> None:  # noqa: ANN401 - reportlab
        for block in blocks:
            block.draw(canvas, x, top)
            top -= block.height

    return Block(sum(block.height for block in blocks), paint)


def pages(blocks: Sequence[Block], first_height: float, height: float) -> list[list[Block]]:
    """Lay blocks on pages in order; the first page has `first_height`, the others `height`."""
    found: list[list[Block]] = [[]]
    room = first_height
    for block in blocks:
        if block.height > room and found[-1]:
            found.append([])
            room = height
        found[-1].append(block)
        room -= block.height
    return found


def _hanging(text: str, width: float, type_: Type, indent: float) -> list[str]:
    first, rest = type_.lines(text, width)[0], ""
    rest = text.strip()[len(first) :].strip()
    return [first, *type_.lines(rest, width - indent)] if rest else [first]


def _first_shorter(text: str, width: float, start: float, type_: Type) -> list[str]:
    """Break text whose first line begins at `start`; a first word that does not fit goes below."""
    line, words = "", text.split()
    while words and type_.width(f"{line} {words[0]}".strip()) <= width - start:
        line = f"{line} {words.pop(0)}".strip()
    return [line, *(type_.lines(" ".join(words), width) if words else [])]
