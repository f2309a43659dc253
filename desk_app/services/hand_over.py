"""Hand a result over (trả kết quả): to the applicant, a proxy, or by post."""

from __future__ import annotations

from dataclasses import replace

from desk_app.domain import bodies
from desk_app.domain.case import HandOver
from desk_app.domain.errors import IntakeIncomplete
from desk_app.domain.hand_over_check import check_hand_over
from desk_app.domain.lifecycle import ActName
from desk_app.domain.ports import Clock, Store
from desk_app.services.acting import acting


def hand_over(case_code: str, taken: HandOver, *, staff: str, store: Store, clock: Clock) -> None:
    """Append who took the result; the return slip gets its number in the same transaction.

    A late case is handed over like any other: being overdue is no ground to refuse (NĐ 118 Đ.22).

    Raises:
        NotAllowedNow: no result is waiting.
        IntakeIncomplete: see `check_hand_over`.
    """
    if lacks := check_hand_over(taken):
        raise IntakeIncomplete(missing=tuple(lack.words for lack in lacks))
    with acting(ActName.HAND_OVER, case_code, staff=staff, store=store, clock=clock) as act:
        act.append(bodies.handed_over_body(replace(taken, slip_number=act.slip_number())))
