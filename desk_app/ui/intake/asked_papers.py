"""The papers that a citizen is asked to bring: those that are missing are ticked, others can be typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desk_app.domain.component import Component
from desk_app.ui.parts import field

ROLE = Qt.ItemDataRole.UserRole


class _Ticks(QListWidget):
    """Space ticks, wherever in the row the cursor is."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() == Qt.Key.Key_Space and item is not None:
            ticked = item.checkState() is Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)
        else:
            super().keyPressEvent(event)


class AskedPapers(QWidget):
    """Filled by `offer`; `papers` gives what is ticked."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = _Ticks()
        self.list.setObjectName("ticks")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.typed = QLineEdit()
        self.typed.setPlaceholderText(self.tr("gõ tên rồi Enter"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addLayout(field(self.tr("Giấy tờ cần bổ sung (phím cách để chọn)"), self.list))
        box.addLayout(field(self.tr("Giấy tờ khác"), self.typed))
        self.list.itemChanged.connect(self._on_changed)
        self.typed.returnPressed.connect(self._on_add)

    def offer(self, papers: Sequence[tuple[Component, bool]]) -> None:
        """Show papers, each with whether it is asked for."""
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.list.clear()
        for paper, asked in papers:
            self._put(paper, asked=asked)
        self.list.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self.typed.clear()
        self.list.setCurrentRow(0 if papers else -1)

    def papers(self) -> tuple[Component, ...]:
        """Return what is ticked; a name that was typed and not entered counts too."""
        items = [self.list.item(row) for row in range(self.list.count())]
        ticked = [item.data(ROLE) for item in items if item.checkState() is Qt.CheckState.Checked]
        name = " ".join(self.typed.text().split())
        return (*ticked, *((Component(name=name),) if name else ()))

    def _put(self, paper: Component, *, asked: bool) -> None:
        item = QListWidgetItem(paper.name, self.list)
        item.setData(ROLE, paper)
        item.setToolTip(paper.name)
        item.setFlags(
            Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        )
        item.setCheckState(Qt.CheckState.Checked if asked else Qt.CheckState.Unchecked)

    @Slot()
    def _on_add(self) -> None:
        name = " ".join(self.typed.text().split())
        if name:
            self._put(Component(name=name), asked=True)
            self.typed.clear()
            self.changed.emit()

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit()
