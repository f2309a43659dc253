"""What came back from the superior on a stick."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal

from desk_app.ui.key_cap import KeyButton
from desk_app.ui.parts import Card, label


class AnswerCard(Card):
    """Is told which acknowledgement files are there; asks to read the newest."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Xác nhận mang về từ cấp trên"))
        self.found: list[Path] = []
        self._busy = False
        self.told = label("", "muted", wrap=True)
        self.read = KeyButton(self.tr("Đọc xác nhận"), "Alt+X")
        self.body.addWidget(self.told)
        self.body.addWidget(self.read)
        self.read.clicked.connect(self.asked)
        self.show_answers([])

    def show_answers(self, found: Sequence[Path]) -> None:
        """Show these files, newest first."""
        self.found = list(found)
        self.told.setText(
            self.tr("Có tệp xác nhận mới: {name}").format(name=self.found[0].name)
            if self.found
            else self.tr("Chưa có. Khi cắm USB mang về, tệp xác nhận tự hiện ở đây.")
        )
        self.read.setEnabled(bool(self.found) and not self._busy)

    def be_busy(self, *, busy: bool) -> None:
        """Read one at a time."""
        self._busy = busy
        self.read.setEnabled(bool(self.found) and not busy)
