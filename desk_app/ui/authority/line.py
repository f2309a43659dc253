"""The small line of an enrolment: the superior's server has a certificate of an authority of its own."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_app.domain.authority import Authorities
from desk_app.ui.key_cap import KeyButton
from desk_app.ui.keys import on_key
from desk_app.ui.parts import label, name_style, shortened

KEY = "Alt+C"
MOST_LETTERS = 60  # of a name; whole, and all of a bundle, in the tool tip


class AuthorityLine(QWidget):
    """Asks for a file of certificates; says which one this PC believes already. One of them is in sight at a time."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.button = KeyButton(self.tr("Máy chủ dùng chứng thư riêng…"), KEY, name="link")
        self.told = label("", "muted", wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        box.addLayout(row)
        box.addWidget(self.told)
        self.told.hide()
        self.button.clicked.connect(self.asked)
        on_key(KEY, self, self.asked.emit)

    def show_kept(self, kept: Authorities | None, now: datetime) -> None:
        """Say what is believed beside the known authorities, and until when."""
        if kept is None:
            self.told.hide()
            return
        one = kept.newest
        pattern = (
            self.tr("Đang tin: {name}, đến {day}.")
            if one.ends >= now
            else self.tr("Đang tin: {name}, đã hết hạn {day}; hãy xin tệp mới.")
        )
        name, day = shortened(one.subject, MOST_LETTERS), f"{one.ends:%d/%m/%Y}"
        self._tell(pattern.format(name=name, day=day), wrong=one.ends < now)
        self.told.setToolTip("\n".join(member.subject for member in kept.members))

    def show_trouble(self, text: str) -> None:
        """Say why what was kept cannot be used."""
        self._tell(text, wrong=True)

    def _tell(self, text: str, *, wrong: bool) -> None:
        self.told.setText(text)
        name_style(self.told, "wrong" if wrong else "muted")
        self.told.show()
