"""A row of a list in two lines: what it is, wrapped, and its facts below, small and grey; painted, not built."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QLabel, QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desk_app.ui.parts import label

FACTS = Qt.ItemDataRole.UserRole
LEFT, TOP, RIGHT, BOTTOM = 9, 5, 9, 6
LEAST, MOST = 44, 1000  # px
WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class TwoLines(QStyledItemDelegate):
    """Paints an item's text and, below, its `FACTS`; an item without them is painted as ever.

    Widgets for twenty rows, made anew with every letter typed, took longer than typing it.
    """

    def __init__(self, rows: QListWidget) -> None:
        super().__init__(rows)
        self._name, self._facts = (
            label("", "strong"),
            label("", "label"),
        )  # so that the style sheet has its say
        for one in (self._name, self._facts):
            one.setParent(rows)
            one.hide()

    def high(self, text: str, width: int) -> int:
        """Return how high (px) a row of this text and width (px) is."""
        room = QRect(0, 0, width - LEFT - RIGHT, MOST)
        lines = _letters(self._name).boundingRect(room, int(WRAPPED), text).height()
        return max(LEAST, TOP + lines + _letters(self._facts).height() + BOTTOM + 1)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the row's ground, then both lines."""
        facts = index.data(FACTS)
        if facts is None:
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        text, option.text = option.text, ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        room = option.rect.adjusted(LEFT, TOP, -RIGHT, -BOTTOM)
        small = _letters(self._facts)
        below = QRect(room.left(), room.bottom() + 1 - small.height(), room.width(), small.height())
        painter.save()
        for one, place, said in (
            (self._name, room, text),
            (self._facts, below, small.elidedText(facts, Qt.TextElideMode.ElideRight, room.width())),
        ):
            painter.setFont(one.font())
            painter.setPen(one.palette().windowText().color())
            painter.drawText(place, int(WRAPPED), said)
        painter.restore()


def _letters(of: QLabel) -> QFontMetrics:
    of.ensurePolished()  # before it, no style sheet has given it its font
    return QFontMetrics(of.font())
