"""What may happen to a case, when, by whom, and what follows: the table of DESIGN 5 as data.

The business state stands apart from the money, the delivery of the result and the exchange with the superior.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from desk_app.domain.case import NATIONAL_STATE, STATE_NAMES, State
from desk_app.domain.errors import NotAllowedNow, NotYourRole
from desk_app.domain.happening import Kind
from desk_app.domain.slip import SlipKind
from desk_app.domain.staff import ROLE_NAMES, Role
from desk_app.domain.words import Words


class ActName(StrEnum):
    """One row of the table (two where DESIGN 5 puts two acts into one row)."""

    RECEIVE = "receive"
    RECEIVE_AT_ONCE = "receive_at_once"
    REQUEST_COMPLETION = "request_completion"
    NOT_RECEIVE = "not_receive"
    REQUEST_PAYMENT = "request_payment"
    TAKE_PAYMENT = "take_payment"
    REQUEST_SUPPLEMENT = "request_supplement"
    TAKE_SUPPLEMENT = "take_supplement"
    DO_WITHOUT = "do_without"
    CLOSE_UNCOMPLETED = "close_uncompleted"
    REFUSE = "refuse"
    FORWARD = "forward"
    TAKE_BACK = "take_back"
    EXTEND = "extend"
    STOP = "stop"
    WITHDRAW = "withdraw"
    COMPLETE = "complete"
    HAND_OVER = "hand_over"
    RECALL_RESULT = "recall_result"
    CORRECT = "correct"
    VOID = "void"


OPEN = (State.PROCESSING, State.PAYMENT_WAITING, State.WAITING, State.RESULT_WAITING)
BEFORE_DECISION = (State.PROCESSING, State.PAYMENT_WAITING, State.WAITING)
ENDED = tuple(state for state in State if state not in OPEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What may be done from `since` (empty = nothing is there yet), what it appends and where it leads.

    `to` None = the state stays; `roles`: any one of them; `paper` is printed after it, `again` = marked
    as a re-issue. `name` is what the button says. Half a supplement leaves the case where it is (domain/life.py).
    """

    act: ActName
    name: Words
    since: tuple[State, ...]
    events: tuple[Kind, ...]
    roles: tuple[Role, ...]
    to: State | None = None
    paper: SlipKind | None = None
    a_case: bool = True

    @property
    def national(self) -> int | None:
        """Return the national TrangThaiHoSo after the act; None where it stays or there is no case."""
        return NATIONAL_STATE[self.to] if self.to is not None else None


_RECEIVE, _PROCESS, _LEAD = Role.RECEIVE, Role.PROCESS, Role.LEAD
_TABLE = (
    Act(act=ActName.RECEIVE, name=Words("Tiếp nhận"), since=(), events=(Kind.RECEIVED,), roles=(_RECEIVE,),
        to=State.PROCESSING, paper=SlipKind.RECEIPT),
    Act(act=ActName.RECEIVE_AT_ONCE, name=Words("Tiếp nhận và trả ngay"), since=(), roles=(_RECEIVE,),
        events=(Kind.RECEIVED, Kind.COMPLETED, Kind.HANDED_OVER), to=State.RETURNED),
    Act(act=ActName.REQUEST_COMPLETION, name=Words("Yêu cầu bổ sung"), since=(), events=(Kind.COMPLETION_REQUESTED,),
        roles=(_RECEIVE,), paper=SlipKind.COMPLETION, a_case=False),
    Act(act=ActName.NOT_RECEIVE, name=Words("Từ chối tiếp nhận"), since=(), events=(Kind.NOT_RECEIVED,),
        roles=(_RECEIVE,), paper=SlipKind.REFUSAL, a_case=False),
    Act(act=ActName.REQUEST_PAYMENT, name=Words("Thông báo nghĩa vụ tài chính"), since=(State.PROCESSING,),
        events=(Kind.PAYMENT_REQUESTED,), roles=(_RECEIVE, _PROCESS), to=State.PAYMENT_WAITING,
        paper=SlipKind.PAYMENT_NOTICE),
    Act(act=ActName.TAKE_PAYMENT, name=Words("Ghi nhận đã nộp tiền"), since=(State.PAYMENT_WAITING,),
        events=(Kind.PAID,), roles=(_RECEIVE, _PROCESS), to=State.PROCESSING),
    Act(act=ActName.REQUEST_SUPPLEMENT, name=Words("Yêu cầu bổ sung"), since=(State.PROCESSING,),
        events=(Kind.SUPPLEMENT_REQUESTED,), roles=(_PROCESS, _LEAD), to=State.WAITING, paper=SlipKind.COMPLETION),
    Act(act=ActName.TAKE_SUPPLEMENT, name=Words("Nhận bổ sung"), since=(State.WAITING,), events=(Kind.SUPPLEMENTED,),
        roles=(_RECEIVE,), to=State.PROCESSING, paper=SlipKind.RECEIPT),
    Act(act=ActName.DO_WITHOUT, name=Words("Không cần bổ sung nữa"), since=(State.WAITING,),
        events=(Kind.SUPPLEMENTED,), roles=(_PROCESS,), to=State.PROCESSING, paper=SlipKind.RECEIPT),
    Act(act=ActName.CLOSE_UNCOMPLETED, name=Words("Đóng vì không bổ sung"), since=(State.WAITING,),
        events=(Kind.CLOSED_UNCOMPLETED,), roles=(_RECEIVE, _PROCESS), to=State.CLOSED,
        paper=SlipKind.CLOSING_NOTICE),
    Act(act=ActName.REFUSE, name=Words("Từ chối giải quyết"), since=(State.PROCESSING,), events=(Kind.REFUSED,),
        roles=(_PROCESS, _LEAD), to=State.REFUSED, paper=SlipKind.REFUSAL),
    Act(act=ActName.FORWARD, name=Words("Chuyển xử lý"), since=(State.PROCESSING,), events=(Kind.FORWARDED,),
        roles=(_RECEIVE, _PROCESS), paper=SlipKind.CONTROL),
    Act(act=ActName.TAKE_BACK, name=Words("Nhận lại"), since=(State.PROCESSING,), events=(Kind.RETURNED_TO_DESK,),
        roles=(_RECEIVE, _PROCESS)),
    Act(act=ActName.EXTEND, name=Words("Xin lỗi và gia hạn"), since=(State.PROCESSING,), events=(Kind.EXTENDED,),
        roles=(_LEAD, _PROCESS), paper=SlipKind.EXTENSION),
    Act(act=ActName.STOP, name=Words("Dừng theo đề nghị"), since=BEFORE_DECISION, events=(Kind.STOPPED,),
        roles=(_PROCESS, _LEAD), to=State.STOPPED, paper=SlipKind.STOP_NOTICE),
    Act(act=ActName.WITHDRAW, name=Words("Rút hồ sơ"), since=BEFORE_DECISION, events=(Kind.WITHDRAWN,),
        roles=(_RECEIVE,), to=State.WITHDRAWN, paper=SlipKind.RETURN_SLIP),
    Act(act=ActName.COMPLETE, name=Words("Ghi nhận đã có kết quả"), since=(State.PROCESSING,), events=(Kind.COMPLETED,),
        roles=(_RECEIVE, _PROCESS), to=State.RESULT_WAITING),
    Act(act=ActName.HAND_OVER, name=Words("Trả kết quả"), since=(State.RESULT_WAITING,), events=(Kind.HANDED_OVER,),
        roles=(_RECEIVE,), to=State.RETURNED, paper=SlipKind.RETURN_SLIP),
    Act(act=ActName.RECALL_RESULT, name=Words("Thu hồi kết quả sai"), since=(State.RETURNED,),
        events=(Kind.RESULT_RECALLED,), roles=(_PROCESS, _LEAD), to=State.PROCESSING, paper=SlipKind.RECALL),
    Act(act=ActName.CORRECT, name=Words("Sửa hồ sơ"), since=OPEN, events=(Kind.CORRECTED,), roles=(_RECEIVE, _PROCESS),
        paper=SlipKind.RECEIPT),
    Act(act=ActName.VOID, name=Words("Hủy mã trong ngày"), since=(State.PROCESSING,), events=(Kind.VOIDED,),
        roles=(_RECEIVE, _LEAD), to=State.VOIDED),
)  # fmt: skip
ACTS = {act.act: act for act in _TABLE}


def acts_in(state: State, roles: Iterable[Role]) -> tuple[Act, ...]:
    """Return what somebody with these roles may do with a case in `state`, in the order of the table."""
    held = frozenset(roles)
    return tuple(act for act in _TABLE if state in act.since and held & frozenset(act.roles))


def demand(act: ActName, state: State | None, roles: Iterable[Role], case_code: str = "") -> Act:
    """Return the row of an act that is allowed; `state` None = there is no case yet.

    Raises:
        NotAllowedNow: the case is in another state.
        NotYourRole: none of the roles that the act needs.
    """
    row = ACTS[act]
    if (state is None) != (not row.since) or (state is not None and state not in row.since):
        raise NotAllowedNow(
            case_code=case_code, state=STATE_NAMES[state] if state else Words("chưa tiếp nhận")
        )
    if not frozenset(roles) & frozenset(row.roles):
        raise NotYourRole(act=row.name, roles=tuple(ROLE_NAMES[role] for role in row.roles))
    return row
