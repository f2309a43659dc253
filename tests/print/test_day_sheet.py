"""Biên bản khóa sổ: one page, the numbers of the closing, the mark of the log, two places to sign."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pypdfium2
import pytest
from support.desk import DESK, HOA

from desk_app.app.home import paper_maker
from desk_app.domain.day_end import Closing, DayTotals
from desk_app.domain.moment import moment
from desk_app.printing.day_sheet import draw_day_sheet

MARK = "0123456789abcdef" * 4
CLOSING = Closing(
    day=date(2026, 11, 23), nth=1, at=moment("2026-11-23T17:05"), staff="Lê Thị Hoa", seq=412, head_seq=411, head_hash=MARK,
    acknowledged=400,
    totals=DayTotals(
        received=146, at_once=38, voided=1, completed=44, handed_over=41, on_time=37, supplements_asked=3, supplemented=2,
        extended=1, refused=1, withdrawn=2, stopped=3, closed=4, not_received=5, late=6, waiting=7,
    ),
    cash=412_000, transfer=88_000, counted=417_000, returned=2, pending=9,
)  # fmt: skip


@pytest.fixture(autouse=True)
def fonts():
    paper_maker()


def lines_of(pdf):
    document = pypdfium2.PdfDocument(pdf)
    try:
        assert len(document) == 1
        page = document[0].get_textpage()
        text = page.get_text_bounded()
        page.close()
        return text.replace("\r", "")
    finally:
        document.close()


def test_every_number_of_the_closing_stands_on_the_page():
    text = lines_of(draw_day_sheet(CLOSING, DESK, HOA))

    for number in (
        "146",
        "38",
        "44",
        "41",
        "37",
        "412.000 đ",
        "88.000 đ",
        "417.000 đ",
        "5.000 đ",
        "411",
        "400",
    ):
        assert number in text
    assert "10" in text  # refused, withdrawn, stopped and closed together
    assert "Thừa" in text
    assert "Bốn trăm mười bảy nghìn đồng" in text
    assert "còn 9 hồ sơ chờ gửi, 2 hồ sơ bị trả lại" in text.replace("\n", " ")
    assert MARK in "".join(text.split())
    assert "LÃNH ĐẠO BỘ PHẬN" in text
    assert "NGƯỜI KHÓA SỔ" in text


@pytest.mark.parametrize(
    ("counted", "words"),
    [(None, "chưa đếm"), (412_000, "Chênh lệch"), (400_000, "Thiếu"), (0, "Không đồng")],
)
def test_the_drawer_is_named_as_it_was_found(counted, words):
    assert words in lines_of(draw_day_sheet(replace(CLOSING, counted=counted), DESK, HOA))


def test_an_addition_says_which_one_it_is_and_is_drawn_the_same_each_time():
    again = replace(CLOSING, nth=3)

    assert "KHÓA SỔ BỔ SUNG LẦN 2" in lines_of(draw_day_sheet(again, DESK, HOA))
    assert draw_day_sheet(again, DESK, HOA) == draw_day_sheet(again, DESK, HOA)


def test_the_longest_names_stay_on_the_page():
    long = "ỦY BAN NHÂN DÂN PHƯỜNG NGUYỄN THỊ MINH KHAI - TRẦN HƯNG ĐẠO - LÝ THƯỜNG KIỆT"
    desk = replace(DESK, letterhead=replace(DESK.letterhead, agency_name=long, desk_name=long))
    text = lines_of(
        draw_day_sheet(CLOSING, desk, replace(HOA, name="Nguyễn Phúc Công Tằng Tôn Nữ Thị Thùy Dương"))
    )

    assert "Thùy Dương" in text
