"""The table of papers: ticked when handed in, with counts; the clerk can add one by typing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QTableView,
    QWidget,
)

from desk_app.ui.intake.papers_model import COPIES, NAME, ORIGINALS, PapersModel
from desk_app.ui.whole_text import WholeText


class ComponentTable(QTableView):
    """Space ticks, digits change a count, Delete takes away what was added."""

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
            self.setColumnWidth(column, 60)
        WholeText(self)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    @Slot()
    def add_typed(self) -> None:
        """Add a paper and open its name for typing."""
        self.commit()
        self.papers.add()
        index = self.papers.index(len(self.papers.papers) - 1, NAME)
        self.setCurrentIndex(index)
        self.edit(index)

    def commit(self) -> None:
        """Take over what is being typed in a cell: F9 does not wait for Enter."""
        if self.state() is QAbstractItemView.State.EditingState:
            for editor in self.viewport().findChildren(QLineEdit):
                self.commitData(editor)
                self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Leave no paper without a name behind, whether Esc or Enter ended the typing."""
        row = self.currentIndex().row()
        super().closeEditor(editor, hint)
        if 0 <= row < len(self.papers.papers) and not self.papers.papers[row].name:
            self.papers.remove_typed(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick by Space wherever in the row the cursor is; Delete takes away what the clerk added."""
        row = self.currentIndex().row()
        if event.key() == Qt.Key.Key_Space and row >= 0:
            self.papers.toggle(row)
        elif event.key() == Qt.Key.Key_Delete and self.papers.remove_typed(row):
            event.accept()
        else:
            super().keyPressEvent(event)
