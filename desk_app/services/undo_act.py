"""Take back a slip of the hand: the newest act of a case, within minutes, by whoever did it or a lead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from desk_app.domain.errors import NothingToUndo, NotYoursToUndo, TooLateToUndo
from desk_app.domain.happening import Happening, Kind
from desk_app.domain.ports import Clock, Reading, Store
from desk_app.domain.slip import Slip
from desk_app.domain.undoing import Undoable, is_his, newest, undoable, undone_body
from desk_app.services.acting import member_of


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenBack:
    """What was taken back; `slip` = the paper that it had given: void now, to be taken in again if it was printed."""

    kind: Kind
    slip: Slip | None = None


def may_undo(case_code: str, *, window: timedelta, staff: str, store: Store, clock: Clock) -> Undoable | None:
    """Return what this member of staff may take back of a case now; None = nothing."""
    with store.reading() as reading:
        return undoable_in(reading, case_code, window=window, staff=staff, clock=clock)


def undoable_in(
    reading: Reading, case_code: str, *, window: timedelta, staff: str, clock: Clock
) -> Undoable | None:
    """Return the same inside a reading."""
    roles = member_of(reading, staff).roles
    return undoable(reading.life(case_code), login=staff, roles=roles, now=clock.now(), window=window)


def undo_act(
    case_code: str, seq: int, *, window: timedelta, staff: str, store: Store, clock: Clock
) -> TakenBack:
    """Append that act `seq` is taken back: the case is as before, its paper's number stays used and is void.

    Raises:
        NothingToUndo: a later act stands, or this kind of act is put right in another way.
        NotYoursToUndo: another member of staff did it.
        TooLateToUndo: the minutes are over.
    """
    with store.transaction() as books:
        member, act = member_of(books, staff), newest(books.life(case_code))
        if act is None or act.seq != seq:
            raise NothingToUndo(case_code=case_code)
        if not is_his(act, staff, member.roles):
            names = {one.login: one.name for one in books.staff()}
            raise NotYoursToUndo(name=names.get(act.staff, act.staff))
        at = clock.now()
        if at >= act.at + window:
            raise TooLateToUndo(minutes=int(window.total_seconds()) // 60)
        books.append(
            Happening(kind=Kind.UNDONE, at=at, staff=staff, body=undone_body(seq), case_code=case_code)
        )
        slips = books.case(case_code).slips
    return TakenBack(kind=Kind(act.kind), slip=next((one for one in slips if one.seq == seq), None))
