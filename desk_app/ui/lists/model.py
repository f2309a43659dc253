"""Any list as a table on the screen: headings of sections span all columns."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from desk_app.domain.table import Table
from desk_app.ui.row_heights import RowHeights
from desk_app.ui.rows import Index, one_row_one_thing
from desk_app.ui.wording import worded

TAIL = 11  # 261123-5001: the agency's part is the same in every code
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ListModel(QAbstractTableModel):
    """Told by `show`; never fetches."""

    def __init__(self) -> None:
        super().__init__()
        self._table: Table | None = None
        self._rows: list[tuple[str, tuple[str, ...], str]] = []

    def show(self, table: Table) -> None:
        """Show a list."""
        codes = [code for section in table.sections for code in _codes(section.rows, section.codes)]
        rows = iter(codes)
        self.beginResetModel()
        self._table = table
        self._rows = [(kind, cells, next(rows) if kind == "row" else "") for kind, cells in table.shown()]
        self.endResetModel()

    def kind(self, row: int) -> str:
        """Return "heading", "row" or "sums"."""
        return self._rows[row][0]

    def code(self, row: int) -> str:
        """Return the case of a row, empty when it is none."""
        return self._rows[row][2]

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() or self._table is None else len(self._table.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if self._table is None or orientation is not Qt.Orientation.Horizontal:
            return None
        column = self._table.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return worded(column.heading)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if column.number else LEFT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        kind, cells, code = self._rows[index.row()]
        if kind == "heading" and index.column():
            return None
        text = cells[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return "…" + code[-TAIL:] if code and text == code else worded(text)
        if role == Qt.ItemDataRole.ToolTipRole:
            return worded(text)
        if role == Qt.ItemDataRole.FontRole and kind != "row":
            font = QFont()
            font.setBold(True)
            return font
        if role == Qt.ItemDataRole.TextAlignmentRole and self._table is not None and kind != "heading":
            return RIGHT if self._table.columns[index.column()].number else LEFT
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.kind(index.row()) == "row"
        return super().flags(index) if row else Qt.ItemFlag.ItemIsEnabled


def _codes(rows: tuple[object, ...], codes: tuple[str, ...]) -> tuple[str, ...]:
    return codes or ("",) * len(rows)


class ListTable(QTableView):
    """The table of a list; the cursor walks over rows, not over headings."""

    def __init__(self) -> None:
        super().__init__()
        self.list = ListModel()
        self.setModel(self.list)
        one_row_one_thing(self)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._heights = RowHeights(self, self._headings)
        self._shares: tuple[int, ...] = ()

    def show_list(self, table: Table) -> None:
        """Show a list from its top."""
        self.clearSpans()
        self.list.show(table)
        self._shares = tuple(column.share for column in table.columns)
        self._fit()
        for row in self._headings():
            self.setSpan(row, 0, 1, len(table.columns))
        self._heights.fit()
        first = next((row for row in range(self.list.rowCount()) if self.list.kind(row) == "row"), None)
        if first is not None:
            self.selectRow(first)
        self.scrollToTop()

    def chosen_code(self) -> str:
        """Return the case that the cursor is on, empty when it is on none."""
        index = self.currentIndex()
        return self.list.code(index.row()) if index.isValid() else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width out among the columns."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        whole, room = sum(self._shares), self.viewport().width()
        for column, share in enumerate(self._shares):
            least = self.horizontalHeader().sectionSizeHint(column)  # a heading is never cut
            self.setColumnWidth(column, max(least, room * share // whole))

    def _headings(self) -> frozenset[int]:
        return frozenset(row for row in range(self.list.rowCount()) if self.list.kind(row) == "heading")
