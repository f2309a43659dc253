"""A clerk's hands for tests: keys where the cursor is, a scanner, and waiting until the window has answered."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from desk_app.ui.typed_text import type_text

CARD = "038190004217||Nguyễn Thị Minh Đức|14021990|Nữ|Thôn Đồng Tâm, xã Tân Lập, tỉnh Thanh Hóa|01072022"
OTHER_CARD = "038079007919||Trần Văn Bảo|13071979|Nam|Thôn Bản Lầm, xã Tân Lập, tỉnh Thanh Hóa|02082022"
LOST_CARD = "038079007919||Tran Van Bao|13071979|Nam|Thon Ban Lam, xa Tan Lap, tinh Thanh Hoa|02082022"
PASSPHRASE = "một câu thật dài"
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier
BIRTH, AT_ONCE = "dkks", "2.000815"


class Clerk:
    """Works a program by keys alone."""

    def __init__(self, qtbot, program) -> None:
        self.qtbot, self.program, self.window = qtbot, program, program.window
        self._stamp = 1000

    @property
    def intake(self):
        return self.program.screens["intake"]

    @property
    def giving(self):
        return self.program.screens["hand_over"]

    @property
    def cases(self):
        return self.program.screens["cases"]

    @property
    def page(self):
        return self.program.screens["case"]

    @property
    def told(self):
        """Return what the window says just now; nothing when it says nothing."""
        return self.window.told.text() if self.window.messages.isVisible() else ""

    def focus(self):
        return QApplication.focusWidget() or self.window

    def key(self, key, modifiers=NONE, times=1):
        """Press a key, shortcuts first, as from a keyboard."""
        for _ in range(times):
            QTest.keyClick(self.focus(), key, modifiers)

    def type(self, text):
        type_text(self.focus(), text)

    def go(self, widget):
        """Put the cursor somewhere, as Tab or a click would."""
        self.window.release_keys()
        widget.setFocus()

    def type_into(self, widget, text):
        self.go(widget)
        self.type(text)
        self.settle()

    def scan(self, text, gap_ms=4, end=Qt.Key.Key_Return):
        """Type as a scanner does, `gap_ms` between two keys by the keyboard's own stamps."""
        self._stamp += 5000
        for letter in text:
            if letter.isascii():
                self._stroke(ord(letter.upper()), letter)
            else:
                composed = QInputMethodEvent()
                composed.setCommitString(letter)
                QCoreApplication.sendEvent(self.focus(), composed)
            self._stamp += gap_ms
        self._stroke(end, "\r" if end == Qt.Key.Key_Return else "\t")

    def settle(self):
        """Wait until every key has arrived and every lane is idle."""
        self.qtbot.waitUntil(lambda: not (self.program.jobs.busy or self.window.holds_keys), timeout=10_000)

    def sees(self, screen, text):
        """Wait until a screen shows `text` somewhere."""
        self.qtbot.waitUntil(lambda: text in "\n".join(words_of(screen)))

    def sign_in(self):
        self.type(PASSPHRASE)
        self.key(Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: bool(self.program.screens))
        self.settle()

    def choose(self, words):
        self.key(Qt.Key.Key_T, CTRL)
        self.type(words)
        self.key(Qt.Key.Key_Return)

    def receive(self, card=CARD, words=BIRTH):
        """Take one case from card to receipt and return its code."""
        self.key(Qt.Key.Key_F2)
        self.settle()
        self.scan(card)
        self.choose(words)
        self.key(Qt.Key.Key_F9)
        self.settle()
        return self.told.split()[3].rstrip(".")

    def complete(self, code):
        """Record that the result of a case is here."""
        self.key(Qt.Key.Key_F3)
        self.scan(code)
        self.settle()
        self.key(Qt.Key.Key_F9)
        self.settle()

    def stored(self, code):
        """Return a case as the store has it."""
        other = self.program.home.open("hoa", PASSPHRASE)
        try:
            with other.reading() as reading:
                return reading.case(code)
        finally:
            other.close()

    def rows(self, **which):
        other = self.program.home.open("hoa", PASSPHRASE)
        try:
            with other.reading() as reading:
                return reading.find_cases(**which)
        finally:
            other.close()

    def _stroke(self, key, text):
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, NONE, text)
            event.setTimestamp(self._stamp)
            QCoreApplication.sendEvent(QApplication.activePopupWidget() or self.focus(), event)


def close(qtbot, program):
    """Close a window and wait until its desk is locked: it stays until what was begun is finished."""
    program.window.close()
    qtbot.waitUntil(
        lambda: program.opened is None and not program.jobs.busy and not program.window.isVisible(),
        timeout=10_000,
    )


def closes(qtbot, program):
    """Have the test close a program's window at its end, as a clerk does."""
    qtbot.addWidget(program.window, before_close_func=lambda _window: close(qtbot, program))


def words_of(window):
    """Return the texts in sight."""
    shown = window.findChildren(QLabel) + window.findChildren(QPushButton)
    return [widget.text() for widget in shown if widget.isVisible() and widget.text()]
