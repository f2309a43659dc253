"""The papers of a case: ticked when handed in, with counts; the clerk can add one by typing."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QBrush, QColor, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desk_app.domain.kept_papers import is_shown, must_be_asked_for
from desk_app.domain.procedure import Procedure, RequiredComponent
from desk_app.domain.words import Words
from desk_app.ui.intake.form_state import Paper
from desk_app.ui.whole_text import WholeText
from desk_app.ui.wording import worded

NAME, ORIGINALS, COPIES = range(3)
Index = QModelIndex | QPersistentModelIndex


class PapersModel(QAbstractTableModel):
    """Told by `show`; never fetches."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.papers: list[Paper] = []
        self._notes: dict[str, str] = {}

    def show(self, papers: list[Paper], procedure: Procedure | None) -> None:
        """Show these papers; `procedure` says which of them may be missing."""
        self.beginResetModel()
        self.papers = papers
        components = procedure.components if procedure else ()
        self._notes = {c.name: _note(c) for c in components if not _must(c)}
        self.endResetModel()

    def add(self) -> None:
        """Add an empty paper for the clerk to name."""
        row = len(self.papers)
        self.beginInsertRows(QModelIndex(), row, row)
        self.papers.append(Paper(name="", handed_in=True, typed=True))
        self.endInsertRows()
        self.edited.emit()

    def toggle(self, row: int) -> None:
        """Tick or untick a paper."""
        self._replace(row, handed_in=not self.papers[row].handed_in)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.papers)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Giấy tờ"), self.tr("Bản\nchính"), self.tr("Bản\nsao"))[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        paper, column = self.papers[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._text(paper, column, edit=role == Qt.ItemDataRole.EditRole)
        if role == Qt.ItemDataRole.CheckStateRole and column == NAME:
            return Qt.CheckState.Checked if paper.handed_in else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ForegroundRole and not paper.handed_in:
            return QBrush(QColor("#7a4a00" if paper.name in self._notes else "#52606d"))
        if role == Qt.ItemDataRole.TextAlignmentRole and column != NAME:
            return Qt.AlignmentFlag.AlignCenter
        if role == Qt.ItemDataRole.ToolTipRole and column == NAME:
            return paper.name
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == NAME:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        if index.column() != NAME or self.papers[index.row()].typed:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.CheckStateRole:
            self.toggle(row)
        elif column == NAME:
            self._replace(row, name=str(value).strip())
        else:
            digits = "".join(c for c in str(value) if c.isdigit())
            count = min(99, int(digits or 0))
            self._replace(row, **{"originals" if column == ORIGINALS else "copies": count})
        return True

    def _replace(self, row: int, **changes: object) -> None:
        old = self.papers[row]
        fields = {name: getattr(old, name) for name in Paper.__slots__}
        self.papers[row] = Paper(**(fields | changes))
        self.dataChanged.emit(self.index(row, 0), self.index(row, 2))
        self.edited.emit()

    def _text(self, paper: Paper, column: int, *, edit: bool) -> str:
        if column == NAME:
            name = paper.name or ("" if edit else self.tr("(gõ tên giấy tờ)"))
            note = "" if edit else self._notes.get(paper.name, "")
            return f"{name} · {note}" if note else name
        count = paper.originals if column == ORIGINALS else paper.copies
        return str(count) if count or edit else "–"


class ComponentTable(QTableView):
    """Space ticks, digits change a count."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.papers = PapersModel()
        self.setModel(self.papers)
        self.setAccessibleName(self.tr("Thành phần hồ sơ"))
        self.verticalHeader().hide()
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in (ORIGINALS, COPIES):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(column, 52)
        WholeText(self)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    @Slot()
    def add_typed(self) -> None:
        """Add a paper and open its name for typing."""
        self.papers.add()
        index = self.papers.index(len(self.papers.papers) - 1, NAME)
        self.setCurrentIndex(index)
        self.edit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick by Space wherever in the row the cursor is."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.papers.toggle(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


def papers_of(procedure: Procedure) -> list[Paper]:
    """Return a procedure's papers as the clerk first sees them: what must be handed in is ticked."""
    return [
        Paper(
            name=one.name,
            originals=one.originals or int(not one.copies),
            copies=one.copies,
            handed_in=_must(one),
        )
        for one in procedure.components
    ]


def _note(component: RequiredComponent) -> str:
    """Say why a paper need not be handed in."""
    if component.lookup_first:  # what a national database holds is not asked for: NĐ 118/2025 Đ.17.1b
        return worded(Words("tra cứu trước"))
    return worded(Words("chỉ xuất trình") if is_shown(component) else Words("tùy trường hợp"))


def _must(component: RequiredComponent) -> bool:
    return must_be_asked_for(component)
