"""F5 by keys: groups, rows, the usual act of each, apologies, the list on paper."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from support.desk import HOA, receive
from support.window import busy_window, key, read, settle

from desk_app.app.startup import application
from desk_app.domain.case_clock import Urgency
from desk_app.domain.changes import Changes
from desk_app.domain.lifecycle import ActName
from desk_app.domain.moment import moment
from desk_app.domain.slip import SlipKind
from desk_app.domain.staff import Role
from desk_app.services.complete_case import complete_case
from desk_app.storage import event_log
from desk_app.ui.due_soon.model import DUE, LATE

CTRL = Qt.KeyboardModifier.ControlModifier
GROUP_KEYS = dict(
    zip(
        Urgency,
        (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5, Qt.Key.Key_6),
        strict=True,
    )
)


@pytest.fixture(scope="session")
def qapp():
    return application()


@pytest.fixture
def window(qtbot, tmp_path):
    with busy_window(qtbot, tmp_path) as (program, codes):
        yield program, codes


def go(qtbot, program):
    key(qtbot, program, Qt.Key.Key_F5)
    return program.screens["due_soon"]


def codes_in(screen):
    model = screen.table.due
    return [model.row(n).code for n in range(model.rowCount())]


def test_the_place_shows_how_many_are_late_in_red_before_anybody_goes_there(window):
    program, _ = window
    badge = program.screens["due_soon"].badge

    assert (badge.text(), badge.property("state"), badge.isVisible()) == ("1", "late", True)


def test_what_counts_unseen_ends_with_its_window(window):
    """Else its clock went on after the window, and the count was written on a badge that was gone."""
    program, _ = window
    screen = program.screens["due_soon"]

    assert screen.window() is program.window
    assert not screen.isVisible()


def test_time_alone_makes_a_case_late(qtbot, window):
    program, _ = window
    program.home.clock.at = moment("2026-11-23T17:01")
    program.screens["due_soon"]._on_time()
    settle(qtbot, program)

    assert program.screens["due_soon"].badge.text() == "3"


def test_it_begins_at_what_is_late_and_each_group_has_its_key(qtbot, window):
    program, codes = window
    screen = go(qtbot, program)
    shown = {Urgency.OVERDUE: codes_in(screen)}
    for group, which in GROUP_KEYS.items():
        key(qtbot, program, which)
        shown[group] = codes_in(screen)

    assert shown == {
        Urgency.OVERDUE: [codes["late"]],
        Urgency.DUE_TODAY: [codes["extended"], codes["today"]],
        Urgency.DUE_TOMORROW: [codes["tomorrow"]],
        Urgency.TO_SEND: [],
        Urgency.WAITING_FOR_CITIZEN: [codes["paying"], codes["waiting"]],
        Urgency.RESULT_NOT_COLLECTED: [codes["ready"]],
    }
    assert [card.number.text() for card in screen.cards.values()] == ["1", "2", "1", "0", "2", "1"]
    assert screen.cards[Urgency.OVERDUE].accessibleName() == "Quá hạn: 1"


def test_a_scan_acts_on_no_case_and_a_code_opens_its_own(qtbot, window):
    """A card holds the letters G, N, T and I, and every digit."""
    program, codes = window
    screen = go(qtbot, program)
    asked = []
    screen.act_asked.connect(lambda code, act: asked.append((code, act)))
    qtbot.keyClicks(QApplication.focusWidget(), "038190004217||NGUYEN THI|14021990|Nu|Thon TIN|01072022")
    key(qtbot, program, Qt.Key.Key_Return)

    assert asked == []
    assert program.window.stack.currentWidget() is screen
    assert codes_in(screen) == [codes["late"]], "the group at hand stays"
    qtbot.keyClicks(QApplication.focusWidget(), codes["ready"])
    key(qtbot, program, Qt.Key.Key_Return)
    assert program.screens["case"].code.text() == codes["ready"]


def test_enter_opens_the_case_at_the_cursor(qtbot, window):
    program, codes = window
    screen = go(qtbot, program)
    key(qtbot, program, Qt.Key.Key_2)
    key(qtbot, program, Qt.Key.Key_Down)
    key(qtbot, program, Qt.Key.Key_Return)

    assert screen.table.chosen().code == codes["today"]
    assert program.window.stack.currentWidget() is program.screens["case"]
    assert program.screens["case"].code.text() == codes["today"]


def test_t_goes_to_the_hand_over_of_that_case(qtbot, window):
    program, codes = window
    go(qtbot, program)
    key(qtbot, program, Qt.Key.Key_6)
    key(qtbot, program, Qt.Key.Key_T)

    giving = program.screens["hand_over"]
    assert program.window.stack.currentWidget() is giving
    assert giving.search.text() == codes["ready"]
    assert giving.table.chosen().code == codes["ready"]


def test_the_usual_act_asks_for_the_case_and_the_act(qtbot, window):
    program, codes = window
    screen = go(qtbot, program)
    asked = []
    screen.act_asked.connect(lambda code, act: asked.append((code, act)))
    key(qtbot, program, Qt.Key.Key_N)
    assert asked == [], "a late case is not waited for"
    key(qtbot, program, Qt.Key.Key_G)
    go(qtbot, program)
    key(qtbot, program, Qt.Key.Key_5)
    key(qtbot, program, Qt.Key.Key_Down)
    key(qtbot, program, Qt.Key.Key_N)

    case = program.screens["case"]
    assert asked == [(codes["late"], "extend"), (codes["waiting"], "take_supplement")]
    assert program.window.stack.currentWidget() is case
    assert (case.code.text(), case.panel is not None) == (codes["waiting"], True), (
        "the act lies open on its page"
    )


def test_escape_comes_back_to_the_row_one_was_at(qtbot, window):
    program, codes = window
    screen = go(qtbot, program)
    key(qtbot, program, Qt.Key.Key_2)
    key(qtbot, program, Qt.Key.Key_Down)
    key(qtbot, program, Qt.Key.Key_Return)
    key(qtbot, program, Qt.Key.Key_Escape)

    assert program.window.stack.currentWidget() is screen
    assert screen.table.chosen().code == codes["today"]


def test_a_case_opened_from_the_list_of_cases_goes_back_there(qtbot, window):
    program, _ = window
    go(qtbot, program)
    key(qtbot, program, Qt.Key.Key_Return)
    key(qtbot, program, Qt.Key.Key_F3)
    key(qtbot, program, Qt.Key.Key_Return)
    key(qtbot, program, Qt.Key.Key_Escape)

    assert program.window.stack.currentWidget() is program.screens["cases"]


def test_who_may_not_extend_is_not_offered_it(qtbot, tmp_path):
    minh = replace(HOA, login="minh", name="Trần Văn Minh", roles=frozenset({Role.RECEIVE}))
    with busy_window(qtbot, tmp_path, minh) as (program, _):
        screen = go(qtbot, program)
        assert not screen.bar.act.isEnabled()
        key(qtbot, program, Qt.Key.Key_G)
        assert "cần quyền lãnh đạo, xử lý" in program.window.told.text()
        key(qtbot, program, Qt.Key.Key_6)
        assert screen.bar.act.isEnabled(), "who receives hands over"


def test_a_case_is_extended_once(qtbot, window):
    program, codes = window
    screen = go(qtbot, program)
    key(qtbot, program, Qt.Key.Key_2)
    assert screen.table.chosen().code == codes["extended"]
    assert not screen.bar.act.isEnabled()
    key(qtbot, program, Qt.Key.Key_G)

    assert "đã hẹn lại một lần" in program.window.told.text()
    assert program.window.stack.currentWidget() is screen


def test_i_prints_the_apologies_and_names_who_needs_one(qtbot, window, tmp_path):
    program, codes = window
    screen = go(qtbot, program)
    key(qtbot, program, Qt.Key.Key_3)
    key(qtbot, program, Qt.Key.Key_I)
    told = program.window.told.text()
    key(qtbot, program, Qt.Key.Key_I)
    slip = read(program, lambda reading: reading.case(codes["extended"]).slip(SlipKind.EXTENSION))

    assert (tmp_path / "papers" / f"{codes['extended']}-extension.pdf").exists()
    assert told == "Đã in 1 thư xin lỗi. Đến hạn ngày mai mà chưa gia hạn: …5001; chọn từng hồ sơ rồi bấm G."
    assert slip.printed == 1, "the second time nothing was left to print"
    assert screen.bar.apologies.isEnabled()


def test_the_list_is_printed_and_that_is_in_the_log(qtbot, window, tmp_path):
    program, _ = window
    go(qtbot, program)
    key(qtbot, program, Qt.Key.Key_P, CTRL)
    pdf = pypdfium2.PdfDocument(tmp_path / "papers" / "due-soon.pdf")
    text = pdf[0].get_textpage().get_text_bounded()
    pdf.close()
    told = read(program, lambda reading: list(event_log.events(reading._db))[-1])

    assert "Chưa đến lấy kết quả: 1 hồ sơ" in text
    assert (told.kind, event_log.body_of(told)["list"], event_log.body_of(told)["rows"]) == (
        "exported",
        "due-soon",
        7,
    )


def test_a_case_that_was_settled_leaves_its_group_and_the_next_comes_under_the_cursor(qtbot, window):
    program, codes = window
    screen = go(qtbot, program)
    key(qtbot, program, Qt.Key.Key_2)
    program.opened.store.never_on = None
    complete_case(codes["extended"], "16", staff="hoa", store=program.opened.store, clock=program.home.clock)
    program.bulletin.changed.emit(Changes(cases=True))
    settle(qtbot, program)

    assert codes_in(screen) == [codes["today"]]
    assert screen.table.chosen().code == codes["today"]
    assert screen.cards[Urgency.RESULT_NOT_COLLECTED].number.text() == "2"


def later(qtbot, program, at, work=lambda _store, _clock: None):
    """Move the clock, do what the desk did meanwhile, let F5 read anew and go there."""
    program.home.clock.at = moment(at)
    store = program.opened.store
    store.never_on, kept = None, store.never_on
    try:
        made = work(store, program.home.clock)
    finally:
        store.never_on = kept
    screen = program.screens["due_soon"]
    screen._on_time()
    settle(qtbot, program)
    go(qtbot, program)
    return screen, made


def take(**changes):
    return lambda store, clock: receive(store, clock, name="Quàng Văn Minh", number="014090000001", **changes)


def test_a_case_not_sent_on_stands_in_a_group_of_its_own_and_c_sends_it(qtbot, window):
    program, _ = window
    later(qtbot, program, "2026-11-27T15:30", take(term="9wd"))
    screen, _ = later(qtbot, program, "2026-11-30T11:00")
    key(qtbot, program, Qt.Key.Key_4)
    (code,) = codes_in(screen)

    assert screen.table.due.text(screen.table.chosen(), DUE) == "lẽ ra trước hôm nay, 07:00"
    assert screen.table.due.colour(screen.table.chosen(), DUE) == LATE
    assert screen.cards[Urgency.TO_SEND].accessibleName() == "Chưa chuyển xử lý: 1"
    assert (screen.bar.act.text(), screen.bar.second.isVisible()) == ("Chuyển xử lý   C", False)
    key(qtbot, program, Qt.Key.Key_C)
    case = program.screens["case"]
    assert (case.code.text(), case.panel.form.act) == (code, ActName.FORWARD)


def test_the_communes_own_part_counts_in_the_red_number_and_is_said_as_such(qtbot, window):
    program, _ = window
    _, code = later(qtbot, program, "2026-11-23T10:00", take(term="3wd+5wd"))
    screen, _ = later(qtbot, program, "2026-11-30T08:00")
    key(qtbot, program, Qt.Key.Key_1)
    rows = {screen.table.due.row(n).code: n for n in range(screen.table.due.rowCount())}
    screen.table.selectRow(rows[code])

    assert screen.badge.text() == screen.cards[Urgency.OVERDUE].number.text() == str(len(rows))
    assert screen.table.due.text(screen.table.chosen(), DUE) == "phần của xã: hạn 27/11/2026, quá 3 ngày"
    assert (screen.bar.act.text(), screen.bar.second.text()) == ("Chuyển xử lý   C", "Gia hạn   G")
    screen.bar.act.click()
    settle(qtbot, program)
    assert program.screens["case"].panel.form.act is ActName.FORWARD


def test_a_supplement_that_never_came_is_closed_by_d_from_the_list(qtbot, window):
    program, codes = window
    screen, _ = later(qtbot, program, "2026-12-02T16:00")
    key(qtbot, program, Qt.Key.Key_5)
    key(qtbot, program, Qt.Key.Key_Down)
    assert screen.table.chosen().code == codes["waiting"]
    assert not screen.bar.second.isVisible(), "its last day is not over"
    key(qtbot, program, Qt.Key.Key_D)
    assert program.window.stack.currentWidget() is screen
    later(qtbot, program, "2026-12-03T08:00")

    assert screen.table.chosen().code == codes["waiting"]
    assert (screen.bar.act.text(), screen.bar.second.text()) == (
        "Nhận bổ sung   N",
        "Đóng vì không bổ sung   D",
    )
    key(qtbot, program, Qt.Key.Key_D)
    case = program.screens["case"]
    assert (case.code.text(), case.panel.form.act) == (codes["waiting"], ActName.CLOSE_UNCOMPLETED)


def test_every_group_says_what_it_is(qtbot, window):
    program, _ = window
    screen = go(qtbot, program)
    told = []
    for which in GROUP_KEYS.values():
        key(qtbot, program, which)
        told.append(screen.explanation.text())

    assert len(set(told)) == len(GROUP_KEYS)
    assert all(told)
