"""What was taken is told apart from the case's own state; a biên lai is written down, never made up."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.desk import HOA, RULES, Clock, intake, new_store

from desk_app.domain.case import State
from desk_app.domain.errors import FeeReceiptUnclear, IntakeIncomplete, PaymentNotOwed
from desk_app.domain.fee_receipt import receipt_doubts
from desk_app.domain.moment import moment
from desk_app.domain.payment import MoneyState, Payment, PaymentWay
from desk_app.domain.reckoned import Reckoned
from desk_app.domain.turns import PaymentAsked, Taking
from desk_app.services import payment as money
from desk_app.services.correct_case import correct_case
from desk_app.services.receive_case import receive_case

RECEIPT = {"receipt_form": "01BLP2-001", "receipt_sign": "AA-26T", "receipt_number": "0000012"}


def payment(amount=8000, way=PaymentWay.CASH, **receipt):
    return Payment(amount=amount, way=way, at=moment("2026-11-23T09:00"), staff="hoa", **receipt)


class Desk:
    """A desk with one case of 8.000 đ, worked by its services."""

    def __init__(self, store, clock, fee=8000):
        self.store = store
        self.ports = {"staff": HOA.login, "store": store, "clock": clock}
        self.code = self.receive(fee=fee).case_code

    def receive(self, taken=None, **changes):
        return receive_case(
            intake(**({"term": "5wd"} | changes)), print_receipt=True, rules=RULES, taken=taken, **self.ports
        )

    def ask(self, amount):
        money.request_payment(self.code, PaymentAsked(amount=amount, what="Lệ phí trước bạ"), **self.ports)

    def pay(self, amount, **more):
        money.take_payment(self.code, Taking(amount=amount, **more), rules=RULES, **self.ports)

    def collect(self, amount, **more):
        money.collect_fee(self.code, Taking(amount=amount, **more), **self.ports)

    def case(self, code=""):
        with self.store.reading() as reading:
            return reading.case(code or self.code)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def store(tmp_path):
    made = new_store(tmp_path)
    yield made
    made.close()


@pytest.fixture
def desk(store, clock):
    return Desk(store, clock)


@pytest.mark.parametrize(
    ("amount", "more", "refused"),
    [
        (0, {}, IntakeIncomplete),
        (0, {"exemption": "  "}, IntakeIncomplete),
        (-5, {}, PaymentNotOwed),
        (-5, {"exemption": "Hộ nghèo"}, PaymentNotOwed),
        (150_001, {}, PaymentNotOwed),
        (1_500_000, {}, PaymentNotOwed),
        (150_000, {"receipt_number": "abc"}, FeeReceiptUnclear),
        (150_000, {"receipt_form": "01BLP2-001", "receipt_sign": "AA-26T"}, FeeReceiptUnclear),
    ],
)
def test_an_obligation_is_not_met_by_what_cannot_have_been_paid(desk, amount, more, refused):
    """The case went on with 0 đ of 150.000 when the amount was emptied by mistake."""
    desk.ask(150_000)
    with pytest.raises(refused):
        desk.pay(amount, **more)
    case = desk.case()

    assert (case.state, case.collected) == (State.PAYMENT_WAITING, ())


@pytest.mark.parametrize(
    ("amount", "more", "refused"),
    [
        (0, {}, IntakeIncomplete),
        (-5, {}, PaymentNotOwed),
        (80_000, {}, PaymentNotOwed),
        (8_000, {"receipt_number": "abc"}, FeeReceiptUnclear),
        (8_000, RECEIPT | {"receipt_sign": ""}, FeeReceiptUnclear),
    ],
)
def test_a_fee_is_not_taken_as_what_it_cannot_be(desk, amount, more, refused):
    with pytest.raises(refused):
        desk.collect(amount, **more)

    assert desk.case().collected == ()


def test_too_much_is_told_with_what_is_owed(desk):
    with pytest.raises(PaymentNotOwed, match=r"80\.000 đ .* 8\.000 đ"):
        desk.collect(80_000)


def test_two_fees_may_be_paid_by_two_payments(desk):
    desk.collect(3_000, **RECEIPT)
    assert (desk.case().money.state, desk.case().money.owed) == (MoneyState.DUE, 5_000)
    with pytest.raises(PaymentNotOwed, match=r"5\.000 đ"):
        desk.collect(5_001)
    desk.collect(5_000, way=PaymentWay.TRANSFER)

    assert (desk.case().money.state, desk.case().money.owed) == (MoneyState.PAID, 0)
    with pytest.raises(PaymentNotOwed, match="là 0 đ"):
        desk.collect(1_000)


def test_a_part_of_an_obligation_leaves_the_rest_owed(desk):
    desk.ask(150_000)
    desk.pay(100_000)
    assert (desk.case().state, desk.case().money.owed) == (State.PROCESSING, 58_000)
    with pytest.raises(PaymentNotOwed):
        desk.collect(58_001)
    desk.collect(58_000)

    assert desk.case().money.state is MoneyState.PAID


def test_who_is_exempt_from_the_fee_still_owes_the_rest_of_an_obligation(desk):
    """One exemption settled whatever the case owed, fee or obligation."""
    desk.collect(0, exemption="Hộ nghèo")
    desk.ask(150_000)
    desk.pay(100_000)
    assert (desk.case().money.owed, desk.case().money.state) == (50_000, MoneyState.DUE)
    desk.collect(50_000)

    assert (desk.case().money.owed, desk.case().money.state) == (0, MoneyState.PAID)


def test_who_is_exempt_from_an_obligation_still_owes_the_fee(desk):
    desk.ask(150_000)
    desk.pay(0, exemption="Được miễn lệ phí trước bạ")

    assert (desk.case().money.owed, desk.case().money.state) == (8_000, MoneyState.DUE)


def test_an_obligation_that_was_given_back_is_owed_again(desk):
    desk.collect(8_000)
    desk.ask(150_000)
    desk.pay(150_000)
    money.cancel_fee(desk.code, desk.case().collected[-1].seq, "thu nhầm", **desk.ports)

    assert desk.case().money.owed == 150_000
    assert [taken.obligation for taken in desk.case().collected] == [False, True]


@pytest.mark.parametrize(
    ("fee", "taken", "overpaid"),
    [(5_000, 8_000, 3_000), (0, 8_000, 8_000), (8_000, 8_000, 0), (None, 8_000, 0)],
)
def test_a_fee_put_right_after_more_was_taken_tells_how_much_too_much(desk, fee, taken, overpaid):
    desk.collect(taken)
    if fee != 8_000:
        with desk.store.reading() as reading:
            given = reading.case(desk.code).intake
        correct_case(desk.code, replace(given, fee=fee), "gõ nhầm", rules=RULES, **desk.ports)

    assert (desk.case().money.overpaid, desk.case().money.owed) == (overpaid, 0)


def test_where_nobody_set_a_fee_what_is_typed_is_taken(store, clock):
    desk = Desk(store, clock, fee=None)
    desk.collect(20_000)
    with pytest.raises(PaymentNotOwed):
        desk.collect(100_000_001)

    assert desk.case().money.state is MoneyState.PAID


def test_a_fee_is_taken_in_the_act_of_receiving(desk):
    got = desk.receive(Taking(amount=8000, payer="Nguyễn Thị Minh Đức", **RECEIPT), at_once=True, term="")
    case = desk.case(got.case_code)

    assert (case.state, case.money.state, got.owed) == (State.RETURNED, MoneyState.PAID, 0)
    assert (case.collected[0].amount, case.collected[0].receipt_number) == (8000, "0000012")
    assert case.collected[0].slip_number == 0


def test_what_is_still_owed_for_a_result_given_at_once_is_told(desk):
    assert desk.receive(at_once=True, term="").owed == 8000
    assert desk.receive(at_once=True, term="", fee=None).owed == 0
    assert desk.receive().owed == 0


@pytest.mark.parametrize(
    ("taken", "refused"),
    [
        (Taking(amount=9000), PaymentNotOwed),
        (Taking(amount=-1), PaymentNotOwed),
        (Taking(amount=0), IntakeIncomplete),
        (Taking(amount=8000, receipt_number="12"), FeeReceiptUnclear),
    ],
)
def test_a_case_whose_money_is_wrong_is_not_received_at_all(desk, taken, refused):
    with pytest.raises(refused):
        desk.receive(taken)
    with desk.store.reading() as reading:
        assert len(reading.find_cases()) == 1


def test_who_is_exempt_at_the_intake_is_told_so(desk):
    freed = Reckoned(amount=0, exemption="Người thuộc hộ nghèo", words="Miễn: Người thuộc hộ nghèo")
    got = desk.receive(fee=0, reckoned=freed)
    case = desk.case(got.case_code)

    assert (case.money.state, case.intake.reckoned) == (MoneyState.EXEMPT, freed)
    assert desk.case(desk.receive(fee=0).case_code).money.state is MoneyState.NONE
    assert desk.case(desk.receive(fee=5000, reckoned=freed).case_code).money.state is MoneyState.DUE


def test_a_reckoning_is_kept_whole_with_the_case(desk):
    how = Reckoned(
        amount=27_000,
        rows=("certified-copy",),
        table="1234abcd",
        pages=7,
        copies=3,
        choice="Đất",
        words="3 bản × …",
    )
    case = desk.case(desk.receive(fee=27_000, reckoned=how).case_code)

    assert case.intake.reckoned == how
    assert how.told(27_000) == "3 bản × …"
    assert how.told(20_000) == ""  # typed otherwise: the reckoning does not explain it
    assert replace(how, pages=1, copies=1).told(27_000) == ""


@pytest.mark.parametrize("amount", [0, -8000])
def test_nothing_is_no_payment(amount):
    with pytest.raises(PaymentNotOwed):
        payment(amount)


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
