"""A list of cases; one row is one case."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QItemSelectionModel, QModelIndex
from PySide6.QtWidgets import QWidget

from desk_app.domain.case import CaseRow
from desk_app.ui.cases.badge import Badge
from desk_app.ui.cases.model import CODE, DELIVERY, DUE, ID, STATE, CasesModel
from desk_app.ui.rows import RowsTable
from desk_app.ui.whole_text import BarredText

WIDTHS = ((CODE, 114), (ID, 118), (DUE, 114), (STATE, 138), (DELIVERY, 92))
LEAST_PX = 110  # of the columns that share what is left: names stay readable on a small screen


class CasesTable(RowsTable[CaseRow]):
    """Shows rows and says which one is chosen; `name_letters` = how much of a procedure's name stands there."""

    def __init__(self, parent: QWidget | None = None, *, name_letters: int = 90) -> None:
        self.cases = CasesModel(name_letters)
        super().__init__(self.cases, WIDTHS, parent)
        self.horizontalHeader().setMinimumSectionSize(LEAST_PX)
        self.setItemDelegate(BarredText(self))
        self.setItemDelegateForColumn(STATE, Badge(self))

    def choose(self, code: str) -> bool:
        """Put the cursor on a case; return whether it is in the list."""
        codes = self.codes()
        if code not in codes:
            return False
        self.selectRow(codes.index(code))
        return True

    def choose_none(self) -> None:
        """Take the cursor off the list."""
        self.selectionModel().setCurrentIndex(QModelIndex(), QItemSelectionModel.SelectionFlag.Clear)

    def codes(self) -> list[str]:
        """Return the codes of the rows."""
        return [self.cases.row(n).code for n in range(self.cases.rowCount())]

    def show_cases(self, rows: list[CaseRow], now: datetime) -> None:
        """Show rows and keep the cursor on the case it was on; it is on none when that one is gone."""
        before = self.chosen()
        if not self.cases.show(rows, now):
            return
        self.heights.fit()
        if before is not None:
            self.choose(before.code)
