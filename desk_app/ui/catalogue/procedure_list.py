"""The procedures that a search found."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from desk_app.domain.procedure import Procedure
from desk_app.ui.parts import shortened
from desk_app.ui.row_heights import RowHeights

Index = QModelIndex | QPersistentModelIndex


class ProcedureModel(QAbstractTableModel):
    """Told by `show`; never fetches."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Procedure] = []

    def show(self, rows: list[Procedure]) -> None:
        """Show these procedures."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, number: int) -> Procedure:
        """Return a row."""
        return self._rows[number]

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else 2

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Mã"), self.tr("Thủ tục"))[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.code if index.column() == 0 else shortened(row.name, 110)
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.note or row.name
        if role == Qt.ItemDataRole.ForegroundRole:
            return QBrush(QColor("#1b2430" if row.receivable else "#8a5300"))
        return None


class ProcedureList(QTableView):
    """One row is one procedure; what is not received any more comes last, in another colour with a note."""

    def __init__(self) -> None:
        super().__init__()
        self.procedures = ProcedureModel()
        self.setModel(self.procedures)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        self.setColumnWidth(0, 92)
        self._heights = RowHeights(self)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)

    def chosen(self) -> Procedure | None:
        """Return the procedure that the cursor is on."""
        index = self.currentIndex()
        return self.procedures.row(index.row()) if index.isValid() else None

    def show_procedures(self, rows: list[Procedure]) -> None:
        """Show rows; the cursor stays on its procedure, else goes to the first."""
        before = self.chosen()
        self.procedures.show(rows)
        self._heights.fit()
        codes = [row.code for row in rows]
        if rows:
            self.selectRow(codes.index(before.code) if before and before.code in codes else 0)
