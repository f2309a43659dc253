"""Work off the window's thread: five lanes, one thread each, so that nothing waits for something else."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Callable
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar

from PySide6.QtCore import (
    QObject,
    QRunnable,
    QThreadPool,
    Signal,
    SignalInstance,
    Slot,
)
from shiboken6 import isValid

from desk_app.domain.errors import DeskError

T = TypeVar("T")
SWITCH_S = 0.0005


class Lane(StrEnum):
    """What may wait for itself and for nothing else."""

    WRITE = "write"  # acts and drafts
    READ = "read"  # searches, lists, previews
    PRINT = "print"
    LINE = "line"  # the exchange with the superior
    UPKEEP = "upkeep"  # checkpoints and checks


class _Waiting(NamedTuple):  # no dataclass: those made before the sign-in screen stands keep it waiting
    owner: QObject
    done: Callable[[Any], None]
    failed: Callable[[DeskError], None]
    told: Callable[[Any], None] | None
    ended: Callable[[], None] | None
    latest: tuple[int, str] | None


class _Job(QRunnable):
    """One piece of work. Holds the signals of its Jobs, never a QObject of its own."""

    def __init__(
        self, number: int, work: Callable[[Callable[[object], None]], object], finished: SignalInstance,
        told: SignalInstance, wanted: Callable[[int], bool],
    ) -> None:  # fmt: skip
        super().__init__()
        self._number, self._work, self._wanted = number, work, wanted
        self._finished, self._told = finished, told

    def run(self) -> None:
        result: object = None
        error: Exception | None = None
        if self._wanted(self._number):
            try:
                result = self._work(lambda said: self._told.emit(self._number, said))
            except Exception as caught:  # noqa: BLE001 - handed on whole, never swallowed
                error = caught
        self._finished.emit(self._number, result, error)


class Jobs(QObject):
    """Runs work on lanes and brings results back to the window's thread."""

    idle = Signal()
    _finished = Signal(int, object, object)
    _told = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # each call of Qt gives Python's lock away: at Python's 5 ms a table's cells stood still for 0.1 s beside a lane
        sys.setswitchinterval(SWITCH_S)
        self._pools = {lane: QThreadPool(self) for lane in Lane}
        for pool in self._pools.values():
            pool.setMaxThreadCount(1)
            pool.setExpiryTimeout(-1)  # the lane's connection to the store lives as long as its thread
        self._waiting: dict[int, _Waiting] = {}
        self._newest: dict[tuple[int, str], int] = {}
        self._numbers = itertools.count(1)
        self._at_rest: tuple[Callable[[], None], QObject] | None = None
        self._finished.connect(self._deliver)
        self._told.connect(self._pass_on)

    @property
    def busy(self) -> bool:
        """Return whether anything is under way."""
        return bool(self._waiting)

    def run(
        self,
        lane: Lane,
        work: Callable[[], T],
        *,
        owner: QObject,
        done: Callable[[T], None],
        failed: Callable[[DeskError], None],
        ended: Callable[[], None] | None = None,
        latest: str = "",
    ) -> None:
        """Run `work` on a lane; `latest` names work whose older results nobody wants any more.

        `ended` comes before `done` or `failed`, and also where a bug lets neither come: there a screen takes back that
        it waits.
        """
        self._start(
            lane, lambda _tell: work(), _Waiting(owner, done, failed, None, ended, _key(owner, latest))
        )

    def run_telling(
        self,
        lane: Lane,
        work: Callable[[Callable[[object], None]], T],
        *,
        owner: QObject,
        done: Callable[[T], None],
        failed: Callable[[DeskError], None],
        told: Callable[[Any], None],
        ended: Callable[[], None] | None = None,
    ) -> None:
        """Run `work`, which tells how far it is; `told` hears it on the window's thread."""
        self._start(lane, work, _Waiting(owner, done, failed, told, ended, None))

    def forget(self, owner: QObject, latest: str) -> None:
        """Let nobody hear the result of work that is still under way by that name."""
        self._newest[id(owner), latest] = 0

    def when_at_rest(self, then: Callable[[], None], owner: QObject) -> None:
        """Call `then` once nothing is under way, at once if nothing is; nothing that was begun is cut off."""
        self._at_rest = (then, owner)
        self._rest()

    def _rest(self) -> None:
        if not self._waiting and self._at_rest is not None:
            (then, owner), self._at_rest = self._at_rest, None
            if isValid(owner):
                then()

    def _start(self, lane: Lane, work: Callable[[Callable[[object], None]], Any], waiting: _Waiting) -> None:
        number = next(self._numbers)
        if waiting.latest is not None:
            self._newest[waiting.latest] = number
        self._waiting[number] = waiting
        self._pools[lane].start(_Job(number, work, self._finished, self._told, self._wanted))

    def _wanted(self, number: int) -> bool:
        waiting = self._waiting.get(number)
        return waiting is not None and (waiting.latest is None or self._newest[waiting.latest] == number)

    @Slot(int, object, object)
    def _deliver(self, number: int, result: object, error: Exception | None) -> None:
        wanted = self._wanted(number)
        waiting = self._waiting.pop(number)
        try:
            if isValid(waiting.owner):  # else the screen was closed
                _hand_on(waiting, result, error, wanted=wanted)
        finally:  # also after a bug: the desk can still be locked
            if not self._waiting:
                self.idle.emit()
            self._rest()

    @Slot(int, object)
    def _pass_on(self, number: int, said: object) -> None:
        waiting = self._waiting.get(number)
        if waiting is not None and waiting.told is not None and isValid(waiting.owner):
            waiting.told(said)


def _key(owner: QObject, latest: str) -> tuple[int, str] | None:
    return (id(owner), latest) if latest else None


def _hand_on(waiting: _Waiting, result: object, error: Exception | None, *, wanted: bool) -> None:
    if waiting.ended is not None:
        waiting.ended()
    if wanted:  # else something newer was asked
        if error is None:
            waiting.done(result)
        elif isinstance(error, DeskError):
            waiting.failed(error)
        else:
            raise error  # a bug: the crash sentence's business
