"""Taking a case by keys: one F9 is one case, with what stands on the screen and nothing else."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QShortcut, QWheelEvent
from PySide6.QtWidgets import QApplication
from support.clerk import AT_ONCE, BIRTH, CARD, CTRL, OTHER_CARD

from desk_app.domain.applicant import ApplicantKind, IdKind
from desk_app.domain.case import State


def test_a_case_is_taken_and_printed_by_keys_alone(qtbot, clerk, tmp_path):
    clerk.scan(CARD)
    clerk.choose(BIRTH)
    intake = clerk.intake
    assert "Đủ thành phần" in intake.procedure.complete.text()
    assert intake.due.moment.text() == "Hôm nay, 17:00"
    qtbot.waitUntil(lambda: not intake.due.preview.pixmap().isNull())
    clerk.key(Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: (tmp_path / "papers" / "H56.22.17-261123-5001-receipt.pdf").exists())
    clerk.settle()
    case = clerk.stored("H56.22.17-261123-5001")

    assert (case.intake.fee, case.receipts_printed, case.state) == (8000, 1, State.PROCESSING)
    assert intake.state().is_empty
    assert clerk.focus() is intake.applicant.number
    assert "5001" in clerk.told


def test_f9_hammered_takes_one_case_and_its_good_news_stay(clerk):
    clerk.scan(CARD)
    clerk.choose(BIRTH)
    clerk.key(Qt.Key.Key_F9, times=3)
    clerk.settle()
    clerk.key(Qt.Key.Key_F9, times=3)
    clerk.settle()

    assert len(clerk.rows()) == 1
    assert "Đã tiếp nhận" in clerk.told


def test_no_key_that_acts_repeats_while_it_is_held(clerk):
    repeating = [s.key().toString() for s in clerk.window.findChildren(QShortcut) if s.autoRepeat()]

    assert repeating == []


def test_what_was_typed_and_not_chosen_is_not_received(clerk):
    clerk.scan(CARD)
    clerk.choose(BIRTH)
    clerk.key(Qt.Key.Key_T, CTRL)
    assert clerk.intake.procedure.search.selectedText() == "Đăng ký khai sinh"
    clerk.type("ket hon")
    clerk.key(Qt.Key.Key_F9)
    clerk.settle()

    assert clerk.rows() == []
    assert "Chưa chọn thủ tục" in clerk.told
    assert clerk.focus() is clerk.intake.procedure.search


def test_escape_gives_up_what_was_typed_and_keeps_what_was_chosen(clerk):
    clerk.scan(CARD)
    clerk.choose(BIRTH)
    clerk.key(Qt.Key.Key_T, CTRL)
    clerk.type("ket hon")
    clerk.key(Qt.Key.Key_Escape)

    assert clerk.intake.procedure.procedure.code == "1.001193"
    assert clerk.intake.applicant.name.text() == "Nguyễn Thị Minh Đức"


def test_nothing_that_fits_is_said(clerk):
    clerk.key(Qt.Key.Key_T, CTRL)
    clerk.type("zzzz")
    clerk.settle()
    shown = clerk.intake.procedure.search.list

    assert shown.isVisible()
    assert shown.item(0).text() == "Không có thủ tục nào khớp"
    clerk.key(Qt.Key.Key_Return)
    assert clerk.intake.procedure.procedure is None


def test_f9_takes_over_what_is_being_typed_in_a_cell(clerk):
    clerk.scan(CARD)
    clerk.choose(BIRTH)
    table = clerk.intake.procedure.table
    clerk.go(table)
    table.setCurrentIndex(table.papers.index(0, 1))
    clerk.type("3")
    clerk.settle()
    clerk.key(Qt.Key.Key_F9)
    clerk.settle()

    assert clerk.stored(clerk.rows()[0].code).intake.components[0].originals == 3


def test_a_number_gives_way_to_no_paper_at_all(qtbot, clerk):
    clerk.scan(CARD)
    clerk.choose(BIRTH)
    clerk.intake.applicant.id_kind.choose(IdKind.NONE)
    qtbot.waitUntil(lambda: not clerk.intake.due.preview.pixmap().isNull())
    clerk.settle()
    assert (clerk.intake.applicant.number.text(), clerk.intake.applicant.number.isEnabled()) == ("", False)
    clerk.key(Qt.Key.Key_F9)
    clerk.settle()

    assert clerk.stored(clerk.rows()[0].code).intake.applicant.id_kind is IdKind.NONE


def test_an_agency_has_its_code(clerk):
    card = clerk.intake.applicant
    card.kind.choose(ApplicantKind.AGENCY)
    clerk.type_into(card.number, "H56.22.17")
    clerk.type_into(card.name, "UBND xã Tân Lập")
    clerk.choose(BIRTH)
    clerk.key(Qt.Key.Key_F9)
    clerk.settle()
    applicant = clerk.stored(clerk.rows()[0].code).intake.applicant

    assert (applicant.id_kind, applicant.id) == (IdKind.TAX, "H56.22.17")


@pytest.mark.parametrize(("typed", "term"), [("5 ngày làm việc", "5wd"), ("8 giờ", "8h"), ("15 ngày", "15d")])
def test_a_term_is_typed_in_words(clerk, typed, term):
    clerk.scan(CARD)
    clerk.choose(BIRTH)
    line = clerk.intake.procedure.term
    clerk.go(line)
    line.lineEdit().selectAll()
    clerk.type(typed)
    clerk.settle()
    clerk.key(Qt.Key.Key_F9)
    clerk.settle()
    case = clerk.stored(clerk.rows()[0].code)

    assert case.intake.term == term
    assert case.due_at is not None


@pytest.mark.parametrize("typed", ["1 tháng", "5"])
def test_a_term_that_nobody_understands_is_not_received(clerk, typed):
    clerk.scan(CARD)
    clerk.choose(BIRTH)
    line = clerk.intake.procedure.term
    clerk.go(line)
    line.lineEdit().selectAll()
    clerk.type(typed)
    clerk.settle()
    clerk.key(Qt.Key.Key_F9)
    clerk.settle()

    assert clerk.rows() == []
    assert "Không hiểu thời hạn" in clerk.told
    assert clerk.focus() is line


def test_the_promise_follows_the_clock(clerk):
    clerk.scan(CARD)
    clerk.choose(BIRTH)
    clock = clerk.program.home.clock
    clock.advance(timedelta(hours=6, minutes=44))  # 14:59
    clerk.window.show_time()
    assert clerk.intake.due.moment.text() == "Hôm nay, 17:00"
    clock.advance(timedelta(minutes=2))
    clerk.window.show_time()

    assert clerk.intake.due.moment.text() == "Thứ Tư 25/11, 17:00"  # 24/11 is a holiday


def test_at_once_needs_one_key_and_prints_nothing_unasked(clerk, tmp_path):
    clerk.scan(CARD)
    clerk.choose(AT_ONCE)
    assert clerk.intake.due.receive.text() == "Tiếp nhận và trả ngay"
    clerk.key(Qt.Key.Key_F9)
    clerk.settle()
    case = clerk.stored(clerk.rows()[0].code)

    assert (case.state, case.due_at) == (State.RETURNED, None)
    assert not (tmp_path / "papers").exists()


def test_the_preview_of_what_is_settled_at_once_promises_no_day(clerk):
    clerk.scan(CARD)
    clerk.choose(AT_ONCE)

    assert clerk.intake._to_draw().at_once


def test_what_is_missing_is_said_nothing_is_lost_and_the_cursor_goes_there(clerk):
    clerk.type_into(clerk.intake.applicant.phone, "0912345678")
    clerk.key(Qt.Key.Key_F9)
    assert "Chưa chọn thủ tục" in clerk.told
    clerk.choose(BIRTH)
    clerk.key(Qt.Key.Key_F9)

    assert "họ tên chủ hồ sơ" in clerk.told
    assert clerk.intake.applicant.phone.text() == "0912345678"
    assert clerk.focus() is clerk.intake.applicant.name


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("phone", "abc", "số điện thoại chưa đúng"),
        ("email", "a.vn", "email chưa đúng"),
        ("number", "0381900042", "cần 12 chữ số"),
        ("born", "14/02/2090", "chưa tới"),
        ("born", "30/02/1990", "không phải là ngày có thật"),
    ],
)
def test_nonsense_is_not_received(clerk, field, typed, told):
    clerk.scan(CARD)
    clerk.choose(BIRTH)
    widget = getattr(clerk.intake.applicant, field)
    clerk.go(widget)
    widget.selectAll()
    clerk.type(typed)
    clerk.settle()
    clerk.key(Qt.Key.Key_F9)
    clerk.settle()

    assert clerk.rows() == []
    assert told in clerk.told
    assert clerk.focus() is widget


@pytest.mark.parametrize("fee", ["-5", "1e5", "99999999999"])
def test_a_fee_that_is_none_is_not_received(clerk, fee):
    clerk.scan(CARD)
    clerk.choose(BIRTH)
    clerk.go(clerk.intake.due.fees.fee)
    clerk.intake.due.fees.fee.selectAll()
    clerk.type(fee)
    clerk.settle()
    clerk.key(Qt.Key.Key_F9)
    clerk.settle()

    assert clerk.rows() == []
    assert "Không hiểu số tiền" in clerk.told
    assert clerk.focus() is clerk.intake.due.fees.fee


def test_numbers_and_dates_are_read_as_people_write_them(clerk):
    card = clerk.intake.applicant
    clerk.type_into(card.number, "038.190.004.217")
    clerk.type_into(card.name, "Nguyễn Thị Minh Đức")
    clerk.type_into(card.born, "14/2/90")
    clerk.key(Qt.Key.Key_Return)
    assert card.born.text() == "14/02/1990"
    clerk.choose(BIRTH)
    clerk.key(Qt.Key.Key_F9)
    clerk.settle()
    applicant = clerk.stored(clerk.rows()[0].code).intake.applicant

    assert (applicant.id, applicant.born) == ("038190004217", "1990-02-14")


def test_a_typed_paper_can_be_taken_away_again(clerk):
    clerk.scan(CARD)
    clerk.choose(BIRTH)
    table = clerk.intake.procedure.table
    many = table.papers.rowCount()
    clerk.key(Qt.Key.Key_G, CTRL)
    clerk.key(Qt.Key.Key_Escape)
    assert table.papers.rowCount() == many
    clerk.key(Qt.Key.Key_G, CTRL)
    clerk.type("Đơn viết tay")
    clerk.key(Qt.Key.Key_Return)
    QApplication.processEvents()  # Qt closes a cell's editor once Enter is through
    assert [paper.name for paper in table.papers.papers][-1] == "Đơn viết tay"
    clerk.key(Qt.Key.Key_Delete)
    assert table.papers.rowCount() == many
    table.selectRow(0)
    clerk.key(Qt.Key.Key_Delete)
    assert table.papers.rowCount() == many, "what the catalogue asks for stays"


def test_no_printer_stores_the_case_and_says_so(clerk, tmp_path):
    (tmp_path / "papers").write_text("a file where the folder should be")
    clerk.scan(CARD)
    clerk.choose(BIRTH)
    clerk.key(Qt.Key.Key_F9)
    clerk.settle()

    assert "hồ sơ đã lưu" in clerk.told
    assert len(clerk.rows()) == 1


def test_a_paper_in_a_folder_is_not_called_printed(clerk):
    clerk.receive()

    assert "lưu thành tệp, chưa in ra giấy" in clerk.told


def test_the_wheel_changes_no_list_box(clerk):
    box = clerk.intake.applicant.kind
    at, turn = QPointF(5, 5), QPoint(0, -120)
    event = QWheelEvent(
        at, box.mapToGlobal(at), turn, turn, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,  # noqa: FBT003 - Qt's own signature
    )  # fmt: skip
    QApplication.sendEvent(box, event)

    assert box.currentIndex() == 0


def test_a_message_moves_and_covers_nothing_that_is_typed(clerk):
    intake = clerk.intake
    before = [
        (w.mapTo(clerk.window, QPoint(0, 0)), w.size())
        for w in (intake.applicant.number, intake.due.fees.fee)
    ]
    clerk.key(Qt.Key.Key_F9)
    QApplication.processEvents()
    after = [
        (w.mapTo(clerk.window, QPoint(0, 0)), w.size())
        for w in (intake.applicant.number, intake.due.fees.fee)
    ]
    bar = clerk.window.messages

    assert clerk.told
    assert before == after
    assert bar.size() == clerk.window.bottom.size()
    assert bar.mapTo(clerk.window, QPoint(0, 0)).y() >= clerk.window.height() - clerk.window.bottom.height()


def test_two_people_one_after_the_other_are_two_cases(clerk):
    first, second = clerk.receive(CARD), clerk.receive(OTHER_CARD)

    assert clerk.stored(first).intake.applicant.name == "Nguyễn Thị Minh Đức"
    assert clerk.stored(second).intake.applicant.name == "Trần Văn Bảo"
