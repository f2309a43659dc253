"""The rows of one group of what cannot wait."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from desk_app.domain.case_clock import Urgency
from desk_app.domain.due_list import DueCase
from desk_app.domain.due_table import due_words, what_to_do
from desk_app.ui.parts import shortened
from desk_app.ui.row_heights import RowHeights
from desk_app.ui.wording import worded

CODE, PROCEDURE, APPLICANT, PHONE, DUE, TO_DO = range(6)
LATE, QUIET, INK = "#a61b1b", "#52606d", "#1b2430"
Index = QModelIndex | QPersistentModelIndex


class DueModel(QAbstractTableModel):
    """Told by `show`; never fetches."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[DueCase, ...] = ()
        self._today = date.min

    def show(self, rows: tuple[DueCase, ...], today: date) -> None:
        """Show these cases as they stand on `today`."""
        self.beginResetModel()
        self._rows, self._today = rows, today
        self.endResetModel()

    def row(self, number: int) -> DueCase:
        """Return a row."""
        return self._rows[number]

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else 6

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (
                self.tr("Mã hồ sơ"),
                self.tr("Thủ tục"),
                self.tr("Chủ hồ sơ"),
                self.tr("Điện thoại"),
                self.tr("Hạn"),
                self.tr("Việc cần làm"),
            )[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return {CODE: row.code, PROCEDURE: row.procedure_name}.get(column, self._text(row, column))
        if role == Qt.ItemDataRole.ForegroundRole:
            late = column == DUE and (row.urgency is Urgency.OVERDUE or row.closable(self._today))
            return QBrush(QColor(LATE if late else QUIET if column == PHONE else INK))
        return None

    def _text(self, row: DueCase, column: int) -> str:
        match column:
            case 0:
                return "…" + row.code[-11:]
            case 1:
                return shortened(row.procedure_name, 90)
            case 2:
                return row.applicant_name
            case 3:
                return row.phone or "–"
            case 4:
                return worded(due_words(row, self._today))
        return shortened(worded(what_to_do(row, self._today)), 120)


class DueTable(QTableView):
    """A table of cases; one row is one case."""

    def __init__(self) -> None:
        super().__init__()
        self.due = DueModel()
        self.setModel(self.due)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in ((CODE, 112), (PHONE, 106), (DUE, 176), (TO_DO, 230)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(column, width)
        self._heights = RowHeights(self)
        header.setSectionResizeMode(PROCEDURE, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(APPLICANT, QHeaderView.ResizeMode.Stretch)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave letters to the screen; a table would look for a case that begins with them."""
        if event.text().isprintable() and event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def chosen(self) -> DueCase | None:
        """Return the case that the cursor is on."""
        index = self.currentIndex()
        return self.due.row(index.row()) if index.isValid() else None

    def show_cases(self, rows: tuple[DueCase, ...], today: date) -> None:
        """Show rows; the cursor stays on its case, or where that case was: the next one to work off."""
        before, at = self.chosen(), self.currentIndex().row()
        self.due.show(rows, today)
        self._heights.fit()
        codes = [row.code for row in rows]
        if rows:
            kept = codes.index(before.code) if before and before.code in codes else at
            self.selectRow(max(0, min(kept, len(rows) - 1)))
