"""The intake window for tests of what stands around it: signed in by keys, worked by keys, on a real store."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from support.desk import DESK, HOA

from desk_app.app.home import Home
from desk_app.app.program import Program
from desk_app.domain.moment import moment
from desk_app.machine.key_slots import Cost
from desk_app.printing.pdf_folder import PdfFolder
from desk_app.ui.intake.helpers import IntakeHelpers
from desk_app.ui.intake.ways import WAYS
from desk_app.ui.typed_text import press, type_text

CARD = "038190004217||Nguyễn Thị Minh Đức|14021990|Nữ|Thôn Đồng Tâm, xã Tân Lập, tỉnh Thanh Hóa|01072022"
OTHER_CARD = "001079007919||Trần Văn Bảo|13071979|Nam|Thôn Bản Lầm, xã Tân Lập, tỉnh Thanh Hóa|01072022"
PASSPHRASE = "một câu thật dài"
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
PICTURES = os.environ.get("PICTURES")  # a folder: pictures of every state, to look at


@contextmanager
def signed_in(qtbot, folder, clock):
    """Give the program after signing in by keys; close it at the end."""
    home = Home(folder=folder, clock=clock, cost=Cost(memory_kib=64, passes=1))
    letterhead = replace(DESK.letterhead, phone="0237 3123 456")
    store, _ = home.create(replace(DESK, fees={"1.001193": 8000}, letterhead=letterhead), HOA, PASSPHRASE)
    store.close()
    made = Program(home, PdfFolder(folder / "papers"))
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


def known(program):
    return helpers(program).person


def bundle(program):
    return helpers(program).bundle


def helpers(program):
    return next(child for child in program.screens["intake"].children() if isinstance(child, IntakeHelpers))
