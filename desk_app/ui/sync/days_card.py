"""Day by day what the desk did and what the superior holds of it; stands where exceptions would."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel

from desk_app.domain.moment import WEEKDAYS
from desk_app.domain.reconciliation import KINDS, Counts
from desk_app.ui.parts import Card, label, show_state
from desk_app.ui.wording import worded

_MIDDLE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter


class DaysCard(Card):
    """Told days, the newest first."""

    def __init__(self) -> None:
        super().__init__(self.tr("Từng ngày: quầy đã làm / cấp trên đã nhận"))
        self.grid = QGridLayout()
        self.grid.setVerticalSpacing(9)
        self.grid.setColumnStretch(0, 3)
        for column in range(1, 6):
            self.grid.setColumnStretch(column, 2)
        self.body.addSpacing(4)
        self.body.addLayout(self.grid)
        self.body.addStretch(1)

    def show_days(self, days: Sequence[tuple[date, Counts]]) -> None:
        """Show a line a day."""
        while item := self.grid.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        headings = (
            self.tr("Ngày"),
            self.tr("Tiếp nhận"),
            self.tr("Có kết quả"),
            self.tr("Trả kết quả"),
            self.tr("Bị trả lại"),
            self.tr("Đối chiếu"),
        )
        for column, text in enumerate(headings):
            self._put(label(text, "label"), 0, column)
        for row, (day, counts) in enumerate(days, 1):
            self._put(label(f"{worded(WEEKDAYS[day.weekday()])} {day:%d/%m}", "value"), row, 0)
            for column, kind in enumerate(KINDS, 1):
                ours, theirs = counts.desk[kind], counts.superior[kind]
                done = label(f"{ours} / {theirs}" if ours or theirs else "–", "strong" if ours else "muted")
                self._put(done, row, column)
            refused = label(
                str(counts.refused) if counts.refused else "–", "strong" if counts.refused else "muted"
            )
            show_state(refused, "wrong" if counts.refused else "")
            self._put(refused, row, 4)
            any_ = any(counts.desk.values()) or any(counts.superior.values())
            said = "" if not any_ else self.tr("còn chênh") if counts.differs else self.tr("✓ khớp")
            self._put(label(said, "odd" if counts.differs else "good"), row, 5)

    def _put(self, what: QLabel, row: int, column: int) -> None:
        if column:
            what.setAlignment(_MIDDLE)
        self.grid.addWidget(what, row, column)
