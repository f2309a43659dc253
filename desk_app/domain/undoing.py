"""Taking back a slip of the hand: which act of a case is the newest that stands, and what `undone` took away.

The log keeps both the act and its taking back; the case is as if the act had never been.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from desk_app.domain.bodies import Body, filled
from desk_app.domain.happening import TRAIL, Kind, Told
from desk_app.domain.staff import Role

PAPERS_ONLY = frozenset({Kind.SCAN_ATTACHED, Kind.SCAN_REMOVED})  # nothing was done with the case itself
# money that was collected, corrections and void numbers have ways of their own
CAN_BE_UNDONE = frozenset(
    {
        Kind.PAYMENT_REQUESTED,
        Kind.PAID,
        Kind.SUPPLEMENT_REQUESTED,
        Kind.SUPPLEMENTED,
        Kind.CLOSED_UNCOMPLETED,
        Kind.REFUSED,
        Kind.FORWARDED,
        Kind.RETURNED_TO_DESK,
        Kind.EXTENDED,
        Kind.STOPPED,
        Kind.WITHDRAWN,
        Kind.COMPLETED,
        Kind.HANDED_OVER,
        Kind.RESULT_RECALLED,
    }
)
_OF_THE_INTAKE = (Kind.COMPLETED, Kind.HANDED_OVER)  # of a case that was settled at once


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The acts on a case that stand, oldest first, without its intake; `gone`: seq of an act → of its `undone`."""

    acts: tuple[Told, ...]
    gone: Mapping[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Undoable:
    """An act that can be taken back until a moment."""

    seq: int
    kind: Kind
    at: datetime
    by: str
    until: datetime


def standing(told: Iterable[Told]) -> Standing:
    """Return what stands of a case's events; an `undone` that does not name the newest act took nothing back."""
    acts: list[Told] = []
    gone: dict[int, int] = {}
    of_intake: tuple[Kind, ...] = ()
    for event in told:
        if event.kind == Kind.RECEIVED:
            of_intake = _OF_THE_INTAKE if event.body.get("at_once") else ()
        elif event.kind == Kind.UNDONE:
            if acts and acts[-1].seq == event.body.get("seq") and acts[-1].kind in CAN_BE_UNDONE:
                gone[acts.pop().seq] = event.seq
        elif of_intake and event.kind == of_intake[0]:
            of_intake = of_intake[1:]
        elif event.kind not in TRAIL | PAPERS_ONLY:
            acts.append(event)
    return Standing(acts=tuple(acts), gone=gone)


def newest(told: Iterable[Told]) -> Told | None:
    """Return the newest act that stands, None when nothing was done since the intake or it cannot be taken back.

    A payment with a biên lai is cancelled, not taken back: that number is in the tax office's books.
    """
    acts = standing(told).acts
    if not acts or acts[-1].kind not in CAN_BE_UNDONE or acts[-1].body.get("number"):
        return None
    return acts[-1]


def undoable(
    told: Iterable[Told], *, login: str, roles: Iterable[Role], now: datetime, window: timedelta
) -> Undoable | None:
    """Return what this member of staff may take back now: his own newest act, any for a lead; None = nothing.

    A clock that was set back a little since makes the window no shorter; a larger jump stops every act by itself.
    """
    act = newest(told)
    if act is None or not is_his(act, login, roles) or now >= act.at + window:
        return None
    return Undoable(seq=act.seq, kind=Kind(act.kind), at=act.at, by=act.staff, until=act.at + window)


def is_his(act: Told, login: str, roles: Iterable[Role]) -> bool:
    """Return whether this member of staff did the act, or leads."""
    return act.staff == login or Role.LEAD in frozenset(roles)


def undone_body(seq: int) -> Body:
    """Return the body of `undone`."""
    return filled(seq=seq)
