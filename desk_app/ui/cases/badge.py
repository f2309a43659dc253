"""A state as a badge: words on a tint; the colour only repeats what the words say."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

TINT = 26  # of 255: light enough for text of the same colour above 4.5 : 1


class Badge(QStyledItemDelegate):
    """Paints a cell's text in its own colour on a tint of it."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the cell's ground, then the badge."""
        self.initStyleOption(option, index)
        text, brush = option.text, option.palette.text()
        colour = index.data(Qt.ItemDataRole.ForegroundRole)
        option.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        colour = QColor((colour or brush).color())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(option.font)
        font.setPixelSize(12)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        width = painter.fontMetrics().horizontalAdvance(text) + 16
        room = option.rect.adjusted(9, 0, -4, -1)
        box = QRectF(room.left(), room.center().y() - 10, min(width, room.width()), 21)
        tint = QColor(colour)
        tint.setAlpha(TINT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint)
        painter.drawRoundedRect(box, 5, 5)
        painter.setPen(colour)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()) - 12)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)
        painter.restore()
