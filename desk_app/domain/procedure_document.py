"""A procedure as a catalogue file writes it (one JSON object), read into the value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, TypeAlias

from desk_app.domain.deadline import read_term
from desk_app.domain.errors import UnknownTerm
from desk_app.domain.procedure import (
    DatedLevel,
    Procedure,
    ProcedureStatus,
    ProcessStep,
    RequiredComponent,
    TermChoice,
)

Entry: TypeAlias = Mapping[str, Any]

BLANK: Entry = {
    "name": "", "field_code": "", "field": "", "processing_time": {}, "fee": {}, "documents": [],
    "result": "", "detail_level": "name_only", "common": False, "at_once": False,
}  # fmt: skip
UNITS = {"ngày làm việc": "wd", "ngày": "d", "giờ": "h"}


def procedure_of(entry: Entry) -> Procedure:
    """Return the value of an entry.

    Raises:
        KeyError, TypeError, ValueError: it is none of ours.
    """
    fee = entry["fee"]
    varies = fee.get("varies_by_province", False)
    return Procedure(
        code=entry["code"],
        name=entry["name"],
        field_code=entry["field_code"],
        field=entry["field"],
        terms=tuple(
            _promised(choice, entry.get("commitments", ()))
            for choice in choices_of(entry["processing_time"])
            if _readable(choice.term)
        ),
        fee=None if varies else fee.get("amount_vnd"),
        fee_unit=fee.get("unit", ""),
        fee_text=fee.get("text", ""),
        fee_varies=varies,
        components=tuple(_component(paper) for paper in entry["documents"]),
        result=entry["result"],
        at_once=entry["at_once"],
        common=entry["common"],
        name_only=entry["detail_level"] == "name_only",
        code_suffix=entry.get("code_suffix", ""),
        status=ProcedureStatus(entry.get("status", ProcedureStatus.IN_FORCE)),
        effective_from=_day(entry.get("effective_from")),
        effective_to=_day(entry.get("effective_to")),
        replaced_by=tuple(entry.get("replaced_by", ())),
        decision=entry.get("decision", ""),
        absent_from=entry.get("absent_from", ""),
        levels=tuple(
            DatedLevel(level=at["level"], since=_day(at.get("from"))) for at in entry.get("levels", ())
        ),
        legal_basis=tuple(entry.get("legal_basis", ())),
        steps=tuple(_step(step) for step in entry.get("steps", ())),
        source=entry.get("source") or "",
        source_date=entry.get("source_date") or "",
    )


def choices_of(time: Entry) -> Iterator[TermChoice]:
    """Yield the usual term first, then those of special cases whose unit is known."""
    if usual := _term(time):
        yield TermChoice(term=usual, text=time.get("text", ""))
    for case in time.get("cases", ()):
        if term := _term(case):
            yield TermChoice(term=term, text=case["name"])
    for choice in time.get("choices", ()):  # as an import wrote them
        yield TermChoice(term=choice["term"], text=choice["text"])


def _promised(choice: TermChoice, commitments: Sequence[Entry]) -> TermChoice:
    """Return a choice with the shorter term that the decision has beside it ("sau cắt giảm")."""
    promised = next((one["promised"] for one in commitments if one["by_law"] == choice.term), "")
    if not promised or promised == choice.term or not _readable(promised):
        return choice
    return replace(choice, term=promised, term_by_law=choice.term)


def _readable(term: str) -> bool:
    """Tell whether this release reckons a term; one that it cannot stays a text, not a crash at the desk."""
    try:
        read_term(term)
    except UnknownTerm:
        return False
    return True


def _term(time: Entry) -> str:
    """Return a time as `desk-app due` reads it, empty when its unit is not known."""
    cutoff = time.get("cutoff_hour")
    if time.get("same_day"):
        return f"same-day@{cutoff or 15}"
    amount = _amount(time)
    return f"{amount}@{cutoff}" if amount and cutoff else amount


def _amount(time: Entry) -> str:
    if stages := time.get("stages"):  # they say more than their sum
        return "+".join(map(_amount, stages))
    if time.get("working_days"):
        return f"{time['working_days']}wd"
    if time.get("calendar_days"):
        return f"{time['calendar_days']}d"
    unit = (
        UNITS.get(time["unit"]) if "value" in time else None
    )  # a value without a unit is a fault of the file
    return f"{time['value']}{unit}" if unit else ""


def _component(paper: Entry) -> RequiredComponent:
    return RequiredComponent(
        name=paper["name"],
        originals=paper.get("originals") or 0,
        copies=paper.get("copies") or 0,
        required=paper.get("required", False),
        note=paper.get("note", ""),
        group=paper.get("group", ""),
        lookup_first=paper.get("lookup_first", False),
    )


def _step(step: Entry) -> ProcessStep:
    return ProcessStep(
        action=step["action"],
        role=step.get("role", ""),
        department=step.get("department", ""),
        minutes=step.get("minutes"),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
