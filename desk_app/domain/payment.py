"""Where the money of a case stands, apart from its business state; and what was taken for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desk_app.domain.amount import dong
from desk_app.domain.errors import IntakeIncomplete, PaymentNotOwed
from desk_app.domain.fee_receipt import check_receipt
from desk_app.domain.typed_fee import MOST
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
            raise PaymentNotOwed(amount=dong(self.amount), remaining=dong(MOST))
        check_receipt(self.receipt_form, self.receipt_sign, self.receipt_number)

    @property
    def has_receipt(self) -> bool:
        """Return whether the biên lai of this payment is known."""
        return bool(self.receipt_number)


def check_taken(amount: int, remaining: int | None, *, reason: str = "") -> None:
    """Refuse an amount that cannot have been taken; `remaining` None = nobody has set what is owed.

    A part is taken as it comes: the rest goes on being owed. Nothing is taken only where `reason` says why.

    Raises:
        IntakeIncomplete: neither an amount nor a reason.
        PaymentNotOwed: it is more than what remains, or less than nothing.
    """
    if amount == 0 and not reason.strip():
        raise IntakeIncomplete(missing=Words("số tiền đã thu, hoặc lý do miễn"))
    most = MOST if remaining is None else remaining
    if not 0 <= amount <= most:
        raise PaymentNotOwed(amount=dong(amount), remaining=dong(most))
