"""The money of a case through the window: obligations, fees with their biên lai, exemptions, VietQR, cancelling."""

from __future__ import annotations

import pytest
from support.case_window import CaseWindow, shown_texts, type_over

from desk_app.app.startup import application
from desk_app.domain.case import State
from desk_app.domain.deed import MoneyAct
from desk_app.domain.payment import MoneyState, PaymentWay
from desk_app.domain.viet_qr import Account
from desk_app.ui.typed_text import type_text


@pytest.fixture(scope="session")
def qapp():
    return application()


@pytest.fixture
def desk(qtbot, tmp_path):
    made = CaseWindow(qtbot, tmp_path)
    yield made
    made.close()


def test_an_obligation_is_notified_and_paid(desk):
    form = desk.sign_in().choose("V")
    desk.f9()
    assert "số tiền" in desk.told
    type_text(form.amount, "1.250.000")
    type_text(form.what, "Lệ phí trước bạ")
    assert form.spelt.text() == "Một triệu hai trăm năm mươi nghìn đồng"
    desk.f9()
    assert (desk.case().state, desk.printed("payment_notice")) == (State.PAYMENT_WAITING, 1)
    desk.f9()
    assert desk.form.amount.text() == "1.250.000"
    desk.form.way.setCurrentIndex(1)
    desk.f9()
    case = desk.case()

    assert (case.state, case.payments[0].paid_at) == (State.PROCESSING, desk.clock.now())
    assert (case.collected[0].amount, case.collected[0].way) == (1_250_000, PaymentWay.TRANSFER)


def test_an_obligation_whose_amount_was_emptied_is_not_met(desk):
    """F9 recorded 0 đ of 150.000 and the case went on."""
    form = desk.sign_in().choose("V")
    type_text(form.amount, "150.000")
    type_text(form.what, "Lệ phí trước bạ")
    desk.f9()
    desk.f9()
    for typed, told in (
        ("", "Còn thiếu: số tiền đã thu"),
        ("1.500.000", "còn phải thu là 150.000 đ"),
        ("-5", "Không hiểu số tiền “-5”"),
    ):
        type_over(desk.form.amount, typed)
        desk.f9()
        assert told in desk.told
        assert (desk.case().state, desk.case().collected) == (State.PAYMENT_WAITING, ())
    type_over(desk.form.amount, "150.000")
    desk.f9()

    assert desk.case().state is State.PROCESSING


def test_a_zero_too_many_is_not_taken_as_a_fee(desk):
    form = desk.sign_in().choose("P")
    type_over(form.amount, "80.000")
    desk.f9()
    assert "Số tiền 80.000 đ không khớp: số còn phải thu là 8.000 đ" in desk.told

    assert desk.case().collected == ()


def test_a_fee_is_collected_with_its_receipt_as_given_and_cancelled(desk):
    form = desk.sign_in().choose("P")
    assert form.amount.text() == "8.000"
    type_over(form.form, "01blp2-001")
    desk.f9()
    assert "thiếu ký hiệu" in desk.told
    type_over(form.sign, "AA-26T")
    type_over(form.number, "0000123")
    desk.f9()
    taken = desk.case().collected[0]
    assert (taken.amount, taken.receipt_form, taken.receipt_sign, taken.receipt_number) == (
        8000, "01BLP2-001", "AA-26T", "0000123",
    )  # fmt: skip
    assert (desk.case().money.state, desk.printed("fee_note")) == (MoneyState.PAID, 1)
    form = desk.choose("Y")
    desk.f9()
    assert desk.told == "Còn thiếu: lý do hủy."
    type_text(form.reason, "Thu nhầm người")
    desk.f9()

    assert desk.case().collected[0].cancelled == "Thu nhầm người"
    assert "ĐÃ HỦY: Thu nhầm người" in shown_texts(desk.screen.page)


def test_a_fee_corrected_below_what_was_taken_says_what_to_give_back(desk):
    desk.sign_in().choose("P")
    desk.f9()
    form = desk.choose("S")
    type_over(form.fee, "5000")
    type_text(form.reason, "Gõ nhầm mức thu")
    desk.settle()
    said = "đã thu thừa 3.000 đ: hủy khoản đã thu, trả lại, rồi thu đúng số"
    assert said in shown_texts(desk.screen).lower()
    desk.f9()

    assert desk.case().money.overpaid == 3_000
    assert said in shown_texts(desk.screen).lower()
    form = desk.choose("Y")
    type_text(form.reason, "Thu thừa")
    desk.f9()
    assert said not in shown_texts(desk.screen).lower()
    assert desk.choose("P").amount.text() == "5.000"


def test_an_exemption_takes_nothing_and_says_why(desk):
    form = desk.sign_in().choose("P")
    form.freed.setCurrentIndex(1)
    form.freed.activated.emit(1)
    assert form.amount.text() == ""
    desk.f9()
    case = desk.case()

    assert (case.money.state, case.collected[0].amount) == (MoneyState.EXEMPT, 0)
    assert case.collected[0].exemption == form.help.exemptions[0]
    assert MoneyAct.COLLECT_FEE not in desk.offered


def test_a_transfer_shows_its_qr_where_the_commune_has_an_account(qtbot, tmp_path):
    desk = CaseWindow(qtbot, tmp_path, account=Account(bank_bin="970436", number="0123456789"))
    form = desk.sign_in().choose("P")
    assert not form.qr.isVisible()
    form.way.setCurrentIndex(1)

    assert form.qr.isVisible()
    assert not form.qr.pixmap().isNull()
    desk.close()


def test_without_an_account_there_is_no_qr(desk):
    form = desk.sign_in().choose("P")
    form.way.setCurrentIndex(1)

    assert not form.qr.isVisible()
