"""Apologise and give the one new date that a late case may have (Mẫu 04)."""

from __future__ import annotations

from dataclasses import replace

from desk_app.domain import act_bodies
from desk_app.domain.case_clock import extension
from desk_app.domain.errors import IntakeIncomplete, NothingDue
from desk_app.domain.lifecycle import ActName
from desk_app.domain.ports import Clock, Store
from desk_app.domain.turns import Extension
from desk_app.domain.words import Words
from desk_app.services.acting import acting
from desk_app.services.receive_case import Rules


def extend_case(
    case_code: str, asked: Extension, *, staff: str, rules: Rules, store: Store, clock: Clock
) -> None:
    """Append the new date (NĐ 118/2025 Đ.19.6). Told late, it is made all the same and stays overdue in the figures.

    Raises:
        IntakeIncomplete: no reason, or nobody signs.
        NothingDue: no date was promised.
        ExtensionUsedUp, ExtensionNotLater, ExtensionOnDayOff: by the rule (domain/case_clock.py).
    """
    if not asked.reason.strip() or not asked.signer.strip():
        raise IntakeIncomplete(missing=Words("lý do") if asked.signer.strip() else Words("người ký"))
    with acting(ActName.EXTEND, case_code, staff=staff, store=store, clock=clock) as act:
        case = act.case
        if case.due_at is None:
            raise NothingDue(case_code=case_code)
        checked = extension(
            due_at=case.due_at,
            new_due=asked.new_due.date(),
            now=act.at,
            done=1 if case.extension else 0,
            rules=rules.rules_of(case),
            calendar=rules.calendar,
        )
        told = replace(
            asked, new_due=checked.deadline.due_at, late=checked.late, slip_number=act.slip_number()
        )
        act.append(act_bodies.extension_body(told))
