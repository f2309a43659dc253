"""Where transfers of fees go: printed as VietQR."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPushButton

from desk_app.domain.viet_qr import Account
from desk_app.ui.parts import Card, beside, field, label


class AccountCard(Card):
    """Asks for bank, number and holder as they are typed; whoever hears it judges them."""

    wanted = Signal(str, str, str)  # BIN, number, holder
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Tài khoản nhận phí, lệ phí (VietQR)"))
        self.bank, self.number, self.holder = QLineEdit(), QLineEdit(), QLineEdit()
        self.bank.setMaxLength(6)
        self.bank.setPlaceholderText("970436")
        self.told = label("", "muted", wrap=True)
        self.keep = QPushButton(self.tr("Lưu tài khoản"))
        self.drop = QPushButton(self.tr("Bỏ tài khoản"))
        self.body.addLayout(
            beside(
                (field(self.tr("Mã ngân hàng (BIN)"), self.bank), 1),
                (field(self.tr("Số tài khoản"), self.number), 2),
            )
        )
        self.body.addLayout(field(self.tr("Tên tài khoản"), self.holder))
        self.body.addWidget(self.told)
        self.body.addLayout(beside((self.keep, 1), (self.drop, 1)))
        self.keep.clicked.connect(self._on_keep)
        self.holder.returnPressed.connect(self._on_keep)
        self.drop.clicked.connect(self.dropped)

    def show_account(self, account: Account | None) -> None:
        """Show what is set."""
        self.bank.setText(account.bank_bin if account else "")
        self.number.setText(account.number if account else "")
        self.holder.setText(account.holder if account else "")
        self.drop.setEnabled(account is not None)
        self.told.setText(
            self.tr("Giấy tiếp nhận và thông báo nộp tiền có mã VietQR về tài khoản này.")
            if account
            else self.tr("Chưa có tài khoản: giấy in ra không có mã VietQR.")
        )

    @Slot()
    def _on_keep(self) -> None:
        self.wanted.emit(self.bank.text().strip(), self.number.text().strip(), self.holder.text().strip())
