"""A restored or copied disk: the superior's log comes first, what only this PC has goes after it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPushButton

from desk_app.domain.errors import StrangeAddress
from desk_app.domain.server_address import is_server_address
from desk_app.ui.authority.line import AuthorityLine
from desk_app.ui.parts import Card, field, label
from desk_app.ui.wording import sentence


class RebaseCard(Card):
    """Asks for the slip and once more for the passphrase: the log is opened again by whoever may."""

    asked = Signal(str, str, str)  # address, code, passphrase
    wrong = Signal(str)

    def __init__(self) -> None:
        super().__init__(self.tr("Nối lại nhật ký với cấp trên"))
        self.url, self.code, self.passphrase = QLineEdit(), QLineEdit(), QLineEdit()
        self.url.setPlaceholderText("https://")
        self.code.setPlaceholderText("XXXX-XXXX-XXXX-XXXX")
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.go = QPushButton(self.tr("Nối lại nhật ký"))
        self.body.addWidget(
            label(
                self.tr(
                    "Máy này được khôi phục từ bản cũ, hoặc ổ đĩa đã được sao chép. Xin cấp trên phiếu đăng ký mới: "
                    "nhật ký cấp trên đang giữ được lấy về, việc chỉ có ở máy này được ghi tiếp vào sau, không mất gì. "
                    "Kho cũ được giữ lại bên cạnh."
                ),
                "muted",
                wrap=True,
            )
        )
        self.let_in = label(
            self.tr("Cấp trên vẫn nhận máy này: không cần phiếu mới, có thể để trống mã."), "muted", wrap=True
        )
        self.let_in.hide()
        self.body.addWidget(self.let_in)
        self.body.addLayout(field(self.tr("Địa chỉ máy chủ"), self.url))
        self.body.addLayout(field(self.tr("Mã đăng ký"), self.code))
        self.body.addLayout(field(self.tr("Mật khẩu của bạn"), self.passphrase))
        self.body.addWidget(self.go)
        self.authority = AuthorityLine()
        self.body.addWidget(self.authority)
        self.body.addStretch(1)
        self.go.clicked.connect(self.send)
        self.passphrase.returnPressed.connect(self.send)

    def begin(self, url: str, *, let_in: bool) -> None:
        """Offer the address that the desk has; `let_in`: the superior still knows it, and no slip is needed."""
        self.let_in.setVisible(let_in)
        if not self.url.text():
            self.url.setText(url)

    @Slot()
    def send(self) -> None:
        """Ask for it, or say what is missing."""
        url = self.url.text().strip()
        if not is_server_address(url):
            missing = self.tr("Hãy nhập địa chỉ máy chủ trên phiếu đăng ký.")
            self._lacks(sentence(StrangeAddress(text=url)) if url else missing, self.url)
        elif not (self.code.text().strip() or self.let_in.isVisibleTo(self)):
            self._lacks(self.tr("Hãy nhập mã trên phiếu đăng ký."), self.code)
        elif not self.passphrase.text():
            self._lacks(self.tr("Hãy nhập mật khẩu mà bạn dùng để đăng nhập."), self.passphrase)
        else:
            self.asked.emit(url, self.code.text().strip(), self.passphrase.text())
            self.passphrase.clear()

    def _lacks(self, told: str, line: QLineEdit) -> None:
        self.wrong.emit(told)
        line.setFocus()
