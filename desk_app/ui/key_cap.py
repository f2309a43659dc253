"""Keys as they look: a small cap beside what the key does."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget


class KeyCap(QLabel):
    """The cap of a key, "Ctrl+T" written as "Ctrl T"; screen readers pass over it."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(key.replace("+", " "), parent)
        self.setObjectName("keyCap")
        self.setProperty("textFormat", "PlainText")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class LaidOutButton(QPushButton):
    """A button with labels inside; as large as they need, which Qt's own does not see."""

    def __init__(self, across: int, down: int, parent: QWidget | None = None) -> None:
        """Leave `across` and `down` pixels around the labels."""
        super().__init__(parent)
        self._down = down
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(across, 0, across, 0)
        self.row.setSpacing(8)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Add a label; clicks go through it to the button."""
        widget.setSizePolicy(widget.sizePolicy().horizontalPolicy(), QSizePolicy.Policy.Fixed)
        self.row.addWidget(widget, stretch)

    def sizeHint(self) -> QSize:
        """Return what the labels need."""
        inside = self.row.sizeHint()
        return QSize(inside.width(), inside.height() + 2 * self._down)

    def minimumSizeHint(self) -> QSize:
        """Return the same: words are not cut."""
        return self.sizeHint()


class KeyButton(LaidOutButton):
    """Words and the key that does the same; its text and accessible name are the words alone."""

    def __init__(self, words: str, key: str, parent: QWidget | None = None, *, name: str = "") -> None:
        """Let the style sheet call it `name`: primary, danger, link, quiet, small or nothing."""
        super().__init__(
            *{
                "primary": (14, 12),
                "danger": (14, 12),
                "link": (6, 1),
                "quiet": (4, 3),
                "small": (8, 3),
                "instead": (3, 8),
            }.get(name, (12, 8)),
            parent,
        )
        self._words = QLabel()
        self._words.setObjectName("buttonWords")
        self.setObjectName(name)
        self.row.addStretch(1)
        self.add(self._words)
        self.add(KeyCap(key))
        self.row.addStretch(1)
        self.setText(words)

    def text(self) -> str:
        """Return the words."""
        return self._words.text()

    def setText(self, text: str) -> None:
        """Write the words."""
        self._words.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()
