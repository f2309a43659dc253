"""One start of one program, for cold_start.py: says on standard output when it is ready, and leaves.

python benchmarks/one_start.py empty|window|desk|hurried|eager|case FOLDER     (PYTHONPATH = the project)
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

PASSPHRASE = "một câu thật dài"
BEAT_MS = 5


def main(what: str, folder: str) -> None:
    """Start; every import stands where an installed program has it."""
    if what == "empty":
        _empty()
    if what == "eager":
        _import_everything()
    from desk_app.app import cli, startup

    startup.open_window = lambda data, language: _watch(what, startup.shown(data, language))  # type: ignore[arg-type]
    cli.main(["--data", folder])


def _empty() -> None:
    from PySide6.QtWidgets import QApplication, QMainWindow

    qt = QApplication([])
    window = QMainWindow()
    window.resize(1366, 768)
    window.show()
    _painted(_leave)
    qt.exec()


def _import_everything() -> None:
    import zxingcpp  # noqa: F401

    from desk_app.app.home import paper_maker

    paper_maker()


def _watch(what: str, shown: AbstractContextManager[Any]) -> int:
    """Leave when the passphrase can be typed; or sign in and leave when the first field can be."""
    from PySide6.QtWidgets import QApplication

    with shown as program:
        watched = {
            "window": lambda: _leave(),
            "eager": lambda: _leave(),
            "desk": lambda: _while_typing(program, lambda stall: _sign_in(program, stall)),
            "hurried": lambda: _sign_in(program, 0.0),
        }
        _painted(watched[what])
        return QApplication.exec()


def _while_typing(program: Any, then: Callable[[float], None]) -> None:  # noqa: ANN401 - the running program
    """Let lanes do what they do while the clerk types, and note the window's longest stall (ms)."""
    from PySide6.QtCore import QTimer

    last, longest, beats = time.perf_counter(), 0.0, 0
    timer = QTimer(program.window, interval=BEAT_MS)

    def beat() -> None:
        nonlocal last, longest, beats
        now = time.perf_counter()
        longest, last, beats = max(longest, (now - last) * 1000 - BEAT_MS), now, beats + 1
        if beats * BEAT_MS >= 500 and not program.jobs.busy:
            timer.stop()
            then(longest)

    timer.timeout.connect(beat)
    timer.start()


def _sign_in(program: Any, stall: float) -> None:  # noqa: ANN401 - the running program
    began = time.perf_counter()

    def look() -> None:
        intake = program.screens.get("intake")
        if intake is not None and not program.jobs.busy and intake.applicant.first().hasFocus():
            _leave((time.perf_counter() - began) * 1000, stall)

    program.jobs.idle.connect(lambda: _painted(look))
    program.sign_in.enter(program.home.members()[0], PASSPHRASE)


def _painted(then: Callable[[], None]) -> None:
    """Call `then` after what is to be painted was: Qt paints between two turns of the event loop."""
    from PySide6.QtCore import QTimer

    QTimer.singleShot(0, lambda: QTimer.singleShot(0, then))


def _leave(signing_in: float = 0.0, stall: float = 0.0) -> None:
    """Say what is resident now (KB), how long signing in took and how long the window stood still (ms)."""
    resident = 0
    if sys.platform == "linux":
        with open("/proc/self/status", "rb") as status:  # noqa: PTH123 - pathlib would be measured too
            resident = next(int(line.split()[1]) for line in status if line.startswith(b"VmRSS"))
    os.write(1, f"ready {resident} {signing_in:.1f} {stall:.1f}\n".encode())
    os._exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
