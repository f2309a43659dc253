"""How long the window stands still while it prints, sends to the superior, copies the store and closes the day.

The real window, offscreen, over a store of months, at F8; the real district server in a process of its own. A timer
beats every 5 ms on the window's thread: what lies between two beats beyond that, nothing could be typed or painted.
"at rest" is the same window with nothing to do: what the machine itself takes.

python benchmarks/window_stall.py [--cases 3000] [--turns 3]
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={ROOT / 'resources' / 'screen.json'}")

from PySide6.QtCore import Qt, QTimer  # noqa: E402 - the path stands above
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402
from support.desk import DESK, HOA, Clock  # noqa: E402
from support.superior import enrol, serving  # noqa: E402

from benchmarks.big_store import fill  # noqa: E402
from benchmarks.model_commune import Commune  # noqa: E402
from desk_app.app.home import Home  # noqa: E402
from desk_app.app.program import Program  # noqa: E402
from desk_app.app.startup import application  # noqa: E402
from desk_app.domain.happening import Kind  # noqa: E402
from desk_app.machine.key_slots import Cost  # noqa: E402
from desk_app.printing.pdf_folder import PdfFolder  # noqa: E402
from desk_app.ui.main_window import SIZE  # noqa: E402
from desk_app.ui.typed_text import type_text  # noqa: E402

PASSPHRASE = "một câu thật dài"
BEAT_MS, REST_S, STALL_MS = 5, 3.0, 50
ALT = Qt.KeyboardModifier.AltModifier
STEPS = {
    "print": (Qt.Key.Key_2, "printing the registers"),
    "send": (Qt.Key.Key_3, "sending to the superior"),
    "copy": (Qt.Key.Key_4, "a verified copy"),
    "close": (Qt.Key.Key_5, "closing, with its sheet"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stood:
    """What one step took (s), and the longest time that nothing moved meanwhile (ms)."""

    took: float
    longest: float


class Beat:
    """Plays `script` on the window's thread: it goes on whenever what it yielded is true."""

    def __init__(self, script: Iterator[Callable[[], bool]]) -> None:
        self._script, self._until, self.longest = script, lambda: True, 0.0
        self._timer = QTimer(interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_beat)
        self._last = time.perf_counter()
        self._timer.start()

    def _on_beat(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, (now - self._last) * 1000 - BEAT_MS), now
        if not self._until():
            return
        try:
            self._until = next(self._script)
        except StopIteration:
            self._timer.stop()
            QApplication.quit()


def main() -> None:
    """Print a line a step: how long it took, and the longest stall of each turn."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=3000)
    parser.add_argument("--turns", type=int, default=3)
    asked = parser.parse_args()
    qt = application()
    stood: dict[str, list[Stood]] = defaultdict(list)
    for turn in range(asked.turns):
        with tempfile.TemporaryDirectory() as name:
            events = _turn(qt, Path(name), asked.cases, turn + 1, stood)
    write = sys.stdout.write
    write(
        f"{asked.cases} cases, {events} events to send\n{'':32}{'s':>8}{'longest stall, ms: median':>28}{'slowest':>10}\n"
    )
    for what, turns in stood.items():
        longest = [one.longest for one in turns]
        took = statistics.median(one.took for one in turns)
        write(f"{what:32}{took:8.1f}{statistics.median(longest):28.0f}{max(longest):10.0f}\n")
    write(f"{'  budget':32}{'':8}{STALL_MS:28}\n")


def _turn(qt: QApplication, folder: Path, cases: int, seed: int, stood: dict[str, list[Stood]]) -> int:
    """Make a store, and play the end of its last day; returns how many events there were to send."""
    for place in ("desk", "copies", "superior"):
        (folder / place).mkdir()
    happenings = list(Commune(DESK, cases, max(10, cases // 6), seed).happenings())
    day = max(happening.at for happening in happenings if happening.kind == Kind.RECEIVED).date()
    clock = Clock(f"{day}T16:45")
    home = Home(folder=folder / "desk", clock=clock, cost=Cost(memory_kib=64, passes=1))
    store, _ = home.create(DESK, HOA, PASSPHRASE)
    fill(store, (happening for happening in happenings if happening.at <= clock.at))
    with serving(folder / "superior") as url:
        enrol(folder / "superior", url, store)
        with store.reading() as reading:
            events = reading.head()[0]
        store.close()
        program = Program(home, PdfFolder(folder / "papers"))
        program.start()
        program.window.showNormal()
        program.window.resize(*SIZE)
        beat = Beat(iter(()))
        beat = Beat(_day_end(program, clock, folder / "copies", lambda: beat, stood))
        qt.exec()
        program.window.close()
        program.window.deleteLater()
    return events


def _day_end(
    program: Program, clock: Clock, place: Path, beat: Callable[[], Beat], stood: dict[str, list[Stood]]
) -> Iterator[Callable[[], bool]]:
    def idle() -> bool:
        return not program.jobs.busy

    yield lambda: program.sign_in.passphrase.hasFocus() and idle()
    type_text(program.sign_in.passphrase, PASSPHRASE)
    QTest.keyClick(program.sign_in.passphrase, Qt.Key.Key_Return)
    yield lambda: bool(program.screens) and idle()
    _press(program, Qt.Key.Key_F8)
    yield lambda: "day_end" in program.screens and idle()
    screen: Any = program.screens["day_end"]
    screen.place.chosen.emit(place)
    yield idle

    began = time.perf_counter()
    beat().longest = 0.0
    yield lambda: time.perf_counter() - began >= REST_S
    stood["at rest"].append(Stood(took=REST_S, longest=beat().longest))
    for step, (key, what) in STEPS.items():
        clock.step(minutes=1)  # two copies of one second would bear one name
        began = time.perf_counter()
        beat().longest = 0.0
        _press(program, key, ALT)
        yield idle
        yield idle  # what the last result moved is painted by then
        stood[what].append(Stood(took=time.perf_counter() - began, longest=beat().longest))
        outcomes = {name.value: outcome.state.value for name, outcome in screen.steps.outcomes.items()}
        if outcomes[step] in ("failed", "skipped"):
            raise SystemExit(f"{step}: {outcomes[step]}: {program.window.told.text()}")


def _press(
    program: Program, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(QApplication.focusWidget() or program.window, key, modifiers)


if __name__ == "__main__":
    main()
