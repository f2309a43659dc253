"""Open the desk: who, and the passphrase."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desk_app.domain.errors import DeskError
from desk_app.domain.staff import Staff
from desk_app.ui.jobs import Jobs, Lane
from desk_app.ui.parts import Card, field, label
from desk_app.ui.wording import sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInServices:
    """What the screen asks for; `open` gives the opened desk, whatever that is."""

    members: Callable[[], list[Staff]]
    open: Callable[[str, str], Any]


class SignInScreen(QWidget):
    """Emits `opened` with the opened desk and who opened it."""

    opened = Signal(object, Staff)
    hints = (("Enter", "mở quầy"),)

    def __init__(self, jobs: Jobs, services: SignInServices) -> None:
        super().__init__()
        self.setObjectName("screen")
        self._jobs, self._services = jobs, services
        self.members = QComboBox()
        self.passphrase = QLineEdit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setInputMethodHints(Qt.InputMethodHint.ImhHiddenText)
        self.go = QPushButton(self.tr("Mở quầy   Enter"))
        self.go.setObjectName("primary")
        self.told = label("", "wrong", wrap=True)
        card = Card(self.tr("Đăng nhập"))
        card.setFixedWidth(400)
        card.body.addLayout(field(self.tr("Cán bộ"), self.members))
        card.body.addLayout(field(self.tr("Mật khẩu"), self.passphrase))
        card.body.addWidget(self.told)
        card.body.addWidget(self.go)
        box = QVBoxLayout(self)
        box.addStretch(2)
        box.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(3)
        self.passphrase.returnPressed.connect(self._on_go)
        self.go.clicked.connect(self._on_go)
        self.told.hide()

    def start(self) -> None:
        """Show who can sign in."""
        self.members.clear()
        for member in self._services.members():
            self.members.addItem(f"{member.name} · {member.title}" if member.title else member.name, member)
        self.passphrase.setFocus()

    def enter(self, member: Staff, passphrase: str) -> None:
        """Sign in without asking: the demonstration."""
        row = next(n for n in range(self.members.count()) if self.members.itemData(n) == member)
        self.members.setCurrentIndex(row)
        self.passphrase.setText(passphrase)
        self._on_go()

    @Slot()
    def _on_go(self) -> None:
        member, passphrase = self.members.currentData(), self.passphrase.text()
        if not isinstance(member, Staff) or not self.go.isEnabled():
            return
        self.go.setEnabled(False)
        self.told.hide()
        self._jobs.run(
            Lane.WRITE,
            lambda: self._services.open(member.login, passphrase),
            owner=self,
            done=lambda desk: self._on_opened(desk, member),
            failed=self._on_failed,
        )

    def _on_opened(self, desk: object, member: Staff) -> None:
        self.go.setEnabled(True)
        self.passphrase.clear()
        self.opened.emit(desk, member)

    def _on_failed(self, error: DeskError) -> None:
        self.go.setEnabled(True)
        self.told.setText(sentence(error))
        self.told.show()
        self.passphrase.selectAll()
        self.passphrase.setFocus()
