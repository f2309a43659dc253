"""Open the desk: who, and the passphrase."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from desk_app.domain.errors import DeskError
from desk_app.domain.staff import Staff
from desk_app.domain.words import Words
from desk_app.ui.choice import Choice
from desk_app.ui.jobs import Jobs, Lane
from desk_app.ui.key_cap import KeyButton
from desk_app.ui.language import OWN_NAMES, spoken
from desk_app.ui.parts import Card, centred, label, stacked
from desk_app.ui.wording import sentence


class SignInScreen(QWidget):
    """Emits `opened` with what `open_desk` gave, whatever that is, and who opened it."""

    opened = Signal(object, Staff)
    hints = (("Enter", Words("mở quầy")),)

    def __init__(
        self,
        jobs: Jobs,
        *,
        members: Callable[[], list[Staff]],
        open_desk: Callable[[str, str], Any],
        choose_language: Callable[[str], None],
    ) -> None:
        super().__init__()
        self.setObjectName("screen")
        self._jobs, self._members = jobs, members
        self._open_desk, self._choose_language = open_desk, choose_language
        self.members = Choice()
        self.passphrase = QLineEdit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.go = KeyButton("", "Enter", name="primary")
        self.told = label("", "wrong", wrap=True)
        self.heading = label("", "heading")
        self.other_language = QPushButton()
        self.other_language.setObjectName("quiet")
        card = Card()
        card.setFixedWidth(400)
        card.body.addWidget(self.heading)
        self.captions = [label(""), label("")]
        for caption, widget in zip(self.captions, (self.members, self.passphrase), strict=True):
            caption.setBuddy(widget)
            card.body.addLayout(stacked(caption, widget))
        card.body.addWidget(self.told)
        card.body.addWidget(self.go)
        box = QVBoxLayout(self)
        box.addStretch(2)
        box.addLayout(centred(card))
        box.addLayout(centred(self.other_language))
        box.addStretch(3)
        self.passphrase.returnPressed.connect(self._on_go)
        self.go.clicked.connect(self._on_go)
        self.other_language.clicked.connect(self._on_other_language)
        self.told.hide()
        self._show_texts()

    def start(self) -> None:
        """Show who can sign in, or why nobody can."""
        self.members.clear()
        try:
            members = self._members()
        except DeskError as error:
            self._on_failed(error)
            return
        self.told.hide()
        for member in members:
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
        for caption, text in zip(self.captions, (self.tr("Cán bộ"), self.tr("Mật khẩu")), strict=True):
            caption.setText(text)
            caption.buddy().setAccessibleName(text)
        self.go.setText(self.tr("Mở quầy"))
        self.other_language.setText(OWN_NAMES[self._other()])

    def _other(self) -> str:
        return next(language for language in OWN_NAMES if language != spoken())

    @Slot()
    def _on_other_language(self) -> None:
        self._choose_language(self._other())
        self.passphrase.setFocus()

    @Slot()
    def _on_go(self) -> None:
        member, passphrase = self.members.currentData(), self.passphrase.text()
        if not isinstance(member, Staff):
            self.start()  # what was missing may be back
            return
        if not self.go.isEnabled():
            return
        self.go.setEnabled(False)
        self.told.hide()
        self._jobs.run(
            Lane.WRITE,
            lambda: self._open_desk(member.login, passphrase),
            owner=self,
            done=lambda desk: self._on_opened(desk, member),
            failed=self._on_failed,
            ended=lambda: self.go.setEnabled(True),
        )

    def _on_opened(self, desk: object, member: Staff) -> None:
        self.passphrase.clear()
        self.opened.emit(desk, member)

    def _on_failed(self, error: DeskError) -> None:
        self.told.setText(sentence(error))
        self.told.show()
        self.passphrase.selectAll()
        self.passphrase.setFocus()
