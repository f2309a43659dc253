"""What lists write in their cells, read or left as text, never guessed."""

from __future__ import annotations

import json

import pytest

from desk_app.domain.importing.findings import Known
from desk_app.domain.importing.papers import paper, papers_of, read_quantity, without_quantity
from desk_app.domain.importing.sheet import Row, Sheet, letter, text_of
from desk_app.domain.importing.tables import TableReader
from desk_app.domain.importing.texts import day_of, fee_of, field_of, level_of, name_of, say_the_same
from desk_app.domain.importing.times import read_time
from desk_app.domain.importing.vocabulary import vocabulary_from
from desk_app.domain.procedure_code import ProcedureCode, codes_within, read_code
from desk_app.machine.paths import brought

VOCABULARY = vocabulary_from(json.loads((brought("resources") / "catalogue_import.json").read_bytes()))
KNOWN = Known(codes=frozenset({"1.004873"}), names={}, fields={})


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("5 ngày làm việc", ["5wd"]),
        ("05 Ngày làm việc", ["5wd"]),
        ("10 (mười) ngày làm việc", ["10wd"]),
        ("Ba (03) ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ", ["3wd"]),
        ("Trong thời hạn 05 ngày làm việc, kể từ ngày nhận", ["5wd"]),
        ("Không quá 15 ngày", ["15d"]),
        ("05 ngày\nlàm việc", ["5wd"]),
        ("0,5 ngày làm việc", ["4h"]),
        ("0.25 ngày làm việc", ["2h"]),
        ("0,5 ngày", ["4h"]),
        ("1,5 ngày làm việc", ["12h"]),
        ("8 giờ", ["8h"]),
        ("12 giờ từ khi nhận thông tin", ["12h"]),
        ("Trong ngày", ["same-day@15"]),
        ("Ngay trong ngày làm việc; nhận sau 14 giờ thì trả vào ngày làm việc tiếp theo", ["same-day@14"]),
        ("10 ngày + 15 ngày", ["10d+15d"]),
        ("10 + 15 ngày làm việc", ["10wd+15wd"]),
        ("Xã: 03 ngày làm việc + tỉnh: 05 ngày làm việc", ["3wd+5wd"]),
        ("08 ngày làm việc (xã 03, tỉnh 05)", ["8wd"]),
        ("07 ngày làm việc đối với nhà ở; 10 ngày làm việc đối với công trình khác", ["7wd", "10wd"]),
        ("- Cấp mới: 5 ngày làm việc\n- Cấp lại: 3 ngày làm việc", ["5wd", "3wd"]),
    ],
)
def test_a_time_becomes_terms(text, terms):
    read = read_time(text)

    assert [choice.term for choice in read.choices] == terms
    assert read.text == text


@pytest.mark.parametrize(
    "text", ["Không quy định", "Không tính thời gian", "Không", "Theo quy định của pháp luật", "", "-"]
)
def test_no_time_is_no_term_and_no_matter(text):
    assert (read_time(text).choices, read_time(text).look) == ((), "")


@pytest.mark.parametrize(
    "text",
    [
        "5", "3-5 ngày", "1 tháng", "30 phút", "0 ngày", "1200 ngày", "0,3 ngày", "0,5 giờ", "10 + 15 + 5 ngày",
        "Trong ngày làm việc tiếp theo", "05 ngày làm việc trước ngày tổ chức", "Cổng ghi '1 Khác'",
        "03 ngày làm việc kể từ khi nhận, phải xác minh thì không quá năm (05) ngày làm việc",
        "2 ngày làm việc (phần cách thức); dịch vụ trực tuyến ghi 3",
    ],
)  # fmt: skip
def test_a_time_that_is_not_understood_stays_a_text_and_is_shown_to_a_person(text):
    read = read_time(text)

    assert (read.text, read.choices) == (text, ())
    assert "giữ nguyên văn" in read.look


def test_the_cut_off_hour_is_no_processing_time():
    """The portal has a certification of "15 giờ": the hour up to which one files, typed as a time."""
    assert [(read.mistaken, read.choices) for read in map(read_time, ("15 giờ", "15h", "16 giờ"))] == [
        (True, ()), (True, ()), (False, read_time("16 giờ").choices),
    ]  # fmt: skip


def test_a_bare_number_takes_the_unit_of_its_column():
    assert [c.term for c in read_time(0.5, "ngày làm việc").choices] == ["4h"]
    assert read_time("5", "ngày làm việc").choices[0].term == "5wd"
    assert read_time("5", "ngày").text == "5 ngày"


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("1.001193", ProcedureCode("1.001193")),
        (" 2.000815.000.00.00.H55 ", ProcedureCode("2.000815", ".000.00.00.H55")),
        ("1.012753.h19", ProcedureCode("1.012753", ".H19")),
        ("2.000815.01", ProcedureCode("2.000815", ".01")),
        (2.00095, ProcedureCode("2.000950")),
        (1.001193, ProcedureCode("1.001193")),
        ("2.00095", None), ("1,001193", None), ("1.0011934", None), ("", None), (5.0, ProcedureCode("5.000000")), ("x1.001193", None),
    ],
)  # fmt: skip
def test_a_code_is_read_whole_or_not_at_all(cell, code):
    assert read_code(cell) == code


def test_codes_are_found_within_a_sentence():
    assert codes_within("thay bằng 3.000722, 2.002913 và 3.000722; không phải 11.0007221") == (
        "3.000722",
        "2.002913",
    )


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("Bản chính: 1 Bản sao: 0", (1, 0)),
        ("(bản chính: 1, bản sao: 1)", (1, 1)),
        ("Bản sao có chứng thực: 2", (0, 2)),
        ("01 bản chính, 02 bản sao", (1, 2)),
        ("01 (một) bản chính", (1, 0)),
        ("01 bộ", None),
        ("Bản sao giấy khai sinh", None),
    ],
)
def test_a_quantity_is_read(text, quantity):
    assert read_quantity(text) == quantity


def test_a_paper_loses_its_quantity_and_keeps_its_name():
    assert without_quantity("Tờ khai theo mẫu (bản chính: 1, bản sao: 0)") == "Tờ khai theo mẫu"
    assert without_quantity("Giấy chứng sinh. Bản chính: 1 Bản sao: 0") == "Giấy chứng sinh."
    assert without_quantity("Bản sao giấy khai sinh") == "Bản sao giấy khai sinh"
    assert without_quantity("Văn bản (nếu có)") == "Văn bản (nếu có)"


def test_a_cell_of_papers_is_read_with_its_groups():
    papers = papers_of(
        "Giấy tờ phải nộp:\n- Tờ khai (bản chính: 1, bản sao: 0)\n1. Văn bản ủy quyền (nếu có)\n"
        "Giấy tờ phải xuất trình:\n+ Hộ chiếu\nLưu ý:\n- Nộp giờ hành chính\n"
    )

    assert [(p["name"], p["group"], p["required"], p["originals"], p["copies"]) for p in papers] == [
        ("Tờ khai", "phải nộp", True, 1, 0),
        ("Văn bản ủy quyền (nếu có)", "phải nộp", False, 1, 0),
        ("Hộ chiếu", "xuất trình", True, 1, 0),
    ]
    assert paper("giấy phải xuất trình khi nhận", None)["group"] == "xuất trình"


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("8.000 đồng/bản", 8000, "bản"), ("75.000đ", 75000, None), ("Không", 0, None), ("Miễn phí", 0, None),
        ("2.000 đồng/trang; từ trang thứ 3 1.000 đồng/trang", None, None), ("Theo nghị quyết của HĐND", None, None),
        ("10 USD/bản", None, None),
    ],
)  # fmt: skip
def test_a_fee_keeps_its_words_and_has_an_amount_only_when_nothing_else_is_said(text, amount, unit):
    fee = fee_of(text)

    assert (fee["text"], fee.get("amount_vnd"), fee.get("unit")) == (text, amount, unit)


def test_small_readings():
    assert name_of("Thủ tục  đăng ký\nkhai sinh.") == "Đăng ký khai sinh"
    assert name_of("Thủ tục hành chính liên thông") == "Thủ tục hành chính liên thông"
    assert field_of("PHÒNG, CHỐNG TỆ NẠN XÃ HỘI") == "Phòng, chống tệ nạn xã hội"
    assert [level_of(t) for t in ("Cấp Xã/Phường", "UBND cấp xã", "Sở Xây dựng", "Cấp tỉnh, cấp xã")] == [
        "xã", "xã", "tỉnh", "xã, tỉnh",
    ]  # fmt: skip
    assert [str(day_of(t)) for t in ("01/03/2027", "1-3-2027", "2027-03-01", "31/02/2027", "mai")] == [
        "2027-03-01", "2027-03-01", "2027-03-01", "None", "None",
    ]  # fmt: skip
    assert say_the_same("03  ngày LÀM việc", "3 ngày làm việc")
    assert say_the_same("Hoà giải, thuỷ sản", "Hòa giải, thủy sản")
    assert not say_the_same("Hòa giải", "Hóa giải")
    assert [letter(n) for n in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
    assert [text_of(c) for c in (0.5, " a  b \n\n c ")] == ["0,5", "a b\nc"]


@pytest.mark.parametrize(
    ("by_law", "cut", "kept", "told"),
    [
        ("03 ngày làm việc", "02 ngày làm việc", [{"by_law": "3wd", "promised": "2wd"}], ""),
        ("03 ngày làm việc", "2", [{"by_law": "3wd", "promised": "2wd"}], ""),  # the header says of what
        ("03 ngày làm việc", "3 ngày làm việc", [], ""),
        ("03 ngày làm việc", "05 ngày làm việc", None, "dài hơn thời hạn theo quy định"),
        ("03 ngày làm việc", "khoảng hai", None, "không đi với đúng một thời hạn"),
        ("3 ngày làm việc; 5 ngày làm việc nếu xác minh", "2 ngày làm việc", None, "không đi với đúng một thời hạn"),
        ("03 ngày làm việc", "", None, ""),
    ],
)  # fmt: skip
def test_the_cut_beside_the_laws_time(by_law, cut, kept, told):
    header = ["Mã TTHC", "Tên TTHC", "Thời hạn theo quy định", "Sau cắt giảm (ngày làm việc)"]
    rows = (
        Row(number=1, cells=tuple(header)),
        Row(number=2, cells=("1.004873", "Xác nhận tình trạng hôn nhân", by_law, cut)),
    )
    reader = TableReader(Sheet(name="A", rows=rows), VOCABULARY, KNOWN)
    reader.read()
    cut_faults = [fault.sentence for fault in reader.faults if "cắt giảm" in fault.sentence]

    assert reader.items[0].fields.get("commitments") == kept
    assert all(told in sentence for sentence in cut_faults)
    assert bool(cut_faults) == bool(told)
    assert reader.tables[0].left == ()


@pytest.mark.parametrize(
    "header", ["Số ngày cắt giảm", "Tỷ lệ cắt giảm (%)", "Thời hạn (đã trừ số ngày cắt giảm)"]
)
def test_how_much_was_cut_is_no_term(header):
    assert VOCABULARY.meaning_of(header) == ""
