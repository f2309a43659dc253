"""One exchange with one superior, from the first question to the last answer, through cuts of the line."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace

from desk_app.domain.errors import HalfGone, LineError, StrangeAnswer, SuperiorBehind
from desk_app.domain.exchange_ports import SentStore
from desk_app.domain.ports import Clock, LineMeter, Superior
from desk_app.domain.superior import Acknowledgement, Enrolment, Frame, HalfFrame, Progress
from desk_app.services.line_cost import CONNECTION_BYTES, QUESTION_BYTES, check_budget, request_bytes
from desk_app.services.tries import Tries

FRAME_BYTES = 6144  # a cut loses none of what arrived: a frame goes on at the byte where it was cut
REQUEST_BYTES = 256 * 1024
REQUEST_FRAMES = 200
TURNS = 3  # of a superior that has less than it said: restored meanwhile
MOST_NEWS = 100  # answers a round that bring news alone; a superior that never ends goes on next time


class Exchange:
    """Sends what lies after the acknowledged seq, after a cut from the byte on where the line ended."""

    def __init__(
        self,
        enrolment: Enrolment,
        store: SentStore,
        superior: Superior,
        clock: Clock,
        progress: Callable[[Progress], None],
        meter: LineMeter,
        frame_bytes: int = FRAME_BYTES,
    ) -> None:
        self._enrolment, self._store, self._superior = enrolment, store, superior
        self._clock, self._progress, self._meter = clock, progress, meter
        self._tries = Tries()
        self._frame_bytes = frame_bytes
        self._asked: list[int] = []  # counters of the requests made
        self._reached = 0
        self._superseded = False  # by another key of the superior's: it is asked by that
        self._in_doubt = False  # whether the superior may hold more than it said
        self._all_handed = False  # to the line, when it was cut
        self._half: HalfFrame | None = None  # what the superior said that it has of a frame
        self._packed: list[Frame] = []
        self._told = Progress(sent=0, total=0)

    def run(self, *, ask_first: bool) -> None:
        """Exchange until nothing is left to send or to hear; `ask_first` = how much the superior holds.

        Raises:
            BudgetSpent, and every LineError that trying again does not mend.
        """
        with self._store.reading() as reading:
            state = reading.sync_state()
        self._reached, self._in_doubt = state.acknowledged_seq, ask_first
        self._told = Progress(sent=0, total=state.pending_cases)
        self._progress(self._told)
        self._paid(CONNECTION_BYTES)
        while True:
            try:
                self._try(ask_first=ask_first)
            except LineError as error:
                pause = self._tries.pause_s(error)
                if pause is None:
                    raise
                self._tell(tries=self._tries.failed)
                self._superior.pause(pause)
                self._paid(CONNECTION_BYTES)
                ask_first = self._in_doubt  # what was stored before the cut is not sent again
            else:
                return

    def is_overtaken(self) -> bool:
        """Return whether another exchange of this store has asked since: then it was our own counter that was newer."""
        return len(self._asked) > 0 and self._counter() > self._asked[-2] + 1

    def _try(self, *, ask_first: bool) -> None:
        more = True
        if ask_first and self._all_handed:  # likely all arrived: then one question is the last
            more = self._send([])
        elif ask_first:
            self._ask_head()
        for _ in range(TURNS):
            try:
                return self._send_all(more=more)
            except SuperiorBehind:  # restored from its backup: from its head on everything goes again
                self._ask_head()
            except HalfGone:
                self._half = None
            more = True
        return self._send_all(more=more)

    def _ask_head(self) -> None:
        check_budget(self._meter, self._clock, QUESTION_BYTES)
        self._paid(QUESTION_BYTES)
        with self._store.reading() as reading:
            cursor = reading.cursor()
        head = self._superior.head(self._enrolment, self._counter())
        self._keep(
            replace(head, cursor=max(cursor, head.cursor))
        )  # a head brings no news, and takes none back

    def _send_all(self, *, more: bool) -> None:
        """Send and hear again for what was received meanwhile, for a log too long to read at once, for more news."""
        frames = deque(self._packed_after())
        self._tell(bytes_total=self._told.bytes_sent + sum(frame.to_send for frame in frames))
        only_news = 0
        while (frames or (more and only_news < MOST_NEWS)) and not self._superseded:
            part = self._part(frames)
            more = self._send(part, is_last=not frames)
            only_news += not part
            if not frames:
                frames.extend(self._packed_after())

    def _packed_after(self) -> list[Frame]:
        """Return what lies after the acknowledged seq, packed; the same again as long as it goes on there.

        Packed anew, a frame of which the superior has a half would be another.
        """
        left = [frame for frame in self._packed if frame.last > self._reached]
        if not left or left[0].first != self._reached + 1:
            left = self._store.frames_after(self._reached, most_bytes=self._frame_bytes)
        self._packed = left
        half, first = self._half, left[0] if left else None
        if half is None or first is None or half.held >= len(first.data):
            return left
        if hashlib.sha256(first.data).digest() != half.digest:
            return left
        return [replace(first, held=half.held), *left[1:]]

    def _part(self, frames: deque[Frame]) -> list[Frame]:
        """Take from `frames` what goes in the next request: none when there are only news to ask for."""
        part: list[Frame] = []
        left = self._meter.left(self._clock.now().date())
        while frames and len(part) < REQUEST_FRAMES:
            after = request_bytes([*part, frames[0]])
            if part and (after > REQUEST_BYTES or (left is not None and after > left)):
                break
            part.append(frames.popleft())
        check_budget(self._meter, self._clock, request_bytes(part))
        return part

    def _send(self, part: Sequence[Frame], *, is_last: bool = True) -> bool:
        """Make one request; return whether there may be more news."""
        with self._store.reading() as reading:
            cursor = reading.cursor()
        before, size = self._told.bytes_sent, sum(frame.to_send for frame in part)
        self._all_handed = is_last and not part

        def handed(count: int) -> None:
            self._in_doubt = True
            self._all_handed = is_last and count >= size
            self._tell(bytes_sent=before + count)

        self._paid(request_bytes(part))
        answer = self._superior.exchange(
            self._enrolment,
            self._counter(),
            part,
            cursor,
            handed,
        )
        self._keep(answer)
        if part and answer.seq < part[-1].last:
            raise StrangeAnswer()  # it took the frames and does not hold them: never ask for ever
        if (answer.told or answer.refusals) and answer.cursor <= cursor:
            raise StrangeAnswer()  # the same news again and again
        return bool(answer.told or answer.refusals)

    def _keep(self, answer: Acknowledgement) -> None:
        with self._store.transaction() as books:
            books.keep_acknowledgement(answer, self._clock.now())
        with (
            self._store.transaction() as books
        ):  # of its own: what the news are never undoes the acknowledgement
            books.read_news(self._clock.now())
        with self._store.reading() as reading:
            waiting, known = reading.sync_state().pending_cases, reading.enrolment()
        self._superseded = known != self._enrolment
        if answer.seq > self._reached:
            self._tries.progressed()
        self._tries.heard()
        self._reached, self._in_doubt, self._half = answer.seq, False, answer.half
        self._tell(sent=self._told.total - waiting, tries=self._tries.failed)

    def _counter(self) -> int:
        with self._store.transaction() as books:
            self._asked.append(books.next_counter())
        return self._asked[-1]

    def _paid(self, count: int) -> None:
        self._meter.add(self._clock.now().date(), count)

    def _tell(
        self, *, sent: int = 0, bytes_sent: int = 0, bytes_total: int = 0, tries: int | None = None
    ) -> None:
        """Tell what is new; what rises never falls, whatever a superior that lost something answers."""
        now = self._told
        told = Progress(
            sent=min(max(now.sent, sent), now.total),
            total=now.total,
            bytes_sent=max(now.bytes_sent, bytes_sent),
            bytes_total=max(now.bytes_total, bytes_total),
            tries=now.tries if tries is None else tries,
        )
        if told != now:
            self._told = told
            self._progress(told)
