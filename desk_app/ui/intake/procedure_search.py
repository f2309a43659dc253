"""Find a procedure by typing: a list drops below the line and follows every letter."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QGraphicsDropShadowEffect,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from desk_app.domain.amount import dong
from desk_app.domain.deadline import term_text
from desk_app.domain.procedure import Procedure
from desk_app.domain.words import Words
from desk_app.ui.intake.two_lines import FACTS, TwoLines
from desk_app.ui.parts import shortened
from desk_app.ui.wording import worded

ROWS = 6
GAP = 4
ARROWS = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class ProcedureSearch(QLineEdit):
    """Emits the chosen procedure; Down and Up walk the list, Enter takes, Esc gives up what was typed.

    What was typed and not taken chooses nothing: `settled` is the procedure whose name stands in the line.
    """

    chosen = Signal(Procedure)

    def __init__(self, search: Callable[[str], list[Procedure]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = search
        self._found: list[Procedure] = []
        self._shown: Procedure | None = None
        self.list = QListWidget(self)
        self._rows = TwoLines(self.list)
        self.list.setItemDelegate(self._rows)
        self.list.hide()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        shadow = QGraphicsDropShadowEffect(self.list)
        shadow.setBlurRadius(18)
        shadow.setOffset(0, 4)
        shadow.setColor(QColor(27, 36, 48, 70))
        self.list.setGraphicsEffect(shadow)
        self.setPlaceholderText(self.tr("Tên, mã hoặc chữ đầu: khai sinh, 1.001193, dkks"))
        self.textChanged.connect(self._on_changed)
        self.textEdited.connect(self._on_edited)
        self.list.itemClicked.connect(self._on_clicked)

    @property
    def settled(self) -> Procedure | None:
        """Return the procedure that is chosen."""
        shown = self._shown
        return shown if shown is not None and self.text().strip() == shown.name.strip() else None

    @property
    def is_open(self) -> bool:
        """Return whether something was typed that is neither taken nor given up."""
        return self.list.isVisible() or (bool(self.text().strip()) and self.settled is None)

    def show_chosen(self, procedure: Procedure | None) -> None:
        """Write the name of what was chosen into the line."""
        self._shown = procedure
        self.setText(procedure.name if procedure else "")
        self.setCursorPosition(0)
        self.setToolTip(procedure.name if procedure else "")
        self.list.hide()

    @Slot()
    def begin(self) -> None:
        """Go there; the next letter begins a new search."""
        self.setFocus()
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk and take from the list while it is open."""
        if event.key() in ARROWS:
            if not self.list.isVisible():
                self._on_edited(self.text())
            else:
                self._walk(1 if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_PageDown) else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.is_open:
            if not self.list.isVisible():
                self._on_edited(self.text())
            self._take(self.list.currentRow())
        elif event.key() == Qt.Key.Key_Escape and self.is_open:
            self.show_chosen(self._shown)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the list when the clerk goes elsewhere."""
        self.list.hide()
        super().focusOutEvent(event)

    @Slot(str)
    def _on_changed(self, text: str) -> None:
        if not text or self.settled is not None:  # given back by whoever took a scan out of the line
            self.list.hide()

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        self._found = self._search(text)[:20]
        self.list.clear()
        for procedure in self._found:
            self._add(procedure)
        if not self._found and text.strip():
            nothing = QListWidgetItem(self.tr("Không có thủ tục nào khớp"), self.list)
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            nothing.setSizeHint(QSize(self.width() - 14, 38))
        if not self.list.count():
            self.list.hide()
            return
        self.list.setCurrentRow(0 if self._found else -1)
        self._drop_down()

    def _drop_down(self) -> None:
        """Lay the list below the line, as high as whole rows and the window allow."""
        window = self.window()
        corner = self.mapTo(window, self.rect().bottomLeft())
        room, height = window.height() - corner.y() - 2 * GAP - 4, 0
        for n in range(min(ROWS, self.list.count())):
            row = self.list.item(n).sizeHint().height()
            if n and height + row > room:
                break
            height += row
        self.list.setFixedSize(self.width(), height + 2)
        self.list.setParent(window)  # above the cards, and without a window of its own
        self.list.move(corner.x(), corner.y() + GAP)
        self.list.show()
        self.list.raise_()

    @Slot(QListWidgetItem)
    def _on_clicked(self, item: QListWidgetItem) -> None:
        self._take(self.list.row(item))

    def _walk(self, step: int) -> None:
        self.list.setCurrentRow(max(0, min(len(self._found) - 1, self.list.currentRow() + step)))

    def _take(self, row: int) -> None:
        if 0 <= row < len(self._found):
            self.list.hide()
            self.chosen.emit(self._found[row])

    def _add(self, procedure: Procedure) -> None:
        text, width = shortened(procedure.name, 110), self.width() - 14
        item = QListWidgetItem(text, self.list)
        item.setData(FACTS, facts(procedure))
        item.setSizeHint(QSize(width, self._rows.high(text, width)))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, procedure.name)


def facts(procedure: Procedure) -> str:
    """Return "1.001193 · Hộ tịch · trong ngày · 8.000 đ" with what is known."""
    term = worded(term_text(procedure.terms[0].term)).split(" (")[0] if procedure.terms else ""
    if procedure.at_once:
        term = worded(Words("giải quyết ngay"))
    fee = (
        "" if procedure.fee is None else worded(Words("miễn")) if procedure.fee == 0 else dong(procedure.fee)
    )
    return " · ".join(filter(None, (procedure.code, procedure.field, term, fee)))
