"""Open the desk: who, and the passphrase."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desk_app.domain.errors import DeskError
from desk_app.domain.staff import Staff
from desk_app.domain.words import Words
from desk_app.ui.choice import Choice
from desk_app.ui.jobs import Jobs, Lane
from desk_app.ui.key_cap import KeyButton
from desk_app.ui.language import OWN_NAMES, spoken
from desk_app.ui.parts import Card, field, label
from desk_app.ui.wording import sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInServices:
    """What the screen asks for; `open` gives the opened desk, whatever that is."""

    members: Callable[[], list[Staff]]
    open: Callable[[str, str], Any]
    choose_language: Callable[[str], None]


class SignInScreen(QWidget):
    """Emits `opened` with the opened desk and who opened it."""

    opened = Signal(object, Staff)
    hints = (("Enter", Words("mở quầy")),)

    def __init__(self, jobs: Jobs, services: SignInServices) -> None:
        super().__init__()
        self.setObjectName("screen")
        self._jobs, self._services = jobs, services
        self.members = Choice()
        self.passphrase = QLineEdit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setInputMethodHints(Qt.InputMethodHint.ImhHiddenText)
        self.go = KeyButton("", "Enter", name="primary")
        self.told = label("", "wrong", wrap=True)
        self.heading = label("", "heading")
        self.other_language = QPushButton()
        self.other_language.setObjectName("quiet")
        card = Card()
        card.setFixedWidth(400)
        card.body.addWidget(self.heading)
        card.body.addLayout(field("", self.members))
        card.body.addLayout(field("", self.passphrase))
        card.body.addWidget(self.told)
        card.body.addWidget(self.go)
        box = QVBoxLayout(self)
        box.addStretch(2)
        box.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addWidget(self.other_language, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(3)
        self.passphrase.returnPressed.connect(self._on_go)
        self.go.clicked.connect(self._on_go)
        self.other_language.clicked.connect(self._on_other_language)
        self.told.hide()
        self._show_texts()

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

    def changeEvent(self, event: QEvent) -> None:
        """Say everything anew in the language chosen just now."""
        if event.type() is QEvent.Type.LanguageChange:
            self._show_texts()
            self.told.hide()  # what was wrong was said in the other language
        super().changeEvent(event)

    def _show_texts(self) -> None:
        self.heading.setText(self.tr("Đăng nhập").upper())
        captions: dict[QWidget, str] = {
            self.members: self.tr("Cán bộ"),
            self.passphrase: self.tr("Mật khẩu"),
        }
        for caption in self.findChildren(QLabel):
            named = caption.buddy()
            if named is not None:
                caption.setText(captions[named])
                named.setAccessibleName(captions[named])
        self.go.setText(self.tr("Mở quầy"))
        self.other_language.setText(OWN_NAMES[self._other()])

    def _other(self) -> str:
        return next(language for language in OWN_NAMES if language != spoken())

    @Slot()
    def _on_other_language(self) -> None:
        self._services.choose_language(self._other())
        self.passphrase.setFocus()

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
