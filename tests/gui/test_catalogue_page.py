"""Danh mục by keys: everything known of a procedure, its papers for citizens, the commune's own laid over it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from support.desk import HOA
from support.window import busy_window, key, read, settle

from desk_app.app.startup import application
from desk_app.domain.settings import settings_of
from desk_app.domain.staff import Role
from desk_app.machine.paths import brought
from desk_app.ui.intake.form_state import FormState
from desk_app.ui.typed_text import press, type_text

CTRL = Qt.KeyboardModifier.ControlModifier
FORM = brought("resources") / "forms" / "receipt_2025.json"


@pytest.fixture(scope="session")
def qapp():
    return application()


@pytest.fixture
def window(qtbot, tmp_path):
    with busy_window(qtbot, tmp_path) as (program, _codes):
        key(qtbot, program, Qt.Key.Key_F11)
        yield program, program.screens["catalogue"].inside()


def find(qtbot, program, screen, words):
    key(qtbot, program, Qt.Key.Key_F, CTRL)
    screen.search.selectAll()
    type_text(screen.search, words)
    settle(qtbot, program)


def texts(screen):
    grid = screen.details.grid
    parts = [
        screen.details.name,
        screen.details.under,
        *(grid.itemAt(n).widget() for n in range(grid.count())),
    ]
    return [part.text() for part in parts]


def settings(program):
    return read(program, lambda reading: settings_of(reading.setting_changes()))


def fill(widget, text):
    widget.setFocus()
    widget.selectAll()
    type_text(widget, text)


def test_everything_known_of_a_procedure_is_told(qtbot, window):
    program, screen = window
    find(qtbot, program, screen, "dkks")
    told = "\n".join(texts(screen))

    assert screen.list.chosen().code == "1.001193"
    for words in ("Đăng ký khai sinh", "1.001193 · Hộ tịch", "trong ngày (nhận đến 15:00)", "8.000 đ/lần (mức của xã)",
                  "cấp tỉnh quy định, chưa khai (Luật Hộ tịch 2014", "2. Giấy chứng sinh", "Giấy khai sinh",
                  "dichvucong.gov.vn", "đang áp dụng"):  # fmt: skip
        assert words in told


def test_what_nobody_finds_is_said(qtbot, window):
    program, screen = window
    find(qtbot, program, screen, "xyzq")

    assert screen.empty.isVisible()
    assert not screen.guidance.isEnabled()


def test_the_guidance_sheet_and_the_posting_of_the_field_are_printed(qtbot, window, tmp_path):
    program, screen = window
    find(qtbot, program, screen, "1.001193")
    key(qtbot, program, Qt.Key.Key_P, CTRL)
    key(qtbot, program, Qt.Key.Key_N, CTRL)

    assert sorted(path.name for path in (tmp_path / "papers").iterdir()) == [
        "huong-dan-1.001193.pdf",
        "niem-yet-G15-TP07.pdf",
    ]
    assert program.window.told.text() == "Đã in niêm yết 22 thủ tục."


def test_a_fee_and_a_shorter_time_are_kept_and_intake_offers_them_at_once(qtbot, window):
    program, screen = window
    find(qtbot, program, screen, "1.004837")
    key(qtbot, program, Qt.Key.Key_E, CTRL)
    card = screen.card
    fill(card.fee, "15.000")
    fill(card.decision, "NQ 12/2026/NQ-HĐND")
    fill(card.terms[0].count, "2")
    fill(card.steps, "Thẩm định; Công chức Tư pháp; 240")
    key(qtbot, program, Qt.Key.Key_F9)
    edit = settings(program).edits.of("1.004837")

    assert (edit.fee, edit.decision, edit.steps[0].minutes) == (15_000, "NQ 12/2026/NQ-HĐND", 240)
    assert not screen.editing
    told = "\n".join(texts(screen))
    assert "2 ngày làm việc (cắt giảm, theo quy định 3 ngày làm việc)" in told
    assert "15.000 đ" in told
    assert "1. Thẩm định (Công chức Tư pháp, 240 phút)" in told
    key(qtbot, program, Qt.Key.Key_F2)
    intake = program.screens["intake"].procedure
    intake.search.setFocus()
    type_text(intake.search, "1.004837")
    press(intake.search, Qt.Key.Key_Return)
    settle(qtbot, program)
    assert (intake.procedure.fee, intake.chosen_term()) == (15_000, "2wd")
    assert intake.cases.isVisible()
    assert intake.cases.text.text() == "2 ngày làm việc (cắt giảm, theo quy định 3 ngày làm việc)"
    assert intake.state(FormState()).term_by_law == "3wd"


def test_a_longer_time_than_the_laws_is_refused_and_nothing_typed_is_lost(qtbot, window):
    program, screen = window
    find(qtbot, program, screen, "1.004837")
    key(qtbot, program, Qt.Key.Key_E, CTRL)
    fill(screen.card.terms[0].count, "4")
    key(qtbot, program, Qt.Key.Key_F9)

    assert "chỉ được cắt giảm" in program.window.told.text()
    assert screen.editing
    assert screen.card.terms[0].count.text() == "4"
    assert settings(program).edits.edits == ()


@pytest.mark.parametrize(
    ("fee", "steps", "said"),
    [("nhiều", "", "không phải số đồng"), ("", "Thẩm định; ai; lâu", "Mỗi bước ghi"), ("", "; ai; 3", "Mỗi bước ghi"),
     ("", "a; b; 3; d", "Mỗi bước ghi")],
)  # fmt: skip
def test_what_cannot_be_read_is_said_in_the_card(qtbot, window, fee, steps, said):
    program, screen = window
    find(qtbot, program, screen, "1.004837")
    key(qtbot, program, Qt.Key.Key_E, CTRL)
    fill(screen.card.fee, fee)
    fill(screen.card.steps, steps)
    key(qtbot, program, Qt.Key.Key_F9)

    assert said in program.window.told.text()
    assert screen.editing
    assert settings(program).edits.edits == ()


def test_escape_leaves_the_card_and_keeps_nothing(qtbot, window):
    program, screen = window
    find(qtbot, program, screen, "1.004837")
    key(qtbot, program, Qt.Key.Key_E, CTRL)
    fill(screen.card.fee, "1")
    key(qtbot, program, Qt.Key.Key_Escape)
    assert not screen.editing
    key(qtbot, program, Qt.Key.Key_E, CTRL)

    assert screen.card.fee.text() == ""
    assert settings(program).edits.edits == ()


def test_a_procedure_may_be_settled_at_once_and_no_longer(qtbot, window):
    program, screen = window
    find(qtbot, program, screen, "1.001193")
    for at_once in (True, False):
        key(qtbot, program, Qt.Key.Key_E, CTRL)
        screen.card.at_once.setFocus()
        key(qtbot, program, Qt.Key.Key_Space)
        key(qtbot, program, Qt.Key.Key_F9)

        assert ("1.001193" in settings(program).at_once) is at_once
        assert ("được tiếp nhận và trả ngay" in texts(screen)) is at_once


def test_what_the_commune_is_set_up_with_stays_at_once(qtbot, window):
    program, screen = window
    find(qtbot, program, screen, "2.000815")
    key(qtbot, program, Qt.Key.Key_E, CTRL)

    assert screen.card.at_once.isChecked()
    assert not screen.card.at_once.isEnabled()


def go_to_commune(qtbot, program):
    key(qtbot, program, Qt.Key.Key_K, CTRL)
    return program.screens["commune"].inside()


def test_an_own_day_moves_the_promise_at_intake_at_once(qtbot, window):
    program, _ = window
    rules = program.opened.rules
    before = rules.calendar.next_working(date(2026, 11, 25))
    commune = go_to_commune(qtbot, program)
    fill(commune.days.day, "26/11/2026")
    fill(commune.days.reason, "nghỉ do bão số 12")
    fill(commune.days.decision, "CV 812/UBND-VP")
    key(qtbot, program, Qt.Key.Key_Return)

    assert (before.day, rules.calendar.next_working(date(2026, 11, 25)).day) == (26, 27)
    assert (
        commune.days.list.item(0).text() == "Thứ Năm 26/11/2026 · nghỉ · nghỉ do bão số 12 (CV 812/UBND-VP)"
    )
    commune.days.list.setFocus()
    commune.days.list.setCurrentRow(0)
    commune.days.drop.click()
    settle(qtbot, program)
    assert settings(program).own_days == ()
    assert rules.calendar.next_working(date(2026, 11, 25)).day == 26


def test_a_day_without_its_decision_is_refused(qtbot, window):
    program, _ = window
    commune = go_to_commune(qtbot, program)
    fill(commune.days.reason, "nghỉ")
    commune.days.add.click()
    settle(qtbot, program)

    assert "chưa ghi lý do hoặc số văn bản" in program.window.told.text()
    assert commune.days.reason.text() == "nghỉ"


def test_the_account_is_looked_at_and_kept(qtbot, window):
    program, _ = window
    commune = go_to_commune(qtbot, program)
    fill(commune.account.bank, "97043")
    fill(commune.account.number, "1000000001")
    fill(commune.account.holder, "UBND XA TAN LAP")
    key(qtbot, program, Qt.Key.Key_Return)
    assert "BIN" in program.window.told.text()
    assert settings(program).account is None
    fill(commune.account.bank, "970436")
    commune.account.holder.setFocus()
    key(qtbot, program, Qt.Key.Key_Return)

    account = settings(program).account
    assert (account.bank_bin, account.number, account.holder) == ("970436", "1000000001", "UBND XA TAN LAP")


def choose_file(qtbot, commune, path):
    dialog = commune.forms.dialog
    qtbot.waitUntil(dialog.isVisible)
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    line.setText(str(path))  # typed letters open a list of files, which takes the Return
    press(line, Qt.Key.Key_Return)


def test_a_form_of_the_communes_own_is_checked_kept_and_printed_from(qtbot, window, tmp_path):
    program, _ = window
    commune = go_to_commune(qtbot, program)
    own = FORM.read_text(encoding="utf-8").replace("HẸN TRẢ KẾT QUẢ", "HẸN TRẢ KẾT QUẢ CỦA TỈNH", 1)
    (tmp_path / FORM.name).write_text(own, encoding="utf-8")
    (tmp_path / "sai.json").write_text(own.replace('"title"', '"titel"', 1), encoding="utf-8")
    key(qtbot, program, Qt.Key.Key_O, CTRL)
    choose_file(qtbot, commune, tmp_path / "sai.json")
    qtbot.waitUntil(lambda: "titel" in program.window.told.text())
    assert settings(program).forms == {}
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    key(qtbot, program, Qt.Key.Key_O, CTRL)
    choose_file(qtbot, commune, tmp_path / FORM.name)
    qtbot.waitUntil(lambda: commune.forms.list.count() == 1)
    settle(qtbot, program)

    assert settings(program).forms == {FORM.name: own}
    papers = program.opened.rules.papers()
    form = papers.forms.form("receipt", "2025", None)
    assert "CỦA TỈNH" in " ".join(form.title)
    papers.use_overrides(())  # the drawer is one for the whole process


def test_escape_goes_back_to_the_catalogue(qtbot, window):
    program, screen = window
    go_to_commune(qtbot, program)
    key(qtbot, program, Qt.Key.Key_Escape)

    assert program.window.stack.currentWidget() is program.screens["catalogue"]
    assert screen.search.hasFocus()


def test_who_does_not_administer_sees_all_and_changes_nothing(qtbot, tmp_path):
    minh = replace(HOA, login="minh", name="Trần Văn Minh", roles=frozenset({Role.RECEIVE, Role.PROCESS}))
    with busy_window(qtbot, tmp_path, minh) as (program, _):
        key(qtbot, program, Qt.Key.Key_F11)
        screen = program.screens["catalogue"].inside()
        find(qtbot, program, screen, "1.004837")
        for which in (Qt.Key.Key_E, Qt.Key.Key_K):
            key(qtbot, program, which, CTRL)

        assert not screen.editing
        assert not screen.edit.isVisible()
        assert not screen.settings.isVisible()
        assert program.window.stack.currentWidget() is program.screens["catalogue"]
        assert "Đăng ký giám hộ" in "\n".join(texts(screen))
