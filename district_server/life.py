"""How events move a case between the national states (TrangThaiHoSo); kinds that are not here move none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from district_server import bodies

REFUSED, PROCESSING, SUPPLEMENT_WAITING, PAYMENT_WAITING = 3, 4, 5, 6
WITHDRAWN, STOPPED, RESULT_WAITING, RETURNED = 7, 8, 9, 10
CLOSED, VOIDED = 108, 208  # STOPPED by the national code; a citizen reads which of them it is
BEFORE_DECISION = (PROCESSING, SUPPLEMENT_WAITING, PAYMENT_WAITING)
OPEN = (PROCESSING, SUPPLEMENT_WAITING, PAYMENT_WAITING, RESULT_WAITING)


@dataclass(frozen=True, slots=True)
class Move:
    """From which states, and where to; `to` None = the state stays, only the due date may be another.

    `read_as` is what the citizens' page says where the national code says less.
    """

    since: tuple[int, ...]
    to: int | None
    read_as: int | None = None


MOVES = {
    "payment_requested": Move((PROCESSING,), PAYMENT_WAITING),
    "paid": Move((PAYMENT_WAITING,), PROCESSING),
    "supplement_requested": Move((PROCESSING,), SUPPLEMENT_WAITING),
    "supplemented": Move((SUPPLEMENT_WAITING,), PROCESSING),
    "closed_uncompleted": Move((SUPPLEMENT_WAITING,), STOPPED, read_as=CLOSED),
    "refused": Move((PROCESSING,), REFUSED),
    "extended": Move((PROCESSING,), None),
    "stopped": Move(BEFORE_DECISION, STOPPED),
    "withdrawn": Move(BEFORE_DECISION, WITHDRAWN),
    "completed": Move((PROCESSING,), RESULT_WAITING),
    "handed_over": Move((RESULT_WAITING,), RETURNED),
    "result_recalled": Move((RETURNED,), PROCESSING),
    "corrected": Move(OPEN, None),
    "voided": Move((PROCESSING,), STOPPED, read_as=VOIDED),
}
CAN_BE_UNDONE = frozenset((*MOVES, "forwarded", "returned_to_desk")) - {"corrected", "voided"}
ACTS = frozenset((*MOVES, "forwarded", "returned_to_desk", "fee_collected", "fee_cancelled"))
_BESIDE = frozenset(("corrected", "fee_collected", "fee_cancelled"))
_OF_THE_INTAKE = ("completed", "handed_over")  # of a case that was settled at once


def standing(
    told: Iterable[tuple[int, str, Mapping[str, Any]]],
) -> tuple[list[tuple[int, str]], dict[int, int]]:
    """Return the acts that stand (seq, kind), without the intake, and which act each good `undone` took back.

    `told` are (seq, kind, body) of a case in order. An `undone` that does not name the newest act takes nothing back.
    """
    acts: list[tuple[int, str]] = []
    gone: dict[int, int] = {}
    of_intake: tuple[str, ...] = ()
    for seq, kind, body in told:
        if kind == "received":
            of_intake = _OF_THE_INTAKE if body.get("at_once") is True else ()
        elif kind == "undone":
            if acts and acts[-1][0] == body.get("seq") and acts[-1][1] in CAN_BE_UNDONE:
                gone[seq] = acts.pop()[0]
        elif of_intake and kind == of_intake[0]:
            of_intake = of_intake[1:]
        elif kind in ACTS:
            acts.append((seq, kind))
    return acts, gone


def settled_at_once(received: Mapping[str, Any], acts: Iterable[tuple[int, str]]) -> bool:
    """Return whether a returned case was settled at once, only corrections and money following: then it may be voided.

    Receiving, settling and handing over were one act.
    """
    return received.get("at_once") is True and all(kind in _BESIDE for _, kind in acts)


def leads_to(kind: str, body: Mapping[str, Any], state: int) -> int:
    """Return the state after an event that `state` allows; half a supplement leaves the case waiting for the rest.

    Raises:
        BadBody.
    """
    to = MOVES[kind].to
    if to is None or (kind == "supplemented" and bodies.is_part(body)):
        return state
    return to


STATES = {  # what a citizen reads
    REFUSED: "Không được giải quyết, xin hỏi Bộ phận Một cửa",
    PROCESSING: "Đang được giải quyết",
    SUPPLEMENT_WAITING: "Chờ bổ sung giấy tờ",
    PAYMENT_WAITING: "Chờ nộp tiền",
    WITHDRAWN: "Đã rút hồ sơ",
    STOPPED: "Đã dừng giải quyết",
    CLOSED: "Đã đóng vì quá hạn bổ sung giấy tờ",
    VOIDED: "Mã hồ sơ đã hủy, xin hỏi Bộ phận Một cửa",
    RESULT_WAITING: "Đã có kết quả, mời đến nhận",
    RETURNED: "Đã trả kết quả",
}
