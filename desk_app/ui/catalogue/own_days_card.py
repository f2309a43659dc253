"""Days off and working days that a decision set for this commune."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidget, QPushButton

from desk_app.domain.calendar import day_in_words
from desk_app.domain.own_days import OwnDay
from desk_app.ui.lists.date_line import DateLine
from desk_app.ui.parts import Card, beside, field, label


class OwnDaysCard(Card):
    """A list, and one line to add to it; Delete takes the chosen one away."""

    wanted = Signal(OwnDay)
    dropped = Signal(date)

    def __init__(self) -> None:
        super().__init__(self.tr("Ngày nghỉ, ngày làm bù của xã"))
        self._days: tuple[OwnDay, ...] = ()
        self.list = QListWidget()
        self.list.setSpacing(4)
        self.list.setAccessibleName(self.tr("Ngày đã đặt"))
        self.list.setWordWrap(True)
        self.none = label(self.tr("Chưa đặt ngày nào."), "muted")
        self.day = DateLine()
        self.kind = QComboBox()
        self.kind.addItem(self.tr("nghỉ"), False)  # noqa: FBT003 - a combo box's data
        self.kind.addItem(self.tr("làm bù"), True)  # noqa: FBT003
        self.reason, self.decision = QLineEdit(), QLineEdit()
        self.reason.setPlaceholderText(self.tr("nghỉ do bão số 12"))
        self.decision.setPlaceholderText("CV 812/UBND-VP")
        self.add = QPushButton(self.tr("Thêm ngày"))
        self.drop = QPushButton(self.tr("Bỏ ngày đã chọn"))
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.none)
        self.body.addLayout(
            beside((field(self.tr("Ngày"), self.day), 1), (field(self.tr("Loại"), self.kind), 1))
        )
        self.body.addLayout(field(self.tr("Lý do, như người dân đọc"), self.reason))
        self.body.addLayout(field(self.tr("Số văn bản"), self.decision))
        self.body.addLayout(beside((self.add, 1), (self.drop, 1)))
        self.add.clicked.connect(self._on_add)
        self.decision.returnPressed.connect(self._on_add)
        self.drop.clicked.connect(self._on_drop)
        self.list.currentRowChanged.connect(self._on_row)

    def begin(self, day: date) -> None:
        """Propose a day."""
        self.day.set_day(day)
        self.reason.clear()
        self.decision.clear()

    def show_days(self, days: tuple[OwnDay, ...]) -> None:
        """Show what is set."""
        self._days = days
        self.list.clear()
        for own in days:
            kind = self.tr("làm bù") if own.working else self.tr("nghỉ")
            self.list.addItem(f"{day_in_words(own.day)} · {kind} · {own.reason} ({own.decision})")
        self.none.setVisible(not days)
        self._on_row(self.list.currentRow())

    @Slot(int)
    def _on_row(self, row: int) -> None:
        self.drop.setEnabled(row >= 0)

    @Slot()
    def _on_add(self) -> None:
        self.wanted.emit(
            OwnDay(
                day=self.day.day(),
                working=bool(self.kind.currentData()),
                reason=self.reason.text(),
                decision=self.decision.text(),
            )
        )

    @Slot()
    def _on_drop(self) -> None:
        row = self.list.currentRow()
        if row >= 0:
            self.dropped.emit(self._days[row].day)
