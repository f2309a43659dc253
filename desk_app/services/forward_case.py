"""Send a case on to an officer, another agency or the superior, and take it back."""

from __future__ import annotations

from dataclasses import replace

from desk_app.domain import act_bodies
from desk_app.domain.bodies import filled
from desk_app.domain.case_clock import forward_by
from desk_app.domain.errors import AlreadyForwarded, IntakeIncomplete, NotForwarded
from desk_app.domain.lifecycle import ActName
from desk_app.domain.ports import Clock, Store
from desk_app.domain.turns import Forward
from desk_app.domain.words import Words
from desk_app.services.acting import acting
from desk_app.services.receive_case import Rules


def forward_case(
    case_code: str, sent: Forward, *, staff: str, rules: Rules, store: Store, clock: Clock
) -> None:
    """Append where the case goes, with the latest moment that the law gives for it (Đ.18.2); a control slip goes along.

    Raises:
        IntakeIncomplete: nobody to send it to.
        AlreadyForwarded: it is not at the desk, so the desk cannot send it.
    """
    if not sent.to.strip():
        raise IntakeIncomplete(missing=Words("nơi nhận"))
    with acting(ActName.FORWARD, case_code, staff=staff, store=store, clock=clock) as act:
        away = act.case.away
        if away is not None:
            raise AlreadyForwarded(case_code=case_code, to=away.to, when=f"{away.at:%H:%M %d/%m/%Y}")
        first = not act.case.forwards
        latest = forward_by(act.case.complete_at, rules.rules_of(act.case), rules.calendar)
        told = replace(
            sent,
            to=" ".join(sent.to.split()),
            by_when=latest.due_at if first else None,
            slip_number=act.slip_number() if first else 0,  # one control slip goes with the case all the way
        )
        act.append(act_bodies.forward_body(told))


def take_back(case_code: str, note: str, *, staff: str, store: Store, clock: Clock) -> None:
    """Append that the case came back to the desk.

    Raises:
        NotForwarded: it is at the desk already.
    """
    with acting(ActName.TAKE_BACK, case_code, staff=staff, store=store, clock=clock) as act:
        if act.case.away is None:
            raise NotForwarded(case_code=case_code)
        act.append(filled(note=" ".join(note.split())))
