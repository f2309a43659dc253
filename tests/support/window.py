"""The window over a busy desk, signed in by keys."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from support.busy_desk import busy
from support.desk import DESK, HOA, Clock

from desk_app.app.home import Home
from desk_app.app.program import Program
from desk_app.domain.staff import Staff
from desk_app.machine.key_slots import Cost
from desk_app.printing.pdf_folder import PdfFolder
from desk_app.ui.typed_text import press, type_text

PASSPHRASE = "một câu thật dài"


@contextmanager
def busy_window(qtbot, folder, member: Staff = HOA):
    """Give the program and the codes of its cases; `member` signs in, papers go to folder/papers."""
    clock = Clock("2026-11-12T08:00")
    home = Home(folder=folder, clock=clock, cost=Cost(memory_kib=64, passes=1))
    desk = replace(DESK, fees={"1.001193": 8000}, at_once=frozenset({"2.000815"}))
    store, _ = home.create(desk, HOA, PASSPHRASE)
    codes = busy(store, clock)
    store.close()
    if member != HOA:
        home.add_member("hoa", PASSPHRASE, member, PASSPHRASE)
    program = Program(home, PdfFolder(folder / "papers"))
    qtbot.addWidget(program.window)
    program.start()
    program.window.activateWindow()
    sign_in = program.sign_in
    rows = [sign_in.members.itemData(n).login for n in range(sign_in.members.count())]
    sign_in.members.setCurrentIndex(rows.index(member.login))
    type_text(sign_in.passphrase, PASSPHRASE)
    press(sign_in.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(program.screens), timeout=10_000)
    settle(qtbot, program)
    try:
        yield program, codes
    finally:
        program.window.close()


def settle(qtbot, program):
    """Wait until every lane is idle."""
    qtbot.waitUntil(lambda: not program.jobs.busy, timeout=20_000)


def key(qtbot, program, which, modifiers=Qt.KeyboardModifier.NoModifier):
    """Press a key where the cursor is, and wait for what it did."""
    qtbot.keyClick(QApplication.focusWidget() or program.window, which, modifiers)
    qtbot.waitUntil(lambda: not program.window.holds_keys)  # a letter alone may be the first of a scan
    settle(qtbot, program)


def read(program, ask):
    """Ask the store, as nobody on the window's thread may."""
    store = program.opened.store
    store.never_on, kept = None, store.never_on
    try:
        with store.reading() as reading:
            return ask(reading)
    finally:
        store.never_on = kept
