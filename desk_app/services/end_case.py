"""End a case without a result: refuse, stop, withdraw, close what was not completed, void a number."""

from __future__ import annotations

from dataclasses import replace

from desk_app.domain import act_bodies
from desk_app.domain.amount import dong
from desk_app.domain.deed import may_void
from desk_app.domain.errors import IntakeIncomplete, MoneyStillTaken, NotYetClosable, TooLateToVoid
from desk_app.domain.lifecycle import ActName
from desk_app.domain.ports import Clock, Store
from desk_app.domain.turns import Ending
from desk_app.domain.words import Words
from desk_app.services.acting import Acting, acting


def refuse_case(case_code: str, ending: Ending, *, staff: str, store: Store, clock: Clock) -> None:
    """Append that the appraisal refuses, with the reason in words (NĐ 118/2025 Đ.19.3); gives Mẫu 03."""
    _end(ActName.REFUSE, case_code, ending, staff=staff, store=store, clock=clock)


def stop_case(case_code: str, ending: Ending, *, staff: str, store: Store, clock: Clock) -> None:
    """Append that the case stops on the citizen's request, before a decision (Đ.21); gives Mẫu 05 of 2025."""
    _end(ActName.STOP, case_code, ending, staff=staff, store=store, clock=clock)


def withdraw_case(case_code: str, ending: Ending, *, staff: str, store: Store, clock: Clock) -> None:
    """Append that the citizen takes the dossier back; the return slip lists the papers."""
    _end(ActName.WITHDRAW, case_code, ending, staff=staff, store=store, clock=clock)


def close_uncompleted(case_code: str, ending: Ending, *, staff: str, store: Store, clock: Clock) -> None:
    """Append that the supplement did not come in its time (Đ.19.5).

    Raises:
        NotYetClosable: the citizen still has days left.
    """
    with acting(ActName.CLOSE_UNCOMPLETED, case_code, staff=staff, store=store, clock=clock) as act:
        until = act.case.supplements[-1].until if act.case.supplements else None
        if until is not None and act.at.date() <= until:
            raise NotYetClosable(until=f"{until:%d/%m/%Y}")
        _append(act, ending)


def void_case(case_code: str, reason: str, *, staff: str, store: Store, clock: Clock) -> None:
    """Append that a number given today was given by mistake; it is kept and never given again.

    Raises:
        TooLateToVoid: another day than that of the intake (or of its keying in), or something was done with the case.
        MoneyStillTaken: a fee was taken for it: its biên lai is in the tax office's books until it is cancelled.
    """
    with acting(ActName.VOID, case_code, staff=staff, store=store, clock=clock) as act:
        if not may_void(act.case, act.at.date()):
            raise TooLateToVoid(case_code=case_code)
        if act.case.money.paid:
            raise MoneyStillTaken(case_code=case_code, amount=dong(act.case.money.paid))
        _append(act, Ending(reason=reason))


def _end(name: ActName, case_code: str, ending: Ending, *, staff: str, store: Store, clock: Clock) -> None:
    with acting(name, case_code, staff=staff, store=store, clock=clock) as act:
        _append(act, ending)


def _append(act: Acting, ending: Ending) -> None:
    reason = " ".join(ending.reason.split())
    if not reason:
        raise IntakeIncomplete(missing=Words("lý do"))
    act.append(act_bodies.ending_body(replace(ending, reason=reason, slip_number=act.slip_number())))
