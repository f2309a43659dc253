"""Cells whose texts are seen whole, however often they break."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

PADDING = 20  # the style sheet's and the style's own, left and right
CHECK_BOX = 22


class WholeText(QStyledItemDelegate):
    """Asks for the height that a text takes; Qt's own asks for a line too few beside a check box."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        table.setItemDelegate(self)
        # heights follow contents by themselves, not a column that became narrower
        table.horizontalHeader().sectionResized.connect(table.resizeRowsToContents)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return Qt's size, higher where the text needs it."""
        hint = super().sizeHint(option, index)
        self.initStyleOption(option, index)
        room = self._table.columnWidth(index.column()) - PADDING
        if index.data(Qt.ItemDataRole.CheckStateRole) is not None:
            room -= CHECK_BOX
        wrapped = option.fontMetrics.boundingRect(
            QRect(0, 0, max(1, room), 10_000), Qt.TextFlag.TextWordWrap, index.data() or ""
        )
        return QSize(hint.width(), max(hint.height(), wrapped.height() + 9))
