"""Whoever was here before is known; several procedures of one person are one print job."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from support.intake_window import (
    CARD,
    CTRL,
    OTHER_CARD,
    bundle,
    choose,
    key,
    known,
    picture,
    printed,
    receive,
    settle,
    signed_in,
    stored,
)

from desk_app.app.startup import application
from desk_app.domain.moment import moment
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


def test_who_was_here_before_is_told_and_filled_in_without_overwriting(qtbot, desk, clock):
    intake = desk.screens["intake"]
    intake.applicant.take_scan(CARD)
    type_text(intake.applicant.phone, "0912345678")
    type_text(intake.applicant.email, "duc@example.vn")
    choose(qtbot, desk, "dkks")
    key(qtbot, Qt.Key.Key_F9)
    settle(qtbot, desk)
    type_text(intake.applicant.number, "038190004217")
    type_text(intake.applicant.phone, "0987654321")
    settle(qtbot, desk)
    line = known(desk).line

    qtbot.waitUntil(line.isVisible)
    assert "1 hồ sơ · gần nhất 23/11/2026 Đăng ký khai sinh – đang xử lý" in line.text.text()
    picture(qtbot, desk, "6_lan_truoc")
    key(qtbot, Qt.Key.Key_R, CTRL)

    assert intake.applicant.phone.text() == "0987654321"
    assert intake.applicant.email.text() == "duc@example.vn"
    assert intake.applicant.name.text() == "Nguyễn Thị Minh Đức"
    assert intake.applicant.address.text() == "Thôn Đồng Tâm, xã Tân Lập, tỉnh Thanh Hóa"
    assert not line.fill.isVisible()
    key(qtbot, Qt.Key.Key_H, CTRL)
    settle(qtbot, desk)
    assert desk.window.stack.currentWidget() is desk.screens["cases"]
    assert desk.screens["cases"].table.cases.rowCount() == 1


def test_a_number_that_was_somebody_elses_fills_in_nothing(qtbot, desk):
    intake = desk.screens["intake"]
    receive(qtbot, desk)
    type_text(intake.applicant.number, "038190004217")
    type_text(intake.applicant.name, "Lê Văn Tám")
    settle(qtbot, desk)
    qtbot.waitUntil(lambda: "Nguyễn Thị Minh Đức" in known(desk).line.odd.text())
    key(qtbot, Qt.Key.Key_R, CTRL)

    assert intake.applicant.address.text() == ""


def test_nothing_of_a_person_stays_when_the_form_is_cleared(qtbot, desk):
    receive(qtbot, desk)
    desk.screens["intake"].applicant.take_scan(CARD)
    settle(qtbot, desk)
    assert known(desk).line.isVisible()
    key(qtbot, Qt.Key.Key_Escape)
    settle(qtbot, desk)

    assert not known(desk).line.isVisible()
    assert known(desk).line.text.text() == ""


def test_the_same_procedure_still_open_is_warned_of_and_can_be_received_all_the_same(qtbot, desk):
    receive(qtbot, desk)
    desk.screens["intake"].applicant.take_scan(CARD)
    choose(qtbot, desk, "dkks")
    settle(qtbot, desk)
    warning = known(desk).duplicate
    assert warning.isVisible()
    assert "H56.22.17-261123-5001" in warning.text.text()
    picture(qtbot, desk, "7_trung_ho_so")
    choose(qtbot, desk, "xac nhan tinh trang hon nhan")
    assert not warning.isVisible()
    choose(qtbot, desk, "dkks")
    key(qtbot, Qt.Key.Key_F9)
    settle(qtbot, desk)
    assert len(stored(desk)) == 2
    desk.screens["intake"].applicant.take_scan(CARD)
    choose(qtbot, desk, "dkks")
    settle(qtbot, desk)
    key(qtbot, Qt.Key.Key_O, CTRL)
    settle(qtbot, desk)

    assert desk.window.stack.currentWidget() is desk.screens["case"]


def test_several_procedures_of_one_person_are_one_print_job(qtbot, desk, tmp_path):
    intake = desk.screens["intake"]
    intake.applicant.take_scan(CARD)
    type_text(intake.applicant.phone, "0912345678")
    choose(qtbot, desk, "dkks")
    key(qtbot, Qt.Key.Key_K, CTRL)
    key(qtbot, Qt.Key.Key_F9)
    settle(qtbot, desk)
    assert intake.applicant.name.text() == "Nguyễn Thị Minh Đức"
    assert intake.procedure.procedure is None
    assert QApplication.focusWidget() is intake.procedure.search
    assert printed(tmp_path) == []
    choose(qtbot, desk, "xac nhan tinh trang hon nhan")
    picture(qtbot, desk, "8_nhieu_thu_tuc")
    key(qtbot, Qt.Key.Key_F9)
    settle(qtbot, desk)
    key(qtbot, Qt.Key.Key_P, CTRL)
    settle(qtbot, desk)

    cases = stored(desk)
    assert [case.code[-4:] for case in cases] == ["5002", "5001"]
    assert {case.intake.applicant.phone for case in cases} == {"0912345678"}
    assert [case.receipts_printed for case in cases] == [1, 1]
    assert printed(tmp_path) == ["H56.22.17-261123-5001-receipt-x2.pdf"]
    assert intake.state().is_empty
    assert not bundle(desk).line.keep.isChecked()


def test_a_bundle_ends_with_the_case_received_without_the_switch(qtbot, desk, tmp_path):
    intake = desk.screens["intake"]
    intake.applicant.take_scan(CARD)
    choose(qtbot, desk, "dkks")
    key(qtbot, Qt.Key.Key_K, CTRL)
    key(qtbot, Qt.Key.Key_F9)
    settle(qtbot, desk)
    choose(qtbot, desk, "xac nhan tinh trang hon nhan")
    key(qtbot, Qt.Key.Key_K, CTRL)
    key(qtbot, Qt.Key.Key_F9)
    settle(qtbot, desk)

    assert printed(tmp_path) == ["H56.22.17-261123-5001-receipt-x2.pdf"]
    assert intake.state().is_empty


@pytest.mark.parametrize("ends", ["esc", "scan"])
def test_another_person_never_joins_a_bundle(qtbot, desk, tmp_path, ends):
    intake = desk.screens["intake"]
    intake.applicant.take_scan(CARD)
    choose(qtbot, desk, "dkks")
    key(qtbot, Qt.Key.Key_K, CTRL)
    key(qtbot, Qt.Key.Key_F9)
    settle(qtbot, desk)
    if ends == "esc":
        press(intake.applicant.name, Qt.Key.Key_Escape)
    else:
        intake.applicant.take_scan(OTHER_CARD)
    settle(qtbot, desk)

    assert printed(tmp_path) == ["H56.22.17-261123-5001-receipt-x1.pdf"]
    assert not bundle(desk).running
    assert intake.applicant.name.text() == ("" if ends == "esc" else "Trần Văn Bảo")
