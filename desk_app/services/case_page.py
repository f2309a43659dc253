"""A case's page: the case, what was done with it, what may be done now, and why it is due when it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from desk_app.domain.case import Case, TimelineEntry
from desk_app.domain.deed import AnyAct, TakingBack, deeds_for
from desk_app.domain.ports import Clock, Store
from desk_app.domain.scan import Scan
from desk_app.domain.undoing import Undoable
from desk_app.services.acting import member_of
from desk_app.services.explain_due import Explained, explain_dues
from desk_app.services.receive_case import Rules
from desk_app.services.scans import may_attach, scans_of
from desk_app.services.undo_act import undoable_in


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePage:
    """All that the page shows; `names` are those of the staff by login."""

    case: Case
    timeline: tuple[TimelineEntry, ...]
    dues: tuple[Explained, ...]
    may: tuple[AnyAct, ...]
    names: dict[str, str]
    now: datetime
    scans: tuple[Scan, ...] = ()
    may_scan: bool = False
    undo: Undoable | None = None  # then `may` has it


def case_page(
    case_code: str, *, undo_window: timedelta, staff: str, rules: Rules, store: Store, clock: Clock
) -> CasePage:
    """Return the page of a case for a member of staff; `undo_window` after an act it can be taken back.

    Raises:
        UnknownCase, UnknownStaff.
    """
    with store.reading() as reading:
        case, member = reading.case(case_code), member_of(reading, staff)
        undo = undoable_in(reading, case_code, window=undo_window, staff=staff, clock=clock)
        may = deeds_for(case, member.roles, clock.now().date())
        return CasePage(
            case=case,
            timeline=tuple(reading.timeline(case_code)),
            dues=explain_dues(case_code, reading.life(case_code), rules),
            may=(*may, TakingBack.UNDO) if undo else may,
            undo=undo,
            now=clock.now(),
            names={one.login: one.name for one in reading.staff()},
            scans=scans_of(reading, case),
            may_scan=may_attach(case, member),
        )
