"""Numbers handed out on paper while there is no power, keyed in later."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperNumber:
    """A case code set aside for paper on `day`; `used` once it has been keyed in."""

    case_code: str
    day: date
    serial: int
    used: bool = False
