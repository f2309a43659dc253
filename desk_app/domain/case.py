"""A case (hồ sơ): what the clerk enters, and what is stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desk_app.domain.applicant import Applicant, Submitter
from desk_app.domain.words import Words


class ReturnMethod(StrEnum):
    """Where the result goes (national code HinhThuc)."""

    DESK = "desk"
    POST = "post"


class State(StrEnum):
    """Business state; DESIGN 5 maps it onto the national TrangThaiHoSo."""

    PROCESSING = "processing"  # 4
    RESULT_WAITING = "result_waiting"  # 9
    RETURNED = "returned"  # 10


NATIONAL_STATE = {State.PROCESSING: 4, State.RESULT_WAITING: 9, State.RETURNED: 10}
STATE_NAMES = {
    State.PROCESSING: Words("Đang xử lý"),
    State.RESULT_WAITING: Words("Chờ trả kết quả"),
    State.RETURNED: Words("Đã trả kết quả"),
}


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
class Component:
    """One paper handed in, with its counts."""

    name: str
    originals: int = 1
    copies: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """What the clerk entered for one case; nothing here is numbered or stored yet.

    `term` is empty when nobody knows it; then there is no due moment. `fee` None = nobody set it.
    """

    applicant: Applicant
    submitter: Submitter
    procedure_code: str
    components: tuple[Component, ...]
    term: str = ""
    sets: int = 1
    fee: int | None = None
    return_method: ReturnMethod = ReturnMethod.DESK
    return_address: str = ""
    note: str = ""
    at_once: bool = False


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
    """One stored case. Times are aware, whole seconds; `lookup` is the 6-character mã tra cứu."""

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
    completed_at: datetime | None = None
    result_number: str = ""
    hand_over: HandOver | None = None
    receipts_printed: int = 0
    return_slips_printed: int = 0
    delivery: Delivery = Delivery.WAITING
    refusal: str = ""


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
