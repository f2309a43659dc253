"""Type as a keyboard and an input method do, for tests and the demonstration day.

QTest.keyClicks aborts the process at any letter beyond Latin-1 ("Đ", "ễ").
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent

_NONE = Qt.KeyboardModifier.NoModifier


def type_text(target: QObject, text: str) -> None:
    """Send `text`: ASCII as key strokes, the rest as an input method commits it."""
    for letter in text:
        if letter.isascii():
            key = ord(letter.upper())
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QCoreApplication.sendEvent(target, QKeyEvent(kind, key, _NONE, letter))
        else:
            composed = QInputMethodEvent()
            composed.setCommitString(letter)
            QCoreApplication.sendEvent(target, composed)


def press(target: QObject, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE) -> None:
    """Press and release one key."""
    text = {Qt.Key.Key_Return: "\r", Qt.Key.Key_Space: " "}.get(key, "")
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(target, QKeyEvent(kind, key, modifiers, text))
