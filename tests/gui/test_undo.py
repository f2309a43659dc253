"""A slip of the hand is taken back by one key, while its sentence is in sight, or on the case's page."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from support.case_window import CODE, CTRL, CaseWindow, shown_texts, type_over

from desk_app.app.startup import application
from desk_app.domain.case import State
from desk_app.domain.changes import Changes
from desk_app.domain.deed import Deed, Note, TakingBack
from desk_app.domain.lifecycle import ActName
from desk_app.domain.moment import moment
from desk_app.printing.pdf_folder import PdfFolder
from desk_app.ui.typed_text import press, type_text

DONE = Deed(act=ActName.COMPLETE, given=Note(text="15/GKS"))


@pytest.fixture(scope="session")
def qapp():
    return application()


@pytest.fixture
def desk(qtbot, tmp_path):
    made = CaseWindow(qtbot, tmp_path)
    yield made
    made.close()


def undo_button(desk):
    return desk.program.window.messages.undo


def hand_over_by_f4(desk):
    desk.did(DONE)
    desk.sign_in()
    desk.key(Qt.Key.Key_F4)
    desk.settle()
    giving = desk.program.screens["hand_over"]
    type_over(giving.search, CODE)
    desk.settle()
    desk.f9()
    return giving


def test_a_result_recorded_by_mistake_is_taken_back_by_ctrl_z(desk):
    desk.sign_in().f9()
    assert desk.case().state is State.RESULT_WAITING
    assert (undo_button(desk).text(), undo_button(desk).isVisible()) == ("Hoàn tác", True)
    desk.key(Qt.Key.Key_Z, CTRL)
    desk.settle()

    assert desk.case().state is State.PROCESSING
    assert desk.told == f"Đã hoàn tác “Có kết quả” của {CODE}."
    assert undo_button(desk) is None
    assert desk.offered[0] is ActName.COMPLETE
    assert "Có kết quả (đã hoàn tác)" in shown_texts(desk.screen)
    assert "Hoàn tác: Có kết quả" in shown_texts(desk.screen)
    desk.key(Qt.Key.Key_Z, CTRL)
    desk.settle()
    assert desk.case().acts == 1, "once is once"


def test_a_result_given_away_on_f4_is_taken_back_with_the_cursor_in_the_search(desk):
    """Its own undo would bring the words of the search back, which nobody means just then."""
    giving = hand_over_by_f4(desk)
    assert desk.case().state is State.RETURNED
    assert giving.search.hasFocus()
    assert "chưa in ra giấy" in desk.told
    desk.key(Qt.Key.Key_Z, CTRL)
    desk.settle()

    assert desk.case().state is State.RESULT_WAITING
    assert desk.told.endswith("Phiếu trả kết quả số 00001 đã hủy.")  # kept as a file: nobody holds it
    assert giving.search.text() == ""
    assert [giving.table.cases.row(n).code for n in range(giving.table.cases.rowCount())] == [CODE]


def test_a_paper_that_came_out_of_a_printer_is_to_be_taken_in_again(desk, monkeypatch):
    monkeypatch.setattr(PdfFolder, "names", lambda _folder: ["Máy in phòng"])  # the only one is chosen
    hand_over_by_f4(desk)
    desk.key(Qt.Key.Key_Z, CTRL)
    desk.settle()

    assert desk.told.endswith("Phiếu trả kết quả số 00001 đã in: thu lại và hủy.")


@pytest.fixture
def gate(monkeypatch):
    """Hold the printer back until the gate is set."""
    opened, send = threading.Event(), PdfFolder.send
    monkeypatch.setattr(PdfFolder, "send", lambda *job: opened.wait(30) and send(*job))
    yield opened
    opened.set()


def give(desk, code):
    """Hand a result over on F4 without waiting for its slip."""
    giving = desk.program.screens["hand_over"]
    giving.search.clear()
    type_text(giving.search, code)
    desk.qtbot.waitUntil(
        lambda: [giving.table.cases.row(n).code for n in range(giving.table.cases.rowCount())] == [code]
    )
    desk.key(Qt.Key.Key_F9)
    desk.qtbot.waitUntil(lambda: desk.case(code).state is State.RETURNED)
    desk.qtbot.waitUntil(lambda: undo_button(desk) is not None and code in desk.told)


def test_a_slip_that_is_printed_late_offers_no_other_act_to_be_taken_back(desk, gate):
    """It said anew that the result was given, and the next Ctrl+Z took the result itself back."""
    desk.sign_in().f9()
    desk.key(Qt.Key.Key_F4)
    give(desk, CODE)
    desk.key(Qt.Key.Key_Z, CTRL)
    desk.qtbot.waitUntil(lambda: desk.case().state is State.RESULT_WAITING)
    gate.set()
    desk.settle()
    assert "Đã hoàn tác" in desk.told
    assert undo_button(desk) is None
    desk.key(Qt.Key.Key_Z, CTRL)
    desk.settle()

    assert desk.case().state is State.RESULT_WAITING


def test_a_slip_that_is_printed_late_leaves_the_offer_of_the_act_after_it(desk, gate):
    other = desk.receive(name="Trần Văn Bảo", number="001079007919")
    desk.did(DONE)
    desk.did(DONE, code=other)
    desk.sign_in()
    desk.key(Qt.Key.Key_F4)
    desk.settle()
    give(desk, CODE)
    give(desk, other)
    gate.set()
    desk.settle()
    assert desk.told == (
        f"Đã trả kết quả {other}. {CODE}: Phiếu đã lưu thành tệp, chưa in ra giấy. Phiếu đã lưu thành tệp, chưa in ra giấy."
    )
    desk.key(Qt.Key.Key_Z, CTRL)
    desk.settle()

    assert (desk.case().state, desk.case(other).state) == (State.RETURNED, State.RESULT_WAITING)


def test_a_form_that_was_cleared_takes_no_other_offer_away_when_its_seconds_are_over(desk):
    desk.did(DONE)
    desk.sign_in()
    desk.key(Qt.Key.Key_F2)
    intake = desk.program.screens["intake"]
    type_text(intake.applicant.name, "Trần Văn Bảo")
    desk.key(Qt.Key.Key_Escape)
    desk.key(Qt.Key.Key_F4)
    desk.settle()
    give(desk, CODE)
    intake._cleared._timer.timeout.emit()
    assert undo_button(desk) is not None
    desk.key(Qt.Key.Key_Z, CTRL)
    desk.settle()

    assert desk.case().state is State.RESULT_WAITING


def test_once_the_clerk_types_the_key_is_the_fields_and_the_button_stays(desk):
    giving = hand_over_by_f4(desk)
    type_text(giving.search, "ba")
    desk.settle()
    desk.key(Qt.Key.Key_Z, CTRL)
    desk.settle()
    assert (desk.case().state, giving.search.text() == "ba") == (State.RETURNED, False)
    undo_button(desk).click()
    desk.settle()

    assert desk.case().state is State.RESULT_WAITING


@pytest.mark.parametrize("how", ["an input method", "Backspace"])
def test_letters_of_an_input_method_and_rubbing_out_are_typing_too(desk, how):
    giving = hand_over_by_f4(desk)
    if how == "Backspace":
        giving.search.setText("bà")
        desk.key(Qt.Key.Key_Backspace)
    else:
        composed = QInputMethodEvent()
        composed.setCommitString("bà")
        QCoreApplication.sendEvent(giving.search, composed)
    desk.settle()
    desk.key(Qt.Key.Key_Z, CTRL)
    desk.settle()

    assert desk.case().state is State.RETURNED


def test_another_case_takes_the_offer_away(desk):
    other = desk.receive(name="Trần Văn Bảo", number="001079007919")
    desk.sign_in().f9()
    desk.screen.show_case(other)
    desk.settle()
    assert undo_button(desk) is None
    desk.key(Qt.Key.Key_Z, CTRL)
    desk.settle()

    assert desk.case().state is State.RESULT_WAITING


def test_the_page_offers_it_by_its_letter_until_the_minutes_are_over(desk):
    desk.sign_in().choose("T")
    type_text(desk.form.reason, "Sai thẩm quyền")
    desk.f9()
    assert "Chỉ hoàn tác được trong ít phút" in desk.screen.panel.question.text()
    press(desk.screen.panel.sure, Qt.Key.Key_Return, CTRL)
    desk.settle()
    assert desk.case().state is State.REFUSED
    assert desk.offered[-1] is TakingBack.UNDO
    desk.open()
    desk.key(Qt.Key.Key_F6)
    desk.key(Qt.Key.Key_U)
    desk.settle()
    assert desk.case().state is State.PROCESSING
    assert "Phiếu từ chối số 00001 đã hủy." in desk.told

    desk.f9()
    desk.clock.advance_to(moment("2026-11-23T08:15") + timedelta(minutes=10))
    desk.key(Qt.Key.Key_Z, CTRL)
    desk.settle()
    assert "Chỉ hoàn tác được trong 10 phút" in desk.told
    desk.program.bulletin.changed.emit(Changes(cases=True))
    desk.settle()
    assert TakingBack.UNDO not in desk.offered


def test_sets_channel_and_a_papers_hour_are_corrected_by_keys(desk):
    desk.sign_in().choose("S")
    assert not desk.form.hour.isVisible(), "this case came by no paper"
    type_text(desk.form.reason, "ghi nhầm")
    type_over(desk.form.sets, "3")
    desk.form.channel.setCurrentIndex(1)
    desk.settle()
    assert "Số bộ hồ sơ: 1 → 3" in desk.form.changes.text()
    assert "Hình thức nộp: Tại quầy → Qua bưu chính" in desk.form.changes.text()
    desk.f9()

    assert (desk.case().intake.sets, desk.case().intake.channel) == (3, "post")
