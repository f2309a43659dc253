"""Our own paper about a fee, before and after paying. It says itself that it is no biên lai."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desk_app.domain.amount import dong, in_words
from desk_app.domain.fee_lines import FeeLine
from desk_app.domain.payment import WAY_NAMES, Money, MoneyState, Payment

NOTICE = "THÔNG BÁO NỘP PHÍ, LỆ PHÍ"
PROVISIONAL = "PHIẾU THU PHÍ TẠM"
NO_RECEIPT = "Phiếu này không phải là biên lai thu phí, lệ phí."


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeLine:
    """One printed line."""

    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeNotice:
    """What is printed, top to bottom; `qr` is a VietQR text, empty where nothing is to be transferred.

    `statement` stands on every one of them: whoever draws it may not leave it out.
    """

    title: str
    lines: tuple[NoticeLine, ...]
    qr: str = ""
    statement: str = NO_RECEIPT


def fee_notice(
    money: Money, fees: tuple[FeeLine, ...], *, case_code: str, payer: str, address: str = "", qr: str = ""
) -> FeeNotice:
    """Return the notice of what is owed, or the provisional slip of what was taken.

    Raises:
        ValueError: nothing is owed and nothing was taken.
    """
    if money.state not in (MoneyState.DUE, MoneyState.PAID):
        raise ValueError(f"no notice of money that is {money.state}")
    paid = money.state is MoneyState.PAID
    amount = money.paid if paid else money.remaining
    lines = [
        NoticeLine(label="Mã hồ sơ", value=case_code),
        NoticeLine(label="Người nộp tiền", value=payer),
        *([NoticeLine(label="Địa chỉ", value=address)] if address else []),
        *(NoticeLine(label=fee.name, value=fee.words) for fee in fees),
        NoticeLine(label="Số tiền đã thu" if paid else "Số tiền phải nộp", value=dong(amount)),
        NoticeLine(label="Viết bằng chữ", value=in_words(amount)),
        *(line for payment in money.payments for line in _taken(payment)),
    ]
    return FeeNotice(title=PROVISIONAL if paid else NOTICE, lines=tuple(lines), qr="" if paid else qr)


def _taken(payment: Payment) -> Iterator[NoticeLine]:
    yield NoticeLine(label="Hình thức thanh toán", value=f"{WAY_NAMES[payment.way]}, {dong(payment.amount)}")
    if payment.has_receipt:
        yield NoticeLine(
            label="Biên lai đã cấp",
            value=f"mẫu số {payment.receipt_form}, ký hiệu {payment.receipt_sign}, "
            f"số {payment.receipt_number}",
        )
