"""A new machine in a burnt one's place, and a disk that fell behind its own log: joins folder, store and superior."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desk_app.app.home import Home, places_of
from desk_app.domain.desk import Desk
from desk_app.domain.errors import Forked, LineError, LoginUnclear
from desk_app.domain.letters import check_printable, tidied_all
from desk_app.domain.recovery import Pulled, Readmitted, Rebased
from desk_app.domain.staff import Staff
from desk_app.machine import first_start, key_slots, store_swap
from desk_app.machine.first_start import STORE
from desk_app.services.pull_log import counting, pull_log
from desk_app.services.rebase import carry_over, common_seq, mark_recovered
from desk_app.services.recover_desk import bare_desk, fill_store
from desk_app.services.sync_round import enrol_desk
from desk_app.storage.store import Store
from desk_app.storage.store_beside import make_beside
from desk_app.sync.recovery_api import HttpRecovery
from desk_app.sync.superior_api import HttpSuperior
from wire.recovery import sheet_key

Progress = Callable[[Pulled], None]
Wait = Callable[[int], None]
LONGEST_WAIT_S = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Burnt:
    """What a new machine is told: the slip of the superior, the words of the old sheet, who works at it."""

    url: str
    code: str
    agency_code: str
    desk: int
    words: str  # empty where the superior gave the code without a sheet
    first: Staff
    passphrase: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Back:
    """A desk that is back, not yet in its place: the words of its new sheet; `described` = its letterhead is known."""

    recovery: str
    described: bool
    events: int
    desk: Desk


def wait_longer(tries: int) -> None:
    """Wait before asking again: 1, 2, 4 … seconds."""
    time.sleep(min(LONGEST_WAIT_S, 2.0 ** (tries - 1)))


class NewMachine:
    """One recovery of one desk; `go_on` can be called again after a cut, as long as the program runs."""

    def __init__(self, home: Home, source: HttpRecovery, wait: Wait = wait_longer) -> None:
        self._home, self._source, self._wait = home, source, wait
        self._opened: key_slots.Opened | None = None
        self._readmitted: Readmitted | None = None

    def go_on(self, asked: Burnt, progress: Progress) -> Back:
        """Be let in once, then pull the log until it is here; the desk is put in its place by Home.keep().

        Raises:
            PassphraseTooShort, NotPrintable, LoginUnclear, StorageFull, StorageUnreadable, WrongSheet.
            StoreMissing: something of a desk lies here already.
            LineError.
        """
        first = tidied_all(asked.first)
        check_printable((first,))
        if not (first.login.isascii() and first.login.isalnum()):  # before a code is used up
            raise LoginUnclear(staff=first.login)
        if self._readmitted is None or self._opened is None:
            self._begin(asked, first)
        assert self._readmitted is not None
        assert self._opened is not None
        store = Store(self._making / STORE, self._opened.key, **places_of(self._home.folder))
        try:
            described = fill_store(
                first,
                store=store,
                source=self._source,
                clock=self._home.clock,
                progress=progress,
                wait=self._wait,
            )
            with store.reading() as reading:
                events, desk = reading.log_head()[0], reading.desk()
        finally:
            store.close()
        first_start.check_made(self._home.folder)
        return Back(recovery=self._opened.recovery, described=described, events=events, desk=desk)

    @property
    def _making(self) -> Path:
        return self._home.folder / first_start.FOLDER

    def _begin(self, asked: Burnt, first: Staff) -> None:
        """Make keys and store, let in by the superior in between: with its answer the code is used up."""
        making = first_start.begin(self._home.folder)
        opened = key_slots.create(making, first, asked.passphrase, self._home.cost)
        sheet = sheet_key(opened.recovery)
        readmitted = self._source.recover(
            asked.url, asked.code, asked.agency_code, asked.desk, asked.words, sheet
        )
        store = Store.create(
            making / STORE,
            opened.key,
            desk=bare_desk(readmitted),
            log_key=readmitted.log_key,
            recovery_key=sheet,
            **places_of(self._home.folder),
        )
        try:
            with store.transaction() as books:
                books.keep_enrolment(readmitted.enrolment)
        finally:
            store.close()
        self._opened, self._readmitted = opened, readmitted


def rebase_desk(
    home: Home,
    login: str,
    passphrase: str,
    *,
    slip: tuple[str, str] | None,
    superior: HttpSuperior,
    source: HttpRecovery,
    progress: Progress,
    wait: Wait = wait_longer,
) -> tuple[Rebased, Path | None]:
    """Bring a restored or copied desk back onto the log that its superior holds.

    `slip` = (address, code) of a new enrolment; None where the desk is still let in and only its log forked. Nobody
    else may have the store open. Returns what was done and where the old store is kept, None where the superior's log
    is the beginning of ours and the store could stay.

    Raises:
        WrongPassphrase, NotEnrolled, LineError, StorageFull: the old store is in its place, and can be tried again.
    """
    key = key_slots.open_slot(home.folder, login, passphrase)
    old = home.open(login, passphrase)
    try:
        if slip is not None:
            enrol_desk(*slip, store=old, superior=superior)
        making = store_swap.begin(home.folder)
        new = make_beside(home.folder / STORE, making, key, **places_of(home.folder))
        try:
            done = rebase(old, new, login, home, source, progress, wait)
        except LineError:  # F7 offers to go on, without another slip: with this one the desk is let in again
            with old.transaction() as books:
                books.keep_failure(Forked.layer, str(Forked()), home.clock.now())
            raise
        finally:
            new.close()
    finally:
        old.close()
    if done.common == done.pulled:
        return done, None
    return done, store_swap.swap(home.folder, home.clock.now().date())


def rebase(
    old: Store, new: Store, login: str, home: Home, source: HttpRecovery, progress: Progress, wait: Wait
) -> Rebased:
    """Pull the log into `new` and carry over to it what only `old` had; see rebase_desk."""
    pull_log(store=new, source=source, count=counting(old), progress=progress, wait=wait)
    with old.reading() as before, new.reading() as after:
        common, pulled = common_seq(before, after), after.log_head()[0]
    if common == pulled:  # nothing there that is not here: the log can go on as it is
        with old.transaction() as books:
            mark_recovered("rebased", staff=login, books=books, clock=home.clock)
        return Rebased(common=common, pulled=pulled, carried=0)
    done = carry_over(old=old, new=new, staff=login, clock=home.clock)
    with old.transaction() as books:
        counter = books.next_counter()
    with new.transaction() as books:
        books.carry_counter(counter)
    return done
