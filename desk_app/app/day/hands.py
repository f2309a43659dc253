"""The clerk's hands and eyes: keys into the real window, and waiting until it has answered."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desk_app.app.program import Program
from desk_app.domain.errors import DayStuck
from desk_app.ui.typed_text import type_text

MOST_S = 30.0
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier


class Hands:
    """Types, presses and looks; raises DayStuck when the window does not answer."""

    def __init__(self, program: Program, pictures: Path) -> None:
        self.program, self._pictures = program, pictures
        pictures.mkdir(parents=True, exist_ok=True)

    def type(self, text: str) -> None:
        """Type where the cursor is."""
        type_text(self._focus(), text)

    def type_into(self, widget: QWidget, text: str) -> None:
        """Put the cursor there and type."""
        self.program.window.release_keys()
        widget.setFocus()
        type_text(widget, text)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        """Press a key where the cursor is; the window's shortcuts hear it first, as from a keyboard."""
        QTest.keyClick(self._focus(), key, modifiers)

    def wait_for(self, there: Callable[[], bool], what: str) -> None:
        """Let the window work until `there`.

        Raises:
            DayStuck: naming what did not come.
        """
        loop, until = QEventLoop(), time.monotonic() + MOST_S
        while not there():
            if time.monotonic() > until:
                self.program.window.grab().save(str(self._pictures / "dung_lai.png"))
                raise DayStuck(what=f"{what} ({self.program.window.told.text()})")
            QTimer.singleShot(2, loop.quit)
            loop.exec()

    def settle(self) -> None:
        """Wait until every key has arrived and every lane is idle."""
        program = self.program
        self.wait_for(lambda: not (program.jobs.busy or program.window.holds_keys), "các việc nền")

    def picture(self, name: str) -> None:
        """Keep what the window looks like now."""
        self.settle()
        self.program.window.show_time()  # the day's clock is stepped, its second hand does not move
        laid_out = time.monotonic() + 0.35  # a preview begins a while after the last letter
        self.wait_for(lambda: time.monotonic() > laid_out and not self.program.jobs.busy, "cửa sổ")
        QApplication.processEvents()  # what the last result moved would stand where it was
        self.program.window.grab().save(str(self._pictures / f"{name}.png"))

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self.program.window
