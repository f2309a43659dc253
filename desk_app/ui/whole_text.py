"""Cells whose texts are seen whole, however often they break."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QTextDocument
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

PADDING = 20  # the style sheet's and the style's own, left and right
CHECK_BOX = 22
ACCENT, ACCENT_PX = QColor("#0b57a8"), 3
NOTE_COLOUR = "#7a4a00"
NOTE_ROLE = Qt.ItemDataRole.UserRole + 1  # a few words after the text, in a colour of their own
Index = QModelIndex | QPersistentModelIndex


class BarredText(QStyledItemDelegate):
    """The row at hand has a bar at its left: its pale background alone is too weak a sign."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the cell, and the bar of the row at hand."""
        self.paint_cell(painter, option, index)
        if option.state & QStyle.StateFlag.State_Selected and index.column() == self._first_column():
            painter.fillRect(
                QRect(option.rect.left(), option.rect.top(), ACCENT_PX, option.rect.height()), ACCENT
            )

    def paint_cell(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the cell alone."""
        super().paint(painter, option, index)

    def _first_column(self) -> int:
        shown = (n for n in range(self._table.model().columnCount()) if not self._table.isColumnHidden(n))
        return next(shown, 0)


class WholeText(BarredText):
    """Asks for the height that a text takes; Qt's own asks for a line too few beside a check box."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        table.setItemDelegate(self)
        # heights follow contents by themselves, not a column that became narrower
        table.horizontalHeader().sectionResized.connect(table.resizeRowsToContents)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return Qt's size, higher where the text needs it."""
        hint = super().sizeHint(option, index)
        self.initStyleOption(option, index)
        room = self._table.columnWidth(index.column()) - PADDING
        if index.data(Qt.ItemDataRole.CheckStateRole) is not None:
            room -= CHECK_BOX
        if index.data(NOTE_ROLE):
            height = round(_document(option, index, max(1, room)).size().height())
        else:
            whole = QRect(0, 0, max(1, room), 10_000)
            height = option.fontMetrics.boundingRect(
                whole, Qt.TextFlag.TextWordWrap, index.data() or ""
            ).height()
        return QSize(hint.width(), max(hint.height(), height + 10))

    def paint_cell(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the cell and its note."""
        ground = index.data(Qt.ItemDataRole.BackgroundRole)
        if ground is not None:  # the style sheet's cells leave it away
            painter.fillRect(option.rect, ground)
        if index.data(NOTE_ROLE):
            self._paint_noted(painter, option, index)
        else:
            super().paint_cell(painter, option, index)

    def _paint_noted(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        style = self._table.style()
        room = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, whole, self._table)
        whole.text = ""
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, whole, painter, self._table)
        document = _document(whole, index, room.width() - 6)
        painter.save()
        painter.translate(
            QPointF(room.left() + 3, room.top() + max(0.0, (room.height() - document.size().height()) / 2))
        )
        document.drawContents(painter)
        painter.restore()


def _document(option: QStyleOptionViewItem, index: Index, width: int) -> QTextDocument:
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setDefaultFont(option.font)
    note = f"<span style='color:{NOTE_COLOUR}'>{escape(str(index.data(NOTE_ROLE)))}</span>"
    document.setHtml(f"<span style='color:#1b2430'>{escape(index.data() or '')}</span> · {note}")
    document.setTextWidth(width)
    return document
