"""A line for a day or a month; ↑ and ↓ go to the one before and after."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from desk_app.domain.period import Period
from desk_app.domain.typed_day import read_day, read_month


class DateLine(QLineEdit):
    """What cannot be read goes back to the last day that could: a list is never of a day that does not exist."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._day = date.min
        self.by_month = False
        self.setFixedWidth(118)
        self.editingFinished.connect(self._on_finished)

    def day(self) -> date:
        """Return the day; of a month its first, or the day on which it was chosen."""
        return self._day

    def set_day(self, day: date) -> None:
        """Show a day, without a word to anybody."""
        self._day = day
        self.setText(f"{day:%m/%Y}" if self.by_month else f"{day:%d/%m/%Y}")

    def set_by_month(self, *, by_month: bool) -> None:
        """Show and read months, or days."""
        self.by_month = by_month
        self.set_day(self._day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by one with the arrows."""
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if not by:
            super().keyPressEvent(event)
            return
        self.move_by(by)

    def move_by(self, by: int) -> None:
        """Go on by days or months."""
        self._on_finished()
        period = Period.of_month(self._day) if self.by_month else Period.of_day(self._day)
        self.set_day(period.moved(by).first)
        self.changed.emit()

    @Slot()
    def _on_finished(self) -> None:
        read = (read_month if self.by_month else read_day)(self.text())
        before = self._day
        self.set_day(read or before)
        if self._day != before:
            self.changed.emit()
