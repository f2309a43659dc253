"""The rules of time around a term, as data: each value with its instrument and the day it took effect."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from enum import StrEnum
from typing import Any

from desk_app.domain.errors import UnknownTerm
from desk_app.domain.term import read_term


class SupplementClock(StrEnum):
    """What a supplement does to the term."""

    RESTART = "restart"  # counted anew from the moment all is received
    PAUSE = "pause"  # what was left is counted on


class PaymentClock(StrEnum):
    """What waiting for a payment does to the term."""

    PAUSE = "pause"
    RUN = "run"


@dataclass(frozen=True, slots=True)
class Basis:
    """Where a value comes from; not `verified` = nobody has read it in the instrument itself."""

    text: str
    verified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeRules:
    """One version of the rules; terms are as `desk-app due` reads them. A case keeps that of its intake."""

    version: int
    effective_from: date
    supplement_clock: SupplementClock
    supplement_close: str  # term from the notice until the desk may close an uncompleted case
    supplement_request: str  # term from receipt in which a supplement may be asked for
    payment_clock: PaymentClock
    extensions_most: int
    extension_notice_days: int  # calendar days before the due date
    recall: str  # term in which a wrong result comes back corrected
    forward_cutoff: time
    online_answer: str  # term in which an online dossier is answered
    bases: Mapping[str, Basis]
    procedures: Mapping[str, Mapping[str, Any]]  # by code: what sector law says otherwise, same shape

    def of_procedure(self, code: str) -> TimeRules:
        """Return the rules with what sector law says otherwise for one procedure."""
        own = self.procedures.get(code, {})
        bases = {**self.bases, **{name: _basis(row) for name, row in own.items()}}
        return replace(self, **_values(own, own), bases=bases)

    def basis(self, name: str) -> str:
        """Return the instrument and article behind a value."""
        return self.bases[name].text

    def unverified(self) -> tuple[str, ...]:
        """Return the names of values that nobody has read in the instrument itself."""
        return tuple(name for name, basis in self.bases.items() if not basis.verified)


def time_rules_from(data: Mapping[str, Any]) -> TimeRules:
    """Read a rules file's JSON (resources/rules/).

    Raises:
        KeyError, TypeError, ValueError: the file is none, or a value is.
    """
    rows = data["rules"]
    rules = TimeRules(
        version=int(data["version"]),
        effective_from=date.fromisoformat(data["effective_from"]),
        bases={name: _basis(row) for name, row in rows.items()},
        procedures=data.get("procedures", {}),
        **_values(rows, _READ),
    )
    for code in rules.procedures:
        rules.of_procedure(code)  # a fault shows when the file is read, not at the desk
    return rules


def _basis(row: Mapping[str, Any]) -> Basis:
    if not row["basis"]:
        raise ValueError("a rule without its instrument")
    return Basis(str(row["basis"]), row["verified"] is True)


def _values(rows: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
    return {name: _READ[name](rows[name]["value"]) for name in names}


def _term(text: str) -> str:
    try:
        read_term(text)
    except UnknownTerm as error:
        raise ValueError(text) from error
    return text


_READ: Mapping[str, Callable[[Any], object]] = {
    "supplement_clock": SupplementClock,
    "supplement_close": _term,
    "supplement_request": _term,
    "payment_clock": PaymentClock,
    "extensions_most": int,
    "extension_notice_days": int,
    "recall": _term,
    "forward_cutoff": time.fromisoformat,
    "online_answer": _term,
}
