"""A list box that a mouse wheel on its way down the form does not change."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from desk_app.ui.wording import worded

ENTER = (0x01000004, 0x01000005)  # Qt's two, as numbers: the sign-in screen names no `Qt` (parts.py)

IN_LIST = 40  # around a text of the open list, px
MOST_WIDE = 1000


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

    def widen_list(self) -> None:
        """Let the open list be as wide as its longest text; the closed box stays as narrow as its place."""
        letters = self.fontMetrics()
        longest = max((letters.horizontalAdvance(self.itemText(n)) for n in range(self.count())), default=0)
        self.view().setMinimumWidth(min(longest + IN_LIST, MOST_WIDE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter go on to the next field."""
        if event.key() in ENTER:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the wheel scroll what lies around."""
        event.ignore()
