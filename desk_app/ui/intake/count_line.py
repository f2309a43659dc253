"""What a fee is multiplied with: pages, copies, cases; only what the procedure's row asks for is there."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from desk_app.domain.fee_words import Count
from desk_app.ui.parts import beside, boxed, label
from desk_app.ui.wording import worded

MOST = 9_999


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
            line.setValidator(QIntValidator(1, MOST, line))
            line.setMaxLength(len(str(MOST)))
            line.setFixedWidth(52)
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

    def counts(self) -> dict[str, int]:
        """Return the counts; a field that is empty or not asked for counts once."""
        return {
            count.value: max(1, int(line.text() or 1)) if self._asked(count) else 1
            for count, line in self.lines.items()
        }

    def first(self) -> QLineEdit | None:
        """Return the first field that is asked for."""
        return next((line for count, line in self.lines.items() if self._asked(count)), None)

    def _asked(self, count: Count) -> bool:
        return not self._boxes[count].isHidden()
