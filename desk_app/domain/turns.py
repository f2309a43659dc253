"""The turns that a case's life can take, as the clerk enters them and as the log tells them again.

`at`, `by` (login) and `slip_number` are the event's own: empty until it is stored.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desk_app.domain.component import Component
from desk_app.domain.payment import PaymentWay
from desk_app.domain.words import Words


class Stage(StrEnum):
    """When a supplement is asked for: one request a stage (NĐ 118/2025 Đ.16, 19.5)."""

    ENTRY = "entry"  # kiểm tra đầu vào
    APPRAISAL = "appraisal"  # thẩm định
    SECTOR = "sector"  # theo luật chuyên ngành


STAGE_NAMES = {
    Stage.ENTRY: Words("kiểm tra đầu vào"),
    Stage.APPRAISAL: Words("thẩm định"),
    Stage.SECTOR: Words("theo luật chuyên ngành"),
}


class Bound(StrEnum):
    """Where a case is forwarded."""

    OFFICER = "officer"
    AGENCY = "agency"
    SUPERIOR = "superior"  # liên thông


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What came of a supplement in one go; `missing` is what was still to come after it."""

    papers: tuple[Component, ...]
    missing: tuple[Component, ...] = ()
    at: datetime | None = None
    by: str = ""
    slip_number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplement:
    """What the citizen must bring; `leader` names who agreed to ask again within one stage.

    `taken_at` is when all was there, or `let_go` of: the rest that somebody decided, for `why_not`, to do without.
    """

    papers: tuple[Component, ...]
    reason: str
    stage: Stage = Stage.APPRAISAL
    leader: str = ""
    until: date | None = None
    at: datetime | None = None
    by: str = ""
    slip_number: int = 0
    late: bool = False  # asked later than the rule allows: still made, told in the figures
    taken_at: datetime | None = None
    parts: tuple[Part, ...] = ()
    let_go: tuple[Component, ...] = ()
    why_not: str = ""

    @property
    def taken(self) -> tuple[Component, ...]:
        """Return what came so far."""
        return tuple(paper for part in self.parts for paper in part.papers)

    @property
    def missing(self) -> tuple[Component, ...]:
        """Return what is still to come."""
        if self.taken_at is not None:
            return ()
        return self.parts[-1].missing if self.parts else self.papers


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentAsked:
    """A financial obligation (nghĩa vụ tài chính) in đồng; `lapsed_at` = the case ended before anybody paid."""

    amount: int
    what: str
    at: datetime | None = None
    by: str = ""
    slip_number: int = 0
    paid_at: datetime | None = None
    lapsed_at: datetime | None = None

    @property
    def open(self) -> bool:
        """Return whether it is still to be paid."""
        return self.paid_at is None and self.lapsed_at is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Taking:
    """Money taken, in đồng; the biên lai's form, sign and number are recorded as they stand, never made up.

    `obligation` = for a financial obligation that was notified, else for the fee of the case.
    """

    amount: int
    way: PaymentWay = PaymentWay.CASH
    receipt_form: str = ""
    receipt_sign: str = ""
    receipt_number: str = ""
    payer: str = ""
    exemption: str = ""  # the reason when nothing, or less, was taken
    at: datetime | None = None
    by: str = ""
    seq: int = 0
    slip_number: int = 0
    cancelled: str = ""  # the reason
    obligation: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Forward:
    """On its way to an officer, another agency or the superior; `by_when` = the latest moment to send it."""

    to: str
    bound: Bound = Bound.OFFICER
    note: str = ""
    by_when: datetime | None = None
    at: datetime | None = None
    by: str = ""
    slip_number: int = 0
    back_at: datetime | None = None
    back_note: str = ""
    back_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """The one new date that a late case may have (NĐ 118/2025 Đ.19.6); `signer` signs Mẫu 04."""

    new_due: datetime
    reason: str
    signer: str
    signer_title: str = ""
    old_due: datetime | None = None
    late: bool = False  # told later than a day before the old date
    at: datetime | None = None
    by: str = ""
    slip_number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """How a case ended without a result: refused, stopped, withdrawn, closed or voided."""

    reason: str
    signer: str = ""
    signer_title: str = ""
    papers_back: bool = False
    at: datetime | None = None
    by: str = ""
    slip_number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Recall:
    """A result found wrong; it comes back corrected by `due_at` (NĐ 118/2025 Đ.23)."""

    reason: str
    result_number: str = ""
    due_at: datetime | None = None
    at: datetime | None = None
    by: str = ""
    slip_number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What was put right and why; `replaces` = number of the receipt that the new one takes the place of."""

    reason: str
    fields: tuple[str, ...] = ()
    replaces: int = 0
    at: datetime | None = None
    by: str = ""
    slip_number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A due moment that was promised, and by which event: the newest rules."""

    due_at: datetime | None
    since: str  # kind of the event
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Guidance:
    """Told to a citizen instead of receiving: what to complete (Mẫu 02) or why not (Mẫu 03)."""

    reason: str
    papers: tuple[Component, ...] = ()
    guide: str = ""  # whom to ask
    phone: str = ""
