"""Where the money of a case stands, apart from its business state; and what was taken for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from desk_app.domain.amount import dong
from desk_app.domain.errors import PaymentNotNow, PaymentNotOwed, PaymentReasonMissing
from desk_app.domain.fee_lines import FeeLines
from desk_app.domain.fee_receipt import check_receipt
from desk_app.domain.words import Words


class MoneyState(StrEnum):
    """NONE = nothing to be paid, or nobody has set what."""

    NONE = "none"
    DUE = "due"
    PAID = "paid"
    EXEMPT = "exempt"
    CANCELLED = "cancelled"


MONEY_NAMES = {
    MoneyState.NONE: Words("không phải thu"),
    MoneyState.DUE: Words("phải thu"),
    MoneyState.PAID: Words("đã thu"),
    MoneyState.EXEMPT: Words("được miễn"),
    MoneyState.CANCELLED: Words("đã hủy"),
}


class PaymentWay(StrEnum):
    """Hình thức thanh toán."""

    CASH = "cash"
    TRANSFER = "transfer"


WAY_NAMES = {PaymentWay.CASH: Words("Tiền mặt"), PaymentWay.TRANSFER: Words("Chuyển khoản")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """Money taken once: `amount` in đồng, `at` aware, `staff` a login.

    The biên lai (mẫu số, ký hiệu, số) is recorded as given: all three, or none yet.

    Raises:
        PaymentNotOwed: the amount is not more than 0.
        FeeReceiptUnclear: the three cannot be those of a biên lai.
    """

    amount: int
    way: PaymentWay
    at: datetime
    staff: str
    receipt_form: str = ""
    receipt_sign: str = ""
    receipt_number: str = ""

    def __post_init__(self) -> None:
        if self.amount <= 0:
            raise PaymentNotOwed(amount=dong(self.amount), remaining=Words("lớn hơn 0 đ"))
        check_receipt(self.receipt_form, self.receipt_sign, self.receipt_number)

    @property
    def has_receipt(self) -> bool:
        """Return whether the biên lai of this payment is known."""
        return bool(self.receipt_number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """The money of one case. `amount` owed in đồng, `reason` why it is exempt or cancelled."""

    state: MoneyState = MoneyState.NONE
    amount: int = 0
    payments: tuple[Payment, ...] = ()
    reason: str = ""

    @property
    def paid(self) -> int:
        """Return what has been taken, đồng."""
        return sum(payment.amount for payment in self.payments)

    @property
    def remaining(self) -> int:
        """Return what is still to be taken, đồng."""
        return self.amount - self.paid if self.state is MoneyState.DUE else 0


def money_of(lines: FeeLines) -> Money:
    """Return where the money of a new case stands: an unknown total is owed by nobody yet."""
    if lines.total:
        return Money(state=MoneyState.DUE, amount=lines.total)
    if lines.total == 0 and lines.exemption:
        return Money(state=MoneyState.EXEMPT, reason=lines.exemption.words)
    return Money(reason=lines.reason)


def charge(money: Money, amount: int) -> Money:
    """Set what is owed, for the first time or anew after an exemption or a cancelling.

    Raises:
        PaymentNotNow: it is owed or paid already.
        PaymentNotOwed: the amount is not more than 0.
    """
    _only(money, MoneyState.NONE, MoneyState.EXEMPT, MoneyState.CANCELLED)
    if amount <= 0:
        raise PaymentNotOwed(amount=dong(amount), remaining=Words("lớn hơn 0 đ"))
    return Money(state=MoneyState.DUE, amount=amount)


def pay(money: Money, payment: Payment) -> Money:
    """Take a payment; a case with two fees may be paid by two, each with its own biên lai.

    Raises:
        PaymentNotNow: nothing is owed.
        PaymentNotOwed: it is more than what remains.
    """
    _only(money, MoneyState.DUE)
    if payment.amount > money.remaining:
        raise PaymentNotOwed(amount=dong(payment.amount), remaining=dong(money.remaining))
    state = MoneyState.PAID if payment.amount == money.remaining else MoneyState.DUE
    return replace(money, state=state, payments=(*money.payments, payment))


def exempt(money: Money, reason: str) -> Money:
    """Take nothing, and say why.

    Raises:
        PaymentNotNow: money has been taken already, or it was cancelled.
        PaymentReasonMissing: nobody says why.
    """
    _only(money, MoneyState.NONE, MoneyState.DUE)
    if money.payments:
        raise PaymentNotNow(state=MONEY_NAMES[MoneyState.PAID])
    return Money(state=MoneyState.EXEMPT, reason=_said(reason))


def cancel(money: Money, reason: str) -> Money:
    """Let go of what is owed, or undo what was paid; the payments stay written.

    Raises:
        PaymentNotNow: there is nothing to cancel.
        PaymentReasonMissing: nobody says why.
    """
    _only(money, MoneyState.DUE, MoneyState.PAID)
    return replace(money, state=MoneyState.CANCELLED, reason=_said(reason))


def _only(money: Money, *states: MoneyState) -> None:
    if money.state not in states:
        raise PaymentNotNow(state=MONEY_NAMES[money.state])


def _said(reason: str) -> str:
    if not reason.strip():
        raise PaymentReasonMissing
    return reason.strip()
