"""A case's state as a badge: words on a pale ground, so that a glance down the list finds the odd ones."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView

from desk_app.ui.whole_text import WholeText

GROUND_ROLE = Qt.ItemDataRole.UserRole + 2
LEFT, ACROSS, DOWN = 9, 7, 2
Index = QModelIndex | QPersistentModelIndex


class CellsWithBadges(WholeText):
    """Draws cells that have a ground (GROUND_ROLE) as badges, all others whole."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return room for a badge of one line."""
        if index.data(GROUND_ROLE) is None:
            return super().sizeHint(option, index)
        return QSize(100, option.fontMetrics.height() + 2 * DOWN + 10)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the cell."""
        ground = index.data(GROUND_ROLE)
        if ground is None:
            super().paint(painter, option, index)
            return
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        text, whole.text = whole.text, ""
        self._table.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, whole, painter, self._table)
        font = QFont(whole.font)
        font.setPixelSize(12)
        font.setWeight(QFont.Weight.DemiBold)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font)
        letters = painter.fontMetrics()
        height = letters.height() + 2 * DOWN
        top = option.rect.top() + (option.rect.height() - height) // 2
        width = letters.horizontalAdvance(text) + 2 * ACROSS
        badge = QRect(option.rect.left() + LEFT, top, min(width, option.rect.width() - LEFT), height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(badge, 4, 4)
        painter.setPen(index.data(Qt.ItemDataRole.ForegroundRole).color())
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()
