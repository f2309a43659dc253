"""Record that a result has arrived (kết quả đã có, chờ trả)."""

from __future__ import annotations

from desk_app.domain import bodies
from desk_app.domain.case import STATE_NAMES, State
from desk_app.domain.errors import NotAllowedNow
from desk_app.domain.happening import Happening, Kind
from desk_app.domain.ports import Clock, Store


def complete_case(case_code: str, result_number: str, *, staff: str, store: Store, clock: Clock) -> None:
    """Append that the result of a case is here; `result_number` is the number on it, or empty.

    Raises:
        NotAllowedNow: the case is not being processed.
    """
    with store.transaction() as books:
        state = books.case(case_code).state
        if state is not State.PROCESSING:
            raise NotAllowedNow(case_code=case_code, state=STATE_NAMES[state])
        books.append(
            Happening(
                kind=Kind.COMPLETED,
                at=clock.now(),
                staff=staff,
                body=bodies.completed_body(result_number.strip()),
                case_code=case_code,
            )
        )
