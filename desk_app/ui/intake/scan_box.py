"""The box that says what the scanner gave, and gives back what it overwrote."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desk_app.ui.parts import label, show_state


class ScanBox(QFrame):
    """Told what was read."""

    undo_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("scan")
        picture = QLabel()
        picture.setObjectName("qr")
        picture.setFixedSize(28, 28)
        self.title, self.text = label("", "strong"), label("", "muted", wrap=True)
        self.undo = QPushButton(self.tr("Hoàn tác"))
        self.undo.setObjectName("link")
        self.undo.clicked.connect(self.undo_asked)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.undo)
        lines = QVBoxLayout()
        lines.setSpacing(1)
        lines.addLayout(head)
        lines.addWidget(self.text)
        row = QHBoxLayout(self)
        row.setContentsMargins(11, 7, 11, 7)
        row.setSpacing(11)
        row.addWidget(picture)
        row.addLayout(lines, 1)
        self.show_idle()

    def show_idle(self) -> None:
        """Ask for a card."""
        ask = self.tr("Quét QR trên thẻ bất cứ lúc nào, con trỏ ở đâu cũng được")
        self._show("", self.tr("Quét thẻ căn cước"), ask, can_undo=False)

    def show_read(self, told: str, *, can_undo: bool) -> None:
        """Say that a card was read."""
        look = told or self.tr("Hãy đối chiếu với thẻ; quét không thay cho xác thực.")
        self._show("read", self.tr("Đã đọc thẻ căn cước"), look, can_undo=can_undo)

    def show_unread(self, told: str) -> None:
        """Say that it was no card, and why."""
        self._show("", self.tr("Chưa đọc được thẻ"), told, can_undo=not self.undo.isHidden())

    def _show(self, state: str, title: str, text: str, *, can_undo: bool) -> None:
        self.title.setText(title)
        self.text.setText(text)
        self.undo.setVisible(can_undo)
        show_state(self, state)
