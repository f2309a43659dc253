"""Attach scans to a case, show them, take them off again, and let those go whose time here is over."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import timedelta

from desk_app.domain.bodies import Body, filled
from desk_app.domain.case import STATE_NAMES, Case, State
from desk_app.domain.errors import (
    KeepDaysOutOfRange,
    NoSuchScan,
    NotAllowedNow,
    NotYourRole,
    ScanAttachedAlready,
    ScanNotHere,
    TooManyScans,
)
from desk_app.domain.happening import Happening, Kind
from desk_app.domain.ports import Books, Clock, Reading, Store
from desk_app.domain.procedure import ProcedureTexts
from desk_app.domain.scan import KEEP_DAYS, KEEP_DAYS_SETTING, Captured, Scan, ScanMode, ScanPlace
from desk_app.domain.scan_ports import ScanFiles, ScanMaker
from desk_app.domain.staff import ROLE_NAMES, Role, Staff
from desk_app.domain.words import Words
from desk_app.services.acting import member_of
from desk_app.services.receive_case import Rules

MOST_A_CASE = 40
LEAST_DAYS, MOST_DAYS = 1, 3650
_MAY = (Role.RECEIVE, Role.PROCESS)
_ACT = Words("đính kèm bản quét")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scanner:
    """What it takes to attach: how files are made small, and where they are kept."""

    maker: ScanMaker
    files: ScanFiles


def attach_scan(
    case_code: str, source: bytes, mode: ScanMode, component: str = "",
    *, staff: str, rules: Rules, scanner: Scanner, store: Store, clock: Clock,
) -> Captured:  # fmt: skip
    """Make a file small, keep it sealed, append that the case has it; return what is kept.

    The file is on the disk before the event: an event never names bytes that a power cut took. `component` is the name
    of the case's paper that it shows, or empty. The file's own name is no part of it: it may name a person.

    Raises:
        ScanUnreadable, ScanTooLarge, ScanAttachedAlready, TooManyScans, NotAllowedNow, NotYourRole, UnknownCase.
        StorageFull, StorageUnreadable: nothing is kept.
    """
    with store.reading() as reading:
        _check(reading, case_code, staff)
    kept = scanner.maker.capture(source, mode)
    sha256 = hashlib.sha256(kept.pdf).digest()
    with store.reading() as reading:
        _check(reading, case_code, staff, sha256)
        key = reading.scans.key()
    if not key:
        with store.transaction() as books:
            key = books.scans.make_key()
    scanner.files.write(sha256, kept.pdf, key)
    with store.transaction() as books:
        case = _check(books, case_code, staff, sha256)
        texts = rules.texts(case.catalogue_version, case.intake.procedure_code)
        books.scans.stored(sha256, clock.now())
        body = attached_body(sha256, kept, component, texts)
        _append(books, Kind.SCAN_ATTACHED, case_code, staff, body, clock)
    return kept


def may_attach(case: Case, member: Staff) -> bool:
    """Return whether this person may attach scans to this case and take them off."""
    return case.state is not State.VOIDED and bool(member.roles & frozenset(_MAY))


def remove_scan(
    case_code: str, sha256: bytes, *, staff: str, files: ScanFiles, store: Store, clock: Clock
) -> None:
    """Take a scan off a case; its bytes go when no other case has them.

    Raises:
        NoSuchScan, NotAllowedNow, NotYourRole.
    """
    with store.transaction() as books:
        case = _check(books, case_code, staff)
        if all(scan.sha256 != sha256 for scan in case.scans):
            raise NoSuchScan(case_code=case_code)
        _append(books, Kind.SCAN_REMOVED, case_code, staff, {"sha256": sha256.hex()}, clock)
        gone = not books.scans.is_named(sha256)
        if gone:
            books.scans.forget_unnamed()
    if gone:
        files.drop(sha256)


def scans_of(reading: Reading, case: Case) -> tuple[Scan, ...]:
    """Return a case's scans with where their bytes are."""
    places = reading.scans.places(case.code)
    missing = (ScanPlace.LOST, 0)
    return tuple(
        replace(scan, place=places.get(scan.sha256, missing)[0], sent=places.get(scan.sha256, missing)[1])
        for scan in case.scans
    )


def read_scan(case_code: str, sha256: bytes, *, files: ScanFiles, store: Store) -> bytes:
    """Return a scan's PDF.

    Raises:
        NoSuchScan, ScanDamaged.
        ScanNotHere: its time on this PC is over; the superior has it.
    """
    with store.reading() as reading:
        case = reading.case(case_code)
        found = next((scan for scan in scans_of(reading, case) if scan.sha256 == sha256), None)
        key = reading.scans.key()
    if found is None:
        raise NoSuchScan(case_code=case_code)
    if found.place is ScanPlace.SUPERIOR:
        raise ScanNotHere()
    return files.read(sha256, key)


def keep_days(reading: Reading) -> int:
    """Return how many days a scan stays here after the superior holds it."""
    return int(reading.setting(KEEP_DAYS_SETTING) or KEEP_DAYS)


def set_keep_days(days: int, *, store: Store) -> None:
    """Set how many days a scan stays here after the superior holds it.

    Raises:
        KeepDaysOutOfRange.
    """
    if not LEAST_DAYS <= days <= MOST_DAYS:
        raise KeepDaysOutOfRange(least=LEAST_DAYS, most=MOST_DAYS)
    with store.transaction() as books:
        books.set_setting(KEEP_DAYS_SETTING, str(days))


def tidy_scans(*, files: ScanFiles, store: Store, clock: Clock) -> int:
    """Let the scans go whose time here is over, and files that nothing names; return how many scans went.

    Never beside attach_scan, whose file is there before anything names it: both belong on the upkeep lane.
    """
    with store.reading() as reading:
        over = reading.scans.held_until(clock.now() - timedelta(days=keep_days(reading)))
    if over:
        with store.transaction() as books:
            books.scans.dropped(over, clock.now())
    with store.reading() as reading:
        wanted = reading.scans.here()
    for sha256 in files.names() - wanted:
        files.drop(sha256)
    return len(over)


def attached_body(sha256: bytes, kept: Captured, component: str, texts: ProcedureTexts) -> Body:
    """Return the body of `scan_attached`; a paper of the catalogue travels as its place there."""
    paper: object = texts.papers.index(component) if component in texts.papers else component
    return filled(sha256=sha256.hex(), size=len(kept.pdf), pages=kept.pages, component=paper)


def _check(reading: Reading, case_code: str, staff: str, sha256: bytes = b"") -> Case:
    case, member = reading.case(case_code), member_of(reading, staff)
    if case.state is State.VOIDED:
        raise NotAllowedNow(case_code=case_code, state=STATE_NAMES[case.state])
    if not member.roles & frozenset(_MAY):
        raise NotYourRole(act=_ACT, roles=tuple(ROLE_NAMES[role] for role in _MAY))
    if sha256:
        if any(scan.sha256 == sha256 for scan in case.scans):
            raise ScanAttachedAlready(case_code=case_code)
        if len(case.scans) >= MOST_A_CASE:
            raise TooManyScans(case_code=case_code, most=MOST_A_CASE)
    return case


def _append(books: Books, kind: Kind, case_code: str, staff: str, body: Body, clock: Clock) -> None:
    books.append(Happening(kind=kind, at=clock.now(), staff=staff, body=body, case_code=case_code))
