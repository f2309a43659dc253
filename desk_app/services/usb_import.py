"""Read the superior's acknowledgement from a stick."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desk_app.domain.errors import AnswerToOther, NotEnrolled
from desk_app.domain.ports import Clock, Store
from desk_app.domain.usb import Confirmed, Parcels, Stick
from desk_app.services.carry_scans import keep_carried


def usb_import(path: Path, *, store: Store, parcels: Parcels, stick: Stick, clock: Clock) -> Confirmed:
    """Go by an acknowledgement file, as by an answer over the line.

    One that is older than what the superior said since, by whatever way, or was here before, changes nothing.

    Raises:
        NotEnrolled, NoStick.
        NotAnAnswer, OurOwnParcel, AnswerForOther, AnswerFromOther, AnswerCut, AnswerChanged: the file.
        AnswerToOther: it answers what this store never asked.
        Forked: the superior's log is not ours.
    """
    with store.reading() as reading:
        enrolment = reading.enrolment()
    if enrolment is None:
        raise NotEnrolled()
    answer = parcels.open(enrolment, stick.read(path), path.name)
    with store.transaction() as books:
        if answer.counter > books.asked():
            raise AnswerToOther(file=path.name)
        before = books.sync_state()
        fresh = answer.counter > books.answered()
        if fresh:
            books.keep_acknowledgement(answer, clock.now())
            books.read_news(clock.now(), earlier=answer.earlier)  # an item that fails is undone by itself
        after = books.sync_state()
    if fresh:  # after it, and by themselves: what is lost here is asked for anew
        keep_carried(answer.scans, store=store, clock=clock)
    return Confirmed(
        fresh=fresh,
        cases=max(0, before.pending_cases - after.pending_cases),
        pending=after.pending_cases,
        refused=after.refused_cases,
    )


def answers_on(folder: Path, *, store: Store, parcels: Parcels, stick: Stick) -> Sequence[Path]:
    """Return the acknowledgement files in a folder that this desk has not gone by yet, newest counter first."""
    with store.reading() as reading:
        enrolment, answered = reading.enrolment(), reading.answered()
    if enrolment is None:
        return ()
    found = [(parcels.answers(enrolment, start), path) for path, start in stick.starts(folder)]
    return [path for counter, path in sorted(found, reverse=True) if counter > answered]
