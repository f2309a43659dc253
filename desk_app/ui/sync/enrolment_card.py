"""Enrolment at the superior: open before the first time, behind a button after it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton

from desk_app.domain.errors import StrangeAddress
from desk_app.domain.server_address import is_server_address
from desk_app.ui.authority.line import AuthorityLine
from desk_app.ui.parts import Card, field, label
from desk_app.ui.wording import sentence


class EnrolmentCard(Card):
    """Asks for address and code; tells what is wrong with them before anything is sent."""

    asked = Signal(str, str)
    wrong = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Đăng ký với cấp trên"))
        self.url, self.code = QLineEdit(), QLineEdit()
        self.url.setPlaceholderText("https://")
        self.code.setPlaceholderText("XXXX-XXXX-XXXX-XXXX")
        self.go = QPushButton(self.tr("Đăng ký quầy"))
        self.cancel = QPushButton(self.tr("Thôi"))
        self.told = label("", "muted", wrap=True)
        self.body.addWidget(self.told)
        self.body.addLayout(field(self.tr("Địa chỉ máy chủ"), self.url))
        self.body.addLayout(field(self.tr("Mã đăng ký"), self.code))
        row = QHBoxLayout()
        row.addWidget(self.go, 1)
        row.addWidget(self.cancel)
        self.body.addLayout(row)
        self.authority = AuthorityLine()
        self.body.addWidget(self.authority)
        self.body.addStretch(1)
        self.go.clicked.connect(self.send)
        self.code.returnPressed.connect(self.send)
        self.cancel.clicked.connect(self.left)

    def begin(self, url: str, *, again: bool) -> None:
        """Show what the clerk must know; `again`: the desk is enrolled already."""
        self.told.setText(
            self.tr("Đăng ký lại cần phiếu mới của cấp trên; dữ liệu trên máy giữ nguyên.")
            if again
            else self.tr("Nhập địa chỉ và mã trên phiếu đăng ký mà cấp trên giao.")
        )
        self.cancel.setVisible(again)
        if again and not self.url.text():
            self.url.setText(url)

    @Slot()
    def send(self) -> None:
        """Ask for the enrolment, or say what is missing."""
        url = self.url.text().strip()
        if not is_server_address(url):
            missing = self.tr("Hãy nhập địa chỉ máy chủ trên phiếu đăng ký.")
            self.wrong.emit(sentence(StrangeAddress(text=url)) if url else missing)
            self.url.setFocus()
        elif not self.code.text().strip():
            self.wrong.emit(self.tr("Hãy nhập mã trên phiếu đăng ký."))
            self.code.setFocus()
        else:
            self.asked.emit(url, self.code.text())
