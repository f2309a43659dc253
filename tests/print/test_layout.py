"""Lines and pages: no word lost, no line wider than its column, no block left out or too low."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.drawn import PAPERS

from desk_app.printing.flow import Block, labelled, pages, paragraph
from desk_app.printing.fonts import BOLD, REGULAR, Type
from desk_app.printing.json_places import line_of, places, repeated
from desk_app.printing.template import TextBrokenError, read_template
from desk_app.printing.values import day_words

assert PAPERS  # registers the fonts
TEXT = Type(REGULAR, 9.4)
SENTENCES = st.lists(st.text("aăâđêôơưẾỖ-./", min_size=1, max_size=60), max_size=40).map(" ".join)


@given(SENTENCES, st.floats(30, 400), st.floats(30, 400))
def test_breaking_into_lines_loses_no_letter_and_keeps_the_width(text, width, first):
    lines = TEXT.lines(text, width, min(first, width))

    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(TEXT.width(line) <= width + 0.001 for line in lines)
    assert TEXT.width(lines[0]) <= min(first, width) + 0.001 or len(lines[0]) == 1


def test_a_code_is_parted_after_its_hyphen():
    lines = TEXT.lines("H56.22.17-261123-5001", 85)

    assert lines == ["H56.22.17-261123-", "5001"]


def test_a_date_is_not_torn_apart():
    assert TEXT.lines("đến hết ngày\u00a009", TEXT.width("đến hết ngày 0")) == ["đến hết", "ngày 09"]


@given(
    st.lists(st.tuples(st.booleans(), st.integers(1, 60), st.booleans()), min_size=1, max_size=25),
    st.integers(80, 500),
)
def test_pages_hold_every_block_in_order_and_none_runs_out(kinds, height):
    made = []
    for n, (breaks, size, stays) in enumerate(kinds):
        block = paragraph(f"{n} " * size * 8, 200, TEXT) if breaks else Block(min(size, 60), lambda *_: None)
        made.append(Block(block.height, block.paint, block.split, joined=stays, row={"n": str(n)}))
    laid = pages(made, height - 20, height)

    for n, page in enumerate(laid):
        assert page
        assert sum(block.height for block in page) <= height - (20 if n == 0 else 0) + 0.001
    counted = [int(block.row["n"]) for page in laid for block in page if block.row]
    assert counted == list(range(len(made)))
    whole = sum(block.height for block in made)
    assert sum(block.height for page in laid for block in page) == pytest.approx(
        whole, abs=1.5 * len(laid) + 0.01
    )


def test_a_heading_does_not_stay_behind_and_is_drawn_again():
    heading = Block(10, lambda *_: None, joined=True)
    rows = [Block(40, lambda *_: None, heading=heading, row={"n": str(n)}) for n in range(4)]
    laid = pages([Block(45, lambda *_: None), heading, *rows], 90, 100)

    assert [len(page) for page in laid] == [1, 3, 3]
    assert laid[1][0] is heading
    assert laid[2][0] is heading


def test_a_label_stays_with_the_first_lines_of_its_value():
    long = labelled("Lý do", "vì " * 400, 200, (TEXT, Type(BOLD, 9.4)))
    upper, lower = long.split(60)

    assert upper.height + lower.height == pytest.approx(long.height, abs=1.6)
    assert long.split(10) is None


VALUES = {"name": "Ánh", "phone": "09", "late": "1"}


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Gửi {name}", "Gửi Ánh"),
        ("Gửi {nobody}", ""),
        ("Gửi {name}[, số {phone}], thư", "Gửi Ánh, số 09, thư"),
        ("Gửi {name}[, thư {mail}].", "Gửi Ánh."),
        ("[?late Quá hạn][?early Trước hạn]", "Quá hạn"),
        ("[?early Trước hạn]", ""),
        ("[?late {nobody}]", ""),
        ("Chữ không có trường", "Chữ không có trường"),
    ],
)
def test_a_text_is_filled_or_left_out(text, made):
    assert read_template(text).fill(lambda name: VALUES.get(name, "")) == made


@pytest.mark.parametrize("text", ["{", "}", "{a b}", "[", "]", "[a[b]]", "a]b", "{a}}"])
def test_a_text_that_is_not_closed_is_refused(text):
    with pytest.raises(TextBrokenError):
        read_template(text)


def test_every_value_of_a_json_text_has_its_line():
    text = '{\n "a": [\n  {"b": "x, y: {z}"},\n  {"b":\n   [1, 2,\n 3]}],\n "c": {"d": null}\n}'
    found = dict(places(text))

    assert line_of(text, ("a",)) == 2
    assert line_of(text, ("a", 0, "b")) == 3
    assert line_of(text, ("a", 1)) == 4
    assert line_of(text, ("a", 1, "b", 2)) == 6
    assert line_of(text, ("c", "d")) == 7
    assert line_of(text, ("nowhere",)) == 1
    assert len(found) == 11
    assert repeated('{"a": {"b": 1},\n "c": {"b": 2,\n "b": 3}}') == ("b", 3)
    assert repeated(text) == ("", 1)


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2026, 2, 5), "ngày 05 tháng 02 năm 2026"),
        (date(2026, 3, 15), "ngày 15 tháng 3 năm 2026"),
        (date(2026, 11, 23), "ngày 23 tháng 11 năm 2026"),
    ],
)
def test_days_are_written_as_the_decree_on_papers_has_it(day, written):
    """NĐ 30/2020 annex I: a zero before days below 10 and before January and February only."""
    assert day_words(day).replace("\u00a0", " ") == written
