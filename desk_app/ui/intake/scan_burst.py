"""A scanner that types: a burst of keys too fast for a hand, ended by Enter, wherever the cursor is."""

from __future__ import annotations

import re

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

GAP_MS = 50  # a hand needs longer between two keys
UNSTAMPED_GAP_MS = 250  # by our own clock, which a busy window delays
BARE_ID = re.compile(r"\d{12}")


class ScanBurst(QObject):
    """Watches the keys of one screen below its fields; a card never stays behind in the field it hit."""

    scanned = Signal(str)

    def __init__(self, screen: QWidget) -> None:
        super().__init__(screen)
        self._screen = screen
        self._since = QElapsedTimer()
        self._stamp = 0
        self._text = ""
        self._focus: QWidget | None = None
        self._field: QLineEdit | QPlainTextEdit | None = None
        self._before = ""
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Collect keys; swallow the Enter that ends a card's text, and a pasted card."""
        if event.type() is QEvent.Type.InputMethod and watched is QApplication.focusWidget():
            self._collect(getattr(event, "commitString", str)(), 0)
        if event.type() is not QEvent.Type.KeyPress or watched is not QApplication.focusWidget():
            return False
        if not isinstance(event, QKeyEvent) or not self._screen.isVisible():
            return False
        if event.matches(QKeySequence.StandardKey.Paste):
            return self._is_card(QGuiApplication.clipboard().text())
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self._end(event.timestamp())
        self._collect(event.text(), event.timestamp())
        return False

    def _collect(self, text: str, stamp: int) -> None:
        if not text or not text.isprintable():
            return
        if not self._is_fast(stamp) or QApplication.focusWidget() is not self._focus:
            self._begin()
        self._since.restart()
        self._stamp = stamp
        self._text += text

    def _is_fast(self, stamp: int) -> bool:
        """Return whether this key follows the last one faster than by hand; the keyboard's own stamp is best."""
        if stamp and self._stamp:
            return stamp - self._stamp <= GAP_MS
        return self._since.isValid() and self._since.elapsed() <= UNSTAMPED_GAP_MS

    def _begin(self) -> None:
        focus = self._focus = QApplication.focusWidget()
        self._text = ""
        self._field = focus if isinstance(focus, QLineEdit | QPlainTextEdit) else None
        self._before = _text_of(self._field)

    def _end(self, stamp: int) -> bool:
        text, fast = self._text, self._is_fast(stamp)
        self._text = ""
        if not fast or ("|" not in text and not BARE_ID.fullmatch(text)):
            return False
        _put(self._field, self._before)
        self.scanned.emit(text)
        return True

    def _is_card(self, text: str) -> bool:
        if text.count("|") < 4:
            return False
        self.scanned.emit(text)
        return True


def _text_of(field: QLineEdit | QPlainTextEdit | None) -> str:
    if isinstance(field, QLineEdit):
        return field.text()
    return field.toPlainText() if field is not None else ""


def _put(field: QLineEdit | QPlainTextEdit | None, text: str) -> None:
    if isinstance(field, QLineEdit):
        field.setText(text)
    elif field is not None:
        field.setPlainText(text)
