"""Carry over what only this disk had into the log that the superior holds; no log is edited."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from desk_app.domain.case_code import case_code
from desk_app.domain.deed import stands_as
from desk_app.domain.errors import NumbersUsedUp
from desk_app.domain.happening import TRAIL, Happening, Kind
from desk_app.domain.life import slip_of
from desk_app.domain.lifecycle import ActName
from desk_app.domain.ports import Books, Clock, Reading, Store
from desk_app.domain.recovery import REBASED_FROM, Logged, Rebased, Renumbered, SetAside, may_follow
from desk_app.domain.serial_block import free_serials
from desk_app.domain.slip import SlipKind
from desk_app.domain.undoing import newest


def common_seq(one: Reading, other: Reading) -> int:
    """Return up to where two logs are one: a hash holds everything before it."""
    low, high = 0, min(one.log_head()[0], other.log_head()[0])
    while low < high:
        middle = (low + high + 1) // 2
        if one.hash_at(middle) == other.hash_at(middle):
            low = middle
        else:
            high = middle - 1
    return low


def carry_over(*, old: Store, new: Store, staff: str, clock: Clock) -> Rebased:
    """Append what only the old store had to the new one, which holds the superior's log; all of it or nothing.

    Each event says from where it comes (`rebased_from`) and is carried once, also from a disk that is restored twice.
    A case whose code or slip number another case has meanwhile gets new ones. What has no place in the log as it
    is now is kept in it as `set_aside`.
    """
    with old.reading() as before, new.transaction() as books:
        common, pulled = common_seq(before, books), books.log_head()[0]
        here = {one.origin: one for one in (*books.log_after(common), *books.carried())}
        mark_recovered("rebased", staff=staff, books=books, clock=clock)
        carrying = _Carrying(books=books, common=common)
        for event in before.log_after(common):
            if event.origin in here:
                carrying.recall(event, here[event.origin])
            elif event.kind is not Kind.RECOVERED:
                carrying.carry(event)
    return Rebased(
        common=common,
        pulled=pulled,
        carried=carrying.carried,
        renumbered=tuple(carrying.renumbered),
        set_aside=tuple(carrying.aside),
    )


def mark_recovered(how: str, *, staff: str, books: Books, clock: Clock) -> None:
    """Append that the log came back: numbers given today, and the next of this year, stand apart from now on."""
    seq, head = books.log_head()
    body = {"how": how, "log": seq, "hash": head.hex()}
    books.append(Happening(kind=Kind.RECOVERED, at=clock.now(), staff=staff, body=body))


# a closed day names the head and the totals of the old log; the superior's words are read again from the first on
OF_ITS_LOG = frozenset({Kind.DAY_CLOSED, Kind.SUPERIOR_APPLIED})
PUT_RIGHT = {Kind.VOIDED: ActName.VOID, Kind.CORRECTED: ActName.CORRECT}


@dataclass(slots=True, kw_only=True)
class _Carrying:
    """What the carried events are called in the new log."""

    books: Books
    common: int
    carried: int = 0
    codes: dict[str, str] = field(default_factory=dict)  # of cases that were received after `common`
    seqs: dict[int, int] = field(default_factory=dict)
    slips: dict[tuple[SlipKind, int, str | None], int] = field(default_factory=dict)  # old number, old code
    aside: list[SetAside] = field(default_factory=list)
    renumbered: list[Renumbered] = field(default_factory=list)

    def recall(self, event: Logged, here: Logged) -> None:
        """Know by what names an event is here already: it was carried over before."""
        if here.kind is not event.kind:  # it is kept aside
            return
        self.seqs[event.seq] = here.seq
        if event.kind is Kind.RECEIVED:
            self.codes[str(event.case_code)] = str(here.case_code)
        kind, number = slip_of(event.kind, event.body), event.body.get("slip_no", 0)
        if kind is not None and number:
            self.slips[kind, number, event.case_code] = here.body["slip_no"]

    def carry(self, event: Logged) -> None:
        """Append one event with the names that it has here, or keep it aside."""
        self.carried += 1
        from_ = event.body.get(REBASED_FROM, {"seq": event.seq, "hash": event.hash.hex()})
        told = self._renamed(event)
        if told is None:
            whole: dict[str, object] = {
                "kind": event.kind.value,
                "body": dict(event.body),
                REBASED_FROM: from_,
            }
            if event.case_code is not None:
                whole["case_code"] = event.case_code
            kept = Happening(kind=Kind.SET_ASIDE, at=event.at, staff=event.staff, body=whole)
            seq = self.books.append_again(kept)
            if event.kind not in TRAIL:
                self.aside.append(SetAside(seq=seq, kind=event.kind, case_code=event.case_code))
            return
        self.seqs[event.seq] = self.books.append_again(replace(told, body={**told.body, REBASED_FROM: from_}))

    def _renamed(self, event: Logged) -> Happening | None:
        """Return what happened as this log has to tell it; None when it has no place here."""
        body: dict[str, Any] = {name: value for name, value in event.body.items() if name != REBASED_FROM}
        code = self.codes.get(event.case_code, event.case_code) if event.case_code else None
        if event.kind in OF_ITS_LOG:
            return None
        if event.kind is Kind.RECEIVED:
            code = self._code(event, body)
            self._line(body)
        elif not self._fits(event, code) or not self._referred(event, body, code):
            return None
        if event.kind is Kind.NUMBERS_SET_ASIDE and not self._papers(body):
            return None
        self._number(event, body, renamed=code != event.case_code)
        return Happening(kind=event.kind, at=event.at, staff=event.staff, body=body, case_code=code)

    def _code(self, event: Logged, body: dict[str, Any]) -> str:
        """Return the code of a received case: its own, or where another case has it, one that is kept back."""
        own = str(event.case_code)
        new = own
        paper = self.books.paper_number(own)
        if self.books.state_of(own) is not None or (paper is not None and body.get("paper") != own):
            body.pop("paper", None)
            day = datetime.fromisoformat(body["received_at"]) if "received_at" in body else event.at
            new = self._free_code(day.date(), str(body.get("for_unit", "")))
            self.renumbered.append(Renumbered(old=own, new=new))
        self.codes[own] = new
        return new

    def _free_code(self, day: date, for_unit: str) -> str:
        desk = self.books.desk()
        for serial in free_serials(desk, frozenset(), 99, for_other=bool(for_unit), recovered=True):
            code = case_code(desk.case_code_format, for_unit or desk.agency_code, day, serial)
            if self.books.state_of(code) is None and self.books.paper_number(code) is None:
                return code
        raise NumbersUsedUp(day=f"{day:%d/%m/%Y}")

    def _line(self, body: dict[str, Any]) -> None:
        """Give the next line of the register where this one is another case's."""
        if self.books.is_registered(body["book"], body["book_no"]):
            body["book_no"] = self.books.next_register_number(body["book"])

    def _fits(self, event: Logged, code: str | None) -> bool:
        """Return whether the act may happen to the case as it stands here, or the person is new here."""
        if event.kind is Kind.STAFF_ADDED:
            return event.body["login"] not in {member.login for member in self.books.staff()}
        if event.case_code is None:
            return True
        state = self.books.state_of(str(code))
        if state is not None and event.kind in PUT_RIGHT:
            state = stands_as(PUT_RIGHT[event.kind], self.books.case(str(code)), event.at.date())
        return state is not None and may_follow(event.kind, state)

    def _referred(self, event: Logged, body: dict[str, Any], code: str | None) -> bool:
        """Let a body name events and numbers as they are called here; False when they are not here."""
        if event.kind is Kind.FEE_CANCELLED:
            return self._moved(event, body, "seq")
        if event.kind is Kind.UNDONE:  # here another act may have followed the one that it takes back
            there = self._moved(event, body, "seq")
            act = newest(self.books.life(str(code))) if there else None
            return act is not None and act.seq == body["seq"]
        if event.kind is Kind.PRINTED:
            paper = (SlipKind(body["slip"]), body.get("no", 0), event.case_code)
            if self.slips.get(paper, paper[1]) != paper[1]:
                return False  # that paper bears a number that is another's here: it was not printed yet
            return "of" not in body or self._moved(event, body, "of")
        if event.kind is Kind.CORRECTED and "replaces" in body:
            paper = (SlipKind.RECEIPT, body["replaces"], event.case_code)
            body["replaces"] = self.slips.get(paper, paper[1])
        return True

    def _moved(self, event: Logged, body: dict[str, Any], name: str) -> bool:
        """Let `body[name]` be the seq here of an event that was carried; one before the fork keeps its seq."""
        seq = body[name]
        if seq in self.seqs:
            body[name] = self.seqs[seq]
            return True
        return bool(seq <= self.common)

    def _papers(self, body: dict[str, Any]) -> bool:
        """Keep of numbers set aside for paper those that are free here."""
        free = [
            [code, serial]
            for code, serial in body["numbers"]
            if self.books.state_of(code) is None and self.books.paper_number(code) is None
        ]
        body["numbers"] = free
        return bool(free)

    def _number(self, event: Logged, body: dict[str, Any], *, renamed: bool) -> None:
        """Give a slip the next number where its own is another's here, or where its paper names another code."""
        kind, number = slip_of(event.kind, body), body.get("slip_no", 0)
        if kind is None or not number:
            return
        if renamed or self.books.is_taken(kind, event.at.year, number):
            body["slip_no"] = self.books.next_slip_number(kind, event.at.year)
        self.slips[kind, number, event.case_code] = body["slip_no"]
