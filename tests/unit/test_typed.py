"""What a clerk types is read as people write it, and what is none is told apart from nothing."""

from __future__ import annotations

from datetime import date

import pytest
from support.desk import intake

from desk_app.domain.agency_code import is_agency_code
from desk_app.domain.applicant import Applicant, ApplicantKind, IdKind
from desk_app.domain.birth_date import read_birth_date
from desk_app.domain.case import HandOver, Receiver
from desk_app.domain.case_code import case_code, is_case_code
from desk_app.domain.errors import DateToCome, ImpossibleDate, UnclearAmount, UnclearTerm, UnclearYear
from desk_app.domain.hand_over_check import check_hand_over
from desk_app.domain.intake_check import check_intake
from desk_app.domain.procedure import Procedure, RequiredComponent
from desk_app.domain.server_address import is_server_address
from desk_app.domain.term_words import read_term_words
from desk_app.domain.typed_fee import read_fee
from desk_app.domain.typed_number import plain_number

TODAY = date(2026, 11, 23)
WOMAN_1990, MAN_2005 = "038190004217", "038205004217"


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("5 ngày làm việc", "5wd"), ("5 NGAY LAM VIEC", "5wd"), ("5 working days", "5wd"), ("5wd", "5wd"),
        ("8 giờ", "8h"), ("8 giờ làm việc", "8h"), ("15 ngày", "15d"), ("1 day", "1d"), ("15d", "15d"),
        ("trong ngày", "same-day@15"), ("trong ngày (nhận đến 14:00)", "same-day@14"), ("same-day@15", "same-day@15"),
        ("", ""), ("  ", ""),
    ],
)  # fmt: skip
def test_a_term_in_words_becomes_the_grammar(text, term):
    assert read_term_words(text) == term


@pytest.mark.parametrize(
    "text", ["1 tháng", "5", "0 ngày", "năm ngày", "1 tuần", "same-day@25", "5 ngày 2 giờ"]
)
def test_what_could_mean_anything_is_no_term(text):
    with pytest.raises(UnclearTerm):
        read_term_words(text)


@pytest.mark.parametrize(
    ("text", "fee"),
    [("", None), ("8.000", 8000), ("8000 đ", 8000), ("8,000 đồng", 8000), ("0", 0), ("8 000", 8000)],
)
def test_a_fee_is_read_as_it_is_written(text, fee):
    assert read_fee(text) == fee


@pytest.mark.parametrize("text", ["-5", "1e5", "8.00", "8.0000", "abc", "1000000001", "8.000.000.000"])
def test_what_is_no_fee_is_not_made_into_one(text):
    with pytest.raises(UnclearAmount):
        read_fee(text)


@pytest.mark.parametrize(
    ("text", "number", "born"),
    [
        ("14/2/90", WOMAN_1990, "1990-02-14"), ("14.02.05", MAN_2005, "2005-02-14"), ("14/02/1990", "", "1990-02-14"),
        ("1990", "", "1990"),
    ],
)  # fmt: skip
def test_two_digits_of_a_year_are_completed_from_the_personal_id(text, number, born):
    assert read_birth_date(text, personal_id=number, today=TODAY) == born


@pytest.mark.parametrize(
    ("text", "number", "error"),
    [
        ("14/2/90", "", UnclearYear), ("14/2/91", WOMAN_1990, UnclearYear), ("14/2/2090", "", DateToCome),
        ("24/11/2026", "", DateToCome), ("30/2/90", WOMAN_1990, ImpossibleDate), ("١٤/٢/١٩٩٠", "", ImpossibleDate),
    ],
)  # fmt: skip
def test_a_date_that_is_none_or_not_yet_is_told_apart(text, number, error):
    with pytest.raises(error):
        read_birth_date(text, personal_id=number, today=TODAY)


def test_a_number_is_freed_of_what_people_put_between_its_digits():
    assert plain_number("038.190.004-217 ", IdKind.PERSONAL) == WOMAN_1990
    assert plain_number("b 1234567", IdKind.PASSPORT) == "B1234567"
    assert plain_number("0101234567-001", IdKind.TAX) == "0101234567-001"
    assert plain_number("038190004217", IdKind.NONE) == ""


@pytest.mark.parametrize("code", ["H56", "H56.22.17", "H56.22.1A", "000.22.17.H56", "000.00.17.H56"])
def test_codes_of_agencies_have_the_present_form_or_the_old_one(code):
    assert is_agency_code(code)


@pytest.mark.parametrize("code", ["", "56.22", "h56.22", "H5", "H56.", "H56..2", "22.17.H56", "Tân Lập"])
def test_anything_else_is_no_code_of_an_agency(code):
    assert not is_agency_code(code)


def test_the_codes_that_we_give_are_known_when_scanned():
    assert is_case_code(case_code("{AGENCY}-{YYMMDD}-{SEQ:4}", "H56.22.17", TODAY, 5001))
    assert is_case_code("000.22.17.H56-261123-0001")
    assert not is_case_code(WOMAN_1990)


@pytest.mark.parametrize("text", ["https://mot-cua.thanhhoa.gov.vn", "http://127.0.0.1:8000"])
def test_addresses_of_servers(text):
    assert is_server_address(text)


@pytest.mark.parametrize(
    "text", ["", "https://", "mot-cua", "máy chủ", "https://a b", "ftp://a", "https://a:x"]
)
def test_what_is_no_address_of_a_server(text):
    assert not is_server_address(text)


@pytest.mark.parametrize(
    ("taken", "lacking"),
    [
        (HandOver(receiver=Receiver.APPLICANT), []),
        (HandOver(receiver=Receiver.PROXY, paper="x"), ["name"]),
        (HandOver(receiver=Receiver.PROXY, name="Trần Văn B"), ["paper"]),
        (HandOver(receiver=Receiver.POST), ["post_code"]),
        (HandOver(receiver=Receiver.POST, post_code="EP1"), []),
    ],
)
def test_a_proxy_is_authorised_and_a_parcel_has_its_number(taken, lacking):
    assert [lack.field for lack in check_hand_over(taken)] == lacking


def procedure(*groups: str, required: bool = True, at_once: bool = False) -> Procedure:
    papers = tuple(
        RequiredComponent(name=f"Giấy {n}", group=g, required=required) for n, g in enumerate(groups)
    )
    return Procedure(
        code="1", name="Thủ tục", field_code="G", field="Hộ tịch", components=papers, at_once=at_once
    )


@pytest.mark.parametrize(
    ("asked", "at_once", "blocks"),
    [
        (procedure("xuất trình"), False, False),
        (procedure("xuất trình"), True, False),
        (procedure("", required=False), True, False),
        (procedure("", required=False), False, True),
        (procedure(""), True, True),
        (procedure(), True, True),
    ],
)
def test_a_case_without_papers_is_taken_only_where_none_must_be_kept(asked, at_once, blocks):
    check = check_intake(intake(components=(), at_once=at_once), asked)

    assert ("papers" in check.fields) is blocks


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"phone": "abc"}, "phone"), ({"phone": "12"}, "phone"), ({"email": "a.vn"}, "email"), ({"id": "0381"}, "id"),
        ({"name": " "}, "name"),
    ],
)  # fmt: skip
def test_what_blocks_says_where_it_stands(changes, field):
    whole = {
        "name": "Nguyễn Thị Minh Đức",
        "id": WOMAN_1990,
        "id_kind": IdKind.PERSONAL,
        "phone": "+84912345678",
    }
    given = intake(applicant=Applicant(**(whole | changes)))

    assert check_intake(given, procedure("xuất trình")).fields == (field,)


def test_an_agencys_code_is_its_number():
    agency = Applicant(name="UBND xã", kind=ApplicantKind.AGENCY, id_kind=IdKind.TAX, id="H56.22.17")
    firm = Applicant(name="Công ty", kind=ApplicantKind.BUSINESS, id_kind=IdKind.TAX, id="H56.22.17")

    assert check_intake(intake(applicant=agency), procedure("xuất trình")).fields == ()
    assert check_intake(intake(applicant=firm), procedure("xuất trình")).fields == ("id",)
