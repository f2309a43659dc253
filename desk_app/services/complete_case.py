"""Record that a result has arrived (kết quả đã có, chờ trả)."""

from __future__ import annotations

from desk_app.domain import bodies
from desk_app.domain.lifecycle import ActName
from desk_app.domain.ports import Clock, Store
from desk_app.services.acting import acting


def complete_case(case_code: str, result_number: str, *, staff: str, store: Store, clock: Clock) -> None:
    """Append that the result of a case is here; `result_number` is the number on it, or empty.

    Raises:
        NotAllowedNow: the case is not being processed.
    """
    with acting(ActName.COMPLETE, case_code, staff=staff, store=store, clock=clock) as act:
        act.append(bodies.completed_body(result_number.strip()))
