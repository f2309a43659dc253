"""Copy what the superior does not have to a stick: it counts as sent only when an acknowledgement comes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from desk_app.domain.errors import CounterFellBack, NotEnrolled, NothingToCopy, ScanDamaged, StickFull
from desk_app.domain.ports import Clock, Store
from desk_app.domain.scan import WaitingScan
from desk_app.domain.scan_ports import ScanFiles
from desk_app.domain.superior import Enrolment, Frame
from desk_app.domain.usb import SUFFIX, Carrier, Copying, Exported, Parcels, Stick
from desk_app.services.carry_scans import ScanCarrier, scans_to_carry

MOST_SCAN_BYTES = 128 * 1024 * 1024  # half of what a parcel may have
MOST_SCANS = 256  # whose names an acknowledgement says
FRAME_BYTES = (
    48 * 1024
)  # a stick cuts nobody off: larger frames pack better, and each is one transaction above


def usb_export(
    folder: Path,
    *,
    store: Store,
    parcels: Parcels,
    stick: Stick,
    clock: Clock,
    told: Callable[[Copying], None],
    stopped: Callable[[], bool],
    files: ScanFiles | None = None,
) -> Exported:
    """Write one file with all that is not acknowledged, read it back, and remember that it was written.

    With `files` the scans that the events name go along, as many as there is room for.

    A stick that is pulled loses nothing: what is pending stays so. `stopped` is asked between two blocks.

    Raises:
        NotEnrolled: there is no superior to seal it to.
        CounterFellBack: the line found out that this is a copied or restored disk.
        NothingToCopy: the superior has everything.
        NoStick, StickPulled, StickFull, StickLocked, StickBad, CopyStopped.
    """
    with store.reading() as reading:
        enrolment, state, cursor = reading.enrolment(), reading.sync_state(), reading.cursor()
    if enrolment is None:
        raise NotEnrolled()
    if state.stopped:
        raise CounterFellBack()
    after = state.acknowledged_seq
    frames = _frames(store, after)
    if not frames and after and files and _scans(after, files, store):
        after -= 1  # scans alone: beside an event that the superior has, and knows again
        frames = _frames(store, after)
    if not frames:
        raise NothingToCopy()
    first, last = frames[0].first, frames[-1].last
    with store.reading() as reading:
        cases = reading.cases_between(first, last)
    write = partial(
        _write, folder, enrolment, frames, cases, store=store, parcels=parcels, stick=stick, clock=clock,
        told=told, stopped=stopped, after=after, cursor=cursor,
    )  # fmt: skip
    scans = _scans(last, files, store) if files else None
    if scans is None:
        return write(scans=None)
    try:
        return write(scans=scans)
    except StickFull:  # the cases go before any scan
        return write(scans=None)


def _write(
    folder: Path,
    enrolment: Enrolment,
    frames: Sequence[Frame],
    cases: int,
    *,
    store: Store,
    parcels: Parcels,
    stick: Stick,
    clock: Clock,
    told: Callable[[Copying], None],
    stopped: Callable[[], bool],
    after: int,
    cursor: int,
    scans: Carrier | None,
) -> Exported:
    first, last = frames[0].first, frames[-1].last
    with store.transaction() as books:  # given even where the stick fails: no two files share a counter
        counter = books.next_counter()
    at = clock.now()
    desk = f"{enrolment.agency_code}-{enrolment.desk}".replace("/", "-")
    export = Exported(
        counter=counter,
        name=f"{desk}_{at:%Y%m%d}_{cases}hs_{first}-{last}{SUFFIX}",
        at=at,
        first=first,
        last=last,
        cases=cases,
        size=0,
    )
    sealed = parcels.seal(enrolment, export, frames, after=after, cursor=cursor, scans=scans)
    stick.put(folder, export.name, sealed, told=told, stopped=stopped)
    export = replace(export, size=sealed.size)
    with store.transaction() as books:
        books.keep_export(export)
    return export


def _scans(last_seq: int, files: ScanFiles, store: Store) -> ScanCarrier | None:
    """Return the scans that can be read; the size of the file is said before the first is written."""
    carrier = scans_to_carry(last_seq, files=files, store=store, most_bytes=MOST_SCAN_BYTES)
    whole = tuple(scan for scan in carrier.scans if _is_whole(carrier, scan))
    return replace(carrier, scans=whole[:MOST_SCANS]) if whole else None


def _is_whole(carrier: ScanCarrier, scan: WaitingScan) -> bool:
    try:
        with carrier.open(scan.sha256) as file:
            return len(file.read()) == scan.size
    except ScanDamaged:
        return False  # told where the scan is shown; the others go


def _frames(store: Store, after: int) -> list[Frame]:
    """Return the whole log after a seq: the store gives it in parts."""
    frames: list[Frame] = []
    while more := store.frames_after(frames[-1].last if frames else after, most_bytes=FRAME_BYTES):
        frames += more
    return frames
