"""A QR that a bank's app reads otherwise than we meant sends a citizen's money elsewhere."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desk_app.domain.errors import AccountUnclear, QrUnclear
from desk_app.domain.viet_qr import (
    Account,
    AccountKind,
    VietQr,
    check_sum,
    plain_purpose,
    purpose_for,
    read_viet_qr,
    viet_qr,
)

# the examples of the specification; the first carries a wrong inner length (0112 before 13 digits)
MISPRINTED = "00020101021138570010A00000072701270006970403011200110123456780208QRIBFTTA53037045802VN6304F4E5"
STATIC = "00020101021138570010A00000072701270006970403011300110123456780208QRIBFTTA53037045802VN63049E6F"
CARD = "00020101021138600010A00000072701300006970403011697040311012345670208QRIBFTTC53037045802VN63044F52"
DYNAMIC = (
    "00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802VN"
    "62340107NPS68690819thanh toan don hang63042E2E"
)
DESK = (
    "00020101021238540010A00000072701240006970436011010000000010208QRIBFTTA5303704540480005802VN"
    "62180814LP 261123 000763044942"
)
ACCOUNT = Account(bank_bin="970403", number="0011012345678")
OURS = Account(bank_bin="970436", number="1000000001")


def test_the_check_sum_is_ccitt_false():
    assert check_sum("123456789") == "29B1"


def test_every_example_of_the_specification_carries_its_check_sum():
    for text in (MISPRINTED, STATIC, CARD, DYNAMIC, DESK):
        assert check_sum(text[:-4]) == text[-4:]


def test_the_examples_are_made_letter_by_letter():
    card = Account(bank_bin="970403", number="9704031101234567", kind=AccountKind.CARD)

    assert viet_qr(ACCOUNT) == STATIC
    assert viet_qr(card) == CARD
    assert viet_qr(ACCOUNT, 180_000, bill="NPS6869", purpose="thanh toan don hang") == DYNAMIC
    assert viet_qr(OURS, 8000, purpose="LP 261123 0007") == DESK


def test_the_examples_are_read_back():
    assert read_viet_qr(STATIC) == VietQr(account=ACCOUNT)
    assert read_viet_qr(CARD).account.kind is AccountKind.CARD
    assert read_viet_qr(DYNAMIC) == VietQr(
        account=ACCOUNT, amount=180_000, bill="NPS6869", purpose="thanh toan don hang", dynamic=True
    )
    assert read_viet_qr(DESK).purpose == "LP 261123 0007"


def test_the_misprinted_example_is_refused_though_its_check_sum_is_right():
    with pytest.raises(QrUnclear, match="độ dài"):
        read_viet_qr(MISPRINTED)


def test_names_that_others_put_in_are_read():
    body = DESK[:-8] + "5910NGUYEN VAN6006HA NOI6304"

    assert read_viet_qr(body + check_sum(body)).account.holder == "NGUYEN VAN"


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (STATIC[:-8].replace("A000000727", "A000000728"), "không phải mã chuyển tiền"),
        (STATIC[:-8].replace("5303704", "5303840"), "không phải mã chuyển tiền"),
        (STATIC[:-8].replace("QRIBFTTA", "QRPUSH00"), "tài khoản hay thẻ"),
        (DYNAMIC[:-8].replace("5406180000", "540618.000"), "không phải số nguyên"),
        (STATIC[:-8] + "5802VN", "hai lần"),
        (STATIC[:-8] + "62xx", "độ dài"),
    ],
)
def test_what_is_no_transfer_in_dong_is_refused(body, told):
    with pytest.raises(QrUnclear, match=told):
        read_viet_qr(body + "6304" + check_sum(body + "6304"))


@pytest.mark.parametrize("text", ["", "6304", DESK[:-1], DESK.lower(), DESK[:40], DESK.replace("LP", "LÉ")])
def test_a_cut_or_foreign_text_is_refused(text):
    with pytest.raises(QrUnclear, match="kiểm tra"):
        read_viet_qr(text)


@given(st.integers(0, len(DESK) - 1), st.sampled_from("0123456789ABCDEFLP "))
def test_one_changed_character_is_always_noticed(place, character):
    assume(DESK[place] != character)

    with pytest.raises(QrUnclear):
        read_viet_qr(DESK[:place] + character + DESK[place + 1 :])


@given(
    st.from_regex(r"\A[0-9]{6}\Z"),
    st.from_regex(r"\A[0-9A-Z]{1,19}\Z"),
    st.none() | st.integers(1, 999_999_999_999),
    st.text(max_size=40),
)
def test_what_is_made_is_read_back_whatever_the_purpose(bank_bin, number, amount, purpose):
    text = viet_qr(Account(bank_bin=bank_bin, number=number), amount, purpose=purpose)
    read = read_viet_qr(text)

    assert text.isascii()
    assert (read.account.bank_bin, read.account.number, read.amount) == (bank_bin, number, amount)
    assert read.purpose == plain_purpose(purpose)
    assert read.dynamic == (amount is not None)


def test_the_purpose_holds_the_cases_serial():
    assert purpose_for("H56.22.17-261123-5001") == "LP 261123 5001"
    assert purpose_for("000.00.17.H56-261123-0007") == "LP 261123 0007"
    assert purpose_for("H56.22.17.261123.5001").endswith("261123 5001")


def test_a_purpose_has_no_diacritics_and_loses_its_first_words_when_it_is_long():
    assert plain_purpose("Lệ phí: Đăng ký") == "Le phi Dang ky"
    assert plain_purpose("Lệ phí đăng ký khai sinh không đúng hạn 261123 5001") == "dung han 261123 5001"
    assert plain_purpose("x" * 30 + "5001") == "x" * 21 + "5001"


@given(st.text(max_size=200))
def test_a_purpose_fits_every_bank(text):
    purpose = plain_purpose(text)

    assert purpose.isascii()
    assert len(purpose) <= 25
    assert purpose == " ".join(purpose.split())


@pytest.mark.parametrize(
    ("bank_bin", "number", "kind"),
    [
        ("97043", "1", AccountKind.ACCOUNT),
        ("97043x", "1", AccountKind.ACCOUNT),
        ("٩٧٠٤٣٦", "1", AccountKind.ACCOUNT),
        ("970436", "", AccountKind.ACCOUNT),
        ("970436", "1" * 20, AccountKind.ACCOUNT),
        ("970436", "12 34", AccountKind.ACCOUNT),
        ("970436", "1" * 15, AccountKind.CARD),
    ],
)
def test_an_account_that_no_bank_gives_is_refused(bank_bin, number, kind):
    with pytest.raises(AccountUnclear):
        Account(bank_bin=bank_bin, number=number, kind=kind)


@pytest.mark.parametrize("amount", [0, -1])
def test_nothing_is_no_amount_to_transfer(amount):
    with pytest.raises(QrUnclear, match="lớn hơn 0"):
        viet_qr(OURS, amount)


def test_a_bill_number_that_does_not_fit_is_refused():
    with pytest.raises(QrUnclear, match="dài quá"):
        viet_qr(OURS, 8000, bill="9" * 100)
