"""A result was found wrong: it comes back and must be corrected in time (NĐ 118/2025 Đ.23)."""

from __future__ import annotations

from desk_app.domain import act_bodies
from desk_app.domain.case_clock import recalled_due
from desk_app.domain.errors import IntakeIncomplete
from desk_app.domain.lifecycle import ActName
from desk_app.domain.ports import Clock, Store
from desk_app.domain.turns import Recall
from desk_app.domain.words import Words
from desk_app.services.acting import acting
from desk_app.services.receive_case import Rules


def recall_result(
    case_code: str, reason: str, *, staff: str, rules: Rules, store: Store, clock: Clock
) -> None:
    """Append that the result comes back; the case is open again, with a new date.

    Raises:
        IntakeIncomplete: no reason.
    """
    if not reason.strip():
        raise IntakeIncomplete(missing=Words("lý do"))
    with acting(ActName.RECALL_RESULT, case_code, staff=staff, store=store, clock=clock) as act:
        due = recalled_due(act.at, rules.rules_of(act.case), rules.calendar).due_at
        recall = Recall(reason=" ".join(reason.split()), due_at=due, slip_number=act.slip_number())
        act.append(act_bodies.recall_body(recall))
