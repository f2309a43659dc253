"""A table as it came: cells with their places, nothing understood yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

Cell: TypeAlias = str | float  # a number stays one: 2.00095 in a column of codes was 2.000950


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row, numbered as the office program shows it, from 1."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One table. `broken` tells why a cell (row number, column from 0) cannot be read, as a sentence.

    `remarks` are sentences about the whole: an encoding that was guessed, rows that were not read.
    """

    name: str
    rows: tuple[Row, ...]
    broken: Mapping[tuple[int, int], str] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()


def text_of(cell: Cell) -> str:
    """Return a cell as a person wrote it: single spaces, lines kept, 0.5 as 0,5."""
    if isinstance(cell, float):
        return f"{cell:.10g}".replace(".", ",")
    lines = (" ".join(line.split()) for line in cell.splitlines())
    return "\n".join(line for line in lines if line)


def letter(column: int) -> str:
    """Return the letters over a column, counted from 0: 0 is A, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
