"""A scan fills what can be read, and says what cannot."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.app.cli import main
from desk_app.domain.citizen_card import read_card

FULL = "001090123456|012345678|Nguyễn Văn Đức|01011990|Nam|Số 1, Tổ 2, Phường X, Thành phố Hà Nội|15042021"
WOMAN = "001190123457||Trần Thị B|05121995|Nữ|Thôn 3, Xã Y, Huyện Z, Thanh Hóa|01072022"


def test_the_command_gives_every_field(capsys):
    assert main(["card", FULL, "--json"]) == 0

    assert json.loads(capsys.readouterr().out) == {
        "kind": "citizen_card", "id": "001090123456", "old_id": "012345678", "name": "Nguyễn Văn Đức",
        "birth_date": "1990-01-01", "sex": "Nam", "address": "Số 1, Tổ 2, Phường X, Thành phố Hà Nội",
        "issued_on": "2021-04-15", "warnings": [],
    }  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff" + FULL, FULL + "\r\n", unicodedata.normalize("NFD", FULL), FULL + "|||", FULL + FULL,
        FULL + "\r\n" + FULL, FULL.replace("|", " | "), FULL.replace("01011990", "01/01/1990"),
        f"{FULL} {FULL}", f"{FULL}\t{FULL}", FULL * 3, f"{FULL}\t{FULL}\t{FULL}\r\n", FULL + FULL[:45], "]Q1" + FULL,
        "\ufeff]Q1" + FULL, "]Q1" + FULL + "]Q1" + FULL, "\u200b" + FULL, FULL.replace("Văn", "V\u200băn"), FULL + "\x1e",
        FULL + "\0", "\xa0" + FULL, f"\ufeff{FULL}\ufeff{FULL}",
    ],
    ids=["BOM", "CRLF", "NFD", "2024", "twice", "twice in lines", "spaces", "slashes", "twice by space", "twice by tab",
         "three times", "three times by tab", "once and a bit", "symbology", "BOM and symbology", "twice with symbology",
         "zero width", "zero width inside", "record separator", "NUL", "hard space", "BOM each time"],
)  # fmt: skip
def test_a_faulty_reader_changes_nothing(text):
    assert read_card(text) == read_card(FULL)


def test_a_six_field_card_read_twice_is_read_once():
    short = FULL.rsplit("|", 1)[0]

    assert read_card(f"{short}{short}") == read_card(short)
    assert read_card(f"{short} {short}") == read_card(short)


@pytest.mark.parametrize(
    ("name", "address"),
    [("NguyÔn ThÞ Minh §øc", "Th«n §ång T©m"), ("NguyÔn Hoa", "X· Hµ §«ng"), ("TrÇn V¨n Nam", "Tæ 2, Hµ Néi"),
     ("Nguyá»…n VÄƒn", "HÃ Ná»™i")],
)  # fmt: skip
def test_letters_of_an_old_code_page_are_asked_for_again(name, address):
    card = read_card(f"001090123456||{name}|01011990|Nam|{address}|15042021")

    assert (card.id, card.birth_date, card.name, card.address) == ("001090123456", "1990-01-01", None, None)
    assert any("Họ tên" in told for told in card.warnings)


@pytest.mark.parametrize(
    "name",
    ["H'Bia Niê Kdăm", "Y Thắng Êban", "NGUYỄN THỊ MINH ĐỨC", "Nguyễn Thị Mỹ Ý", "Lò Văn Ướt", "Ô Kim Ánh"],
)
def test_names_as_they_are_written_today_stay(name):
    assert read_card(f"001090123456||{name}|01011990|Nam|Buôn Đôn, Đắk Lắk|15042021").name == name


@pytest.mark.parametrize("born", ["14022990", "16042021"])
def test_nobody_is_born_after_the_card(born):
    card = read_card(f"001090123456||Nguyễn Văn Đức|{born}|Nam|Hà Nội|15042021")

    assert card.birth_date is None
    assert "Không đọc được ngày sinh; hãy nhập tay." in card.warnings
    assert card.issued_on == "2021-04-15"


def test_no_old_number_is_no_fault():
    card = read_card(WOMAN)

    assert card.old_id is None
    assert not any("chứng minh cũ" in told for told in card.warnings)


def test_a_six_field_card_keeps_all_but_the_day_of_issue():
    card = read_card(FULL.rsplit("|", 1)[0])

    assert (card.name, card.issued_on) == ("Nguyễn Văn Đức", None)
    assert card.warnings == ("Không đọc được ngày cấp; hãy nhập tay.",)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "001090123456",
        "001090123456|012345678|Nguyễn Văn Đức|01011990|Nam|"[:50],
        "a|b|c|d|e|f|g",
        "|" * 9,
    ],
)
def test_what_is_no_card_is_unknown(text):
    card = read_card(text)

    assert (card.kind, card.id, card.name) == ("unknown", None, None)
    assert card.warnings


def test_a_health_insurance_card_gives_kind_and_warnings_only():
    hexed = "Nguyễn Văn A".encode().hex()
    card = read_card(f"GD4790123456789|{hexed}|01/01/1990|1|{hexed}|79-001|01/01/2026|-|-")

    assert (card.kind, card.id, card.name, card.sex) == ("health_insurance", None, None, None)
    assert "bảo hiểm y tế" in card.warnings[0]


@pytest.mark.parametrize(
    ("name", "address"), [("Nguyen Van Duc", "So 1, Ha Noi"), ("Nguy?n V?n ??c", "S? 1")]
)
def test_lost_diacritics_keep_digits_and_ask_for_the_name(name, address):
    card = read_card(f"001090123456|012345678|{name}|01011990|Nam|{address}|15042021")

    assert (card.id, card.birth_date, card.sex) == ("001090123456", "1990-01-01", "Nam")
    assert (card.name, card.address) == (None, None)
    assert any("Họ tên" in told for told in card.warnings)


def test_a_name_that_has_no_diacritics_by_right_stays():
    card = read_card("001190123456||Kim Anh|01011990|Nữ|Thôn Đồng Tâm|15042021")

    assert card.name == "Kim Anh"


@pytest.mark.parametrize(
    ("born", "field"), [("31021990", "birth_date"), ("1990", "birth_date"), ("", "birth_date")]
)
def test_an_impossible_date_is_null_and_the_rest_stays(born, field):
    card = read_card(f"001090123456|012345678|Nguyễn Văn Đức|{born}|Nam|Hà Nội|15042021")

    assert getattr(card, field) is None
    assert (card.name, card.issued_on) == ("Nguyễn Văn Đức", "2021-04-15")
    assert "Không đọc được ngày sinh; hãy nhập tay." in card.warnings


def test_digits_that_contradict_the_card_are_told_and_block_nothing():
    card = read_card("999390123456||Trần Văn Bảo|05121995|Nam|Thôn 3, Thanh Hóa|01072022")

    assert card.name == "Trần Văn Bảo"
    assert len(card.warnings) == 3  # year, sex, province


@given(
    st.text(alphabet=st.characters(codec="utf-8"), max_size=80)
    | st.lists(st.text(max_size=15), max_size=9).map("|".join)
)
def test_no_text_breaks_the_reader(text):
    assert read_card(text).kind in {"citizen_card", "health_insurance", "unknown"}
