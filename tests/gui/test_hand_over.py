"""Handing results over: the right one, to whom the clerk said, once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from support.clerk import ALT, BIRTH, CARD, CTRL, OTHER_CARD

from desk_app.domain.case import Receiver, State


@pytest.fixture
def two(clerk):
    """Return the codes of two cases whose results are here."""
    codes = [clerk.receive(CARD), clerk.receive(OTHER_CARD)]
    for code in codes:
        clerk.complete(code)
    return codes


def by_post(clerk):
    """Take a case that is to go by post, and record its result."""
    clerk.key(Qt.Key.Key_F2)
    clerk.scan(CARD)
    clerk.intake.applicant.return_method.choose("post")
    clerk.type_into(clerk.intake.applicant.return_address, "Thôn Đồng Tâm, xã Tân Lập")
    clerk.choose(BIRTH)
    clerk.key(Qt.Key.Key_F9)
    clerk.settle()
    code = clerk.rows()[0].code
    clerk.complete(code)
    return code


def states(clerk):
    return {row.code: row.state for row in clerk.rows()}


def test_a_result_is_recorded_and_handed_over_by_keys(qtbot, clerk, tmp_path):
    code = clerk.receive()
    clerk.key(Qt.Key.Key_F3)
    clerk.type("minh duc")
    clerk.key(Qt.Key.Key_Return)
    clerk.settle()
    clerk.type("15/2026")
    clerk.key(Qt.Key.Key_F9)
    clerk.settle()
    clerk.key(Qt.Key.Key_F4)
    clerk.type("minh duc")
    clerk.settle()
    assert clerk.giving.receiver.who.text() == "Nguyễn Thị Minh Đức"
    clerk.key(Qt.Key.Key_2, ALT)
    clerk.type("Trần Đình Ước")
    clerk.type_into(clerk.giving.receiver.paper, "Giấy ủy quyền ngày 20/11/2026")
    clerk.key(Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: (tmp_path / "papers" / f"{code}-return_slip.pdf").exists())
    clerk.settle()
    case = clerk.stored(code)

    assert (case.state, case.result_number, case.hand_over.name) == (
        State.RETURNED,
        "15/2026",
        "Trần Đình Ước",
    )


def test_one_f9_is_one_case_however_often_it_is_pressed(clerk, two):
    clerk.key(Qt.Key.Key_F4)
    clerk.scan(two[0])
    for _ in range(5):
        clerk.key(Qt.Key.Key_F9)
        clerk.settle()

    assert states(clerk) == {two[0]: State.RETURNED, two[1]: State.RESULT_WAITING}
    assert clerk.giving.table.chosen() is None
    assert "Chưa chọn hồ sơ" in clerk.told


def test_f9_from_the_cases_own_page_gives_away_no_other(clerk, two):
    clerk.key(Qt.Key.Key_F3)
    clerk.scan(two[1])
    clerk.settle()
    for _ in range(5):
        clerk.key(Qt.Key.Key_F9)
        clerk.settle()

    assert states(clerk) == {two[0]: State.RESULT_WAITING, two[1]: State.RETURNED}


def test_nothing_is_chosen_that_the_clerk_did_not_choose(clerk, two):
    clerk.key(Qt.Key.Key_F4)
    clerk.settle()
    assert (clerk.giving.table.chosen(), clerk.giving.go.isEnabled()) == (None, False)
    clerk.type("H56")
    clerk.settle()

    assert clerk.giving.table.chosen() is None, "two cases fit"
    clerk.key(Qt.Key.Key_F9)
    clerk.settle()
    assert set(states(clerk).values()) == {State.RESULT_WAITING}


@pytest.mark.parametrize("which", [0, 1])
def test_a_code_and_f9_at_a_scanners_speed_hand_over_that_case(clerk, two, which):
    clerk.key(Qt.Key.Key_F4)
    clerk.type(two[which])
    clerk.key(Qt.Key.Key_Return)
    clerk.key(Qt.Key.Key_F9)
    clerk.settle()

    assert states(clerk) == {
        code: State.RETURNED if code == two[which] else State.RESULT_WAITING for code in two
    }


def test_a_code_that_is_none_hands_nothing_over_and_says_so(clerk, two):
    clerk.key(Qt.Key.Key_F4)
    clerk.type("H56.22.17-261123-9999")
    clerk.key(Qt.Key.Key_Return)
    clerk.key(Qt.Key.Key_F9)
    clerk.settle()

    assert set(states(clerk).values()) == {State.RESULT_WAITING}
    assert "Không tìm thấy" in clerk.giving.empty.text()


def test_a_citizens_card_finds_the_persons_results(clerk, two):
    clerk.key(Qt.Key.Key_F4)
    clerk.go(clerk.giving.table)
    clerk.scan(OTHER_CARD)
    clerk.settle()

    assert clerk.giving.receiver.who.text() == "Trần Văn Bảo"


def test_a_proxys_details_do_not_carry_over_to_the_next_case(clerk, two):
    clerk.key(Qt.Key.Key_F4)
    clerk.scan(two[0])
    clerk.settle()
    clerk.key(Qt.Key.Key_2, ALT)
    clerk.type("Trần Đình Ước")
    clerk.key(Qt.Key.Key_F, CTRL)
    clerk.scan(two[1])
    clerk.settle()
    card = clerk.giving.receiver

    assert card.who.text() == "Trần Văn Bảo"
    assert (card.name.text(), card.choices[0].isChecked()) == ("", True)


def test_the_proxys_details_outlive_news_from_elsewhere(clerk, two):
    clerk.key(Qt.Key.Key_F4)
    clerk.scan(two[0])
    clerk.settle()
    clerk.key(Qt.Key.Key_2, ALT)
    clerk.type("Trần Đình Ước")
    clerk.settle()
    clerk.giving._ask(anew=False)
    clerk.settle()

    assert clerk.giving.receiver.name.text() == "Trần Đình Ước"


def test_a_proxy_needs_a_name_and_the_paper(clerk, two):
    clerk.key(Qt.Key.Key_F4)
    clerk.scan(two[0])
    clerk.settle()
    clerk.key(Qt.Key.Key_2, ALT)
    clerk.key(Qt.Key.Key_F9)
    assert "họ tên người nhận thay, giấy ủy quyền" in clerk.told
    clerk.type("Trần Đình Ước")
    clerk.key(Qt.Key.Key_F9)
    clerk.settle()

    assert "giấy ủy quyền" in clerk.told
    assert clerk.focus() is clerk.giving.receiver.paper
    assert states(clerk)[two[0]] is State.RESULT_WAITING


def test_a_case_that_goes_by_post_begins_with_the_post_and_needs_the_parcels_number(clerk):
    code = by_post(clerk)
    clerk.key(Qt.Key.Key_F4)
    clerk.scan(code)
    clerk.settle()
    card = clerk.giving.receiver
    assert card.choices[2].isChecked()
    assert "Thôn Đồng Tâm" in card.registered.text()
    clerk.key(Qt.Key.Key_F9)
    clerk.settle()
    assert "số hiệu bưu gửi" in clerk.told
    assert clerk.focus() is card.parcel
    clerk.type("EP500123112VN")
    clerk.key(Qt.Key.Key_F9)
    clerk.settle()

    taken = clerk.stored(code).hand_over
    assert (taken.receiver, taken.post_code) == (Receiver.POST, "EP500123112VN")


def test_a_slip_in_a_folder_is_not_called_printed(clerk, two):
    clerk.key(Qt.Key.Key_F4)
    clerk.scan(two[0])
    clerk.key(Qt.Key.Key_F9)
    clerk.settle()

    assert "lưu thành tệp, chưa in ra giấy" in clerk.told
