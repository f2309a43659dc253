"""How many results came in time over the last 30 days, a bar a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desk_app.domain.day_end import DayResults
from desk_app.ui.parts import Card, beside, label

DAYS = 30
HEIGHT, LEAST_PX, GAP = 64, 2.0, 3.0
GOOD, LATE = "#0b57a8", "#c62828"


class Bars(QWidget):
    """A bar for each day, as high as its results; what was late stands on top in red, and is told in words below."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(HEIGHT)
        self._days: list[tuple[int, int]] = []  # results and those in time

    def show_days(self, days: Sequence[tuple[int, int]]) -> None:
        """Show these days, oldest first."""
        self._days = list(days)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bars."""
        del event
        most = max((many for many, _ in self._days), default=0)
        if not most:
            return
        painter = QPainter(self)
        step = (self.width() + GAP) / len(self._days)
        for n, (many, good) in enumerate(self._days):
            whole = max(LEAST_PX, self.height() * many / most) if many else 0.0
            blue = whole * good / many if many else 0.0
            left, width = n * step, step - GAP
            painter.fillRect(QRectF(left, self.height() - whole, width, whole - blue), QColor(LATE))
            painter.fillRect(QRectF(left, self.height() - blue, width, blue), QColor(GOOD))
        painter.end()


class OnTimeCard(Card):
    """Hidden while no result has come in 30 days."""

    def __init__(self) -> None:
        super().__init__()
        self.body.addWidget(label(self.tr("Đúng hạn {n} ngày qua").format(n=DAYS).upper(), "heading"))
        self.bars, self.first, self.last = Bars(), label("", "label"), label("", "label")
        self.share = label("", "value", wrap=True)
        self.body.addWidget(self.bars)
        self.body.addLayout(beside((self.first, 1), (self.last, 0)))
        self.body.addWidget(self.share)
        self.hide()

    def show_results(self, results: Sequence[DayResults], today: date) -> None:
        """Show the days up to `today`."""
        by_day = {one.day: (one.results, one.on_time) for one in results}
        days = [today - timedelta(days=back) for back in reversed(range(DAYS))]
        many, good = sum(n for n, _ in by_day.values()), sum(n for _, n in by_day.values())
        self.setVisible(bool(many))
        if not many:
            return
        self.bars.show_days([by_day.get(day, (0, 0)) for day in days])
        self.first.setText(f"{days[0]:%d/%m}")
        self.last.setText(f"{today:%d/%m}")
        percent = f"{1000 * good // many / 10:.1f}".replace(".", ",")  # never rounded up to 100
        said = self.tr("{percent} % trước và đúng hạn · {good}/{many}")
        self.share.setText(said.format(percent=percent, good=good, many=many))
        self.bars.setAccessibleName(self.share.text())
