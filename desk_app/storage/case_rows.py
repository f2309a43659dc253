"""One row a case, made from its whole life each time something happens to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from desk_app.domain.case import Case
from desk_app.domain.happening import Told
from desk_app.domain.life import live
from desk_app.domain.moment import iso
from desk_app.domain.procedure import ProcedureTexts
from desk_app.domain.undoing import standing
from desk_app.storage.event_log import body_of, events_of
from wire.event import Event

_SERIAL = re.compile(r"(\d+)$")


def told(events: Iterable[Event]) -> list[Told]:
    """Return events as the domain hears them; those whose retention ended say nothing more."""
    return [
        Told(
            seq=event.seq,
            kind=event.kind,
            at=datetime.fromisoformat(event.at),
            staff=event.staff,
            body=body_of(event),
        )
        for event in events
        if event.body
    ]


def case_row(
    database: Database, case_code: str, until: Event
) -> tuple[Case, dict[str, Any], Mapping[int, int]] | None:
    """Return a case as it was after event `until`, its row, and what was taken back (see domain/undoing.py).

    None when the beginning of its life was emptied.
    """
    life = told(event for event in events_of(database, case_code) if event.seq <= until.seq)
    if not life or life[0].kind != "received":
        return None
    case = live(case_code, life, _no_texts)  # rows need no words of the catalogue
    applicant = case.intake.applicant
    serial = _SERIAL.search(case_code)
    row = {
        "received_seq": life[0].seq,
        "case_code": case_code,
        "state": case.state.value,
        "catalogue_version": case.catalogue_version,
        "procedure_code": case.intake.procedure_code,
        "applicant_name": applicant.name,
        "applicant_id": applicant.id,
        "received_at": iso(case.received_at),
        "received_by": case.received_by,
        "received_on": case.received_at.date().isoformat(),
        "serial": int(serial[1]) if serial else 0,
        "due_at": iso(case.due_at) if case.due_at else None,
        "open_due_at": iso(case.open_due_at) if case.open_due_at else None,
        "waits_until": _waits_until(case),
        "local_due_at": iso(case.open_local_due_at) if case.open_local_due_at else None,
        "unsent_since": iso(case.unsent_since) if case.unsent_since else None,
        "at_once": int(case.intake.at_once),
        "money": case.money.state.value,
        "register_book": case.register_book,
        "register_number": case.register_number,
        "completed_at": iso(case.completed_at) if case.completed_at else None,
        "result_number": case.result_number,
        "superior_code": case.superior_code,
        "receipts_printed": case.receipts_printed,
    }
    return case, row, standing(life).gone


def _waits_until(case: Case) -> str | None:
    """Return until when the citizen may bring what is missing; None when nobody waits for it."""
    open_ = case.supplements[-1] if case.supplements and case.supplements[-1].taken_at is None else None
    return open_.until.isoformat() if open_ and open_.until and case.state.value == "waiting" else None


def _no_texts(version: int, code: str) -> ProcedureTexts:
    del version
    return ProcedureTexts(name=code, field="")
