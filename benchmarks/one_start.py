"""One start of one program, for cold_start.py: says on standard output when it is ready, and leaves.

PYTHONPATH=. python benchmarks/one_start.py empty|window|eager|desk|hurried|preview FOLDER
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

PASSPHRASE = "một câu thật dài"
CARD = "038190004217||Nguyễn Thị Minh Đức|14021990|Nữ|Thôn Đồng Tâm, xã Tân Lập, tỉnh Thanh Hóa|01072022"
BEAT_MS = 5
TYPING_MS = 500


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
    import desk_app.app.compose
    import desk_app.sync.superior_api  # noqa: F401 - importing is all
    from desk_app.app.home import paper_maker

    paper_maker()


def _watch(what: str, shown: AbstractContextManager[Any]) -> int:
    """Leave when the passphrase can be typed; or go on as far as `what` says."""
    from PySide6.QtWidgets import QApplication

    with shown as program:
        watched: dict[str, Callable[[], None]] = {
            "desk": lambda: _while_typing(
                program, lambda stall: _sign_in(program, lambda ms: _leave(ms, stall))
            ),
            "hurried": lambda: _sign_in(program, _leave),
            "preview": lambda: _sign_in(program, lambda _ms: _preview(program)),
        }

        def ready() -> None:
            if program.sign_in.passphrase.hasFocus():
                watched.get(what, _leave)()
            else:
                _painted(ready)

        _painted(ready)
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
        if beats * BEAT_MS >= TYPING_MS and not program.jobs.busy:
            timer.stop()
            then(longest)

    timer.timeout.connect(beat)
    timer.start()


def _sign_in(program: Any, then: Callable[[float], None]) -> None:  # noqa: ANN401 - the running program
    """Give the right passphrase; `then` hears how long it took until the first field could be typed into."""
    began, there = time.perf_counter(), False

    def look() -> None:
        nonlocal there
        intake = program.screens.get("intake")
        if not there and intake is not None and not program.jobs.busy and intake.applicant.first().hasFocus():
            there = True
            then((time.perf_counter() - began) * 1000)

    program.jobs.idle.connect(lambda: _painted(look))
    program.sign_in.enter(program.home.members()[0], PASSPHRASE)


def _preview(program: Any) -> None:  # noqa: ANN401 - the running program
    """Fill the form until the receipt is shown, drawn by what was imported for it."""
    from PySide6.QtCore import Qt

    from desk_app.ui.typed_text import press, type_text

    intake, began = program.screens["intake"], time.perf_counter()

    def look() -> None:
        if not intake.due.preview.pixmap().isNull():
            _leave((time.perf_counter() - began) * 1000)

    program.jobs.idle.connect(lambda: _painted(look))
    intake.applicant.take_scan(CARD)
    intake.procedure.search.setFocus()
    type_text(intake.procedure.search, "dkks")
    press(intake.procedure.search, Qt.Key.Key_Return)


def _painted(then: Callable[[], None]) -> None:
    """Call `then` after what is to be painted was: Qt paints between two turns of the event loop."""
    from PySide6.QtCore import QTimer

    QTimer.singleShot(0, lambda: QTimer.singleShot(0, then))


def _leave(took: float = 0.0, stall: float = 0.0) -> None:
    """Say what is resident now (KB), how long the last step took and how long the window stood still (ms)."""
    resident = 0
    if sys.platform == "linux":
        with open("/proc/self/status", "rb") as status:  # noqa: PTH123 - pathlib would be measured too
            resident = next(int(line.split()[1]) for line in status if line.startswith(b"VmRSS"))
    os.write(1, f"ready {resident} {took:.1f} {stall:.1f}\n".encode())
    os._exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
