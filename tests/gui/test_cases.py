"""Finding a case and reading its page."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from support.clerk import BIRTH, CARD, OTHER_CARD

from desk_app.domain.case import State
from desk_app.domain.fee import Channel
from desk_app.domain.moment import moment
from desk_app.ui.case.facts import facts_of
from desk_app.ui.cases.badge import Badge


@pytest.fixture
def two(clerk):
    return [clerk.receive(CARD), clerk.receive(OTHER_CARD)]


@pytest.mark.parametrize("which", [0, 1])
def test_a_code_and_enter_at_a_scanners_speed_open_that_case(clerk, two, which):
    clerk.key(Qt.Key.Key_F3)
    clerk.settle()
    clerk.type(two[which])
    clerk.key(Qt.Key.Key_Return)
    clerk.settle()

    assert clerk.page.code.text() == two[which]


def test_words_and_enter_open_the_newest_answers_first_row(clerk, two):
    clerk.key(Qt.Key.Key_F3)
    clerk.settle()
    clerk.type("minh duc")
    clerk.key(Qt.Key.Key_Return)
    clerk.settle()

    assert clerk.page.code.text() == two[0]


def test_a_card_finds_the_persons_cases_wherever_the_cursor_is(clerk, two):
    clerk.key(Qt.Key.Key_F3)
    clerk.go(clerk.cases.state)
    clerk.scan(CARD)
    clerk.settle()

    assert clerk.cases.table.codes() == [two[0]]


def test_a_code_of_nowhere_shows_nobody_elses_case(clerk, two):
    clerk.key(Qt.Key.Key_F3)
    clerk.scan(two[0])
    clerk.settle()
    clerk.scan("H56.22.17-261123-9999")
    clerk.settle()

    assert clerk.window.stack.currentWidget() is clerk.cases
    assert "Không tìm thấy hồ sơ" in clerk.told


def test_only_what_is_still_being_processed_can_be_overdue(clerk, two):
    clerk.complete(two[0])
    clerk.program.home.clock.advance(timedelta(days=3))
    clerk.key(Qt.Key.Key_F3)
    clerk.cases.due.choose("overdue")
    clerk.settle()

    assert clerk.cases.table.codes() == [two[1]]
    clerk.cases.state.choose(State.RESULT_WAITING)
    clerk.settle()
    assert clerk.cases.table.codes() == []


def test_a_list_read_anew_shows_itself_anew_only_when_something_became_otherwise(clerk, two):
    clerk.key(Qt.Key.Key_F3)
    clerk.settle()
    table, shown = clerk.cases.table, []
    table.cases.modelReset.connect(lambda: shown.append(table.codes()))
    rows, now = [table.cases.row(n) for n in range(2)], clerk.program.home.clock.now()
    due = rows[0].due_at
    table.show_cases(list(rows), now + timedelta(minutes=1))
    table.show_cases(list(rows), due)
    assert not shown

    table.show_cases(list(rows), due + timedelta(minutes=1))
    assert len(shown) == 1  # late by now
    table.show_cases(list(rows), due + timedelta(minutes=2))
    assert len(shown) == 1
    table.show_cases(list(rows), due + timedelta(days=1))
    assert len(shown) == 2  # due another day than today
    table.show_cases(rows[1:], due + timedelta(days=1))
    assert shown[2] == table.codes()


def test_the_page_says_all_that_was_agreed_and_who_took_it(clerk):
    clerk.scan(CARD)
    card = clerk.intake.applicant
    clerk.type_into(card.email, "duc@example.vn")
    card.identity_check.choose("vneid")
    card.return_method.choose("post")
    clerk.type_into(card.return_address, "Thôn Đồng Tâm")
    card.role.choose("representative")
    clerk.type_into(card.submitter_name, "Lê Văn Cường")
    clerk.choose(BIRTH)
    clerk.key(Qt.Key.Key_F9)
    clerk.settle()
    code = clerk.rows()[0].code
    clerk.complete(code)
    clerk.key(Qt.Key.Key_F4)
    clerk.scan(code)
    clerk.settle()
    clerk.type_into(clerk.giving.receiver.parcel, "EP500123112VN")
    clerk.key(Qt.Key.Key_F9)
    clerk.settle()
    clerk.key(Qt.Key.Key_F3)
    clerk.scan(code)
    clerk.settle()

    for text in (
        "duc@example.vn", "Qua VNeID", "Qua bưu chính, Thôn Đồng Tâm", "Lê Văn Cường, đại diện theo pháp luật",
        "qua bưu chính · EP500123112VN",
    ):  # fmt: skip
        clerk.sees(clerk.page, text)


def test_the_page_says_how_the_case_came_and_for_whom(clerk):
    case = clerk.stored(clerk.receive())
    assert not {"Số bộ", "Hình thức nộp", "Gửi trực tuyến lúc", "Nhận thay cho"} & {
        str(name) for name, _ in facts_of(case)
    }
    online = replace(
        case.intake, sets=2, channel=Channel.ONLINE, superior_code="H56.22.17-261122-0975",
        sent_at=moment("2026-11-22T21:30"), for_unit="H56.22.18", for_unit_name="UBND xã Yên Định",
    )  # fmt: skip
    facts = {str(name): value for name, value in facts_of(replace(case, intake=online))}

    assert (facts["Số bộ"], facts["Hình thức nộp"], facts["Mã hồ sơ trực tuyến"]) == (
        "2",
        "Trực tuyến",
        "H56.22.17-261122-0975",
    )
    assert (facts["Gửi trực tuyến lúc"], facts["Nhận thay cho"]) == ("21:30, 22/11/2026", "UBND xã Yên Định")


def test_a_reprint_is_told_apart_and_a_first_print_is_no_reprint(clerk, tmp_path, two):
    clerk.key(Qt.Key.Key_F3)
    clerk.scan(two[0])
    clerk.settle()
    assert clerk.page.slips.buttons["receipt"].text() == "In lại"
    clerk.key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    clerk.settle()
    clerk.sees(clerk.page, "giấy tiếp nhận, lần thứ 2")


def test_a_receipt_that_was_never_printed_is_offered_as_the_first(clerk, tmp_path):
    (tmp_path / "papers").write_text("a file where the folder should be")
    clerk.scan(CARD)
    clerk.choose(BIRTH)
    clerk.key(Qt.Key.Key_F9)
    clerk.settle()
    clerk.key(Qt.Key.Key_F3)
    clerk.scan(clerk.rows()[0].code)
    clerk.settle()

    assert clerk.page.slips.buttons["receipt"].text() == "In"


def test_the_state_is_a_badge_in_words(clerk, two):
    clerk.key(Qt.Key.Key_F3)
    clerk.settle()
    model = clerk.cases.table.cases

    assert model.index(0, 5).data() == "Đang xử lý"
    assert isinstance(clerk.cases.table.itemDelegateForColumn(5), Badge)
