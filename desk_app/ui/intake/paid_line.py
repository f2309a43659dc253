"""Paid on the spot: how, and by which biên lai, where the commune writes one."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desk_app.domain.fee_receipt import check_receipt
from desk_app.domain.payment import WAY_NAMES, PaymentWay
from desk_app.domain.turns import Taking
from desk_app.ui.choice import Choice
from desk_app.ui.intake.form_state import FormState
from desk_app.ui.parts import beside, boxed


class PaidLine(QWidget):
    """Nothing is paid until the clerk says so. The book of biên lai (form, sign) of the last one stands there again."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = ("", "")
        self.paid = QCheckBox(self.tr("Đã thu đủ  Ctrl+D"))
        self.way = Choice(WAY_NAMES.items())
        self.way.setAccessibleName(self.tr("Hình thức"))
        self.form, self.sign, self.number = (QLineEdit() for _ in range(3))
        for line, name in (
            (self.form, self.tr("Mẫu biên lai")),
            (self.sign, self.tr("Ký hiệu")),
            (self.number, self.tr("Số")),
        ):
            line.setPlaceholderText(name)
            line.setAccessibleName(name)
            line.setToolTip(name)
            line.setMaxLength(20)
        self.receipt = boxed(beside((self.form, 4), (self.sign, 3), (self.number, 3)))
        head = QHBoxLayout()
        head.addWidget(self.paid, 1)
        head.addWidget(self.way)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addLayout(head)
        box.addWidget(self.receipt)
        self.paid.toggled.connect(self._on_paid)
        self.way.currentIndexChanged.connect(self._on_changed)
        for line in (self.form, self.sign, self.number):
            line.textChanged.connect(self._on_changed)
        self._show()

    def first(self) -> QLineEdit:
        """Return where a biên lai is written on: its number, where the book stands there already."""
        return self.number if self.form.text() and self.sign.text() else self.form

    def begin(self) -> None:
        """Say that nothing was paid."""
        self.show_state_of(FormState())

    def state(self, others: FormState) -> FormState:
        """Return `others` with these fields; where nothing was paid nothing of a biên lai is kept."""
        if not self.paid.isChecked():
            return others
        paid = replace(others, paid=True, pay_way=self.way.currentData())
        if self._only_the_book:
            return (
                paid  # a draft of it, opened after a restart, would look like a biên lai without its number
            )
        return replace(
            paid,
            receipt_form=self.form.text(),
            receipt_sign=self.sign.text(),
            receipt_number=self.number.text(),
        )

    def show_state_of(self, state: FormState) -> None:
        """Fill the fields."""
        for part in (self.paid, self.way, self.form, self.sign, self.number):
            part.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.paid.setChecked(state.paid)
        self.way.choose(state.pay_way)
        self.form.setText(state.receipt_form)
        self.sign.setText(state.receipt_sign)
        self.number.setText(state.receipt_number)
        if state.paid:
            self._lay_book()
        for part in (self.paid, self.way, self.form, self.sign, self.number):
            part.blockSignals(False)  # noqa: FBT003
        self._show()

    def taken(self, amount: int, payer: str) -> Taking | None:
        """Return `amount` đồng as taken; None = it was not paid.

        Raises:
            FeeReceiptUnclear: the biên lai is not whole.
        """
        if not self.paid.isChecked():
            return None
        form, sign, number = (tidy_receipt(line.text()) for line in (self.form, self.sign, self.number))
        if self._only_the_book:
            form = sign = ""
        check_receipt(form, sign, number)
        return Taking(
            amount=amount,
            way=PaymentWay(self.way.currentData()),
            receipt_form=form,
            receipt_sign=sign,
            receipt_number=number,
            payer=payer,
        )

    def keep_book(self) -> None:
        """Keep form and sign for the next case: a book has fifty of them. The number is never made up."""
        if self.paid.isChecked() and self.number.text().strip():
            self._book = (tidy_receipt(self.form.text()), tidy_receipt(self.sign.text()))

    @property
    def _only_the_book(self) -> bool:
        """Return whether the book stood there by itself, and no biên lai was written."""
        form, sign, number = (tidy_receipt(line.text()) for line in (self.form, self.sign, self.number))
        return not number and (form, sign) == self._book

    def _lay_book(self) -> None:
        if not self.form.text() and not self.sign.text():
            self.form.setText(self._book[0])
            self.sign.setText(self._book[1])

    def _show(self) -> None:
        paid = self.paid.isChecked()
        self.way.setVisible(paid)
        self.receipt.setVisible(paid)

    @Slot()
    def _on_paid(self) -> None:
        if self.paid.isChecked():
            self._lay_book()
        self._show()
        self.changed.emit()

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit()


def tidy_receipt(text: str) -> str:
    """Return what a line of a biên lai says, as it is printed: capitals, no spaces."""
    return "".join(text.split()).upper()
