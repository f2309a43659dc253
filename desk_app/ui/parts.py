"""Small parts that every screen is made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent, QTextBlock, QTextDocument
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from desk_app.ui.key_cap import KeyCap
from desk_app.ui.wording import worded

CAPTION = 17  # a caption's height, with a key's cap or without


class Card(QFrame):
    """A white card with a heading; children go into `body`."""

    def __init__(self, heading: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(15, 13, 15, 13)
        self.body.setSpacing(6)
        if heading:
            self.body.addWidget(label(heading.upper(), "heading"))


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


def label(text: str, name: str = "label", *, wrap: bool = False) -> QLabel:
    """Return a text of the kind that the style sheet calls `name`."""
    made = QLabel(text)
    made.setObjectName(name)
    made.setWordWrap(wrap)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if name == "heading":
        made.setContentsMargins(0, 0, 0, 2)
    return made


def shortened(text: str, most: int) -> str:
    """Return at most `most` characters; the whole belongs into a tool tip."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def field(caption: str, widget: QWidget, key: str = "") -> QVBoxLayout:
    """Return a caption, with the key that leads there, above its input; screen readers hear the caption."""
    box = QVBoxLayout()
    box.setSpacing(2)
    name = label(caption)
    name.setBuddy(widget)
    widget.setAccessibleName(caption)
    head = QHBoxLayout()
    head.setSpacing(6)
    head.addWidget(name)
    if key:
        head.addWidget(KeyCap(key))
    name.setMinimumSize(1, CAPTION)  # a narrow card keeps its input, not the end of the caption
    head.addStretch(1)
    box.addLayout(head)
    box.addWidget(widget)
    return box


def beside(*parts: tuple[QVBoxLayout | QHBoxLayout | QWidget, int], spacing: int = 9) -> QHBoxLayout:
    """Return parts side by side with their shares of the width."""
    row = QHBoxLayout()
    row.setSpacing(spacing)
    for part, share in parts:
        if isinstance(part, QWidget):
            row.addWidget(part, share)
        else:
            row.addLayout(part, share)
    return row


def boxed(layout: QVBoxLayout | QHBoxLayout) -> QWidget:
    """Return a layout as one widget, to show and hide it."""
    box = QWidget()
    layout.setContentsMargins(0, 0, 0, 0)
    box.setLayout(layout)
    return box


def key_hints(hints: Sequence[tuple[str, str]]) -> QWidget:
    """Return key caps with what they do, for the bottom bar."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(5)
    for key, what in hints:
        row.addWidget(KeyCap(key), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(label(worded(what), "hint"))
        row.addSpacing(10)
    row.addStretch(1)
    return box


def show_state(widget: QWidget, state: str) -> None:
    """Set the state that the style sheet colours by, and draw anew."""
    if widget.property("state") != state:
        widget.setProperty("state", state)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def name_style(widget: QWidget, name: str) -> None:
    """Give a widget another name in the style sheet, and draw anew."""
    if widget.objectName() != name:
        widget.setObjectName(name)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def divider() -> QFrame:
    """Return a thin line between two things of one card."""
    line = QFrame()
    line.setObjectName("divider")
    line.setFixedHeight(1)
    return line
