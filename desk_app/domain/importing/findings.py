"""What was found in a file: entries with the fields it speaks of, and every row that is not quite right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Weight(StrEnum):
    """What a fault means for its row."""

    REFUSED = "refused"  # not taken
    LOOK = "look"  # taken; a person should look
    PASSED_OVER = "passed_over"  # no row of a procedure, or not one for a commune


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One sentence about one place; row 0 = the whole sheet, column "" = the whole row."""

    sheet: str
    row: int
    column: str = ""
    weight: Weight
    sentence: str
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A procedure as the file has it: `fields` are keys of a catalogue entry, only those it speaks of."""

    code: str
    fields: dict[str, Any]
    sheet: str
    row: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TableFound:
    """How one sheet was understood: which header stands for what, and which columns were left."""

    sheet: str
    header_row: int
    columns: Mapping[str, str]
    left: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """Everything that a file gave."""

    items: tuple[Item, ...]
    faults: tuple[Fault, ...]
    tables: tuple[TableFound, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the current catalogue knows; keys are folded text."""

    codes: frozenset[str]
    names: Mapping[str, str]  # to the code; a name of two procedures is not among them
    fields: Mapping[str, tuple[str, str]]  # to the name and code of the field
