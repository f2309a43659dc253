"""Small parts that every screen is made of.

Nothing the sign-in screen is made of names `Qt`: making its 93 enumerations takes 15 ms, a seventh of an empty
window's whole start. Qt knows its properties by name as well.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desk_app.ui.key_cap import KeyCap
from desk_app.ui.wording import worded

CAPTION = 17  # a caption's height, with a key's cap or without


class Card(QFrame):
    """A white card with a heading; children go into `body`."""

    def __init__(self, heading: str = "", parent: QWidget | None = None, *, key: str = "") -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(15, 13, 15, 13)
        self.body.setSpacing(6)
        if heading and key:
            self.body.addLayout(
                beside((label(heading.upper(), "heading"), 0), (KeyCap(key), 0), (QWidget(), 1))
            )
        elif heading:
            self.body.addWidget(label(heading.upper(), "heading"))


def label(text: str, name: str = "label", *, wrap: bool = False) -> QLabel:
    """Return a text of the kind that the style sheet calls `name`."""
    made = QLabel(text)
    made.setObjectName(name)
    made.setWordWrap(wrap)
    made.setProperty("textFormat", "PlainText")
    if name == "heading":
        made.setContentsMargins(0, 0, 0, 2)
    return made


def snug(made: QLabel) -> QLabel:
    """Keep a text from growing with its row; Qt puts it in the middle."""
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return made


def never_focused(button: QPushButton) -> None:
    """Leave a button to the mouse: Tab goes past it."""
    button.setProperty("focusPolicy", "NoFocus")


def centred(widget: QWidget) -> QHBoxLayout:
    """Return a widget, no wider than it wants to be, in the middle of its row."""
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(widget)
    row.addStretch(1)
    return row


def shortened(text: str, most: int) -> str:
    """Return at most `most` characters; the whole belongs into a tool tip."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def field(caption: str, widget: QWidget, key: str = "") -> QVBoxLayout:
    """Return a caption, with the key that leads there, above its input; screen readers hear the caption."""
    name = label(caption)
    name.setBuddy(widget)
    widget.setAccessibleName(caption)
    return stacked(name, widget, key)


def stacked(caption: QLabel, widget: QWidget, key: str = "") -> QVBoxLayout:
    """Return a caption close above its input."""
    box = QVBoxLayout()
    box.setSpacing(2)
    caption.setMinimumSize(1, CAPTION)  # a narrow card keeps its input, not the end of the caption
    head = QHBoxLayout()
    head.setSpacing(6)
    head.addWidget(caption)
    if key:
        head.addWidget(KeyCap(key))
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
        row.addWidget(KeyCap(key))
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
