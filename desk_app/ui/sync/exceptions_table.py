"""The exceptions: what the superior sent back, why, who acts and what to do."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from desk_app.domain.refused import DESK, RefusedEvent
from desk_app.ui.names import act_name
from desk_app.ui.whole_text import WholeText
from desk_app.ui.wording import worded

CODE, ACT, REASON, WHO, TO_DO = range(5)
WIDTHS = ((CODE, 112), (ACT, 118), (WHO, 70))
WRONG, QUIET, INK = "#a61b1b", "#52606d", "#1b2430"
Index = QModelIndex | QPersistentModelIndex


class ExceptionsModel(QAbstractTableModel):
    """Told by `show`; never fetches."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[RefusedEvent, ...] = ()

    def show(self, rows: tuple[RefusedEvent, ...]) -> None:
        """Show these exceptions."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, number: int) -> RefusedEvent:
        """Return a row."""
        return self._rows[number]

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else 5

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (
                self.tr("Mã hồ sơ"),
                self.tr("Việc"),
                self.tr("Cấp trên trả lại vì"),
                self.tr("Ai làm"),
                self.tr("Việc cần làm"),
            )[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return (
                "…" + row.case_code[-11:],
                act_name(row.kind),
                row.sentence,
                worded(row.actor),
                worded(row.what_to_do),
            )[column]
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{row.case_code} · {row.applicant_name}" if column == CODE else None
        if role == Qt.ItemDataRole.ForegroundRole:
            wrong = column == WHO and row.who_acts == DESK
            return QBrush(QColor(WRONG if wrong else QUIET if column == ACT else INK))
        return None


class ExceptionsTable(QTableView):
    """One row an event; Enter opens its case."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.rows = ExceptionsModel()
        self.setModel(self.rows)
        self.setAccessibleName(self.tr("Hồ sơ cấp trên trả lại"))
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
        for column, width in WIDTHS:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(column, width)
        WholeText(self)
        for column in (REASON, TO_DO):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(lambda _index: self._open())

    def show_rows(self, rows: tuple[RefusedEvent, ...]) -> None:
        """Show exceptions; the cursor stays on its event, else it is on the first."""
        at = self.currentIndex().row()
        before = self.rows.row(at).seq if 0 <= at < self.rows.rowCount() else 0
        self.rows.show(rows)
        seqs = [row.seq for row in rows]
        if rows:
            self.selectRow(seqs.index(before) if before in seqs else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the case of the row at hand by Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        index = self.currentIndex()
        if index.isValid():
            self.opened.emit(self.rows.row(index.row()).case_code)
