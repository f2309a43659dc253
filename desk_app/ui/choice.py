"""A list box that a mouse wheel on its way down the form does not change."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from desk_app.ui.wording import worded

ENTER = (0x01000004, 0x01000005)  # Qt's two, as numbers: the sign-in screen names no `Qt` (parts.py)


class Choice(QComboBox):
    """Offers values by their words."""

    def __init__(self, choices: Iterable[tuple[str, str]] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for value, text in choices:
            self.addItem(worded(text), str(value))
        self.setProperty("focusPolicy", "StrongFocus")
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)

    def choose(self, value: str) -> None:
        """Choose a value; the first one when there is no such value."""
        self.setCurrentIndex(max(0, self.findData(str(value))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter go on to the next field."""
        if event.key() in ENTER:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the wheel scroll what lies around."""
        event.ignore()
