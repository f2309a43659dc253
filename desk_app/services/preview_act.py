"""What a case and its paper would be after an act that nobody has done yet."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import cast

from desk_app.domain.case import Case
from desk_app.domain.deed import Deed
from desk_app.domain.happening import Happening, Told
from desk_app.domain.life import live
from desk_app.domain.ports import Books, Clock, Papers, Reading, Store
from desk_app.domain.slip import SlipKind
from desk_app.services.acting import member_of
from desk_app.services.do_act import act_on, new_slip
from desk_app.services.local_due import local_due
from desk_app.services.pay_qr import pay_qr_of
from desk_app.services.receive_case import Rules


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreseen:
    """The case as it would be; `paper` None = none is given, then `png` is empty."""

    case: Case
    paper: SlipKind | None = None
    png: bytes = b""


def preview_act(
    case_code: str,
    deed: Deed,
    *,
    width_px: int,
    staff: str,
    rules: Rules,
    papers: Papers,
    store: Store,
    clock: Clock,
) -> Foreseen:
    """Try an act without storing anything: the real service runs, its event is folded and thrown away.

    Raises:
        Whatever the act itself would raise now: what is missing shows before the clerk presses the key.
    """
    rehearsal = _Rehearsal(store)
    act_on(case_code, deed, staff=staff, rules=rules, store=cast("Store", rehearsal), clock=clock)
    with store.reading() as reading:
        before, told, desk = reading.case(case_code), reading.life(case_code), reading.desk()
        member = member_of(reading, staff)
    seq = told[-1].seq
    unsaved = [
        Told(seq=seq + n, kind=one.kind.value, at=one.at, staff=one.staff, body=one.body)
        for n, one in enumerate(rehearsal.heard, 1)
    ]
    after = replace(
        live(case_code, [*told, *unsaved], rules.texts), lookup=before.lookup, own_forms=before.own_forms
    )
    paper = new_slip(before.slips, after.slips)
    if paper is None:
        return Foreseen(case=after)
    pdf = papers.slip(
        paper,
        after,
        replace(desk, receipt_copies=1),  # they are alike
        member,
        pay_qr=pay_qr_of(paper, after, desk),
        local_due_at=local_due(after, rules),
    )
    return Foreseen(case=after, paper=paper, png=papers.image(pdf, width_px=width_px))


class _Rehearsal:
    """As much of a store as an act needs: what it reads is real, what it appends is only heard."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.heard: list[Happening] = []

    @contextmanager
    def transaction(self) -> Iterator[Books]:
        with self._store.reading() as reading:
            yield cast("Books", _Listening(reading, self.heard))


class _Listening:
    """The books of a rehearsal; no lock is taken, since nothing is written."""

    def __init__(self, reading: Reading, heard: list[Happening]) -> None:
        self.case, self.staff, self.desk = reading.case, reading.staff, reading.desk
        self.next_slip_number, self.paper_number = reading.next_slip_number, reading.paper_number
        self._heard = heard

    def append(self, happening: Happening) -> int:
        self._heard.append(happening)
        return 0
