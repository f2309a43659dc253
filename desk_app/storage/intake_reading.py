"""What intake asks of the store beside the cases themselves (intake_ports.IntakeReading); one part of StoreReading."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlite_utils import Database

from desk_app.domain.case import State
from desk_app.domain.lifecycle import OPEN
from desk_app.domain.paper_number import PaperNumber
from desk_app.domain.person_history import PastCase, PersonHistory
from desk_app.storage.catalogue import CatalogueTexts
from desk_app.storage.errors import known_errors

if TYPE_CHECKING:
    from desk_app.domain.case import Case
    from desk_app.domain.guidance import Guided

MOST_OPEN = 20  # of one person: a company's agent may have very many
_STATES = ", ".join(f"'{state.value}'" for state in OPEN)
_PAST = "select case_code, catalogue_version, procedure_code, state, received_at, due_at from case_record"

_ASIDE = "select p.*, e.at from paper_number p join event e on e.seq = p.seq"


class StoreIntake:
    """Reads through the connection of StoreReading."""

    _db: Database
    _texts: CatalogueTexts

    if TYPE_CHECKING:

        def case(self, code: str) -> Case: ...

        def guided(self, seq: int) -> Guided: ...

        def _one(self, sql: str, *values: object) -> dict[str, Any] | None: ...

        def _all(self, sql: str, *values: object) -> list[dict[str, Any]]: ...

    def person_history(self, applicant_id: str) -> PersonHistory:
        """Return what the holder of a number had done here; empty for an empty number."""
        if not applicant_id:
            return PersonHistory()
        with known_errors():
            # as the index says it: else SQLite walks all cases
            his = "applicant_id = ? and applicant_id <> '' and state <> 'voided'"
            many = self._one(f"select count(*) as many from case_record where {his}", applicant_id)
            newest = self._one(f"{_PAST} where {his} order by received_seq desc limit 1", applicant_id)
            if newest is None or many is None:
                return PersonHistory()
            still_open = self._all(
                f"{_PAST} where {his} and state in ({_STATES}) order by received_seq desc limit {MOST_OPEN}",
                applicant_id,
            )
        names = self._texts.names()
        return PersonHistory(
            count=many["many"],
            newest=_past(newest, names),
            applicant=self.case(newest["case_code"]).intake.applicant,
            open=tuple(_past(row, names) for row in still_open),
        )

    def guided_slips(self, day: date) -> list[Guided]:
        """Return the slips given on `day` to people who were not received, newest first."""
        with known_errors():
            rows = self._all(
                "select seq from slip where case_code is null and at >= ? and at < ? order by at desc, seq desc",
                day.isoformat(),
                (day + timedelta(days=1)).isoformat(),
            )
        return [self.guided(row["seq"]) for row in rows]

    def paper_number(self, case_code: str) -> PaperNumber | None:
        """Return a number that was set aside for paper."""
        row = self._one(f"{_ASIDE} where p.case_code = ?", case_code)
        return _paper_number(row) if row else None

    def paper_numbers_unused(self) -> list[PaperNumber]:
        """Return what was set aside for paper and not keyed in yet, by day and serial."""
        rows = self._all(f"{_ASIDE} where used_seq is null order by received_on, serial limit 1000")
        return [_paper_number(row) for row in rows]

    def code_beside(self, superior_code: str) -> str:
        """Return our code of the case that has this code of the superior's; empty when none."""
        row = self._one(
            "select case_code from case_record where superior_code = ? and superior_code <> '' and state <> 'voided'",
            superior_code,
        )
        return row["case_code"] if row else ""


def _past(row: Mapping[str, Any], names: Mapping[tuple[int, str], str]) -> PastCase:
    due = row["due_at"]
    return PastCase(
        code=row["case_code"],
        procedure_code=row["procedure_code"],
        procedure_name=names.get((row["catalogue_version"], row["procedure_code"]), row["procedure_code"]),
        state=State(row["state"]),
        received_at=datetime.fromisoformat(row["received_at"]),
        due_at=datetime.fromisoformat(due) if due else None,
    )


def _paper_number(row: Mapping[str, Any]) -> PaperNumber:
    return PaperNumber(
        case_code=row["case_code"],
        day=date.fromisoformat(row["received_on"]),
        serial=row["serial"],
        aside_at=datetime.fromisoformat(row["at"]),
        used=row["used_seq"] is not None,
    )
