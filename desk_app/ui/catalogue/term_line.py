"""A shorter time for one case of a procedure."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from desk_app.domain.local_edits import Commitment
from desk_app.domain.procedure import TermChoice
from desk_app.domain.term import term_text
from desk_app.ui.parts import label, shortened
from desk_app.ui.wording import worded

SAME_DAY = "same-day@15"


class TermLine(QWidget):
    """The statutory time beside a number and a unit; empty = as the law says."""

    def __init__(self, choice: TermChoice, kept: Commitment | None, *, of_several: bool) -> None:
        super().__init__()
        self._by_law = choice.term_by_law or choice.term
        self._case = choice.text
        self.count = QLineEdit()
        self.count.setFixedWidth(64)
        self.unit = QComboBox()
        for unit, text in (
            ("wd", self.tr("ngày làm việc")),
            ("h", self.tr("giờ làm việc")),
            ("d", self.tr("ngày")),
            (SAME_DAY, self.tr("trong ngày")),
        ):
            self.unit.addItem(text, unit)
        by_law = worded(term_text(self._by_law))
        self.count.setAccessibleName(self.tr("Cắt giảm còn (theo quy định {by_law})").format(by_law=by_law))
        self.unit.setAccessibleName(self.tr("Đơn vị"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        law = self.tr("Theo quy định {by_law}, cam kết").format(by_law=by_law)
        case = f"{shortened(choice.text, 90)}\n" if of_several else ""
        told = label(case + law, "value", wrap=True)
        told.setToolTip(choice.text)
        row.addWidget(told, 1)
        row.addWidget(self.count)
        row.addWidget(self.unit)
        self._show(kept.promised if kept else "")
        self.unit.currentIndexChanged.connect(self._on_unit)
        self._on_unit()

    def commitment(self) -> Commitment | None:
        """Return what is promised, None when the law's time stands; an impossible number is no term."""
        unit, count = self.unit.currentData(), self.count.text().strip().replace(",", ".")
        if unit == SAME_DAY:
            return Commitment(by_law=self._by_law, promised=SAME_DAY, case=self._case)
        if not count:
            return None
        return Commitment(by_law=self._by_law, promised=f"{count}{unit}", case=self._case)

    def _show(self, promised: str) -> None:
        own = promised or self._by_law
        unit = next((unit for unit in ("wd", "h", "d") if own.rstrip("@0123456789").endswith(unit)), "wd")
        if promised.startswith("same-day"):
            self.unit.setCurrentIndex(self.unit.findData(SAME_DAY))
            return
        self.unit.setCurrentIndex(self.unit.findData(unit))
        self.count.setText(promised.removesuffix(unit))

    def _on_unit(self) -> None:
        self.count.setEnabled(self.unit.currentData() != SAME_DAY)
