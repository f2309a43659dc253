"""Keys that act: once a press, however long they are held."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def on_key(key: str, where: QWidget, act: Callable[[], Any]) -> QShortcut:
    """Let a key act while `where` is in sight; held down it must not act on the next case too."""
    shortcut = QShortcut(QKeySequence(key), where)
    shortcut.setAutoRepeat(False)
    shortcut.activated.connect(act)
    return shortcut
