"""A list as a table: the same value goes to the screen, to paper and into a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

Cell = str | int


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """`share` of the width; a number column stands right and is written with points: 8.000."""

    heading: str
    share: int = 10
    number: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Rows under one heading (may be empty); `sums` stands below them, cell by cell, empty = none.

    `codes` names the case of each row, empty where a row is none.
    """

    heading: str = ""
    rows: tuple[tuple[Cell, ...], ...] = ()
    sums: tuple[Cell, ...] = ()
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A list of one period. `key` names it in the log and in a file's name: plain letters."""

    key: str
    title: str
    period: str
    columns: tuple[Column, ...]
    sections: tuple[Section, ...]
    note: str = ""

    @property
    def count(self) -> int:
        """Return how many rows there are, sums left out."""
        return sum(len(section.rows) for section in self.sections)

    def shown(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield what stands on the rows, top down: ("heading", its words), ("row", cells), ("sums", cells)."""
        for section in self.sections:
            if section.heading:
                yield "heading", (section.heading,)
            for row in section.rows:
                yield "row", self.texts(row)
            if section.sums:
                yield "sums", self.texts(section.sums)

    def texts(self, row: tuple[Cell, ...]) -> tuple[str, ...]:
        """Return cells as they are written."""
        return tuple(written(cell, column) for cell, column in zip(row, self.columns, strict=True))


def written(cell: Cell, column: Column) -> str:
    """Return a cell's text; numbers of a number column have points, those of others are serials."""
    if isinstance(cell, int):
        return f"{cell:,}".replace(",", ".") if column.number else str(cell)
    return cell
