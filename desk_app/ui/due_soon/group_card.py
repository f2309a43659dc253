"""A group of cases as a card to choose: how many, and what they are."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from desk_app.ui.parts import label, show_state


class GroupCard(QPushButton):
    """`key` chooses it; red only where it counts what is late."""

    def __init__(self, name: str, key: str, *, late: bool) -> None:
        super().__init__()
        self.setObjectName("groupCard")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumHeight(76)
        self._name, self._late = name, late
        self.number = label("–", "bigger")
        head = QHBoxLayout()
        head.addWidget(label(name, "heading", wrap=True), 1)
        head.addWidget(label(key, "keyCap"), 0, Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(self)
        box.setContentsMargins(13, 9, 11, 8)
        box.setSpacing(2)
        box.addLayout(head)
        box.addStretch(1)
        box.addWidget(self.number)
        for part in self.findChildren(type(self.number)):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_count(self, count: int) -> None:
        """Show how many cases the group has."""
        self.number.setText(str(count))
        show_state(self.number, "wrong" if self._late and count else "")
        self.setAccessibleName(f"{self._name}: {count}")
