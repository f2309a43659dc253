"""A list without a form of its own is drawn whole, on as many pages as it takes."""

from __future__ import annotations

from datetime import date

import pypdfium2
import pytest
from support.desk import DESK, HOA

from desk_app.app.home import paper_maker
from desk_app.domain.errors import MissingGlyph
from desk_app.domain.moment import moment
from desk_app.domain.number_tables import gap_table
from desk_app.domain.numbers_given import DayNumbers
from desk_app.domain.period import Period
from desk_app.domain.table import Column, Section, Table
from desk_app.printing.table_paper import draw_table

AT = moment("2026-11-23T16:30")


@pytest.fixture(autouse=True, scope="module")
def fonts():
    paper_maker()


def texts(pdf):
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


def table(rows, name="Nguyễn Thị Minh Đức"):
    return Table(
        key="due-soon",
        title="Hồ sơ sắp đến hạn",
        period="Ngày 23/11/2026",
        columns=(Column(heading="Mã hồ sơ", share=12), Column(heading="Chủ hồ sơ", share=30), Column(heading="Tiền", number=True)),
        sections=(Section(heading="Quá hạn", rows=tuple((f"code-{n}", name, 8000) for n in range(rows)), sums=("", "", rows * 8000)),),
        note="Hết danh sách.",
    )  # fmt: skip


def test_a_list_has_its_head_its_rows_its_sums_and_who_made_it():
    (page,) = texts(draw_table(table(2), DESK, HOA, AT))

    for words in ("UBND XÃ TÂN LẬP", "HỒ SƠ SẮP ĐẾN HẠN", "Ngày 23/11/2026", "Quá hạn", "code-1", "16.000",
                  "Hết danh sách.", "NGƯỜI LẬP", "Lê Thị Hoa", "Lập lúc 16:30", "Trang 1/1"):  # fmt: skip
        assert words in page


def test_every_row_of_a_long_list_is_on_some_page_under_the_heading():
    pages = texts(draw_table(table(120), DESK, HOA, AT))

    assert len(pages) > 2
    assert all("Mã hồ sơ" in page and f"/{len(pages)}" in page for page in pages)
    joined = "\n".join(pages)
    assert all(f"code-{n}" in joined for n in range(120))
    assert joined.count("NGƯỜI LẬP") == 1


def test_the_same_list_gives_the_same_bytes():
    assert draw_table(table(3), DESK, HOA, AT) == draw_table(table(3), DESK, HOA, AT)


def test_a_letter_that_the_font_does_not_have_stops_the_print():
    with pytest.raises(MissingGlyph):
        draw_table(table(1, name="漢"), DESK, HOA, AT)


def test_a_long_run_of_numbers_breaks_within_its_cell():
    missing = tuple(range(5002, 5200, 2))
    day = DayNumbers(
        day=date(2026, 11, 23), first=5001, last=5201, given=101, void=(), paper=(), missing=missing
    )
    pages = texts(draw_table(gap_table([day], [], Period.of_day(day.day)), DESK, HOA, AT))

    assert "5198" in "".join(pages)
