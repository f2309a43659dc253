"""Bring the superior the scans that it does not have: after the events, part by part, from where a cut left them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from desk_app.domain.errors import CounterFellBack, NotEnrolled, ScanDamaged, StrangeAnswer
from desk_app.domain.ports import Clock, Store
from desk_app.domain.scan import HeldScan, HeldState, ScanCount, ScanProgress, WaitingScan
from desk_app.domain.scan_ports import ScanFiles, ScanLine
from desk_app.domain.superior import Enrolment
from desk_app.services.overtaken import kept_fall_back

PART_BYTES = 16 * 1024
REQUEST_BYTES = 600  # around a part: names, signature, TLS; what a budget counts besides
ASKED = 256  # scans in one question


def send_scans(
    *, store: Store, files: ScanFiles, line: ScanLine, clock: Clock,
    progress: Callable[[ScanProgress], None], budget: int | None = None,
) -> ScanCount:  # fmt: skip
    """Send what waits, oldest first, and return what still waits.

    `budget` = how many bytes may go over a line that is paid by the byte; None = all there are. The superior is asked
    once what it has of all that waits, so a lost answer or a restored superior costs nothing but the question.

    Raises:
        NotEnrolled, CounterFellBack, ExchangeOvertaken.
        LineError: what the superior has of a scan by then is kept, and sending goes on from there.
    """
    with store.reading() as reading:
        enrolment, state, key = reading.enrolment(), reading.sync_state(), reading.scans.key()
        waiting = reading.scans.waiting(state.acknowledged_seq)
    if enrolment is None:
        raise NotEnrolled()
    if state.stopped:
        raise CounterFellBack()
    post = _Post(
        enrolment=enrolment, store=store, files=files, line=line, clock=clock, key=key,
        left=_Budget(budget), meter=_Meter(progress, sum(one.size for one in waiting)),
    )  # fmt: skip
    try:
        post.send(waiting)
    except CounterFellBack as error:  # any other trouble is the scans' alone: the cases went through before
        told = kept_fall_back(error, post.asked[-1], store=store, clock=clock)
        raise told from (None if told is error else error)
    with store.reading() as reading:
        return reading.scans.count()


@dataclass(slots=True)
class _Budget:
    left: int | None

    def allows(self, size: int) -> bool:
        if self.left is None:
            return True
        if size + REQUEST_BYTES > self.left:
            return False
        self.left -= size + REQUEST_BYTES
        return True


@dataclass(slots=True)
class _Meter:
    tell: Callable[[ScanProgress], None]
    total: int
    done: int = 0

    def at(self, sent: int) -> None:
        self.tell(ScanProgress(sent=min(self.done + sent, self.total), total=self.total))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Post:
    """Sending to one superior, from the first question to the last part."""

    enrolment: Enrolment
    store: Store
    files: ScanFiles
    line: ScanLine
    clock: Clock
    key: bytes
    left: _Budget
    meter: _Meter
    asked: list[int] = field(default_factory=list)  # counters of the requests made

    def send(self, waiting: Sequence[WaitingScan]) -> None:
        """Ask what the superior has, then send the rest of each."""
        for start in range(0, len(waiting), ASKED):
            some = waiting[start : start + ASKED]
            if not self.left.allows(70 * len(some)):
                return
            told = self.line.held(self.enrolment, self._counter(), [one.sha256 for one in some])
            for scan, held in zip(some, told, strict=True):
                self._keep(scan, held)
            for scan, held in zip(some, told, strict=True):
                if held.state is HeldState.WAITING and not self._rest(scan, held):
                    return
                self.meter.done += scan.size
                self.meter.at(0)

    def _rest(self, scan: WaitingScan, held: HeldScan) -> bool:
        """Send a scan from where the superior has it; False when nothing more can go: no budget, or no room there."""
        try:
            data = self.files.read(scan.sha256, self.key)
        except ScanDamaged:  # its case's page says so; those after it go on
            return True
        begun_anew = False
        while held.state is HeldState.WAITING:
            part = data[held.bytes : held.bytes + PART_BYTES]
            if not part:
                raise StrangeAnswer()  # it has all there is and does not say so
            if not self.left.allows(len(part)):
                return False
            before = held
            send = partial(self.line.send, self.enrolment, self._counter(), scan.sha256)
            held = send(held.bytes, part)
            if held.state is HeldState.WRONG and not begun_anew:  # a part of another try was among them
                begun_anew, held = True, HeldScan(bytes=0, state=HeldState.WAITING)
            elif held.state is HeldState.WAITING and held.bytes <= before.bytes:
                raise StrangeAnswer()  # the same part again and again
            self._keep(scan, held)
            self.meter.at(held.bytes)
        return held.state is not HeldState.FULL  # nor has it room for those after it

    def _keep(self, scan: WaitingScan, held: HeldScan) -> None:
        with self.store.transaction() as books:
            books.scans.told(scan.sha256, held.bytes, held.state, self.clock.now())

    def _counter(self) -> int:
        with self.store.transaction() as books:
            self.asked.append(books.next_counter())
        return self.asked[-1]
