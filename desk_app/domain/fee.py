"""Fees (phí, lệ phí) as rows: what an instrument lets a desk take, for what, from which day on.

Three layers, nearest first: the commune's own, the province's, the national ones. What no row sets is
unknown, never 0.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum, StrEnum

from desk_app.domain.folding import fold
from desk_app.domain.words import Words


class FeeKind(StrEnum):
    """Which of the two the law tells apart; they are accounted for apart."""

    FEE = "fee"
    CHARGE = "charge"


OWN_INSTRUMENT = Words("Mức thu do xã khai")
KIND_NAMES = {FeeKind.FEE: Words("Phí"), FeeKind.CHARGE: Words("Lệ phí")}


class FeeBasis(StrEnum):
    """What an amount is multiplied with. UNSET rows carry exemptions, and say who has to set the amount."""

    CASE = "case"
    COPY = "copy"
    PAGE = "page"
    FIXED = "fixed"
    UNSET = "unset"


class Channel(StrEnum):
    """How the case comes in; amounts may differ."""

    DESK = "desk"
    POST = "post"
    ONLINE = "online"


class FeeScope(IntEnum):
    """Whose row it is; the nearer one decides."""

    NATIONAL = 0
    PROVINCE = 1
    COMMUNE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemption:
    """Whose fee is not taken; `words` go on paper. Dates are the instrument's own, both inclusive."""

    id: str
    words: str
    instrument: str = ""
    valid_from: date = date.min
    valid_to: date | None = None
    verified: bool = False

    def in_force(self, day: date) -> bool:
        """Return whether it may be given on `day`."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageStep:
    """From page `first` of a copy on, `amount` đồng a page."""

    first: int
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeRow:
    """One amount in đồng. Rows of one `name` are alternatives, rows of different names add up.

    `name` is "Tên loại phí, lệ phí" of a biên lai; `choice` empty = whatever the case; `former_province`
    (code of the 63) where a merged province still has separate tables; dates are inclusive. `excludes` names
    exemptions that contradict the choice: who registers late is not in time.
    """

    id: str
    scope: FeeScope
    name: str
    kind: FeeKind
    procedures: frozenset[str]
    basis: FeeBasis
    instrument: str
    valid_from: date
    valid_to: date | None = None
    amount: int = 0
    steps: tuple[PageStep, ...] = ()
    most_per_copy: int | None = None
    unit: str = ""
    case_unit: str = ""
    choice: str = ""
    channels: frozenset[Channel] = frozenset(Channel)
    former_province: str = ""
    exemptions: tuple[Exemption, ...] = ()
    excludes: frozenset[str] = frozenset()
    verified: bool = False
    note: str = ""

    def in_force(self, day: date) -> bool:
        """Return whether the instrument lets this be taken on `day`."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    def fits(self, choice: str) -> bool:
        """Return whether the row speaks of this choice, or of all."""
        return not self.choice or fold(self.choice) == fold(choice)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeArea:
    """Where a province's table holds: `province` a code of the 34, `former_province` one of the 63."""

    province: str = ""
    former_province: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeTable:
    """All rows that may concern one commune, of any day; `version` names the files they were read from."""

    rows: tuple[FeeRow, ...] = ()
    version: str = ""

    def rows_of(self, procedure_code: str, day: date) -> tuple[FeeRow, ...]:
        """Return the rows of a procedure in force on `day`, in the order of the files."""
        return tuple(row for row in self.rows if procedure_code in row.procedures and row.in_force(day))

    def with_own(self, amounts: Mapping[str, int]) -> FeeTable:
        """Return the table with the commune's own amounts (procedure code to đồng) laid over.

        Each counts as the row that it stands over, on its channels: an amount a copy stays one a copy, and
        what costs nothing online goes on costing nothing online.
        """
        own = tuple(self._own(code, amounts[code]) for code in sorted(amounts))
        return replace(self, rows=(*self.rows, *own))

    def _own(self, code: str, amount: int) -> FeeRow:
        known = [row for row in self.rows if code in row.procedures and Channel.DESK in row.channels]
        beneath = max(known, key=lambda row: (row.basis is not FeeBasis.UNSET, row.valid_from), default=None)
        if beneath is None or len({row.name for row in known}) > 1:
            beneath = _bare(code)  # one amount for several fees has the name of none
        own = replace(
            beneath,
            id=f"own-{code}",
            scope=FeeScope.COMMUNE,
            procedures=frozenset({code}),
            instrument=OWN_INSTRUMENT,
            valid_from=date.min,
            valid_to=None,
            choice="",
            exemptions=(),
            excludes=frozenset(),
            verified=False,
            note="",
        )
        match beneath.basis:
            case FeeBasis.PAGE if beneath.steps[0].amount == amount:
                return own  # whoever types the amount of the first page means the table as it is
            case FeeBasis.PAGE:
                return replace(own, steps=(PageStep(first=1, amount=amount),))
            case FeeBasis.UNSET:
                return replace(own, basis=FeeBasis.CASE, amount=amount)
        return replace(own, amount=amount)


def _bare(code: str) -> FeeRow:
    return FeeRow(
        id=code,
        scope=FeeScope.COMMUNE,
        name=Words("Phí, lệ phí"),
        kind=FeeKind.CHARGE,
        procedures=frozenset({code}),
        basis=FeeBasis.UNSET,
        instrument=OWN_INSTRUMENT,
        valid_from=date.min,
    )


def clash(one: FeeRow, other: FeeRow) -> bool:
    """Return whether two rows of one table both answer one question: nobody could say which is meant."""
    return (
        one.scope is other.scope
        and one.name == other.name
        and fold(one.choice) == fold(other.choice)
        and not one.procedures.isdisjoint(other.procedures)
        and not one.channels.isdisjoint(other.channels)
        and (
            not one.former_province
            or not other.former_province
            or one.former_province == other.former_province
        )
        and one.valid_from <= (other.valid_to or date.max)
        and other.valid_from <= (one.valid_to or date.max)
    )
