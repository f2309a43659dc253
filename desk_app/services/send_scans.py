"""Bring the superior the scans that it does not have: after the events, part by part, from where a cut left them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice, takewhile

from desk_app.domain.errors import CounterFellBack, LineError, NotEnrolled, ScanDamaged, StrangeAnswer
from desk_app.domain.ports import Clock, Store
from desk_app.domain.scan import HeldScan, HeldState, ScanCount, ScanProgress, WaitingScan
from desk_app.domain.scan_ports import ScanFiles, ScanLine
from desk_app.domain.superior import Enrolment
from desk_app.services.line_cost import CONNECTION_BYTES
from desk_app.services.overtaken import kept_fall_back
from desk_app.services.tries import Tries

PART_BYTES, LEAST_PART_BYTES, GROWS_BYTES = 16 * 1024, 2 * 1024, 1024
REQUEST_BYTES = 600  # around a part: names, signature, TLS; what a budget counts besides
ASKED, LEAST_ASKED = 256, 8  # scans in one question


def _nothing(_bytes: int) -> None:
    """Count nothing: nobody pays by the byte."""


def send_scans(
    *, store: Store, files: ScanFiles, line: ScanLine, clock: Clock,
    progress: Callable[[ScanProgress], None], budget: int | None = None, paid: Callable[[int], None] = _nothing,
) -> ScanCount:  # fmt: skip
    """Send what waits, oldest first, and return what still waits.

    `budget` = how many bytes may go over a line that is paid by the byte; None = all there are; `paid` is told what
    each request takes of it. The superior is asked
    once what it has of all that waits, so a lost answer or a restored superior costs nothing but the question; after
    a cut it is asked of the one scan that was under way.

    Raises:
        NotEnrolled, CounterFellBack, ExchangeOvertaken.
        LineError: after as many tries as services/tries.py allows; what the superior has of a scan by then is kept, and
            sending goes on from there.
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
        left=_Budget(budget, paid), meter=_Meter(progress, sum(one.size for one in waiting)), waiting=deque(waiting),
    )  # fmt: skip
    if waiting:
        post.meter.at(0)  # the cases are through: from here on it is scans that take their time
    try:
        post.send()
    except CounterFellBack as error:  # any other trouble is the scans' alone: the cases went through before
        told = kept_fall_back(error, post.asked[-1], store=store, clock=clock)
        raise told from (None if told is error else error)
    with store.reading() as reading:
        return reading.scans.count()


@dataclass(slots=True)
class _Budget:
    left: int | None
    paid: Callable[[int], None]

    def allows(self, size: int) -> bool:
        """Return whether there is room for a request of so many bytes; what a cut loses of it is paid all the same."""
        if self.left is not None and size + REQUEST_BYTES > self.left:
            return False
        self.spend(size + REQUEST_BYTES)
        return True

    def spend(self, count: int) -> None:
        """Take that the line takes so many bytes."""
        if self.left is not None:
            self.left -= count
        self.paid(count)


@dataclass(slots=True)
class _Meter:
    tell: Callable[[ScanProgress], None]
    total: int
    done: int = 0
    sent: int = 0
    tries: int = 0

    def at(self, sent: int) -> None:
        """Tell how much of the scan under way the superior has."""
        self.sent = min(self.done + sent, self.total)
        self._tell()

    def over(self, size: int) -> None:
        """Go on to the next scan."""
        self.done += size
        self.at(0)

    def failed(self, tries: int) -> None:
        """Tell how often the line failed in a row."""
        if tries != self.tries:
            self.tries = tries
            self._tell()

    def _tell(self) -> None:
        self.tell(ScanProgress(sent=self.sent, total=self.total, tries=self.tries))


@dataclass(slots=True, kw_only=True)
class _Post:
    """Sending to one superior, from the first question to the last part, through cuts of the line."""

    enrolment: Enrolment
    store: Store
    files: ScanFiles
    line: ScanLine
    clock: Clock
    key: bytes
    left: _Budget
    meter: _Meter
    waiting: deque[WaitingScan]
    tries: Tries = field(default_factory=Tries)
    asked: list[int] = field(default_factory=list)  # counters of the requests made
    told: dict[bytes, HeldScan] = field(
        default_factory=dict
    )  # the superior's last word, where there is no doubt
    anew: set[bytes] = field(default_factory=set)  # begun anew: once each, whatever the line does
    part_bytes: int = PART_BYTES  # less while the line does not live for so much

    def send(self) -> None:
        """Send until nothing waits or nothing more can go, as often as the line is cut.

        Raises:
            LineError: which trying again does not mend; LineCut at once when the line was cut from here.
        """
        self.tries.heard()  # the cases went through just before: the line is there, however short it lives
        while True:
            try:
                return self._send()
            except LineError as error:
                pause = self.tries.pause_s(error)
                if pause is None:
                    raise
                if self.tries.failed > 1:  # a whole life of the line, and it brought nothing
                    self.part_bytes = max(LEAST_PART_BYTES, self.part_bytes // 2)
                self.meter.failed(self.tries.failed)
                self.line.pause(pause)
                self.left.spend(CONNECTION_BYTES)

    def _send(self) -> None:
        while self.waiting:
            scan = self.waiting[0]
            if scan.sha256 not in self.told and not self._ask():
                return
            if self.told[scan.sha256].state is HeldState.WAITING and not self._rest(scan):
                return
            self.waiting.popleft()
            self.meter.over(scan.size)

    def _ask(self) -> bool:
        """Ask what the superior has of those that come next; after a cut of the one in doubt; False = no budget."""
        unknown = takewhile(lambda one: one.sha256 not in self.told, self.waiting)
        some = list(islice(unknown, max(LEAST_ASKED, ASKED >> self.tries.failed)))
        if not self.left.allows(70 * len(some)):
            return False
        told = self.line.held(self.enrolment, self._counter(), [one.sha256 for one in some])
        self.tries.heard()
        for scan, held in zip(some, told, strict=True):
            self._keep(scan, held)
        return True

    def _rest(self, scan: WaitingScan) -> bool:
        """Send a scan from where the superior has it; False when nothing more can go: no budget, or no room there."""
        try:
            data = self.files.read(scan.sha256, self.key)
        except ScanDamaged:  # its case's page says so; those after it go on
            return True
        held = self.told[scan.sha256]
        self.meter.at(held.bytes)
        while held.state is HeldState.WAITING:
            part = data[held.bytes : held.bytes + self.part_bytes]
            if not part:
                raise StrangeAnswer()  # it has all there is and does not say so
            if not self.left.allows(len(part)):
                return False
            held = self._part(scan, held, part)
            self.meter.at(held.bytes)
        return held.state is not HeldState.FULL  # nor has it room for those after it

    def _part(self, scan: WaitingScan, before: HeldScan, part: bytes) -> HeldScan:
        del self.told[scan.sha256]  # in doubt until it is answered: a cut leaves open whether it came
        held = self.line.send(self.enrolment, self._counter(), scan.sha256, before.bytes, part)
        if (
            held.state is HeldState.WRONG and scan.sha256 not in self.anew
        ):  # a part of another try was among them
            self.anew.add(scan.sha256)
            held = HeldScan(bytes=0, state=HeldState.WAITING)
        elif held.state is HeldState.WAITING and held.bytes <= before.bytes:
            raise StrangeAnswer()  # the same part again and again
        self._keep(scan, held)
        self.tries.progressed()
        self.part_bytes = min(PART_BYTES, self.part_bytes + GROWS_BYTES)
        self.meter.failed(0)
        return held

    def _keep(self, scan: WaitingScan, held: HeldScan) -> None:
        with self.store.transaction() as books:
            books.scans.told(scan.sha256, held.bytes, held.state, self.clock.now())
        self.told[scan.sha256] = held

    def _counter(self) -> int:
        with self.store.transaction() as books:
            self.asked.append(books.next_counter())
        return self.asked[-1]
