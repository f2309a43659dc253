"""Choose a day or a month."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from desk_app.domain.period import Period
from desk_app.ui.keys import on_key
from desk_app.ui.lists.date_line import DateLine


class PeriodBar(QWidget):
    """One day or one month; Ctrl+← and Ctrl+→ go to the one before and after."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kind = QComboBox()
        self.kind.addItem(self.tr("Theo ngày"), "day")
        self.kind.addItem(self.tr("Theo tháng"), "month")
        self.kind.setAccessibleName(self.tr("Theo ngày hay tháng"))
        self.day = DateLine()
        self.day.setAccessibleName(self.tr("Ngày"))
        self.before, self.after = QPushButton("‹"), QPushButton("›")
        self.before.setAccessibleName(self.tr("Lùi lại (Ctrl+←)"))
        self.after.setAccessibleName(self.tr("Tới sau (Ctrl+→)"))
        for button, tip in ((self.before, "Ctrl+←"), (self.after, "Ctrl+→")):
            button.setToolTip(tip)
            button.setFixedWidth(38)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for widget in (self.kind, self.before, self.day, self.after):
            row.addWidget(widget)
        self.kind.currentIndexChanged.connect(self._on_kind)
        self.day.changed.connect(self.changed)
        self.before.clicked.connect(lambda: self.day.move_by(-1))
        self.after.clicked.connect(lambda: self.day.move_by(1))

    def listen(self, screen: QWidget) -> None:
        """Hear the keys anywhere on a screen."""
        for keys, by in (("Ctrl+Left", -1), ("Ctrl+Right", 1)):
            on_key(keys, screen, partial(self.day.move_by, by))
        on_key("Ctrl+D", screen, self.day.setFocus)
        on_key("Ctrl+M", screen, self._other_kind)

    def period(self) -> Period:
        """Return what is chosen."""
        day = self.day.day()
        return Period.of_month(day) if self.day.by_month else Period.of_day(day)

    def set_day(self, day: date) -> None:
        """Choose a day, or its month, without a word to anybody."""
        self.day.set_day(day)

    def allow_months(self, *, allowed: bool) -> None:
        """Offer months, or days only."""
        self.kind.setEnabled(allowed)
        if not allowed and self.kind.currentIndex():
            with QSignalBlocker(self.kind):
                self.kind.setCurrentIndex(0)
            self.day.set_by_month(by_month=False)

    @Slot()
    def _other_kind(self) -> None:
        if self.kind.isEnabled():
            self.kind.setCurrentIndex(1 - self.kind.currentIndex())

    @Slot()
    def _on_kind(self) -> None:
        self.day.set_by_month(by_month=self.kind.currentData() == "month")
        self.changed.emit()
