"""What a fee is multiplied with: pages, copies, cases; only what the procedure's row asks for is there.

Pages of several originals stand together, "2+5+1": each is certified, and reckoned, by itself.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QIntValidator, QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from desk_app.domain.fee_words import Count
from desk_app.ui.parts import beside, boxed, label
from desk_app.ui.wording import worded

MOST = 9_999
MOST_ORIGINALS = 20
ORIGINALS = QRegularExpression(rf"\d{{1,4}}(\+\d{{1,4}}){{0,{MOST_ORIGINALS - 1}}}")


class CountLine(QWidget):
    """One short field a count, with its unit before it."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: dict[Count, QLineEdit] = {}
        self._units: dict[Count, QLabel] = {}
        self._boxes: dict[Count, QWidget] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for count in Count:
            unit, line = label("", "muted"), QLineEdit("1")
            if count is Count.PAGES:
                line.setValidator(QRegularExpressionValidator(ORIGINALS, line))
                line.setToolTip(self.tr("Nhiều bản chính khác nhau: gõ số trang từng bản, ví dụ 2+5+1"))
            else:
                line.setValidator(QIntValidator(1, MOST, line))
                line.setMaxLength(len(str(MOST)))
            line.setFixedWidth(82 if count is Count.PAGES else 44)
            line.setAlignment(Qt.AlignmentFlag.AlignRight)
            unit.setBuddy(line)
            line.textChanged.connect(self.changed)
            self.lines[count], self._units[count] = line, unit
            self._boxes[count] = boxed(beside((unit, 0), (line, 0), spacing=6))
            row.addWidget(self._boxes[count])
        row.addStretch(1)
        self.ask({})

    def begin(self) -> None:
        """Count one of each."""
        self.show_typed(dict.fromkeys((count.value for count in Count), "1"))

    def ask(self, units: Mapping[Count, str]) -> None:
        """Show what is counted; what is not counts once."""
        for count, line in self.lines.items():
            unit = worded(units.get(count, ""))
            self._units[count].setText(unit[:1].upper() + unit[1:])
            line.setAccessibleName(unit)
            self._boxes[count].setVisible(count in units)
        self.setVisible(bool(units))

    def typed(self) -> dict[str, str]:
        """Return what stands in the fields."""
        return {count.value: line.text() for count, line in self.lines.items()}

    def show_typed(self, typed: Mapping[str, str]) -> None:
        """Fill the fields; whoever does so reckons himself."""
        for count, line in self.lines.items():
            line.blockSignals(True)  # noqa: FBT003 - Qt's own
            line.setText(typed[count.value])
            line.blockSignals(False)  # noqa: FBT003

    def counts(self) -> list[dict[str, int]]:
        """Return the counts of each original; a field that is empty or not asked for counts once."""
        read = {
            count.value: _numbers(line.text()) if self._asked(count) else [1]
            for count, line in self.lines.items()
        }
        alike = {name: numbers[0] for name, numbers in read.items()}
        return [alike | {Count.PAGES.value: pages} for pages in read[Count.PAGES.value]]

    def first(self) -> QLineEdit | None:
        """Return the first field that is asked for."""
        return next((line for count, line in self.lines.items() if self._asked(count)), None)

    def _asked(self, count: Count) -> bool:
        return not self._boxes[count].isHidden()


def _numbers(text: str) -> list[int]:
    return [max(1, int(number)) for number in text.split("+") if number] or [1]
