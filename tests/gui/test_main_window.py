"""The desk as the clerk meets it: real widgets, real store, real services, keys."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from support.desk import DESK, HOA

from desk_app.app.home import Home
from desk_app.app.program import Program
from desk_app.app.startup import application
from desk_app.domain.case import Delivery, State
from desk_app.domain.moment import moment
from desk_app.machine.clock import SteppedClock
from desk_app.machine.key_slots import Cost
from desk_app.printing.pdf_folder import PdfFolder
from desk_app.ui.typed_text import press, type_text

CARD = "038190004217||Nguyễn Thị Minh Đức|14021990|Nữ|Thôn Đồng Tâm, xã Tân Lập, tỉnh Thanh Hóa|01072022"
PASSPHRASE = "một câu thật dài"


@pytest.fixture(scope="session")
def qapp():
    return application()


@pytest.fixture
def home(tmp_path):
    made = Home(
        folder=tmp_path, clock=SteppedClock(moment("2026-11-23T08:15")), cost=Cost(memory_kib=64, passes=1)
    )
    desk = replace(DESK, fees={"1.001193": 8000}, at_once=frozenset({"2.000815"}))
    store, _ = made.create(desk, HOA, PASSPHRASE)
    store.close()
    return made


@pytest.fixture
def program(qtbot, home, tmp_path):
    made = Program(home, PdfFolder(tmp_path / "papers"))
    qtbot.addWidget(made.window)
    made.start()
    made.window.activateWindow()
    yield made
    made.window.close()


@pytest.fixture
def desk(qtbot, program):
    """Return the program after signing in by keys."""
    type_text(program.sign_in.passphrase, PASSPHRASE)
    press(program.sign_in.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(program.screens))
    settle(qtbot, program)
    return program


def settle(qtbot, program):
    qtbot.waitUntil(lambda: not program.jobs.busy, timeout=10_000)


def focus():
    return QApplication.focusWidget()


def choose_procedure(program, words):
    search = program.screens["intake"].procedure.search
    search.setFocus()
    type_text(search, words)
    press(search, Qt.Key.Key_Return)


def test_the_window_fits_the_smallest_screen(desk):
    size = desk.window.minimumSizeHint()

    assert (desk.window.width(), desk.window.height()) == (1366, 768)
    assert size.width() <= 1366
    assert size.height() <= 768


def test_a_wrong_passphrase_is_one_sentence_and_opens_nothing(qtbot, program):
    type_text(program.sign_in.passphrase, "mật khẩu sai")
    press(program.sign_in.passphrase, Qt.Key.Key_Return)
    settle(qtbot, program)

    assert "Sai mật khẩu" in program.sign_in.told.text()
    assert program.opened is None


def test_a_case_is_taken_and_printed_by_keys_alone(qtbot, desk, tmp_path):
    intake = desk.screens["intake"]
    type_text(focus(), CARD)
    press(focus(), Qt.Key.Key_Return)
    assert intake.applicant.name.text() == "Nguyễn Thị Minh Đức"
    assert intake.applicant.check.text().startswith("✓")
    choose_procedure(desk, "dkks")
    assert "Đủ thành phần" in intake.procedure.complete.text()
    assert intake.due.moment.text() == "Hôm nay, 17:00"
    qtbot.waitUntil(lambda: not intake.due.preview.pixmap().isNull())
    qtbot.keyClick(focus(), Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: (tmp_path / "papers" / "H56.22.17-261123-5001-receipt.pdf").exists())
    settle(qtbot, desk)
    other = desk.home.open("hoa", PASSPHRASE)
    with other.reading() as reading:
        case = reading.case("H56.22.17-261123-5001")
    other.close()

    assert (case.intake.fee, case.receipts_printed, case.state) == (8000, 1, State.PROCESSING)
    assert intake.state().is_empty
    assert focus() is intake.applicant.number
    assert "5001" in desk.window.told.text()


def test_f9_twice_takes_one_case(qtbot, desk):
    intake = desk.screens["intake"]
    intake.applicant.take_scan(CARD)
    choose_procedure(desk, "dkks")
    qtbot.keyClick(focus(), Qt.Key.Key_F9)
    qtbot.keyClick(focus(), Qt.Key.Key_F9)
    settle(qtbot, desk)
    desk.window.go_to(1)
    settle(qtbot, desk)

    assert desk.screens["cases"].table.cases.rowCount() == 1


def test_at_once_needs_one_key_and_prints_nothing_unasked(qtbot, desk, tmp_path):
    intake = desk.screens["intake"]
    intake.applicant.take_scan(CARD)
    choose_procedure(desk, "2.000815")
    assert "trả ngay" in intake.due.receive.text()
    for row in range(intake.procedure.table.papers.rowCount()):
        if not intake.procedure.table.papers.papers[row].handed_in:
            intake.procedure.table.papers.toggle(row)
    qtbot.keyClick(focus(), Qt.Key.Key_F9)
    settle(qtbot, desk)
    desk.window.go_to(1)
    settle(qtbot, desk)

    assert desk.screens["cases"].table.cases.row(0).state is State.RETURNED
    assert not (tmp_path / "papers").exists()


def test_what_is_missing_is_said_and_nothing_is_lost(qtbot, desk):
    intake = desk.screens["intake"]
    type_text(intake.applicant.phone, "0912345678")
    qtbot.keyClick(focus(), Qt.Key.Key_F9)
    assert "Chưa chọn thủ tục" in desk.window.told.text()
    choose_procedure(desk, "dkks")
    qtbot.keyClick(focus(), Qt.Key.Key_F9)

    assert "họ tên chủ hồ sơ" in desk.window.told.text()
    assert intake.applicant.phone.text() == "0912345678"


def test_a_draft_outlives_the_program(qtbot, home, tmp_path, desk):
    intake = desk.screens["intake"]
    intake.applicant.take_scan(CARD)
    choose_procedure(desk, "dkks")
    qtbot.waitUntil(lambda: intake._draft_timer.remainingTime() < 0)
    settle(qtbot, desk)
    desk.sign_out()
    again = Program(home, PdfFolder(tmp_path / "papers"))
    qtbot.addWidget(again.window)
    again.start()
    type_text(again.sign_in.passphrase, PASSPHRASE)
    press(again.sign_in.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(again.screens))
    settle(qtbot, again)

    assert again.screens["intake"].applicant.name.text() == "Nguyễn Thị Minh Đức"
    assert again.screens["intake"].procedure.procedure.code == "1.001193"
    again.window.close()


def test_escape_clears_and_can_be_undone(qtbot, desk):
    intake = desk.screens["intake"]
    intake.applicant.take_scan(CARD)
    press(intake.applicant.name, Qt.Key.Key_Escape)
    assert intake.state().is_empty
    intake.undo_clear()

    assert intake.applicant.name.text() == "Nguyễn Thị Minh Đức"


def test_a_scan_that_hits_another_field_leaves_it_as_it_was(qtbot, desk):
    intake = desk.screens["intake"]
    intake.applicant.phone.setFocus()
    type_text(intake.applicant.phone, "0987")
    qtbot.wait(300)
    type_text(intake.applicant.phone, CARD)
    press(intake.applicant.phone, Qt.Key.Key_Return)

    assert intake.applicant.phone.text() == "0987"
    assert intake.applicant.number.text() == "038190004217"


def test_a_scan_over_typed_data_can_be_undone(desk):
    intake = desk.screens["intake"]
    type_text(intake.applicant.name, "Trần Văn Bảo")
    intake.applicant.take_scan(CARD)
    assert intake.applicant.undo.isVisible()
    intake.applicant.undo.click()

    assert intake.applicant.name.text() == "Trần Văn Bảo"


def test_a_result_is_recorded_and_handed_over_by_keys(qtbot, desk, tmp_path):
    intake = desk.screens["intake"]
    intake.applicant.take_scan(CARD)
    choose_procedure(desk, "dkks")
    qtbot.keyClick(focus(), Qt.Key.Key_F9)
    settle(qtbot, desk)
    desk.window.go_to(1)
    settle(qtbot, desk)
    type_text(desk.screens["cases"].search, "minh duc")
    settle(qtbot, desk)
    press(desk.screens["cases"].search, Qt.Key.Key_Return)
    settle(qtbot, desk)
    type_text(desk.screens["case"].result_number, "15/2026")
    qtbot.keyClick(desk.screens["case"].result_number, Qt.Key.Key_F9)
    settle(qtbot, desk)
    desk.window.go_to(2)
    settle(qtbot, desk)
    giving = desk.screens["hand_over"]
    assert giving.who.text() == "Nguyễn Thị Minh Đức"
    giving.choices[1].click()
    type_text(giving.name, "Trần Đình Ước")
    qtbot.keyClick(giving.name, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: (tmp_path / "papers" / "H56.22.17-261123-5001-return_slip.pdf").exists())
    settle(qtbot, desk)
    desk.window.go_to(1)
    settle(qtbot, desk)
    desk.screens["cases"].search.clear()
    settle(qtbot, desk)
    row = desk.screens["cases"].table.cases.row(0)

    assert (row.state, row.delivery) == (State.RETURNED, Delivery.WAITING)


def test_no_printer_stores_the_case_and_says_so(qtbot, desk, tmp_path):
    (tmp_path / "papers").write_text("a file where the folder should be")
    intake = desk.screens["intake"]
    intake.applicant.take_scan(CARD)
    choose_procedure(desk, "dkks")
    qtbot.keyClick(focus(), Qt.Key.Key_F9)
    settle(qtbot, desk)
    assert "hồ sơ đã lưu" in desk.window.told.text()
    desk.window.go_to(1)
    settle(qtbot, desk)

    assert desk.screens["cases"].table.cases.rowCount() == 1


def test_the_windows_thread_never_touches_the_store(desk):
    with pytest.raises(AssertionError, match="window"), desk.opened.store.reading():
        pass


def test_what_comes_later_is_not_on_the_screen(desk):
    texts = [button.accessibleName() for button in desk.window._buttons]

    assert texts == [
        "Tiếp nhận F2",
        "Hồ sơ F3",
        "Trả kết quả F4",
        "Sắp đến hạn F5",
        "Đồng bộ F7",
        "Báo cáo F10",
        "Danh mục F11",
    ]


def test_the_first_start_makes_a_desk_and_the_sheet_stays_off_the_pc(qtbot, tmp_path):
    home = Home(
        folder=tmp_path / "new",
        clock=SteppedClock(moment("2026-11-23T08:00")),
        cost=Cost(memory_kib=64, passes=1),
    )
    program = Program(home, PdfFolder(tmp_path / "papers"))
    qtbot.addWidget(program.window)
    program.start()
    for name, text in {
        "agency": "UBND xã Tân Lập", "place": "Tân Lập", "code": "H56.22.17", "name": "Lê Thị Hoa", "login": "hoa",
        "first": PASSPHRASE, "second": PASSPHRASE,
    }.items():  # fmt: skip
        type_text(program.set_up.lines[name], text)
    program.set_up.go.click()
    qtbot.waitUntil(lambda: program.set_up.sheet.isVisible(), timeout=10_000)
    settle(qtbot, program)

    words = "".join(program.set_up.sheet.words.text().split())
    assert len(words) == 32
    assert not home.exists, "nothing is in its place before the words are on paper"
    assert not program.set_up.sheet.done.isEnabled()
    program.set_up.sheet.on_paper.click()
    program.set_up.sheet.done.click()
    settle(qtbot, program)

    assert program.set_up.sheet.words.text() == ""
    assert [member.login for member in home.members()] == ["hoa"]
    assert program.sign_in.isVisible()
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == ["desk.db", "keys.json"]
    assert not list(tmp_path.rglob("*.pdf")), "whoever steals the PC must not find the sheet on it"
    program.window.close()
