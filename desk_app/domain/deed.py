"""What a clerk wants to do with a stored case: an act, and what was typed for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from desk_app.domain.case import Case, Intake, State
from desk_app.domain.component import Component
from desk_app.domain.lifecycle import ACTS, ActName, acts_in
from desk_app.domain.slip import SlipKind
from desk_app.domain.staff import Role
from desk_app.domain.turns import Ending, Extension, Forward, PaymentAsked, Supplement, Taking
from desk_app.domain.words import Words


class MoneyAct(StrEnum):
    """Acts on the money of a case; its business state stays."""

    COLLECT_FEE = "collect_fee"
    CANCEL_FEE = "cancel_fee"


MONEY_ROLES = (Role.RECEIVE, Role.PROCESS)
MONEY_NAMES = {MoneyAct.COLLECT_FEE: Words("Thu phí, lệ phí"), MoneyAct.CANCEL_FEE: Words("Hủy khoản thu")}
# what ends a case is asked about first: by the time it is taken back a citizen may hold a wrong paper
ASKED_FIRST = frozenset(
    {ActName.REFUSE, ActName.STOP, ActName.WITHDRAW, ActName.CLOSE_UNCOMPLETED, ActName.VOID}
)


class TakingBack(StrEnum):
    """Beside the table: the newest act is taken back (domain/undoing.py)."""

    UNDO = "undo"


UNDO_NAME = Words("Hoàn tác việc vừa làm")
AnyAct: TypeAlias = ActName | MoneyAct | TakingBack


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """The intake as it should have been, and why."""

    intake: Intake
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancelled:
    """Which collected fee (seq of its event), and why it is taken off."""

    seq: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """The papers of a supplement that came."""

    papers: tuple[Component, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A result's number, why a case came back, why a result is recalled, why a supplement can be done without."""

    text: str


Given: TypeAlias = (
    Supplement | Brought | PaymentAsked | Taking | Cancelled | Forward | Extension | Ending | Corrected | Note
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """An act on a case with what the clerk gave for it."""

    act: AnyAct
    given: Given


def act_title(act: AnyAct) -> Words:
    """Return what the button of an act says."""
    if isinstance(act, TakingBack):
        return UNDO_NAME
    return MONEY_NAMES[act] if isinstance(act, MoneyAct) else ACTS[act].name


def paper_of(act: AnyAct) -> SlipKind | None:
    """Return which paper an act gives, None when it never gives one."""
    if isinstance(act, TakingBack):
        return None
    if isinstance(act, MoneyAct):
        return SlipKind.FEE_NOTE if act is MoneyAct.COLLECT_FEE else None
    return ACTS[act].paper


def deeds_for(case: Case, roles: Iterable[Role], today: date) -> tuple[AnyAct, ...]:
    """Return what somebody with these roles may do with this case today, in the order of the table.

    Beside state and role: nothing is offered that cannot mean anything, such as taking back what is at the desk.
    """
    held = frozenset(roles)
    found: list[AnyAct] = [
        act.act
        for act in ACTS.values()
        if act in acts_in(stands_as(act.act, case, today), held) and _makes_sense(act.act, case, today)
    ]
    if held & frozenset(MONEY_ROLES) and case.state is not State.VOIDED:
        if case.intake.fee is None or owed(case) > 0:
            found.append(MoneyAct.COLLECT_FEE)
        if any(not taken.cancelled for taken in case.collected):
            found.append(MoneyAct.CANCEL_FEE)
    return tuple(found)


def owed(case: Case) -> int:
    """Return what of the fee is still to be taken, đồng."""
    return case.money.owed


def outstanding(case: Case) -> int:
    """Return all that the citizen still has to pay: fees, and obligations that were notified, đồng."""
    return owed(case) + sum(asked.amount for asked in case.payments if asked.open)


def may_void(case: Case, today: date) -> bool:
    """Return whether a number may still be voided: on the day it was given or keyed in, nothing else done."""
    return today in (case.received_at.date(), case.entered_at.date()) and case.untouched


def stands_as(act: ActName, case: Case, today: date) -> State:
    """Return the state by which the table judges an act.

    A case that was settled at once has had its one act; on its day it is corrected and voided as if just received.
    """
    fresh = case.intake.at_once and case.state is State.RETURNED and case.entered_at.date() == today
    if act in (ActName.VOID, ActName.CORRECT) and fresh and not case.recalls:
        return State.PROCESSING
    return case.state


def _makes_sense(act: ActName, case: Case, today: date) -> bool:
    match act:
        case ActName.TAKE_BACK:
            return case.away is not None
        case ActName.FORWARD:
            return case.away is None
        case ActName.EXTEND:
            return case.due_at is not None
        case ActName.VOID:
            return may_void(case, today)
    return True
