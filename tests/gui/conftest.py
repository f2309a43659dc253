"""The desk as the clerk meets it: real widgets, real store, real services, keys."""

from __future__ import annotations

import gc
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot
from support.clerk import PASSPHRASE, Clerk, closes
from support.desk import DESK, HOA

from desk_app.app.home import Home
from desk_app.app.program import Program
from desk_app.app.startup import application
from desk_app.domain.moment import moment
from desk_app.machine.clock import SteppedClock
from desk_app.machine.key_slots import Cost
from desk_app.printing.pdf_folder import PdfFolder
from desk_app.ui.main_window import SIZE

BUSY_MS = 30_000
CHEAP = Cost(memory_kib=64, passes=1)


@pytest.fixture(scope="session")
def qapp():
    return application()


@pytest.fixture(autouse=True)
def garbage_stays_on_the_windows_thread():
    """A closed window's objects, found by the collector on a lane of the next one, would be deleted there.

    While a window lives, the program itself sees to it.
    """
    yield
    gc.collect()
    gc.enable()
    gc.freeze()  # what is left are modules and caches: looking through them after each test took a sixth of the time


@pytest.fixture(autouse=True)
def a_busy_machine_is_waited_for(monkeypatch):
    """Five seconds are little for a paper to be drawn where two test runs share two slow cores; none waits in vain."""
    wait = QtBot.waitUntil

    def patient(self, callback, *, timeout=BUSY_MS):
        wait(self, callback, timeout=timeout)

    monkeypatch.setattr(QtBot, "waitUntil", patient)


@pytest.fixture
def home(tmp_path):
    made = Home(folder=tmp_path, clock=SteppedClock(moment("2026-11-23T08:15")), cost=CHEAP)
    desk = replace(DESK, fees={"1.001193": 8000}, at_once=frozenset({"2.000815"}))
    store, _ = made.create(desk, HOA, PASSPHRASE)
    store.close()
    return made


@pytest.fixture
def program(qtbot, home, tmp_path):
    made = Program(home, PdfFolder(tmp_path / "papers"))
    closes(qtbot, made)
    made.start()
    made.window.showNormal()
    made.window.resize(*SIZE)
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow)
    return made


@pytest.fixture
def clerk(qtbot, program):
    """Return somebody who has signed in by keys."""
    made = Clerk(qtbot, program)
    made.sign_in()
    return made
