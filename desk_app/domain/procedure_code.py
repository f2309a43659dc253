"""A procedure's code (mã TTHC): the national code by which everything is kept, and what a place adds to it."""

from __future__ import annotations

import re
from dataclasses import dataclass

# 2.000815, 2.000815.01 (one case of it), 2.000815.000.00.00.H55 and 1.012753.H19 (a province's portal)
_CODE = re.compile(r"(\d\.\d{6})((?:\.\d{2})?(?:\.000\.00\.00)?(?:\.H\d{2})?)", re.IGNORECASE)
_WITHIN = re.compile(r"(?<![\d.])\d\.\d{6}(?!\d)")


@dataclass(frozen=True, slots=True)
class ProcedureCode:
    """`national` is the key; `suffix` is what stood behind it, kept as written."""

    national: str
    suffix: str = ""


def read_code(cell: str | float) -> ProcedureCode | None:
    """Read a code as a list writes it, None when it is none.

    A spreadsheet turns 2.000950 into the number 2.00095: six decimals give it back.
    """
    text = f"{cell:.6f}" if isinstance(cell, float) else str(cell)
    found = _CODE.fullmatch("".join(text.split()).strip(".,;:"))
    return ProcedureCode(found[1], found[2].upper()) if found else None


def codes_within(text: str) -> tuple[str, ...]:
    """Return the national codes that stand in a sentence, each once, in their order."""
    return tuple(dict.fromkeys(_WITHIN.findall(text)))
