"""Numbers handed out on paper while there is no power, keyed in later."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperNumber:
    """A case code set aside at `aside_at` for paper of `day`; `used` once it has been keyed in."""

    case_code: str
    day: date
    serial: int
    aside_at: datetime
    used: bool = False
