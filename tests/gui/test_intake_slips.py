"""Slips instead of a receipt: what to complete, why not; and papers that a national database holds."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from support.intake_window import (
    CARD,
    CTRL,
    OTHER_CARD,
    SHIFT,
    choose,
    key,
    picture,
    printed,
    settle,
    signed_in,
    slips,
    stored,
)

from desk_app.app.startup import application
from desk_app.domain.case import State
from desk_app.domain.moment import moment
from desk_app.domain.slip import SlipKind
from desk_app.machine.clock import SteppedClock
from desk_app.ui.typed_text import press, type_text


@pytest.fixture(scope="session")
def qapp():
    return application()


@pytest.fixture
def clock():
    return SteppedClock(moment("2026-11-23T08:15"))


@pytest.fixture
def desk(qtbot, tmp_path, clock):
    with signed_in(qtbot, tmp_path, clock) as made:
        yield made


def test_an_incomplete_dossier_gets_a_slip_by_two_keys_and_the_form_is_empty(qtbot, desk, tmp_path):
    intake = desk.screens["intake"]
    intake.applicant.take_scan(CARD)
    choose(qtbot, desk, "dkks")
    table = intake.procedure.table
    table.setFocus()
    table.selectRow(1)
    press(table, Qt.Key.Key_Space)
    missing = table.papers.papers[1].name
    picture(qtbot, desk, "1_thieu_giay_to")
    key(qtbot, Qt.Key.Key_F9, SHIFT)
    settle(qtbot, desk)
    guidance = desk.screens["guidance"]

    assert desk.window.stack.currentWidget() is guidance
    assert [paper.name for paper in guidance.form.told().papers] == [missing]
    assert guidance.form.told().reason == "Hồ sơ chưa đủ thành phần theo quy định."
    assert (guidance.form.guide.text(), guidance.form.phone.text()) == ("Lê Thị Hoa", "0237 3123 456")
    qtbot.waitUntil(lambda: not guidance.preview.pixmap().isNull())
    picture(qtbot, desk, "2_yeu_cau_bo_sung")

    key(qtbot, Qt.Key.Key_F9)
    settle(qtbot, desk)
    slip = slips(desk)[0]
    assert (slip.kind, slip.slip_number, slip.printed) == (SlipKind.COMPLETION, 1, 1)
    assert [paper.name for paper in slip.guidance.papers] == [missing]
    assert printed(tmp_path) == ["H56.22.17-completion-00001.pdf"]
    assert desk.window.stack.currentWidget() is intake
    assert intake.state().is_empty
    assert stored(desk) == []
    picture(qtbot, desk, "3_da_lap_phieu")


def test_a_refusal_is_asked_for_twice_and_a_change_asks_again(qtbot, desk):
    desk.screens["intake"].applicant.take_scan(CARD)
    choose(qtbot, desk, "dkks")
    key(qtbot, Qt.Key.Key_F9, CTRL)
    settle(qtbot, desk)
    guidance = desk.screens["guidance"]
    press(guidance.form.common, Qt.Key.Key_Down)
    guidance.form.common.activated.emit(1)
    key(qtbot, Qt.Key.Key_F9)
    settle(qtbot, desk)
    assert "lần nữa" in guidance.go.text()
    picture(qtbot, desk, "4_tu_choi")
    type_text(guidance.form.reason, " Đã hướng dẫn nộp tại Sở Tư pháp.")
    key(qtbot, Qt.Key.Key_F9)
    settle(qtbot, desk)
    assert slips(desk) == []
    key(qtbot, Qt.Key.Key_F9)
    settle(qtbot, desk)

    (slip,) = slips(desk)
    assert (slip.kind, slip.guidance.papers) == (SlipKind.REFUSAL, ())
    assert "Sở Tư pháp" in slip.guidance.reason


def test_without_a_reason_no_slip_is_given_and_nothing_is_lost(qtbot, desk):
    intake = desk.screens["intake"]
    intake.applicant.take_scan(CARD)
    choose(qtbot, desk, "dkks")
    key(qtbot, Qt.Key.Key_F9, CTRL)
    settle(qtbot, desk)
    key(qtbot, Qt.Key.Key_F9)
    settle(qtbot, desk)
    assert "lý do" in desk.window.told.text()
    key(qtbot, Qt.Key.Key_Escape)
    settle(qtbot, desk)

    assert desk.window.stack.currentWidget() is intake
    assert intake.applicant.name.text() == "Nguyễn Thị Minh Đức"
    assert slips(desk) == []


def test_the_slips_of_the_day_are_printed_again(qtbot, desk, tmp_path):
    for card in (CARD, OTHER_CARD):
        desk.screens["intake"].applicant.take_scan(card)
        choose(qtbot, desk, "dkks")
        key(qtbot, Qt.Key.Key_F9, SHIFT)
        settle(qtbot, desk)
        type_text(desk.screens["guidance"].form.papers.typed, "Giấy chứng sinh bản chính")
        type_text(desk.screens["guidance"].form.reason, "Thiếu giấy chứng sinh")
        key(qtbot, Qt.Key.Key_F9)
        settle(qtbot, desk)
    desk.screens["intake"].applicant.take_scan(CARD)
    choose(qtbot, desk, "dkks")
    key(qtbot, Qt.Key.Key_F9, SHIFT)
    settle(qtbot, desk)
    guidance = desk.screens["guidance"]
    guidance.slips.list.setFocus()
    press(guidance.slips.list, Qt.Key.Key_Down)
    picture(qtbot, desk, "5_phieu_hom_nay")
    key(qtbot, Qt.Key.Key_P, CTRL)
    settle(qtbot, desk)

    assert [(slip.slip_number, slip.printed) for slip in slips(desk)] == [(2, 1), (1, 2)]
    assert len(printed(tmp_path)) == 3


def test_slips_need_a_procedure_and_say_so(qtbot, desk):
    desk.screens["intake"].applicant.take_scan(CARD)
    key(qtbot, Qt.Key.Key_F9, SHIFT)

    assert "Chưa chọn thủ tục" in desk.window.told.text()
    assert desk.window.stack.currentWidget() is desk.screens["intake"]


def test_papers_of_national_databases_are_marked_and_do_not_hold_up(qtbot, desk):
    intake = desk.screens["intake"]
    intake.applicant.take_scan(CARD)
    choose(qtbot, desk, "1.004222")
    papers = intake.procedure.table.papers
    spoken = Qt.ItemDataRole.AccessibleTextRole  # with the note that stands beside the name
    shown = [str(papers.data(papers.index(row, 0), spoken)) for row in range(papers.rowCount())]
    marked = [row for row, text in enumerate(shown) if "tra cứu trước" in text]
    picture(qtbot, desk, "13_tra_cuu_truoc")

    assert marked
    assert not any(papers.papers[row].handed_in for row in marked)
    key(qtbot, Qt.Key.Key_F9)
    settle(qtbot, desk)
    assert [case.state for case in stored(desk)] == [State.PROCESSING]
