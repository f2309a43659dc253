"""A case (hồ sơ): what the clerk enters, and what is stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desk_app.domain.applicant import Applicant, Submitter
from desk_app.domain.case_money import CaseMoney
from desk_app.domain.component import Component
from desk_app.domain.fee import Channel
from desk_app.domain.news import Outcome, SuperiorWord
from desk_app.domain.reckoned import Reckoned
from desk_app.domain.scan import Scan
from desk_app.domain.slip import Slip, SlipKind
from desk_app.domain.turns import (
    Correction,
    Ending,
    Extension,
    Forward,
    PaymentAsked,
    Promise,
    Recall,
    Supplement,
    Taking,
)
from desk_app.domain.words import Words


class ReturnMethod(StrEnum):
    """Where the result goes (national code HinhThuc)."""

    DESK = "desk"
    POST = "post"


NATIONAL_CHANNEL = {Channel.DESK: 1, Channel.ONLINE: 2, Channel.POST: 3}


class Handing(StrEnum):
    """Where its result is (the delivery state)."""

    NOT_YET = "not_yet"
    AT_DESK = "at_desk"
    GONE_BY_POST = "gone_by_post"
    TAKEN = "taken"


class State(StrEnum):
    """Business state; DESIGN 5 maps it onto the national TrangThaiHoSo."""

    PROCESSING = "processing"
    PAYMENT_WAITING = "payment_waiting"
    WAITING = "waiting"  # for the citizen's supplement
    RESULT_WAITING = "result_waiting"
    RETURNED = "returned"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    STOPPED = "stopped"
    CLOSED = "closed"  # not completed in time
    VOIDED = "voided"  # its number is kept


NATIONAL_STATE = {
    State.PROCESSING: 4,
    State.PAYMENT_WAITING: 6,
    State.WAITING: 5,
    State.RESULT_WAITING: 9,
    State.RETURNED: 10,
    State.REFUSED: 3,
    State.WITHDRAWN: 7,
    State.STOPPED: 8,
    State.CLOSED: 8,
    State.VOIDED: 8,  # exported only when it had been sent, with a note
}
STATE_NAMES = {
    State.PROCESSING: Words("Đang xử lý"),
    State.PAYMENT_WAITING: Words("Chờ nộp tiền"),
    State.WAITING: Words("Chờ bổ sung"),
    State.RESULT_WAITING: Words("Chờ trả kết quả"),
    State.RETURNED: Words("Đã trả kết quả"),
    State.REFUSED: Words("Từ chối"),
    State.WITHDRAWN: Words("Đã rút"),
    State.STOPPED: Words("Đã dừng"),
    State.CLOSED: Words("Đã đóng"),
    State.VOIDED: Words("Đã hủy mã"),
}


_ACTS_AT_ONCE = 3  # received, completed, handed over


class Receiver(StrEnum):
    """Who took the result."""

    APPLICANT = "applicant"
    PROXY = "proxy"
    POST = "post"


class Shown(StrEnum):
    """What whoever took the result showed (NĐ 118/2025 Đ.6.2b); nothing where the post took it."""

    RECEIPT = "receipt"
    IDENTITY = "identity"  # the receipt is lost
    NOTHING = "nothing"


SHOWN_NAMES = {
    Shown.RECEIPT: Words("Giấy tiếp nhận"),
    Shown.IDENTITY: Words("Giấy tờ tùy thân (mất giấy tiếp nhận)"),
}


class Delivery(StrEnum):
    """Where the case stands with the superior."""

    WAITING = "waiting"
    ACKNOWLEDGED = "acknowledged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """What the clerk entered for one case; nothing here is numbered or stored yet.

    `term` is empty when nobody knows it; then there is no due moment. `term_by_law` is the statutory one where the
    commune promises less (cắt giảm), else empty. `fee` None = nobody set it.
    """

    applicant: Applicant
    submitter: Submitter
    procedure_code: str
    components: tuple[Component, ...]
    term: str = ""
    term_by_law: str = ""
    sets: int = 1
    fee: int | None = None
    return_method: ReturnMethod = ReturnMethod.DESK
    return_address: str = ""
    note: str = ""
    at_once: bool = False
    channel: Channel = Channel.DESK
    for_unit: str = ""  # code of the agency that decides, when it is not ours (phi địa giới)
    for_unit_name: str = ""
    superior_code: str = ""  # an online dossier's, given before ours
    paper_code: str = ""  # given on paper during a power cut; keyed in now
    received_at: datetime | None = None  # on that paper
    reckoned: Reckoned | None = None  # how the fee came about; None = it was typed
    sent_at: datetime | None = None  # when the citizen filed it online, where that is known


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver:
    """How the result left the desk. `post_code` = the postal operator's number of the parcel."""

    receiver: Receiver
    name: str = ""
    id: str = ""
    shown: Shown = Shown.NOTHING
    paper: str = ""  # by which a proxy is authorised
    post_code: str = ""
    slip_number: int = 0
    slip_wanted: bool = True
    at: datetime | None = None
    staff: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One stored case. Times are aware, whole seconds; `lookup` is the 6-character mã tra cứu.

    `local_due_at` is when the commune's own part of a two-stage term ends: None without one, and once it is sent on.
    """

    code: str
    intake: Intake
    procedure_name: str
    field: str
    state: State
    received_at: datetime
    received_by: str
    due_at: datetime | None
    catalogue_version: int
    calendar_version: int
    form_set: str
    register_book: str
    register_number: int
    slip_number: int
    lookup: str
    rules_version: int = 0
    local_due_at: datetime | None = None
    completed_at: datetime | None = None
    result_number: str = ""
    hand_over: HandOver | None = None
    promises: tuple[Promise, ...] = ()
    supplements: tuple[Supplement, ...] = ()
    payments: tuple[PaymentAsked, ...] = ()
    collected: tuple[Taking, ...] = ()
    forwards: tuple[Forward, ...] = ()
    extension: Extension | None = None
    ending: Ending | None = None
    recalls: tuple[Recall, ...] = ()
    corrections: tuple[Correction, ...] = ()
    slips: tuple[Slip, ...] = ()
    scans: tuple[Scan, ...] = ()  # attached and not taken off again
    acts: int = 0  # business events that stand
    superior_code: str = ""
    superior_words: tuple[SuperiorWord, ...] = ()
    delivery: Delivery = Delivery.WAITING
    refusal: str = ""
    own_forms: tuple[str, ...] | None = None  # the commune's, as its intake found them; None = not stored yet

    @property
    def entered_at(self) -> datetime:
        """Return when the case was keyed in: later than `received_at` where it was first written on paper."""
        return self.promises[0].at if self.promises else self.received_at

    @property
    def away(self) -> Forward | None:
        """Return the forwarding from which the case has not come back, None while it is at the desk."""
        return self.forwards[-1] if self.forwards and self.forwards[-1].back_at is None else None

    @property
    def untouched(self) -> bool:
        """Return whether nothing was done since the intake; settling at once is part of it, and money stands apart."""
        money = sum(2 if taken.cancelled else 1 for taken in self.collected)
        return self.acts - money <= (_ACTS_AT_ONCE if self.intake.at_once else 1)

    @property
    def open_due_at(self) -> datetime | None:
        """Return the moment that is still owed; None while a clock stands or nothing is owed."""
        return self.due_at if self.state is State.PROCESSING else None

    @property
    def open_local_due_at(self) -> datetime | None:
        """Return by when the commune still owes its own part; None while a clock stands or nothing of it is owed."""
        return self.local_due_at if self.state is State.PROCESSING else None

    @property
    def complete_at(self) -> datetime:
        """Return since when the desk has had all it needs: the receipt, or what was awaited last."""
        came = [one.taken_at for one in self.supplements] + [one.paid_at for one in self.payments]
        return max([self.received_at, *(at for at in came if at is not None)])

    @property
    def unsent_since(self) -> datetime | None:
        """Return since when a case could have been sent on and never was; None where nothing is to be sent."""
        done = self.intake.at_once or self.forwards or self.recalls
        return None if done or self.state is not State.PROCESSING else self.complete_at

    @property
    def result_above(self) -> SuperiorWord | None:
        """Return the superior's word that the result is there, while the desk has not recorded it."""
        results = [word for word in self.superior_words if word.outcome is Outcome.RESULT]
        if not results or self.state is not State.PROCESSING:
            return None
        recalled = self.recalls[-1].at if self.recalls else None
        return None if recalled and results[-1].at and results[-1].at < recalled else results[-1]

    @property
    def money(self) -> CaseMoney:
        """Return what it owes and what was taken for it."""
        reckoned = self.intake.reckoned
        return CaseMoney(
            fee=self.intake.fee,
            freed=bool(reckoned and reckoned.exemption),
            payments=self.payments,
            collected=self.collected,
        )

    @property
    def handing(self) -> Handing:
        """Return where the result is."""
        if self.state is State.RESULT_WAITING:
            return Handing.AT_DESK
        if self.state is not State.RETURNED or self.hand_over is None:
            return Handing.NOT_YET
        return Handing.GONE_BY_POST if self.hand_over.receiver is Receiver.POST else Handing.TAKEN

    @property
    def receipts_printed(self) -> int:
        """Return how often the receipt in force was printed."""
        return self._printed(SlipKind.RECEIPT)

    @property
    def return_slips_printed(self) -> int:
        """Return how often the return slip in force was printed."""
        return self._printed(SlipKind.RETURN_SLIP)

    def slip(self, kind: SlipKind) -> Slip | None:
        """Return the slip of a kind that is in force: the newest whose act still stands."""
        return next((slip for slip in reversed(self.slips) if slip.kind is kind and self._stands(slip)), None)

    def _stands(self, slip: Slip) -> bool:
        """Return whether what a slip tells was neither recalled, cancelled nor taken back."""
        if slip.undone:
            return False
        if slip.kind is SlipKind.RETURN_SLIP:
            return self.hand_over is not None or self.state is State.WITHDRAWN
        if slip.kind is SlipKind.FEE_NOTE:
            return not any(taken.cancelled and taken.seq == slip.seq for taken in self.collected)
        return True

    def _printed(self, kind: SlipKind) -> int:
        slip = self.slip(kind)
        return slip.printed if slip else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """One line of the list of cases. `delivery` is where its last event stands."""

    code: str
    procedure_name: str
    applicant_name: str
    masked_id: str
    received_at: datetime
    due_at: datetime | None
    state: State
    delivery: Delivery
    receipts_printed: int
    at_once: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """One act on a case, as its page shows it."""

    seq: int
    kind: str
    at: datetime
    staff: str
    detail: str = ""
    acknowledged: bool = False
    undone: bool = False  # taken back by a later one
