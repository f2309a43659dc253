"""After Esc, sign-out or an idle lock nothing of the citizen before can be found in any widget; his draft comes back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractListModel, QCoreApplication, QEvent, QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)
from support.case_window import CODE, CTRL, LAN, PASSPHRASE, CaseWindow, type_over

from desk_app.app.startup import application
from desk_app.domain.deed import Deed, Note
from desk_app.domain.lifecycle import ActName
from desk_app.machine import key_slots
from desk_app.machine.key_slots import Cost
from desk_app.ui.typed_text import press, type_text

FIRST = "Nguyễn Thị Minh Đức"
NUMBER, ADDRESS, PHONE = "038190004217", "Thôn Đồng Tâm", "0912345678"
CARD = f"{NUMBER}||{FIRST}|14021990|Nữ|{ADDRESS}, xã Tân Lập, tỉnh Thanh Hóa|01072022"
PROXY, REASON = "Trần Đình Ước", "Xác minh nơi cư trú của người mẹ"
TRACES = (FIRST, FIRST.upper(), NUMBER, NUMBER[-4:], ADDRESS, PHONE, PROXY, REASON, CODE[-4:])
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(scope="session")
def qapp():
    return application()


@pytest.fixture
def desk(qtbot, tmp_path):
    made = CaseWindow(qtbot, tmp_path)
    key = key_slots.open_slot(tmp_path, "hoa", PASSPHRASE)
    key_slots.add(tmp_path, key, LAN, PASSPHRASE, Cost(memory_kib=64, passes=1))
    made.sign_in()
    made.seconds = 0.0
    made.program.idle._now = lambda: made.seconds
    made.program.idle.stop()
    made.program.idle.start()
    yield made
    made.close()


def escaped(desk):
    desk.key(Qt.Key.Key_Escape)
    desk.settle()


def signed_out(desk):
    desk.key(Qt.Key.Key_L, CTRL)
    desk.qtbot.waitUntil(lambda: locked(desk))


def left_alone(desk):
    desk.settle()
    desk.seconds += 5 * 60
    desk.program.idle.look()
    desk.qtbot.waitUntil(lambda: locked(desk))


LOCKS = pytest.mark.parametrize("lock", [signed_out, left_alone])


def enter(desk, login):
    """Sign in by keys."""
    screen = desk.program.sign_in
    row = next(n for n in range(screen.members.count()) if screen.members.itemData(n).login == login)
    screen.members.setCurrentIndex(row)
    type_over(screen.passphrase, PASSPHRASE)
    press(screen.passphrase, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: bool(desk.program.screens))
    desk.screen = desk.program.screens["case"]
    desk.settle()


def locked(desk):
    return desk.program.opened is None and desk.program.window.stack.currentWidget() is desk.program.sign_in


def everything():
    """Return every text that any widget of the program holds, seen or not."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    found = []
    for widget in QApplication.allWidgets():
        found += [widget.toolTip(), widget.accessibleName(), widget.windowTitle()]
        match widget:
            case QLabel() | QLineEdit() | QAbstractButton():
                found.append(widget.text())
            case QPlainTextEdit() | QTextEdit():
                found.append(widget.toPlainText())
            case QComboBox():
                found += [widget.itemText(n) for n in range(widget.count())]
            case QAbstractItemView():
                found += cells(widget.model())
    return "\n".join(found)


def cells(model):
    if model is None:
        return []
    rows = model.rowCount(QModelIndex())
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
    return [str(model.index(row, column).data() or "") for row in range(rows) for column in range(columns)]


def traces(*but):
    text = everything()
    return [trace for trace in TRACES if trace in text and trace not in but]


def type_intake(desk):
    """Leave an intake half done, its last letters typed just now."""
    desk.key(Qt.Key.Key_F2)
    desk.settle()
    intake = desk.program.screens["intake"]
    type_text(QApplication.focusWidget(), CARD)
    press(QApplication.focusWidget(), Qt.Key.Key_Return)
    search = intake.procedure.search
    search.setFocus()
    type_text(search, "dkks")
    press(search, Qt.Key.Key_Return)
    type_over(intake.applicant.phone, PHONE)
    assert traces() != []


def open_act(desk):
    desk.choose("G")
    assert desk.form is not None
    type_over(desk.form.reason, REASON)
    desk.settle()


def open_guidance(desk):
    type_intake(desk)
    desk.key(Qt.Key.Key_F9, SHIFT)
    desk.settle()
    guidance = desk.program.screens["guidance"]
    assert desk.program.window.stack.currentWidget() is guidance
    type_over(guidance.form.guide, PROXY)
    desk.settle()


def open_hand_over(desk):
    desk.did(Deed(act=ActName.COMPLETE, given=Note(text="15/GKS")))
    desk.key(Qt.Key.Key_F4)
    desk.settle()
    giving = desk.program.screens["hand_over"]
    giving.receiver.choices[1].click()
    type_over(giving.receiver.name, PROXY)
    type_over(giving.receiver.number, NUMBER)
    desk.settle()


def open_case(desk):
    desk.open()


SCENES = pytest.mark.parametrize("scene", [type_intake, open_act, open_guidance, open_hand_over, open_case])


@LOCKS
@SCENES
def test_nothing_of_the_citizen_is_left_when_another_member_signs_in(desk, scene, lock):
    scene(desk)
    assert FIRST in everything()
    lock(desk)

    assert locked(desk)
    assert traces() == []
    enter(desk, "lan")
    assert desk.program.screens["intake"].state().is_empty
    assert traces(CODE[-4:]) == [], "whose receipt is still to be printed is said to everybody, by its code"


@LOCKS
@pytest.mark.parametrize("scene", [type_intake, open_guidance])
def test_the_first_member_gets_the_draft_back_and_nobody_else(desk, scene, lock):
    scene(desk)
    desk.program.window.release_keys()
    before = desk.program.screens["intake"].state()
    lock(desk)
    enter(desk, "lan")
    assert desk.program.screens["intake"].state().is_empty
    signed_out(desk)
    enter(desk, "hoa")

    assert desk.program.screens["intake"].state() == before


def test_esc_leaves_nothing_of_the_intake_and_its_slip(desk):
    open_guidance(desk)
    escaped(desk)
    guidance = desk.program.screens["guidance"]
    assert guidance.form.who.text() == ""
    assert desk.program.screens["intake"].state().name == FIRST
    press(desk.program.screens["intake"].applicant.phone, Qt.Key.Key_Escape)
    desk.settle()
    desk.key(Qt.Key.Key_F2)
    desk.settle()
    texts = [
        box.text() if isinstance(box, QLineEdit | QLabel) else box.toPlainText()
        for name in ("intake", "guidance")
        for kind in (QLineEdit, QLabel, QPlainTextEdit)
        for box in desk.program.screens[name].findChildren(kind)
    ]

    assert [trace for trace in TRACES if any(trace in text for text in texts)] == []
    assert desk.program.screens["intake"].due.preview.pixmap().isNull()


def test_a_proxy_is_not_offered_for_the_next_result(desk):
    other = desk.receive()
    desk.did(Deed(act=ActName.COMPLETE, given=Note(text="15/GKS")))
    desk.did(Deed(act=ActName.COMPLETE, given=Note(text="16/GKS")), code=other)
    desk.key(Qt.Key.Key_F4)
    desk.settle()
    giving = desk.program.screens["hand_over"]
    for leave in (lambda: giving.table.selectRow(1), lambda: desk.key(Qt.Key.Key_F4)):
        giving.receiver.choices[1].click()
        type_over(giving.receiver.name, PROXY)
        leave()
        desk.settle()

        assert (giving.receiver.name.text(), giving.receiver.group.checkedId()) == ("", 0)


def test_a_key_or_the_mouse_keeps_the_desk_open_and_a_job_too(desk):
    desk.settle()
    desk.seconds += 4 * 60
    QTest.keyClick(desk.program.window.windowHandle(), Qt.Key.Key_F3)  # as the keyboard does: to the window
    desk.settle()
    desk.seconds += 4 * 60
    desk.program.idle.look()
    desk.settle()
    assert not locked(desk)
    QTest.mouseMove(desk.program.window.windowHandle(), QPoint(700, 400))
    desk.settle()
    desk.seconds += 4 * 60
    desk.program.idle.look()
    desk.settle()
    assert not locked(desk)

    desk.settle()
    desk.seconds += 6 * 60
    desk.program.screens["cases"].search.setText("a")  # asks for a list: under way until it is heard
    assert desk.program.jobs.busy
    desk.program.idle.look()
    assert not locked(desk)
    desk.settle()
    desk.program.idle.look()
    desk.qtbot.waitUntil(lambda: locked(desk))


def test_no_key_leads_back_in_from_the_sign_in_screen(desk):
    signed_out(desk)
    for key in (Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F4, Qt.Key.Key_F9):
        desk.key(key)

    assert locked(desk)
    desk.program.idle.look()
    assert locked(desk)


def test_what_was_begun_before_the_lock_is_finished_with_its_paper(desk):
    type_intake(desk)
    desk.key(Qt.Key.Key_F9)
    signed_out(desk)

    assert locked(desk)
    assert desk.printed("receipt", "H56.22.17-261123-5002") == 1
    assert desk.program.window.told.text() == ""


def test_the_minutes_are_kept_beside_the_store_and_outlive_a_change_of_language(tmp_path):
    from desk_app.machine.settings_file import FILE, keep_language, kept_idle_minutes, kept_language

    assert kept_idle_minutes(tmp_path) == 5
    for spoilt in (
        "{",
        "[]",
        '{"idle_minutes": 0}',
        '{"idle_minutes": 1000}',
        '{"idle_minutes": "5"}',
        '{"idle_minutes": true}',
    ):
        (tmp_path / FILE).write_text(spoilt)
        assert kept_idle_minutes(tmp_path) == 5
    (tmp_path / FILE).write_text('{"idle_minutes": 2}')
    keep_language(tmp_path, "en")

    assert (kept_idle_minutes(tmp_path), kept_language(tmp_path)) == (2, "en")
