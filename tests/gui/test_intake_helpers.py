"""What stands around intake, by real keys on a real store: slips, history, bundles, other ways in, paper numbers."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from support.desk import DESK, HOA

from desk_app.app.home import Home
from desk_app.app.program import Program
from desk_app.app.startup import application
from desk_app.domain.case import State
from desk_app.domain.fee import Channel
from desk_app.domain.moment import moment
from desk_app.domain.slip import SlipKind
from desk_app.machine.clock import SteppedClock
from desk_app.machine.key_slots import Cost
from desk_app.printing.pdf_folder import PdfFolder
from desk_app.ui.intake.helpers import IntakeHelpers
from desk_app.ui.intake.ways import WAYS, Way
from desk_app.ui.typed_text import press, type_text

CARD = "038190004217||Nguyễn Thị Minh Đức|14021990|Nữ|Thôn Đồng Tâm, xã Tân Lập, tỉnh Thanh Hóa|01072022"
OTHER_CARD = "001079007919||Trần Văn Bảo|13071979|Nam|Thôn Bản Lầm, xã Tân Lập, tỉnh Thanh Hóa|01072022"
PASSPHRASE = "một câu thật dài"
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
PICTURES = os.environ.get("PICTURES")  # a folder: pictures of every state, to look at


@pytest.fixture(scope="session")
def qapp():
    return application()


@pytest.fixture
def clock():
    return SteppedClock(moment("2026-11-23T08:15"))


@pytest.fixture
def desk(qtbot, tmp_path, clock):
    """Return the program after signing in by keys."""
    home = Home(folder=tmp_path, clock=clock, cost=Cost(memory_kib=64, passes=1))
    letterhead = replace(DESK.letterhead, phone="0237 3123 456")
    store, _ = home.create(replace(DESK, fees={"1.001193": 8000}, letterhead=letterhead), HOA, PASSPHRASE)
    store.close()
    made = Program(home, PdfFolder(tmp_path / "papers"))
    qtbot.addWidget(made.window)
    made.window.resize(1366, 768)
    made.start()
    made.window.activateWindow()
    type_text(made.sign_in.passphrase, PASSPHRASE)
    press(made.sign_in.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(made.screens))
    settle(qtbot, made)
    yield made
    made.window.close()


def settle(qtbot, program):
    qtbot.wait(260)  # the helpers ask a moment after the last letter
    qtbot.waitUntil(lambda: not program.jobs.busy, timeout=10_000)


def key(qtbot, which, modifiers=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), which, modifiers)


def choose(qtbot, program, words):
    key(qtbot, Qt.Key.Key_T, CTRL)
    search = program.screens["intake"].procedure.search
    search.selectAll()
    type_text(search, words)
    press(search, Qt.Key.Key_Return)


def way(program, wanted):
    box = program.screens["intake"].due.channel.way
    box.setFocus()
    names = [value for value, _ in WAYS]
    for _ in range(names.index(wanted) - box.currentIndex()):
        press(box, Qt.Key.Key_Down)


def receive(qtbot, program, card=CARD, words="dkks"):
    program.screens["intake"].applicant.take_scan(card)
    choose(qtbot, program, words)
    key(qtbot, Qt.Key.Key_F9)
    settle(qtbot, program)


def stored(program):
    program.opened.store.never_on = None
    with program.opened.store.reading() as reading:
        return [reading.case(row.code) for row in reading.find_cases()]


def slips(program, day="2026-11-23"):
    program.opened.store.never_on = None
    with program.opened.store.reading() as reading:
        return reading.guided_slips(moment(f"{day}T00:00").date())


def picture(qtbot, program, name):
    if PICTURES:
        qtbot.wait(400)
        settle(qtbot, program)
        program.window.grab().save(str(Path(PICTURES) / f"{name}.png"))


def printed(tmp_path):
    return sorted(path.name for path in (tmp_path / "papers").glob("*.pdf"))


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


def test_an_online_dossier_keeps_the_superiors_code_beside_ours(qtbot, desk):
    channel = desk.screens["intake"].due.channel
    desk.screens["intake"].applicant.take_scan(CARD)
    way(desk, Way.ONLINE)
    type_text(channel.superior_code, "h56.22.17-261123-0975")
    choose(qtbot, desk, "dkks")
    picture(qtbot, desk, "9_truc_tuyen")
    key(qtbot, Qt.Key.Key_F9)
    settle(qtbot, desk)

    (case,) = stored(desk)
    assert (case.superior_code, case.intake.channel) == ("H56.22.17-261123-0975", Channel.ONLINE)


def test_an_online_dossier_says_by_when_it_must_be_answered(qtbot, desk):
    """Filed on Sunday evening: eight working hours from Monday's opening."""
    channel = desk.screens["intake"].due.channel
    desk.screens["intake"].applicant.take_scan(CARD)
    choose(qtbot, desk, "dkks")
    way(desk, Way.ONLINE)
    assert channel.answer_by.isHidden()
    type_text(channel.sent_day, "22/11/2026")
    type_text(channel.sent_hour, "21h30")

    assert channel.answer_by.text() == (
        "Phải trả lời (tiếp nhận hoặc yêu cầu bổ sung) chậm nhất Hôm nay, 17:00."
    )
    picture(qtbot, desk, "11_han_tra_loi_truc_tuyen")
    channel.sent_day.setText("19/11/2026")
    channel.sent_hour.setText("08:00")
    assert channel.answer_by.text() == (
        "Lẽ ra phải trả lời (tiếp nhận hoặc yêu cầu bổ sung) trước Thứ Sáu 20/11, 08:00; vẫn tiếp nhận được."
    )
    assert channel.answer_by.objectName() == "odd"
    key(qtbot, Qt.Key.Key_F9)
    settle(qtbot, desk)

    (case,) = stored(desk)
    assert case.intake.sent_at == moment("2026-11-19T08:00")
    assert channel.sent_hour.text() == "", "the next citizen's form has nothing of it"


@pytest.mark.parametrize(
    ("day", "hour", "told"),
    [
        ("22/11/2026", "", "Không hiểu lúc nộp trực tuyến “22/11/2026”"),
        ("31/11/2026", "8:00", "Không hiểu lúc nộp trực tuyến “31/11/2026 8:00”"),
        ("24/11/2026", "8:00", "Lúc nộp trực tuyến 08:00 24/11/2026 chưa đến"),
    ],
)
def test_a_filing_time_that_is_none_is_told_and_the_form_stays(qtbot, desk, day, hour, told):
    channel = desk.screens["intake"].due.channel
    desk.screens["intake"].applicant.take_scan(CARD)
    choose(qtbot, desk, "dkks")
    way(desk, Way.ONLINE)
    type_text(channel.sent_day, day)
    type_text(channel.sent_hour, hour)
    key(qtbot, Qt.Key.Key_F9)
    settle(qtbot, desk)

    assert told in desk.window.told.text()
    assert stored(desk) == []
    assert channel.sent_day.text() == day


def test_a_case_for_another_agency_says_when_it_must_be_sent_on(qtbot, desk):
    channel = desk.screens["intake"].due.channel
    desk.screens["intake"].applicant.take_scan(CARD)
    way(desk, Way.OTHER)
    type_text(channel.unit, "H56.22.18")
    type_text(channel.unit_name, "UBND xã Bình Minh")
    choose(qtbot, desk, "dkks")
    assert "Thứ Tư 25/11" in channel.send_by.text()  # 24/11 is a holiday
    picture(qtbot, desk, "10_nop_ho_don_vi_khac")
    key(qtbot, Qt.Key.Key_F9)
    settle(qtbot, desk)

    (case,) = stored(desk)
    assert case.code.startswith("H56.22.18-261123-5")
    assert (case.intake.for_unit_name, case.intake.channel) == ("UBND xã Bình Minh", Channel.DESK)
    assert desk.screens["intake"].due.channel.chosen is Way.DESK


def test_a_wrong_agency_is_told_and_the_form_stays(qtbot, desk):
    intake = desk.screens["intake"]
    intake.applicant.take_scan(CARD)
    way(desk, Way.OTHER)
    type_text(intake.due.channel.unit, "xã Bình Minh")
    choose(qtbot, desk, "dkks")
    key(qtbot, Qt.Key.Key_F9)
    settle(qtbot, desk)

    assert "H56.22.18" in desk.window.told.text()
    assert intake.due.channel.unit.text() == "xã Bình Minh"
    assert stored(desk) == []


def test_numbers_go_to_paper_and_come_back_with_the_papers_hour(qtbot, desk, clock, tmp_path):
    intake = desk.screens["intake"]
    box = intake.due.channel.paper
    way(desk, Way.PAPER)
    settle(qtbot, desk)
    picture(qtbot, desk, "11_chua_co_so_giay")
    box.count.selectAll()
    type_text(box.count, "3")
    press(box.more, Qt.Key.Key_Space)
    settle(qtbot, desk)
    assert [box.number.itemText(n)[-4:] for n in range(box.number.count())] == ["5001", "5002", "5003"]
    assert printed(tmp_path) == ["so-giay-H56.22.17-261123.pdf"]

    clock.advance_to(moment("2026-11-25T08:00"))
    intake.applicant.take_scan(CARD)
    box.number.setFocus()
    press(box.number, Qt.Key.Key_Down)
    type_text(box.hour, "15:20")
    choose(qtbot, desk, "dkks")
    assert box.day.text() == "23/11/2026"
    assert "Hôm nay, 17:00" in intake.due.moment.text()
    picture(qtbot, desk, "12_so_giay")
    key(qtbot, Qt.Key.Key_F9)
    settle(qtbot, desk)

    (case,) = stored(desk)
    assert (case.code, case.received_at) == ("H56.22.17-261123-5002", moment("2026-11-23T15:20"))
    assert case.due_at == moment("2026-11-25T17:00")
    way(desk, Way.PAPER)
    settle(qtbot, desk)
    assert [box.number.itemText(n)[-4:] for n in range(box.number.count())] == ["5001", "5003"]


def test_a_paper_without_its_hour_is_not_keyed_in(qtbot, desk):
    intake = desk.screens["intake"]
    way(desk, Way.PAPER)
    settle(qtbot, desk)
    press(intake.due.channel.paper.more, Qt.Key.Key_Space)
    settle(qtbot, desk)
    intake.applicant.take_scan(CARD)
    choose(qtbot, desk, "dkks")
    key(qtbot, Qt.Key.Key_F9)
    settle(qtbot, desk)

    assert "ngày và giờ nhận ghi trên giấy" in desk.window.told.text()
    assert intake.applicant.name.text() == "Nguyễn Thị Minh Đức"


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


def known(program):
    return helpers(program).person


def bundle(program):
    return helpers(program).bundle


def helpers(program):
    return next(child for child in program.screens["intake"].children() if isinstance(child, IntakeHelpers))
