"""What the desk did beside what the superior holds of it: today, the last seven days, this month."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QPushButton

from desk_app.domain.reconciliation import KINDS, Counts
from desk_app.services.sync_overview import SyncOverview
from desk_app.ui.key_cap import KeyButton
from desk_app.ui.parts import Card, label, show_state


class CompareCard(Card):
    """Told an overview; asks for the sheet to be printed."""

    print_asked = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Quầy đã làm và cấp trên đã nhận"))
        self._counts: tuple[Counts, ...] = ()
        self.periods = QButtonGroup(self)
        choices = QHBoxLayout()
        choices.setSpacing(6)
        for n, text in enumerate((self.tr("Hôm nay"), self.tr("7 ngày"), self.tr("Tháng này"))):
            button = QPushButton(text)
            button.setObjectName("choice")
            button.setCheckable(True)
            button.setChecked(n == 0)
            self.periods.addButton(button, n)
            choices.addWidget(button)
        choices.addStretch(1)
        self.body.addLayout(choices)
        self.body.addLayout(self._grid())
        self.print = KeyButton(self.tr("In bảng kê đối soát hôm nay"), "Ctrl+P", name="small")
        row = QHBoxLayout()
        row.addWidget(self.print)
        row.addStretch(1)
        self.body.addLayout(row)
        self.periods.idToggled.connect(self._on_period)
        self.print.clicked.connect(self.print_asked)

    def show_overview(self, seen: SyncOverview) -> None:
        """Show the counts of the chosen period."""
        self._counts = (seen.today, seen.week, seen.month)
        self._show()

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(3)
        for column, text in enumerate(("", self.tr("Quầy"), self.tr("Cấp trên"), self.tr("Còn chênh")), 0):
            grid.addWidget(label(text, "label"), 0, column)
        names = (self.tr("Tiếp nhận"), self.tr("Có kết quả"), self.tr("Trả kết quả"))
        self.ours = {kind: label("–", "strong") for kind in KINDS}
        self.theirs = {kind: label("–", "strong") for kind in KINDS}
        self.rest = {kind: label("", "muted") for kind in KINDS}
        for row, (kind, name) in enumerate(zip(KINDS, names, strict=True), 1):
            for column, part in enumerate((label(name), self.ours[kind], self.theirs[kind], self.rest[kind])):
                grid.addWidget(part, row, column)
        self.refused = label("–", "strong")
        grid.addWidget(label(self.tr("Bị trả lại")), 4, 0)
        grid.addWidget(self.refused, 4, 2)
        grid.setColumnStretch(0, 2)
        for column in (1, 2, 3):
            grid.setColumnStretch(column, 1)
        return grid

    @Slot(int, bool)
    def _on_period(self, _which: int, chosen: bool) -> None:  # noqa: FBT001 - Qt's own signal
        if chosen:
            self._show()

    def _show(self) -> None:
        if not self._counts:
            return
        counts = self._counts[self.periods.checkedId()]
        for kind in KINDS:
            ours, theirs = counts.desk[kind], counts.superior[kind]
            self.ours[kind].setText(str(ours))
            self.theirs[kind].setText(str(theirs))
            self.rest[kind].setText("✓" if ours == theirs else str(ours - theirs))
        self.refused.setText(str(counts.refused))
        show_state(self.refused, "wrong" if counts.refused else "")
