"""What intake asks of the store beside the cases themselves; parts of ports.Reading and ports.Books."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from desk_app.domain.guidance import Guided
from desk_app.domain.paper_number import PaperNumber
from desk_app.domain.person_history import PersonHistory


class IntakeReading(Protocol):
    """What can be read; all by indexes."""

    def person_history(self, applicant_id: str) -> PersonHistory:
        """Return what the holder of a number had done here; empty for an empty number."""

    def guided_slips(self, day: date) -> list[Guided]:
        """Return the slips given on `day` to people who were not received, newest first."""

    def paper_number(self, case_code: str) -> PaperNumber | None: ...

    def paper_numbers_unused(self) -> list[PaperNumber]:
        """Return what was set aside for paper and not keyed in yet, by day and serial."""

    def code_beside(self, superior_code: str) -> str:
        """Return our code of the case that has this code of the superior's; empty when none, voided ones apart."""


class IntakeBooks(Protocol):
    """What can be taken in a write transaction."""

    def free_serials(self, day: date, count: int = 1, *, for_other: bool = False) -> list[int]:
        """Return the next serials of this desk's block on `day`, or raise NumbersUsedUp.

        `for_other`: of the part that is kept for cases that another agency decides.
        """
