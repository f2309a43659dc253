"""What somebody had done at this desk before, by the number of his paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desk_app.domain.applicant import Applicant
from desk_app.domain.case import State


@dataclass(frozen=True, slots=True, kw_only=True)
class PastCase:
    """One case of the past, or one that is still open."""

    code: str
    procedure_code: str
    procedure_name: str
    state: State
    received_at: datetime
    due_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonHistory:
    """How many cases, the newest, as whom he was entered there, and which are open; voided ones do not count."""

    count: int = 0
    newest: PastCase | None = None
    applicant: Applicant | None = None
    open: tuple[PastCase, ...] = ()

    def open_of(self, procedure_code: str) -> PastCase | None:
        """Return the newest open case under a procedure."""
        return next((case for case in self.open if case.procedure_code == procedure_code), None)
