"""A field for long names and addresses."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent, QTextBlock, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit, QWidget


class TextBox(QPlainTextEdit):
    """A line that grows with what is written, so that long names and addresses are seen whole."""

    def __init__(self, least_lines: int, most_lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._most = least_lines, most_lines
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(1)
        self.textChanged.connect(self._fit)

    def text(self) -> str:
        """Return what is written."""
        return self.toPlainText()

    def setText(self, text: str) -> None:
        """Write `text` in place of what is there."""
        self.setPlainText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height to the new width."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the height once the style sheet's font is there."""
        super().showEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        lines = sum(max(1, block.layout().lineCount()) for block in _blocks(self.document()))
        shown = max(self._least, min(self._most, lines))
        height = round(shown * self.fontMetrics().lineSpacing()) + 16
        if height != self.height():
            self.setFixedHeight(height)
        overflows = lines > self._most
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if overflows else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()
