"""Báo cáo by keys: each list on the screen, on paper and as a spreadsheet."""

from __future__ import annotations

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from support.window import busy_window, key, read, settle

from desk_app.app.startup import application
from desk_app.storage import event_log
from desk_app.ui.typed_text import press, type_text

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="session")
def qapp():
    return application()


@pytest.fixture
def window(qtbot, tmp_path):
    with busy_window(qtbot, tmp_path) as (program, codes):
        key(qtbot, program, Qt.Key.Key_F10)
        yield program, program.screens["lists"].inside(), codes


def cells(screen):
    model = screen.table.list
    return [
        [model.data(model.index(row, column)) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def exported(program):
    return [
        event_log.body_of(event)
        for event in read(program, lambda reading: list(event_log.events(reading._db)))
        if event.kind == "exported"
    ]


def test_it_begins_with_todays_register(window):
    _, screen, codes = window

    assert [row[0] for row in cells(screen)] == ["8", "9"]
    assert screen.table.chosen_code() == codes["void"]
    assert screen.note.text() == "Nhận 2 hồ sơ, đã trả 0."


def test_the_period_goes_by_keys(qtbot, window):
    program, screen, _ = window
    key(qtbot, program, Qt.Key.Key_Left, CTRL)
    assert screen.period.day.text() == "22/11/2026"
    assert screen.empty.isVisible(), "a Sunday"
    assert not screen.print.isEnabled()
    key(qtbot, program, Qt.Key.Key_M, CTRL)
    assert (screen.period.day.text(), len(cells(screen))) == ("11/2026", 9)
    key(qtbot, program, Qt.Key.Key_Right, CTRL)
    assert screen.period.day.text() == "12/2026"
    key(qtbot, program, Qt.Key.Key_M, CTRL)
    key(qtbot, program, Qt.Key.Key_D, CTRL)
    screen.period.day.selectAll()
    type_text(screen.period.day, "13112026")
    press(screen.period.day, Qt.Key.Key_Return)
    settle(qtbot, program)

    assert (screen.period.day.text(), [row[0] for row in cells(screen)]) == ("13/11/2026", ["1", "2"])


def test_a_day_that_does_not_exist_goes_back_to_the_one_before(qtbot, window):
    program, screen, _ = window
    key(qtbot, program, Qt.Key.Key_D, CTRL)
    screen.period.day.selectAll()
    type_text(screen.period.day, "31/11/2026")
    press(screen.period.day, Qt.Key.Key_Return)
    settle(qtbot, program)

    assert screen.period.day.text() == "23/11/2026"


def test_each_list_has_its_key(qtbot, window):
    program, screen, codes = window
    tail = "…" + codes["new"][-11:]
    shown = {}
    for which in (Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5):
        key(qtbot, program, which, ALT)
        shown[which] = cells(screen)

    assert [row[0] for row in shown[Qt.Key.Key_2]] == [
        "Công an xã: 1 hồ sơ",
        "1",
        "Công chức Tư pháp – Hộ tịch: 1 hồ sơ",
        "1",
    ]
    assert [
        "09:00",
        tail,
        "Lệ phí hộ tịch",
        "Tiền mặt",
        "01BLP2-001 AA-26T 0000012",
        "Lê Thị Hoa",
        "8.000",
    ] in shown[Qt.Key.Key_3]
    assert shown[Qt.Key.Key_4][1][5] == "nhập nhầm người"
    assert shown[Qt.Key.Key_5][1][:5] == ["23/11/2026", "5001", "5002", "2", "5001"]
    assert screen.note.text() == "Không thiếu số nào."


def test_what_is_of_a_day_only_offers_no_month(qtbot, window):
    program, screen, _ = window
    key(qtbot, program, Qt.Key.Key_M, CTRL)
    key(qtbot, program, Qt.Key.Key_2, ALT)
    key(qtbot, program, Qt.Key.Key_M, CTRL)

    assert not screen.period.kind.isEnabled()
    assert screen.period.period().one_day


def test_the_register_and_hand_over_lists_are_printed_on_their_forms(qtbot, window, tmp_path):
    program, _, _ = window
    key(qtbot, program, Qt.Key.Key_P, CTRL)
    key(qtbot, program, Qt.Key.Key_2, ALT)
    key(qtbot, program, Qt.Key.Key_P, CTRL)
    printed = sorted(path.name for path in (tmp_path / "papers").iterdir())

    assert printed == ["hand-over-1.pdf", "hand-over-2.pdf", "register.pdf"], (
        "a list a receiver: each signs his own"
    )
    assert program.window.told.text() == "Đã in 2 danh sách."
    assert [(body["list"], body["way"], body["rows"]) for body in exported(program)] == [
        ("register", "paper", 2),
        ("hand-over", "paper", 2),
    ]


def test_a_list_goes_into_a_spreadsheet_by_keys_and_into_the_log(qtbot, window, tmp_path):
    program, screen, codes = window
    key(qtbot, program, Qt.Key.Key_E, CTRL)
    dialog = screen.export.dialog
    qtbot.waitUntil(dialog.isVisible)
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    line.setText(str(tmp_path / "so-theo-doi"))  # typed letters open a list of files, which takes the Return
    press(line, Qt.Key.Key_Return)
    qtbot.waitUntil((tmp_path / "so-theo-doi.xlsx").exists)
    settle(qtbot, program)
    sheet = openpyxl.load_workbook(tmp_path / "so-theo-doi.xlsx").active

    assert sheet["B4"].value == codes["void"], "on paper and in files the whole code stands"
    assert "so-theo-doi.xlsx" in program.window.told.text()
    assert exported(program) == [{"list": "register", "period": "Ngày 23/11/2026", "rows": 2, "way": "file"}]


def test_enter_opens_the_case_at_the_cursor(qtbot, window):
    program, _, codes = window
    key(qtbot, program, Qt.Key.Key_Down)
    key(qtbot, program, Qt.Key.Key_Return)

    assert program.screens["case"].code.text() == codes["new"]
