"""The papers of a case as a table shows them."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush, QColor

from desk_app.domain.kept_papers import is_shown, must_be_asked_for
from desk_app.domain.procedure import Procedure, RequiredComponent
from desk_app.domain.words import Words
from desk_app.ui.intake.form_state import Paper
from desk_app.ui.whole_text import NOTE_ROLE
from desk_app.ui.wording import worded

NAME, ORIGINALS, COPIES = range(3)
PALE = "#fff8ec"  # behind what may be missing
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
        self._notes = {c.name: _note(c) for c in components if not must_be_asked_for(c)}
        self.endResetModel()

    def add(self) -> None:
        """Add an empty paper for the clerk to name."""
        row = len(self.papers)
        self.beginInsertRows(QModelIndex(), row, row)
        self.papers.append(Paper(name="", handed_in=True, typed=True))
        self.endInsertRows()
        self.edited.emit()

    def remove_typed(self, row: int) -> bool:
        """Take away a paper that the clerk added; the catalogue's own stay."""
        if not 0 <= row < len(self.papers) or not self.papers[row].typed:
            return False
        self.beginRemoveRows(QModelIndex(), row, row)
        del self.papers[row]
        self.endRemoveRows()
        self.edited.emit()
        return True

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
        if role == Qt.ItemDataRole.BackgroundRole and not paper.handed_in:
            return QBrush(QColor(PALE if paper.name in self._notes else "#ffffff"))
        if role == Qt.ItemDataRole.AccessibleTextRole and column == NAME:
            return " · ".join(filter(None, (paper.name, self._notes.get(paper.name, ""))))
        if role == NOTE_ROLE and column == NAME:
            return self._notes.get(paper.name, "")
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
            return paper.name or ("" if edit else self.tr("(gõ tên giấy tờ)"))
        count = paper.originals if column == ORIGINALS else paper.copies
        return str(count) if count or edit else "–"


def papers_of(procedure: Procedure) -> list[Paper]:
    """Return a procedure's papers as the clerk first sees them: what must be handed in is ticked."""
    return [
        Paper(
            name=one.name,
            originals=one.originals or int(not one.copies),
            copies=one.copies,
            handed_in=must_be_asked_for(one),
        )
        for one in procedure.components
    ]


def _note(component: RequiredComponent) -> str:
    """Say why a paper need not be handed in."""
    if component.lookup_first:  # what a national database holds is not asked for: NĐ 118/2025 Đ.17.1b
        return worded(Words("tra cứu trước"))
    return worded(Words("chỉ xuất trình") if is_shown(component) else Words("tùy trường hợp"))
