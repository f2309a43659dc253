"""Blocks that flow down pages: each knows its height and where it may break; nothing is cut or overlaps."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from desk_app.printing.fonts import Type, printable

FEWEST_LINES = 2  # of a text, on either side of a break
BREAKS_FROM = 0.25  # of a page: what is lower moves on whole
LEAST_PART = 40.0


@dataclass(frozen=True, slots=True)
class Block:
    """Something that takes `height` points of a column, drawn by `paint(canvas, x, top)`.

    `split(room)` gives what fits into `room` and the rest, None where it cannot break there. `heading` is drawn
    again when the block begins a page; `joined` = it stays with what follows. `row` = the values of a table's row.
    """

    height: float
    paint: Callable[[Any, float, float], None]
    split: Callable[[float], tuple[Block, Block] | None] | None = None
    heading: Block | None = None
    joined: bool = False
    row: Mapping[str, str] | None = None

    def draw(self, canvas: Any, x: float, top: float) -> None:  # noqa: ANN401 - reportlab
        """Draw with the upper left corner at (x, top)."""
        self.paint(canvas, x, top)


def paragraph(
    text: str,
    width: float,
    type_: Type,
    *,
    indent: float = 0,
    first: float = 0,
    after: float = 1.5,
    justified: bool = False,
) -> Block:
    """Return text broken into lines; the first is indented by `first`, the others by `indent`."""
    lines: list[_Line] = []
    for part in printable(text, type_.font).split("\n"):
        broken = type_.lines(part, width - indent, width - first)
        for n, line in enumerate(broken):
            start = indent if n else first
            lines.append(_Line(start, line, width - start if justified and n < len(broken) - 1 else 0))
    return _text(lines, type_, after, None)


def labelled(label: str, value: str, width: float, types: tuple[Type, Type], *, after: float = 1.5) -> Block:
    """Return "label: value" with label and value each in its own type, broken where it must."""
    head = printable(f"{label}: ", types[0].font)
    start = types[0].width(head)
    lines: list[_Line] = []
    for part in printable(value, types[1].font).split("\n"):
        offset = 0 if lines else start
        broken = types[1].lines(part, width, width - offset)
        lines += [_Line(0 if n else offset, line, 0) for n, line in enumerate(broken)]
    return _text(lines, types[1], after, (head, types[0]))


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
    room, fresh, waiting = first_height, True, deque(blocks)
    while waiting:
        block = waiting.popleft()
        if _needed(block, waiting, height) <= room or (fresh and block.height <= room):
            found[-1].append(block)
            room, fresh = room - block.height, False
            continue
        breaks = block.split and (fresh or block.height > BREAKS_FROM * height)
        parts = block.split(room) if block.split and breaks and block.height > room else None
        if parts:
            found[-1].append(replace(parts[0], row=block.row))  # a broken row counts where it begins
            waiting.appendleft(parts[1])
        elif fresh:  # higher than a page and without a place to break
            found[-1].append(block)
        else:
            waiting.appendleft(block)
        if waiting:
            found.append([])
            room, fresh = height, True
            if again := waiting[0].heading:
                found[-1].append(again)
                room -= again.height
    return found


def _needed(block: Block, following: Sequence[Block], height: float) -> float:
    """Return the room for a block with those that it must not leave; of one that may break, its first lines."""
    needed = block.height
    for other in following if block.joined else ():
        breaks = other.split and other.height > BREAKS_FROM * height
        needed += LEAST_PART if breaks else other.height
        if not other.joined:
            break
    return needed


@dataclass(frozen=True, slots=True)
class _Line:
    start: float
    text: str
    stretch: float  # to this width; 0 = as it falls


def _text(lines: Sequence[_Line], type_: Type, after: float, head: tuple[str, Type] | None) -> Block:
    leading = type_.leading

    def paint(canvas: Any, x: float, top: float) -> None:  # noqa: ANN401 - reportlab
        base = top - type_.size
        if head:
            canvas.setFont(head[1].font, head[1].size)
            canvas.drawString(x, base, head[0])
        canvas.setFont(type_.font, type_.size)
        for n, line in enumerate(lines):
            if line.stretch:
                _spread(canvas, x + line.start, base - n * leading, line, type_)
            else:
                canvas.drawString(x + line.start, base - n * leading, line.text)

    def split(room: float) -> tuple[Block, Block] | None:
        fitting = min(int(room / leading), len(lines) - FEWEST_LINES)
        if fitting < FEWEST_LINES:
            return None
        return _text(lines[:fitting], type_, 0, head), _text(lines[fitting:], type_, after, None)

    return Block(len(lines) * leading + after, paint, split)


def _spread(canvas: Any, x: float, base: float, line: _Line, type_: Type) -> None:  # noqa: ANN401 - reportlab
    """Draw a line to both margins; one with few words would tear apart and stays as it falls."""
    words = line.text.split()
    free = line.stretch - sum(map(type_.width, words))
    if len(words) < 2 or free > line.stretch / 3:
        canvas.drawString(x, base, line.text)
        return
    for word in words:
        canvas.drawString(x, base, word)
        x += type_.width(word) + free / (len(words) - 1)


def joined(block: Block) -> Block:
    """Return the block as one that stays with what follows."""
    return replace(block, joined=True)
