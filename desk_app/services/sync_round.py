"""Bring the superior up to our log, and keep its signed word for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desk_app.domain.errors import Forked, LineError, NotEnrolled, StrangeAnswer
from desk_app.domain.ports import Clock, Store, Superior
from desk_app.domain.superior import Acknowledgement, Enrolment, Frame, Progress, SyncState

FRAMES_A_REQUEST = 16  # at most 96 KB; what was stored before a cut is not sent again


def sync_now(
    *, store: Store, superior: Superior, clock: Clock, progress: Callable[[Progress], None]
) -> SyncState:
    """Send what the superior does not have, a few frames a request; no transaction waits for the line.

    Raises:
        NotEnrolled: the desk has no superior yet.
        LineError: naming the layer that failed; what was acknowledged before stays acknowledged.
    """
    with store.reading() as reading:
        enrolment, failed_before = reading.enrolment(), reading.sync_state().last_error
    if enrolment is None:
        raise NotEnrolled()
    try:
        if failed_before:  # an answer may have been lost: ask before sending it all again
            _keep(superior.head(enrolment, _counter(store)), store=store, clock=clock)
        _send_all(enrolment, store=store, superior=superior, clock=clock, progress=progress)
    except LineError as error:
        with store.transaction() as books:
            books.keep_failure(error.layer, str(error), clock.now())
        raise
    with store.reading() as reading:
        return reading.sync_state()


def enrol_desk(url: str, code: str, *, store: Store, superior: Superior) -> None:
    """Make the desk known to its superior with the code of the enrolment slip."""
    with store.reading() as reading:
        desk, log_key = reading.desk(), reading.log_key()
    enrolment = superior.enrol(url, code, desk.agency_code, desk.number, log_key)
    with store.transaction() as books:
        books.keep_enrolment(enrolment)


def _send_all(
    enrolment: Enrolment,
    *,
    store: Store,
    superior: Superior,
    clock: Clock,
    progress: Callable[[Progress], None],
) -> None:
    with store.reading() as reading:
        state = reading.sync_state()
    reached, total, sent = state.acknowledged_seq, state.pending_cases, 0
    progress(Progress(sent=0, total=total))
    frames = store.frames_after(reached)
    while True:  # once more for what was received meanwhile, and for a log too long to read at once
        for part in _parts(frames):
            with store.reading() as reading:
                cursor = reading.cursor()
            answer = superior.exchange(enrolment, _counter(store), part, cursor, lambda _bytes: None)
            _keep(answer, store=store, clock=clock)
            if part and answer.seq < part[-1].last:
                raise StrangeAnswer()  # it took the frames and does not hold them: never ask for ever
            reached = answer.seq
            sent += sum(frame.cases for frame in part)
            progress(Progress(sent=min(sent, total), total=total))
        frames = store.frames_after(reached)
        if not frames:
            return


def _parts(frames: Sequence[Frame]) -> list[Sequence[Frame]]:
    """Return the requests to make; one without frames when there is nothing to send but news to ask for."""
    return [frames[n : n + FRAMES_A_REQUEST] for n in range(0, len(frames), FRAMES_A_REQUEST)] or [()]


def _keep(answer: Acknowledgement, *, store: Store, clock: Clock) -> None:
    with store.transaction() as books:
        if books.hash_at(answer.seq) != answer.hash:
            raise Forked()
        books.keep_acknowledgement(answer, clock.now())


def _counter(store: Store) -> int:
    with store.transaction() as books:
        return books.next_counter()
