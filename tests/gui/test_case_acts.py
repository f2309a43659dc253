"""Every act of a case's life, done through the window by keys, on a real store."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from support.case_window import CODE, CTRL, CaseWindow, type_over

from desk_app.app.startup import application
from desk_app.domain.applicant import Submitter, SubmitterRole
from desk_app.domain.case import HandOver, Receiver, State
from desk_app.domain.component import Component
from desk_app.domain.deed import Brought, Deed, Note
from desk_app.domain.lifecycle import ActName
from desk_app.domain.moment import moment
from desk_app.domain.slip import SlipKind
from desk_app.domain.turns import Bound, Supplement
from desk_app.services.hand_over import hand_over
from desk_app.ui.typed_text import press, type_text

PAPER = Component(name="Giấy chứng sinh bản gốc", originals=1)
ASKED = Deed(act=ActName.REQUEST_SUPPLEMENT, given=Supplement(papers=(PAPER,), reason="bản nộp bị nhòe"))


@pytest.fixture(scope="session")
def qapp():
    return application()


@pytest.fixture
def desk(qtbot, tmp_path):
    made = CaseWindow(qtbot, tmp_path)
    yield made
    made.close()


def test_a_supplement_is_asked_for_and_its_paper_printed(desk):
    form = desk.sign_in().choose("B")
    desk.f9()
    assert desk.told == "Còn thiếu: giấy tờ cần bổ sung."
    assert desk.case().state is State.PROCESSING
    type_text(form.reason, "Giấy chứng sinh bị nhòe")
    form.table.setFocus()
    form.table.selectRow(1)
    press(form.table, Qt.Key.Key_Space)
    desk.settle()
    assert "bổ sung đến hết 08/12/2026" in desk.screen.panel.after.text()
    assert not desk.screen.panel.view.pixmap().isNull()
    desk.f9()
    case = desk.case()

    assert case.state is State.WAITING
    assert [paper.name for paper in case.supplements[0].papers] == [form.help.procedure.components[1].name]
    assert (case.supplements[0].reason, desk.printed("completion")) == ("Giấy chứng sinh bị nhòe", 1)
    assert case.slip(SlipKind.COMPLETION).printed == 1
    assert CODE in desk.told


def test_asking_again_in_one_stage_names_a_leader(desk):
    desk.did(ASKED, Deed(act=ActName.TAKE_SUPPLEMENT, given=_brought()))
    form = desk.sign_in().choose("B")

    assert form.again.isVisible()
    form.stage.setCurrentIndex(0)
    assert not form.again.isVisible()


def test_a_supplement_is_taken_by_f9_and_the_receipt_given_again(desk):
    desk.did(ASKED)
    desk.clock.advance_to(moment("2026-11-26T09:00"))
    desk.sign_in().f9()
    assert [paper.name for paper in desk.form.table.papers.papers] == [PAPER.name]
    desk.f9()
    case = desk.case()

    assert (case.state, case.supplements[0].taken) == (State.PROCESSING, (PAPER,))
    assert case.due_at == moment("2026-12-03T17:00"), "counted anew from the day it came"
    assert (case.slip(SlipKind.RECEIPT).number, desk.printed("receipt")) == (2, 1)


def test_a_supplement_that_did_not_come_closes_the_case_after_its_days_only(desk):
    desk.did(ASKED)
    desk.sign_in().choose("O")
    desk.f9()
    assert "08/12/2026" in desk.told
    assert desk.case().state is State.WAITING
    desk.clock.advance_to(moment("2026-12-09T08:00"))
    desk.f9()
    desk.key(Qt.Key.Key_Return, CTRL)
    desk.settle()

    assert desk.case().state is State.CLOSED
    assert desk.printed("closing_notice") == 1


def test_a_case_goes_to_an_officer_with_its_control_slip_and_comes_back(desk):
    form = desk.sign_in().choose("C")
    assert form.officer.currentText() == "Nguyễn Thị Lan", "others first: nobody forwards to himself by habit"
    desk.f9()
    assert (desk.case().forwards[0].to, desk.printed("control")) == ("Nguyễn Thị Lan", 1)
    assert ActName.FORWARD not in desk.offered, "what is away is not sent on from here"
    desk.choose("L")
    desk.f9()
    form = desk.choose("C")
    form.bound.setCurrentIndex(1)
    desk.f9()
    assert desk.told == "Còn thiếu: nơi nhận."
    type_text(form.agency, "Công an xã")
    desk.f9()
    assert desk.printed("control") == 1, "one control slip goes with the case all the way"
    form = desk.choose("L")
    type_text(form.remark, "đã có ý kiến")
    desk.f9()
    last = desk.case().forwards[-1]

    assert (last.to, last.bound, last.back_note) == ("Công an xã", Bound.AGENCY, "đã có ý kiến")
    assert ActName.TAKE_BACK not in desk.offered


def test_a_late_case_gets_its_one_new_date_and_the_signer_is_remembered(desk):
    form = desk.sign_in().choose("G")
    assert form.new_day.text() == "04/12/2026", "three working days after the old date"
    type_over(form.new_day, "5/12/2026")
    type_text(form.reason, "Chờ xác minh")
    type_text(form.signer, "Phạm Anh Tuấn")
    type_text(form.title, "Chủ tịch")
    desk.f9()
    assert "chọn một ngày làm việc" in desk.told
    type_over(form.new_day, "07/12/2026")
    desk.f9()
    case = desk.case()
    assert (case.due_at, desk.printed("extension")) == (moment("2026-12-07T17:00"), 1)
    form = desk.choose("T")

    assert (form.signer.text(), form.title.text()) == ("Phạm Anh Tuấn", "Chủ tịch")


@pytest.mark.parametrize(
    ("letter", "state", "slip"),
    [("T", State.REFUSED, "refusal"), ("D", State.STOPPED, "stop_notice"), ("R", State.WITHDRAWN, "return_slip"),
     ("M", State.VOIDED, None)],
)  # fmt: skip
def test_what_cannot_be_undone_asks_once(desk, letter, state, slip):
    form = desk.sign_in().choose(letter)
    desk.f9()
    assert desk.told == "Còn thiếu: lý do."
    type_text(form.reason, "theo đơn của công dân")
    desk.f9()
    assert CODE in desk.screen.panel.question.text()
    desk.f9()
    desk.key(Qt.Key.Key_Return)
    assert desk.case().state is State.PROCESSING, "neither F9 again nor Enter by habit ends a case"
    desk.key(Qt.Key.Key_Escape)
    assert not desk.screen.panel.question.isVisible()
    desk.f9()
    desk.key(Qt.Key.Key_Return, CTRL)
    desk.settle()
    case = desk.case()

    assert (case.state, case.ending.reason) == (state, "theo đơn của công dân")
    if slip:
        assert desk.printed(slip) == 1
    assert ActName.COMPLETE not in desk.offered


def test_a_wrong_result_comes_back(desk):
    desk.did(Deed(act=ActName.COMPLETE, given=Note(text="15/2026")))
    taken = HandOver(receiver=Receiver.APPLICANT)
    desk.beside(lambda store: hand_over(CODE, taken, staff="hoa", store=store, clock=desk.clock))
    form = desk.sign_in().choose("H")
    type_text(form.reason, "Sai ngày sinh")
    desk.f9()
    case = desk.case()

    assert (case.state, case.recalls[0].result_number) == (State.PROCESSING, "15/2026")
    assert (case.due_at, desk.printed("recall")) == (moment("2026-11-27T17:00"), 1)


def test_a_correction_shows_what_changes_and_gives_the_receipt_again(desk):
    form = desk.sign_in().choose("S")
    type_text(form.reason, "Gõ nhầm số điện thoại")
    desk.f9()
    assert "Chưa sửa gì" in desk.told
    type_over(form.phone, "0987654321")
    type_over(form.born, "31/02/1990")
    desk.f9()
    assert "31/02/1990" in desk.told
    type_over(form.born, "14/02/1990")
    assert form.changes.text() == "Điện thoại: 0912345678 → 0987654321"
    desk.f9()
    case = desk.case()

    assert case.intake.applicant.phone == "0987654321"
    assert (case.corrections[0].reason, case.corrections[0].replaces) == ("Gõ nhầm số điện thoại", 1)
    assert (case.slip(SlipKind.RECEIPT).number, desk.printed("receipt")) == (2, 1)


def test_who_handed_the_case_in_can_be_put_right(desk):
    form = desk.sign_in().choose("S")
    type_text(form.reason, "Người cháu nộp thay, ghi nhầm là tự nộp")
    assert not form.instead.isVisibleTo(form)
    form.role.setCurrentIndex(form.role.findData("authorised"))
    desk.f9()
    assert "người nộp thay" in desk.told
    type_over(form.submitter_name, "Trần  Đình Ước")
    type_over(form.submitter_id, "038 190 004217")
    assert "Người nộp: Tự nộp → Nộp thay theo ủy quyền" in form.changes.text()
    desk.f9()

    assert desk.case().intake.submitter == Submitter(
        role=SubmitterRole.AUTHORISED, name="Trần Đình Ước", id="038190004217"
    )


def test_a_result_is_recorded_and_handing_over_goes_to_its_screen(desk):
    desk.sign_in()
    type_text(QApplication.focusWidget(), "15/2026")
    desk.f9()
    assert desk.case().result_number == "15/2026"
    desk.f9()

    assert desk.program.window.stack.currentWidget() is desk.program.screens["hand_over"]


def _brought():
    return Brought(papers=(PAPER,))
