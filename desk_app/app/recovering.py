"""A new machine in a burnt one's place, and a disk that fell behind its own log: joins folder, store and superior."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desk_app.app.home import Home, places_of
from desk_app.domain.desk import Desk
from desk_app.domain.errors import Forked, LineError, LoginUnclear, NoStore, NotOurStore
from desk_app.domain.letters import check_printable, tidied_all
from desk_app.domain.recovery import Pulled, Rebased
from desk_app.domain.staff import Staff
from desk_app.machine import first_start, key_slots, store_swap
from desk_app.machine.first_start import STORE
from desk_app.machine.key_slots import Opened
from desk_app.machine.recovery_start import Begun, begin
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
    """One recovery of one desk; `go_on` can be called again with the same code after a cut, and after a restart."""

    def __init__(self, home: Home, source: HttpRecovery, wait: Wait = wait_longer) -> None:
        self._home, self._source, self._wait = home, source, wait
        self._opened: Opened | None = None

    def go_on(self, asked: Burnt, progress: Progress) -> Back:
        """Be let in once, then pull the log until it is here; the desk is put in its place by Home.keep().

        Raises:
            PassphraseTooShort, NotPrintable, LoginUnclear, StorageFull, StorageUnreadable, WrongSheet.
            StoreMissing: something of a desk lies here already.
            OtherPassphraseThen: this code was tried before a restart, with another login or passphrase.
            LineError.
        """
        first = tidied_all(asked.first)
        check_printable((first,))
        if not (first.login.isascii() and first.login.isalnum()):  # before a code is used up
            raise LoginUnclear(staff=first.login)
        code = self._source.checked(asked.url, asked.code, asked.words).hex()
        begun = begin(self._home.folder, code, first, asked.passphrase, self._home.cost, self._opened)
        self._opened = begun.opened
        store = self._let_in(asked, begun)
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
        return Back(recovery=begun.opened.recovery, described=described, events=events, desk=desk)

    @property
    def _making(self) -> Path:
        return self._home.folder / first_start.FOLDER

    def _let_in(self, asked: Burnt, begun: Begun) -> Store:
        """Return the store of a desk that was let in with these keys: now, or before a cut."""
        store = self._let_in_before(asked, begun)
        if store is not None:
            return store
        sheet = sheet_key(begun.opened.recovery)
        readmitted = self._source.recover(
            asked.url,
            asked.code,
            asked.agency_code,
            asked.desk,
            asked.words,
            keys=begun.keys,
            recovery_key=sheet,
        )
        store = Store.create(
            first_start.begin_store(self._making),
            begun.opened.key,
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
        first_start.put_store(self._making)
        return self._made(begun)

    def _let_in_before(self, asked: Burnt, begun: Begun) -> Store | None:
        try:
            store = self._made(begun)
        except (NoStore, NotOurStore):  # or spoilt
            return None
        with store.reading() as reading:
            enrolment = reading.enrolment()
        if enrolment is not None and (enrolment.signing_key, enrolment.agency_code, enrolment.desk) == (
            begun.keys.signing,
            asked.agency_code,
            asked.desk,
        ):
            return store
        store.close()  # let in by another code: it stays until this one is answered
        return None

    def _made(self, begun: Begun) -> Store:
        return Store(self._making / STORE, begun.opened.key, **places_of(self._home.folder))


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
