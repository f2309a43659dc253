"""Copy what the superior does not have to a stick: it counts as sent only when an acknowledgement comes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from desk_app.domain.errors import CounterFellBack, NotEnrolled, NothingToCopy
from desk_app.domain.ports import Clock, Store
from desk_app.domain.superior import Frame
from desk_app.domain.usb import SUFFIX, Copying, Exported, Parcels, Stick

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
) -> Exported:
    """Write one file with all that is not acknowledged, read it back, and remember that it was written.

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
    frames = _frames(store, state.acknowledged_seq)
    if not frames:
        raise NothingToCopy()
    first, last = frames[0].first, frames[-1].last
    with store.transaction() as books:  # given even where the stick fails: no two files share a counter
        counter, cases = books.next_counter(), books.cases_between(first, last)
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
    sealed = parcels.seal(enrolment, export, frames, after=state.acknowledged_seq, cursor=cursor)
    stick.put(folder, export.name, sealed, told=told, stopped=stopped)
    export = replace(export, size=sealed.size)
    with store.transaction() as books:
        books.keep_export(export)
    return export


def _frames(store: Store, after: int) -> list[Frame]:
    """Return the whole log after a seq: the store gives it in parts."""
    frames: list[Frame] = []
    while more := store.frames_after(frames[-1].last if frames else after, most_bytes=FRAME_BYTES):
        frames += more
    return frames
