"""Money: notify an obligation, record that it is met, collect a fee, cancel what was collected."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget

from desk_app.domain.amount import dong, in_words
from desk_app.domain.deed import Cancelled, Deed, MoneyAct
from desk_app.domain.fee_receipt import check_receipt, receipt_doubts
from desk_app.domain.lifecycle import ActName
from desk_app.domain.payment import WAY_NAMES, PaymentWay
from desk_app.domain.turns import PaymentAsked, Taking
from desk_app.domain.typed_fee import read_amount
from desk_app.domain.words import Words
from desk_app.ui.case.acts.form import ActForm, amount_in, dotted
from desk_app.ui.case.acts.qr_picture import QrPicture
from desk_app.ui.intake.paid_line import tidy_receipt
from desk_app.ui.parts import beside, field, label
from desk_app.ui.wording import worded

MOST_IN_WORDS = 999_999_999_999


class RequestPaymentForm(ActForm):
    """How much, and what for; the case waits until it is paid."""

    act = ActName.REQUEST_PAYMENT
    said = Words("Đã thông báo nghĩa vụ tài chính của hồ sơ {code}.")

    def lay_out(self) -> None:
        self.amount = self.bare_amount(0)
        self.spelt = label("", "muted", wrap=True)
        self.spelt.setMinimumHeight(36)  # two lines: a wrapped label asks for one
        self.body.addLayout(
            beside((field(self.tr("Số tiền phải nộp (đồng)"), self.amount), 2), (self.spelt, 5))
        )
        self.what = self.text(self.tr("Nội dung (in trên thông báo)"), lines=2)
        self.qr = QrPicture()
        self.body.addWidget(self.qr, 0, Qt.AlignmentFlag.AlignHCenter)
        self.amount.textChanged.connect(self._on_amount)

    def deed(self) -> Deed:
        asked = PaymentAsked(amount=read_amount(self.amount.text()), what=" ".join(self.what.text().split()))
        return Deed(act=self.act, given=asked)

    def _on_amount(self) -> None:
        amount = amount_in(self.amount)
        self.spelt.setText(_spelt(amount))
        self.qr.show_modules(self.help.pay_qr(amount))


class TakingForm(ActForm):
    """Money that is taken: amount, way, and the biên lai as it stands; nothing of it is made up."""

    def lay_out(self) -> None:
        self.before_amount()
        self.amount = self.bare_amount(self.proposed())
        self.way = self.bare_choice(list(WAY_NAMES.items()))
        self.body.addLayout(
            beside(
                (field(self.tr("Số tiền đã nộp (đồng)"), self.amount), 1),
                (field(self.tr("Hình thức"), self.way), 1),
            )
        )
        self.spelt = label("", "muted", wrap=True)
        self.body.addWidget(self.spelt)
        self.payer = self.line(self.tr("Người nộp tiền"), self.help.case.intake.applicant.name)
        self.form, self.sign, self.number = (self.bare_line(most=20) for _ in range(3))
        self.body.addLayout(
            beside(
                (field(self.tr("Biên lai: mẫu số"), self.form), 4),
                (field(self.tr("Ký hiệu"), self.sign), 3),
                (field(self.tr("Số"), self.number), 3),
            )
        )
        self.doubt = label("", "odd", wrap=True)
        self.body.addWidget(self.doubt)
        self.qr = QrPicture()
        self.body.addWidget(self.qr, 0, Qt.AlignmentFlag.AlignHCenter)
        self.changed.connect(self._on_changed)
        self._on_changed()

    def first(self) -> QWidget:
        return self.amount

    def before_amount(self) -> None:
        """Add what only one of them asks for, above the amount."""

    def proposed(self) -> int:
        """Return the amount that stands there first, đồng."""
        return self.help.owed

    def exemption(self) -> str:
        """Return why nothing, or less, is taken."""
        return ""

    def deed(self) -> Deed:
        form, sign, number = (tidy_receipt(line.text()) for line in (self.form, self.sign, self.number))
        check_receipt(form, sign, number)
        taken = Taking(
            amount=read_amount(self.amount.text()),
            way=PaymentWay(self.way.currentData()),
            receipt_form=form,
            receipt_sign=sign,
            receipt_number=number,
            payer=" ".join(self.payer.text().split()),
            exemption=self.exemption(),
        )
        return Deed(act=self.act, given=taken)

    def _on_changed(self) -> None:
        amount = amount_in(self.amount)
        self.spelt.setText(_spelt(amount))
        doubts = receipt_doubts(tidy_receipt(self.form.text()), tidy_receipt(self.sign.text()))
        self.doubt.setText("\n".join(worded(doubt) for doubt in doubts))
        self.doubt.setVisible(bool(doubts))
        transfer = self.way.currentData() == PaymentWay.TRANSFER
        self.qr.show_modules(self.help.pay_qr(amount) if transfer else ())


class TakePaymentForm(TakingForm):
    """What was asked for stands there."""

    act = ActName.TAKE_PAYMENT
    said = Words("Đã ghi nhận nộp tiền của hồ sơ {code}; tiếp tục giải quyết.")

    def before_amount(self) -> None:
        self.note(self.help.case.payments[-1].what, "strong")

    def proposed(self) -> int:
        return self.help.case.payments[-1].amount


class CollectFeeForm(TakingForm):
    """What is still owed stands there; an exemption takes nothing and says why."""

    act = MoneyAct.COLLECT_FEE
    said = Words("Đã ghi khoản thu của hồ sơ {code}.")

    def before_amount(self) -> None:
        self.freed = self._exemptions()
        self.body.addLayout(field(self.tr("Miễn, giảm (chọn hoặc gõ lý do)"), self.freed))

    def exemption(self) -> str:
        text = self.freed.currentText().strip()
        return "" if text == self.freed.itemText(0) else text

    def _exemptions(self) -> QComboBox:
        none = [("", Words("Không miễn"))]
        made = self.bare_choice([*none, *((words, words) for words in self.help.exemptions)])
        made.setEditable(True)
        made.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        made.editTextChanged.connect(self.changed)
        made.activated.connect(self._on_freed)
        return made

    def _on_freed(self) -> None:
        """Take nothing where somebody is exempt; what is left of it can be typed."""
        self.amount.setText("" if self.exemption() else dotted(self.help.owed))


class CancelFeeForm(ActForm):
    """Which collection, and why; both stay in the list."""

    act = MoneyAct.CANCEL_FEE
    said = Words("Đã hủy khoản thu của hồ sơ {code}.")

    def lay_out(self) -> None:
        alive = [taken for taken in self.help.case.collected if not taken.cancelled]
        self.which = self.choice(
            self.tr("Khoản thu"),
            [
                (
                    str(one.seq),
                    f"{dong(one.amount)} · {one.at:%H:%M %d/%m/%Y}" if one.at else dong(one.amount),
                )
                for one in reversed(alive)
            ],
        )
        self.reason = self.text(self.tr("Lý do hủy"))

    def first(self) -> QWidget:
        return self.reason

    def deed(self) -> Deed:
        given = Cancelled(seq=int(self.which.currentData()), reason=self.reason.text())
        return Deed(act=self.act, given=given)


def _spelt(amount: int) -> str:
    return in_words(amount) if 0 < amount <= MOST_IN_WORDS else ""
