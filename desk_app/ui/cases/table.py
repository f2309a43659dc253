"""A list of cases; one row is one case."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desk_app.domain.case import CaseRow
from desk_app.ui.cases.badge import Badge
from desk_app.ui.cases.model import (
    APPLICANT,
    CODE,
    DELIVERY,
    DUE,
    ID,
    PROCEDURE,
    STATE,
    CasesModel,
)
from desk_app.ui.whole_text import WholeText

WIDTHS = ((CODE, 114), (ID, 118), (DUE, 114), (STATE, 138), (DELIVERY, 126))
LEAST_PX = 110  # of the columns that share what is left: names stay readable on a small screen


class CasesTable(QTableView):
    """Shows rows and says which one is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cases = CasesModel()
        self.setModel(self.cases)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(LEAST_PX)
        for column, width in WIDTHS:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(column, width)
        WholeText(self)
        self.setItemDelegateForColumn(STATE, Badge(self))
        header.setSectionResizeMode(PROCEDURE, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(APPLICANT, QHeaderView.ResizeMode.Stretch)

    def chosen(self) -> CaseRow | None:
        """Return the row that the cursor is on."""
        index = self.currentIndex()
        return self.cases.row(index.row()) if index.isValid() else None

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
        self.cases.show(rows, now)
        if before is not None:
            self.choose(before.code)
