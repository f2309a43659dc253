"""What receiving a case gave."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """A case that is stored now; `receipt_wanted` says whether Mẫu 01 is to be printed.

    `owed` is what is still to be taken for a result that was given already, đồng.
    """

    case_code: str
    at_once: bool
    receipt_wanted: bool
    owed: int = 0
