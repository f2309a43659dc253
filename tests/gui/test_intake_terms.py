"""Which of a procedure's terms is for which case, and what the commune promises beside the law's."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

MARRIAGE, LAND = "1.000894", "1.013978"


def shown(clerk):
    """Return the lines that tell the cases apart, as they stand on the screen."""
    cases = clerk.intake.procedure.cases
    return cases.text.text().split("\n") if cases.isVisible() else []


def choose(clerk, code):
    clerk.choose(code)
    assert clerk.focus() is clerk.intake.procedure.term


def test_each_term_stands_with_its_case_and_keys_choose_among_them(clerk):
    clerk.scan("038190004217||Nguyễn Thị Minh Đức|14021990|Nữ|Thôn Đồng Tâm|01072022")
    choose(clerk, MARRIAGE)
    same_day, verified = shown(clerk)

    assert same_day.startswith("▸ trong ngày")
    assert "nhận sau 15 giờ" in same_day
    assert verified == "· 5 ngày làm việc: cần xác minh điều kiện kết hôn"

    clerk.key(Qt.Key.Key_Down)
    assert [line[0] for line in shown(clerk)] == ["·", "▸"]
    assert clerk.intake.procedure.chosen_term() == "5wd"
    assert clerk.intake.procedure.term.currentText() == "5 ngày làm việc · cần xác minh điều kiện kết hôn"


def test_terms_of_several_cases_are_all_there(clerk):
    choose(clerk, LAND)
    terms = [line[2:].split(": ", 1) for line in shown(clerk)]

    assert [term for term, _ in terms] == [f"{n} ngày làm việc" for n in (20, 17, 20, 27)]
    assert [case for _, case in terms[1:]] == ["cổng: trực tuyến", "cổng: bưu chính", "cổng: trực tiếp"]


def test_a_long_case_is_read_whole_where_it_is_chosen_and_the_form_stays_as_high(clerk):
    choose(clerk, MARRIAGE)
    card = clerk.intake.procedure
    law = card.procedure.terms[0]
    long = [type(law)(term=f"{n}wd", text=" ".join([f"trường hợp {n}"] * 400)) for n in (3, 5)]
    card.cases.show_choices(long, 1)

    assert long[1].text in card.cases.text.text()
    assert long[0].text not in card.cases.text.text()
    assert card.cases.height() <= 132
    assert card.cases.verticalScrollBar().maximum() > 0
    assert card.cases.focusPolicy() == Qt.FocusPolicy.StrongFocus  # by Tab, then the arrows scroll


@pytest.mark.parametrize("code", ["dkks", "2.000815"])
def test_one_term_alone_has_nothing_to_tell(clerk, code):
    clerk.choose(code)

    assert shown(clerk) == []


def test_a_term_of_ones_own_marks_no_case(clerk):
    choose(clerk, MARRIAGE)
    line = clerk.intake.procedure.term
    line.lineEdit().selectAll()
    clerk.type("8 giờ")
    clerk.settle()

    assert clerk.intake.procedure.chosen_term() == "8h"
    assert [line[0] for line in shown(clerk)] == ["·", "·"]
