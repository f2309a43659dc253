"""Key in what was received on paper: which number, and the day and hour that stand on it; set more aside."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desk_app.domain.paper_number import PaperNumber
from desk_app.domain.typed_moment import read_day
from desk_app.ui.parts import beside, boxed, field, label

USUAL = "20"


class PaperNumberBox(QWidget):
    """Told which numbers lie on paper by `offer`; `aside_asked` carries how many more and for which day."""

    changed = Signal()
    aside_asked = Signal(int, object)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: dict[str, date] = {}
        self._wanted = ""
        self.number = QComboBox()
        self.day, self.hour = QLineEdit(), QLineEdit()
        self.day.setPlaceholderText(self.tr("ngày/tháng/năm"))
        self.hour.setPlaceholderText("9:30")
        self.none = label(self.tr("Không còn số nào đã cấp ra giấy."), "odd", wrap=True)
        self.count, self.on = QLineEdit(USUAL), QLineEdit()
        self.count.setValidator(QIntValidator(1, 100, self.count))
        self.more = QPushButton(self.tr("Cấp và in"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addLayout(field(self.tr("Số ghi trên giấy"), self.number))
        box.addWidget(self.none)
        day, hour = field(self.tr("Ngày nhận trên giấy"), self.day), field(self.tr("Giờ nhận"), self.hour)
        box.addLayout(beside((day, 3), (hour, 2)))
        count, on = field(self.tr("Cấp thêm"), self.count), field(self.tr("số cho ngày"), self.on)
        box.addLayout(beside((count, 2), (on, 3), (boxed(field(" ", self.more)), 3)))
        self.number.currentIndexChanged.connect(self._on_number)
        for line in (self.day, self.hour):
            line.textChanged.connect(self.changed)
        self.more.clicked.connect(self._on_more)
        self.offer([], None)

    def offer(self, numbers: Sequence[PaperNumber], today: date | None) -> None:
        """Show what lies on paper; the number that was chosen stays chosen."""
        wanted = self.code or self._wanted
        self._days = {number.case_code: number.day for number in numbers}
        self.number.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.number.clear()
        for number in numbers:
            self.number.addItem(number.case_code, number.case_code)
        self.number.setCurrentIndex(max(0, self.number.findData(wanted)) if numbers else -1)
        self.number.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self.none.setVisible(not numbers)
        if today is not None and not self.on.text():
            self.on.setText(f"{today:%d/%m/%Y}")
        self._on_number()

    @property
    def code(self) -> str:
        """Return the chosen number, empty when there is none."""
        return str(self.number.currentData() or "")

    def show_fields(self, code: str, day: str, hour: str) -> None:
        """Fill the box; a number that is not offered yet is chosen once it is."""
        self._wanted = code
        self.number.setCurrentIndex(self.number.findData(code) if code else min(0, self.number.count() - 1))
        self.day.setText(day or self._day_text())
        self.hour.setText(hour)

    def _day_text(self) -> str:
        day = self._days.get(self.code)
        return f"{day:%d/%m/%Y}" if day else ""

    @Slot()
    def _on_number(self) -> None:
        """Write the day for which the number was given: the paper must bear the same."""
        if text := self._day_text():
            self.day.setText(text)
        self.changed.emit()

    @Slot()
    def _on_more(self) -> None:
        day = read_day(self.on.text())
        if day is None or not self.count.hasAcceptableInput():
            self.refused.emit(self.tr("Hãy gõ từ 1 đến 100 số và ngày như 23/11/2026."))
        else:
            self.aside_asked.emit(int(self.count.text()), day)
