"""Bring the superior up to our log, and keep its signed word for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from desk_app.domain.errors import (
    CounterFellBack,
    ExchangeOvertaken,
    LineError,
    NotEnrolled,
    StrangeAnswer,
    SuperiorBehind,
)
from desk_app.domain.ports import Clock, Store, Superior
from desk_app.domain.superior import Acknowledgement, Enrolment, Frame, Progress, SyncState

REQUEST_BYTES = 96 * 1024  # what was stored before a cut is not sent again


def sync_now(
    *, store: Store, superior: Superior, clock: Clock, progress: Callable[[Progress], None]
) -> SyncState:
    """Send what the superior does not have, a few frames a request; no transaction waits for the line.

    Raises:
        NotEnrolled: the desk has no superior yet.
        CounterFellBack: now or before; nothing is sent until the desk is enrolled anew.
        LineError: naming the layer that failed; what was acknowledged before stays acknowledged.
    """
    with store.reading() as reading:
        enrolment, state = reading.enrolment(), reading.sync_state()
    if enrolment is None:
        raise NotEnrolled()
    if state.stopped:  # another try would count the counter up to where the other desk stands, and be let in
        raise CounterFellBack()
    exchange = _Exchange(enrolment=enrolment, store=store, superior=superior, clock=clock, progress=progress)
    try:
        if state.last_error or state.last_confirmed is None:  # it may hold more than it told us
            exchange.ask_head()
        try:
            exchange.send_all()
        except SuperiorBehind:  # restored from its backup: from its head on everything goes again
            exchange.ask_head()
            exchange.send_all()
    except LineError as error:
        if isinstance(error, CounterFellBack) and exchange.is_overtaken():
            raise ExchangeOvertaken() from error
        stops = isinstance(error, CounterFellBack)
        with store.transaction() as books:
            books.keep_failure(error.layer, str(error), clock.now(), stops=stops)
        raise
    with store.reading() as reading:
        return reading.sync_state()


def enrol_desk(url: str, code: str, *, store: Store, superior: Superior) -> None:
    """Make the desk known to its superior with the code of the enrolment slip."""
    with store.reading() as reading:
        desk, log_key, sheet = reading.desk(), reading.log_key(), reading.recovery_key()
    enrolment = superior.enrol(url, code, desk.agency_code, desk.number, log_key, sheet)
    with store.transaction() as books:
        books.keep_enrolment(enrolment)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Exchange:
    """One exchange with one superior, from the first question to the last answer."""

    enrolment: Enrolment
    store: Store
    superior: Superior
    clock: Clock
    progress: Callable[[Progress], None]
    asked: list[int] = field(default_factory=list)  # counters of the requests made

    def is_overtaken(self) -> bool:
        """Return whether another exchange of this store has asked since: then it was our own counter that was newer."""
        return len(self.asked) > 0 and self._counter() > self.asked[-2] + 1

    def ask_head(self) -> None:
        """Ask up to where the superior holds our log, and go by it."""
        self._keep(self.superior.head(self.enrolment, self._counter()))

    def send_all(self) -> None:
        """Send what lies after the acknowledged seq and hear all the news there are."""
        with self.store.reading() as reading:
            state, cursor = reading.sync_state(), reading.cursor()
        reached, total, sent = state.acknowledged_seq, state.pending_cases, 0
        self.progress(Progress(sent=0, total=total))
        frames = self.store.frames_after(reached)
        while (
            True
        ):  # again for what was received meanwhile, for a log too long to read at once, for more news
            more = False
            for part in _parts(frames):
                answer = self.superior.exchange(
                    self.enrolment, self._counter(), part, cursor, lambda _bytes: None
                )
                self._keep(answer)
                if part and answer.seq < part[-1].last:
                    raise StrangeAnswer()  # it took the frames and does not hold them: never ask for ever
                if answer.refusals and answer.cursor <= cursor:
                    raise StrangeAnswer()  # the same news again and again
                with self.store.reading() as reading:
                    cursor = reading.cursor()
                reached, more = answer.seq, bool(answer.refusals)
                sent += sum(frame.cases for frame in part)
                self.progress(Progress(sent=min(sent, total), total=total))
            frames = self.store.frames_after(reached)
            if not (frames or more):
                return

    def _keep(self, answer: Acknowledgement) -> None:
        with self.store.transaction() as books:
            books.keep_acknowledgement(answer, self.clock.now())

    def _counter(self) -> int:
        with self.store.transaction() as books:
            self.asked.append(books.next_counter())
        return self.asked[-1]


def _parts(frames: Sequence[Frame]) -> list[list[Frame]]:
    """Return the requests to make; one without frames when there is nothing to send but news to ask for."""
    parts: list[list[Frame]] = [[]]
    size = 0
    for frame in frames:
        if parts[-1] and size + len(frame.data) > REQUEST_BYTES:
            parts.append([])
            size = 0
        parts[-1].append(frame)
        size += len(frame.data)
    return parts
