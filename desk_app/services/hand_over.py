"""Hand a result over (trả kết quả): to the applicant, a proxy, or by post."""

from __future__ import annotations

from dataclasses import replace

from desk_app.domain import bodies
from desk_app.domain.case import STATE_NAMES, HandOver, State
from desk_app.domain.errors import IntakeIncomplete, NotAllowedNow
from desk_app.domain.hand_over_check import check_hand_over
from desk_app.domain.happening import Happening, Kind
from desk_app.domain.ports import Clock, Store
from desk_app.domain.slip import SlipKind


def hand_over(case_code: str, taken: HandOver, *, staff: str, store: Store, clock: Clock) -> None:
    """Append who took the result; the return slip gets its number in the same transaction.

    A late case is handed over like any other: being overdue is no ground to refuse (NĐ 118 Đ.22).

    Raises:
        NotAllowedNow: no result is waiting.
        IntakeIncomplete: see `check_hand_over`.
    """
    if lacks := check_hand_over(taken):
        raise IntakeIncomplete(missing=tuple(lack.words for lack in lacks))
    with store.transaction() as books:
        state = books.case(case_code).state
        if state is not State.RESULT_WAITING:
            raise NotAllowedNow(case_code=case_code, state=STATE_NAMES[state])
        at = clock.now()
        numbered = replace(taken, slip_number=books.next_slip_number(SlipKind.RETURN_SLIP, at.year))
        books.append(
            Happening(
                kind=Kind.HANDED_OVER,
                at=at,
                staff=staff,
                body=bodies.handed_over_body(numbered),
                case_code=case_code,
            )
        )
