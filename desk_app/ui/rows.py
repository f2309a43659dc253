"""What every table of rows has in common: one row is one thing, the cursor stands on one, nothing is fetched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desk_app.ui.row_heights import RowHeights

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
INK = "#1b2430"


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Told its rows; who derives says what stands in a cell."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[Row] = ()

    def headings(self) -> Sequence[str]:
        """Return the words over the columns, one each."""
        raise NotImplementedError

    def text(self, row: Row, column: int) -> str:
        """Return what stands in a cell."""
        raise NotImplementedError

    def tip(self, row: Row, column: int) -> str:
        """Return what a cell says in full."""
        return self.text(row, column)

    def colour(self, row: Row, column: int) -> str:
        """Return a cell's colour, "#rrggbb"."""
        del row, column
        return INK

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows and no others."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, number: int) -> Row:
        """Return a row."""
        return self._rows[number]

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.headings())

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.headings()[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tip(row, column)
        if role == Qt.ItemDataRole.ForegroundRole:
            return QBrush(QColor(self.colour(row, column)))
        return None


def one_row_one_thing(table: QTableView) -> None:
    """Give a table the bearing of all of ours: whole rows, no grid, Tab leaves it, headings at the left."""
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class RowsTable(QTableView, Generic[Row]):
    """Columns of fixed widths (px), the others share what is left; rows as high as their texts."""

    def __init__(
        self, model: RowsModel[Row], widths: Iterable[tuple[int, int]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        one_row_one_thing(self)
        header, fixed = self.horizontalHeader(), dict(widths)
        for column, width in fixed.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(column, width)
        self.heights = RowHeights(self)
        for column in set(range(model.columnCount())) - set(fixed):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def chosen(self) -> Row | None:
        """Return the row that the cursor is on."""
        index = self.currentIndex()
        return self._model.row(index.row()) if index.isValid() else None
