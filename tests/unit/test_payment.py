"""Money is told apart from the case's own state; a biên lai is written down, never made up."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.fees import HAI_PHONG, costs

from desk_app.domain.errors import FeeReceiptUnclear, PaymentNotNow, PaymentNotOwed, PaymentReasonMissing
from desk_app.domain.fee import Channel
from desk_app.domain.fee_notice import NO_RECEIPT, NOTICE, PROVISIONAL, fee_notice
from desk_app.domain.fee_receipt import receipt_doubts
from desk_app.domain.moment import moment
from desk_app.domain.payment import (
    Money,
    MoneyState,
    Payment,
    PaymentWay,
    cancel,
    charge,
    exempt,
    money_of,
    pay,
)

NONE, DUE, PAID, EXEMPT, CANCELLED = MoneyState
RECEIPT = {"receipt_form": "01BLP2-001", "receipt_sign": "AA-26T", "receipt_number": "0000012"}


def payment(amount=8000, way=PaymentWay.CASH, **receipt):
    return Payment(amount=amount, way=way, at=moment("2026-11-23T09:00"), staff="hoa", **receipt)


def standing(state):
    """Return money of 8.000 đ in a state, come to it by acts."""
    due = charge(Money(), 8000)
    return {
        NONE: Money(),
        DUE: due,
        PAID: pay(due, payment()),
        EXEMPT: exempt(due, "Hộ nghèo"),
        CANCELLED: cancel(due, "Rút hồ sơ"),
    }[state]


ACTS = {
    "charge": (lambda money: charge(money, 9000), {NONE: DUE, EXEMPT: DUE, CANCELLED: DUE}),
    "pay": (lambda money: pay(money, payment()), {DUE: PAID}),
    "exempt": (lambda money: exempt(money, "Hộ nghèo"), {NONE: EXEMPT, DUE: EXEMPT}),
    "cancel": (lambda money: cancel(money, "Thu nhầm"), {DUE: CANCELLED, PAID: CANCELLED}),
}


@pytest.mark.parametrize(("state", "act"), list(product(MoneyState, ACTS)))
def test_every_act_in_every_state_is_allowed_or_refused_in_words(state, act):
    do, allowed = ACTS[act]
    if state in allowed:
        assert do(standing(state)).state is allowed[state]
        return
    with pytest.raises(PaymentNotNow, match="trạng thái"):
        do(standing(state))


@pytest.mark.parametrize(
    ("lines", "state", "amount"),
    [
        (costs("2.000635"), DUE, 8000),
        (costs("2.000635", exemption="poor"), EXEMPT, 0),
        (costs("1.000894"), NONE, 0),
        (costs("1.004873"), NONE, 0),
        (costs("1.004873", HAI_PHONG, channel=Channel.ONLINE), NONE, 0),
    ],
    ids=["set", "exempt", "free by law", "unknown", "free online"],
)
def test_the_money_of_a_new_case(lines, state, amount):
    money = money_of(lines)

    assert (money.state, money.amount, money.reason) == (state, amount, lines.reason)


def test_two_fees_may_be_paid_by_two_payments():
    money = pay(charge(Money(), 135_000), payment(35_000, **RECEIPT))
    assert (money.state, money.remaining) == (DUE, 100_000)
    money = pay(money, payment(100_000, PaymentWay.TRANSFER))

    assert (money.state, money.remaining, money.paid) == (PAID, 0, 135_000)


def test_nobody_pays_more_than_is_owed():
    with pytest.raises(PaymentNotOwed, match=r"9\.000 đ .* 8\.000 đ"):
        pay(charge(Money(), 8000), payment(9000))


@pytest.mark.parametrize("amount", [0, -8000])
def test_nothing_is_no_payment_and_no_debt(amount):
    with pytest.raises(PaymentNotOwed):
        payment(amount)
    with pytest.raises(PaymentNotOwed):
        charge(Money(), amount)


def test_who_has_paid_a_part_is_not_exempt_any_more():
    with pytest.raises(PaymentNotNow, match="đã thu"):
        exempt(pay(charge(Money(), 8000), payment(3000)), "Hộ nghèo")


@pytest.mark.parametrize("act", [exempt, cancel])
def test_exempting_and_cancelling_need_a_reason(act):
    with pytest.raises(PaymentReasonMissing):
        act(charge(Money(), 8000), "  ")


def test_a_cancelled_payment_stays_written():
    money = cancel(standing(PAID), " Thu nhầm ")

    assert (money.payments, money.reason, money.remaining) == (standing(PAID).payments, "Thu nhầm", 0)
    assert charge(money, 8000).payments == ()


@given(
    st.lists(st.one_of(st.tuples(st.just("pay"), st.integers(1, 9000)), st.tuples(st.sampled_from(sorted(ACTS)), st.none())))
)  # fmt: skip
def test_however_the_money_goes_it_is_paid_only_when_all_is_taken(acts):
    money = Money()
    for name, amount in acts:
        try:
            money = pay(money, payment(amount)) if amount else ACTS[name][0](money)
        except (PaymentNotNow, PaymentNotOwed):
            continue
        assert (money.state is PAID) == (money.amount == money.paid > 0 and money.state is not CANCELLED)
        assert 0 <= money.remaining <= money.amount
        assert (money.remaining > 0) == (money.state is DUE)


@pytest.mark.parametrize(
    ("form", "sign", "number"),
    [
        ("01BLP2-001", "28AA-17T", "0000012"), ("01BLP0-001", "BI-23T", "1"), ("02BLP3-001", "AB-14P", "12345678"),
        ("01BLP2-001", "AA/26P", "0001301"), ("", "", ""),
    ],
)  # fmt: skip
def test_a_bien_lai_is_written_down_as_given(form, sign, number):
    taken = payment(receipt_form=form, receipt_sign=sign, receipt_number=number)

    assert (taken.receipt_form, taken.receipt_sign, taken.receipt_number) == (form, sign, number)
    assert taken.has_receipt == bool(number)
    assert receipt_doubts(form, sign) == ()


@pytest.mark.parametrize(
    ("form", "sign", "number", "told"),
    [
        ("01BLP2-001", "AA-26T", "", "thiếu số"),
        ("", "AA-26T", "1", "thiếu mẫu số"),
        ("01BLP2-001", "", "1", "thiếu ký hiệu"),
        ("01BLP2 001", "AA-26T", "1", "mẫu số “01BLP2 001”"),
        ("01BLP2-001", "ĐA-26T", "1", "ký hiệu “ĐA-26T”"),
        ("01BLP2-001", "AA-26T", "12a", "số “12a”"),
        ("01BLP2-001", "AA-26T", "123456789", "số “123456789”"),
        ("01BLP2-001", "AA-26T", "0000000", "số “0000000”"),
    ],
)
def test_what_can_be_no_bien_lai_is_refused(form, sign, number, told):
    with pytest.raises(FeeReceiptUnclear, match=told):
        payment(receipt_form=form, receipt_sign=sign, receipt_number=number)


def test_an_unusual_bien_lai_is_taken_and_doubted():
    assert payment(receipt_form="03BLP-9", receipt_sign="1K26TXA", receipt_number="7").has_receipt
    assert len(receipt_doubts("03BLP-9", "1K26TXA")) == 2


def test_the_notice_says_what_is_owed_how_and_that_it_is_no_bien_lai():
    fees = costs("2.000815", pages=7, copies=2)
    notice = fee_notice(
        money_of(fees),
        fees.lines,
        case_code="H56.22.17-261123-5001",
        payer="Ông Thử",
        address="Thôn 1",
        qr="000201",
    )

    assert (notice.title, notice.statement, notice.qr) == (NOTICE, NO_RECEIPT, "000201")
    assert [(line.label, line.value) for line in notice.lines] == [
        ("Mã hồ sơ", "H56.22.17-261123-5001"),
        ("Người nộp tiền", "Ông Thử"),
        ("Địa chỉ", "Thôn 1"),
        ("Phí chứng thực bản sao từ bản chính", "2 bản × (2 trang × 2.000 đ + 5 trang × 1.000 đ) = 18.000 đ"),
        ("Số tiền phải nộp", "18.000 đ"),
        ("Viết bằng chữ", "Mười tám nghìn đồng"),
    ]


def test_the_provisional_slip_says_what_was_taken_and_which_bien_lai_was_given():
    fees = costs("2.000635")
    slip = fee_notice(
        pay(money_of(fees), payment(**RECEIPT)), fees.lines, case_code="X", payer="Y", qr="000201"
    )

    assert (slip.title, slip.statement, slip.qr) == (PROVISIONAL, NO_RECEIPT, "")
    assert [(line.label, line.value) for line in slip.lines[-4:]] == [
        ("Số tiền đã thu", "8.000 đ"),
        ("Viết bằng chữ", "Tám nghìn đồng"),
        ("Hình thức thanh toán", "Tiền mặt, 8.000 đ"),
        ("Biên lai đã cấp", "mẫu số 01BLP2-001, ký hiệu AA-26T, số 0000012"),
    ]


def test_a_slip_without_a_bien_lai_names_none():
    fees = costs("2.000635")
    slip = fee_notice(pay(money_of(fees), payment()), fees.lines, case_code="X", payer="Y")

    assert "Biên lai" not in " ".join(line.label for line in slip.lines)


def test_after_a_part_the_notice_asks_for_the_rest():
    fees = costs("1.013978", HAI_PHONG, choice="Đất")
    money = pay(money_of(fees), payment(35_000))
    notice = fee_notice(money, fees.lines, case_code="X", payer="Y")

    assert ("Số tiền phải nộp", "100.000 đ") in [(line.label, line.value) for line in notice.lines]


@pytest.mark.parametrize("state", [NONE, EXEMPT, CANCELLED])
def test_there_is_no_notice_of_nothing(state):
    with pytest.raises(ValueError, match="no notice"):
        fee_notice(standing(state), (), case_code="X", payer="Y")
