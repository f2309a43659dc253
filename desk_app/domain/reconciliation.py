"""Bảng kê đối soát: what the desk's log says of a day beside what the superior acknowledged of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from desk_app.domain.words import Words

KINDS = ("received", "completed", "handed_over")
KIND_NAMES = {
    "received": Words("tiếp nhận"),
    "completed": Words("có kết quả"),
    "handed_over": Words("trả kết quả"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCase:
    """A case that something happened to on one day: `done` are KINDS of it, `held` those that a superior holds."""

    code: str
    procedure_code: str
    done: frozenset[str]
    held: frozenset[str]
    refused: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many cases; `desk` and `superior` by KINDS."""

    desk: Mapping[str, int]
    superior: Mapping[str, int]
    refused: int = 0

    @property
    def differs(self) -> bool:
        """Return whether the two sides count otherwise."""
        return any(self.desk[kind] != self.superior[kind] for kind in KINDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureLine:
    """One procedure of the day."""

    procedure_code: str
    procedure_name: str
    counts: Counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A case that the two sides tell otherwise: KINDS that only one of them has."""

    case_code: str
    only_desk: tuple[str, ...] = ()
    only_superior: tuple[str, ...] = ()
    refused: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciliation:
    """The sheet's content.

    `asked_at` = when the superior said what it holds; None = by its last signed word alone, of `confirmed_at`, and
    `why_not` says why it was not asked. Hashes are those of the events at the two seqs, 32 bytes.
    """

    day: date
    lines: tuple[ProcedureLine, ...]
    total: Counts
    differences: tuple[Difference, ...]
    head_seq: int
    head_hash: bytes
    acknowledged_seq: int
    acknowledged_hash: bytes
    confirmed_at: datetime | None
    asked_at: datetime | None = None
    why_not: str = ""

    @property
    def agrees(self) -> bool:
        """Return whether the superior holds the whole log and tells the day as we do."""
        return not self.differences and self.head_seq == self.acknowledged_seq


def lines_of(cases: Sequence[DayCase], name_of: Callable[[str], str]) -> tuple[ProcedureLine, ...]:
    """Return a line a procedure, by its code."""
    codes = sorted({case.procedure_code for case in cases})
    return tuple(
        ProcedureLine(
            procedure_code=code,
            procedure_name=name_of(code) if code else "",
            counts=counts_of(case for case in cases if case.procedure_code == code),
        )
        for code in codes
    )


def counts_of(cases: Iterable[DayCase]) -> Counts:
    """Return what these cases come to."""
    all_ = list(cases)
    return Counts(
        desk={kind: sum(kind in case.done for case in all_) for kind in KINDS},
        superior={kind: sum(kind in case.held for case in all_) for kind in KINDS},
        refused=sum(case.refused for case in all_),
    )


def differences_of(cases: Iterable[DayCase]) -> tuple[Difference, ...]:
    """Return the cases that the two sides tell otherwise, by code."""
    found = [
        Difference(
            case_code=case.code,
            only_desk=tuple(kind for kind in KINDS if kind in case.done - case.held),
            only_superior=tuple(kind for kind in KINDS if kind in case.held - case.done),
            refused=case.refused,
        )
        for case in sorted(cases, key=lambda case: case.code)
    ]
    return tuple(one for one in found if one.only_desk or one.only_superior or one.refused)
