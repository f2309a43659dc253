"""Who stops an exchange, or leaves, stops it: also one that has no line yet, or waits for its turn on the lane."""

from __future__ import annotations

import contextlib
import socket
import threading

import pytest
from PySide6.QtCore import Qt
from support.clerk import PASSPHRASE
from support.desk import HOA

from desk_app.app.way import Way
from desk_app.domain.superior import Enrolment
from desk_app.ui.jobs import Lane

SOON_MS = 5_000  # of 30 s and more that a line itself would wait


class Hanging:
    """A superior that takes every connection and never says a word; `came` = how many."""

    def __init__(self):
        self.came, self._held, self._over = 0, [], threading.Event()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = self._listening.getsockname()[1]
        self._thread = threading.Thread(target=self._accept)
        self._thread.start()

    def _accept(self):
        while True:
            connection, _ = self._listening.accept()
            self._held.append(connection)
            if self._over.is_set():
                return
            self.came += 1

    def end(self):
        self._over.set()
        socket.create_connection(("127.0.0.1", self.port)).close()
        self._thread.join()
        for one in [self._listening, *self._held]:
            with contextlib.suppress(OSError):
                one.close()


@pytest.fixture
def superior():
    made = Hanging()
    yield made
    made.end()


@pytest.fixture
def desk(clerk, superior):
    """Return a clerk at F7 of a desk whose superior hangs."""
    zeros = bytes(32)
    enrolment = Enrolment(
        url=f"http://127.0.0.1:{superior.port}", agency_code="H56.22.17", desk=1, superior_key=zeros,
        superior_box_key=zeros, signing_key=zeros, box_key=zeros,
    )  # fmt: skip

    def keep():
        with clerk.program.opened.store.transaction() as books:
            books.keep_enrolment(enrolment)

    program = clerk.program
    program.jobs.run(Lane.LINE, keep, owner=program.window, done=lambda _none: None, failed=pytest.fail)
    clerk.settle()
    clerk.key(Qt.Key.Key_F7)
    clerk.settle()
    return clerk


def ends(desk):
    desk.qtbot.waitUntil(lambda: not desk.program.jobs.busy, timeout=SOON_MS)


def is_begun_anew(desk, superior):
    """Return whether a new exchange reaches the superior, and end it."""
    before = superior.came
    screen = desk.program.screens["sync"]
    screen.sync()
    desk.qtbot.waitUntil(lambda: superior.came > before)
    screen.cancel()
    ends(desk)
    return not screen.running


def test_esc_before_there_is_a_line_ends_the_exchange(desk, superior):
    program, gate, making = desk.program, threading.Event(), threading.Event()
    way, screen = program.office._to_superior, program.screens["sync"]
    make = way._make

    def slow():
        making.set()
        gate.wait(10)
        return make()

    way._make = slow
    screen.sync()
    desk.qtbot.waitUntil(making.is_set)
    desk.key(Qt.Key.Key_Escape)
    assert screen.doing.text() == "Đang dừng…"
    gate.set()
    ends(desk)

    assert "bị ngắt giữa chừng" in screen.doing.text()
    assert is_begun_anew(desk, superior)


def test_esc_ends_an_exchange_that_waits_behind_another_job_of_the_line(desk, superior):
    screen = desk.program.screens["sync"]
    screen.print_sheet()
    desk.qtbot.waitUntil(lambda: superior.came == 1)
    screen.sync()
    desk.key(Qt.Key.Key_Escape)
    ends(desk)

    assert not screen.running
    assert "bị ngắt giữa chừng" in screen.doing.text()
    assert is_begun_anew(desk, superior)


def test_while_stopping_nothing_else_is_said(desk, superior):
    screen, said = desk.program.screens["sync"], []
    screen.print_sheet()
    desk.qtbot.waitUntil(lambda: superior.came == 1)
    screen.sync()
    desk.key(Qt.Key.Key_Escape)
    desk.program.jobs._told.connect(lambda *_told: said.append(screen.doing.text()))
    ends(desk)

    assert set(said) == {"Đang dừng…"}


@pytest.mark.parametrize("leave", ["sign_out", "close"])
def test_leaving_lets_nothing_begin_that_waits_on_the_lane(desk, superior, leave):
    program, screen = desk.program, desk.program.screens["sync"]
    screen.print_sheet()
    desk.qtbot.waitUntil(lambda: superior.came == 1)
    screen.sync()
    {"sign_out": program.sign_out, "close": program.window.close}[leave]()
    desk.qtbot.waitUntil(lambda: program.opened is None and not program.jobs.busy, timeout=SOON_MS)

    assert superior.came == 1, "the exchange that waited never reached for the superior"


def test_whoever_signs_in_again_has_a_line_that_lives(desk, superior):
    program = desk.program
    program.screens["sync"].print_sheet()
    desk.qtbot.waitUntil(lambda: superior.came == 1)
    program.screens["sync"].sync()
    program.sign_out()
    desk.qtbot.waitUntil(program.sign_in.isVisible, timeout=SOON_MS)
    program.sign_in.enter(HOA, PASSPHRASE)
    desk.qtbot.waitUntil(lambda: bool(program.screens))
    desk.settle()
    desk.key(Qt.Key.Key_F7)
    desk.settle()

    assert is_begun_anew(desk, superior)


class Thing:
    """What a way holds."""

    def __init__(self):
        self.over = False

    def cut(self):
        self.over = True


def test_what_is_made_while_the_way_is_being_closed_is_cut():
    made, way = [], Way(lambda: made.append(Thing()) or way.close() or made[-1])

    assert way.get() is made[0]
    assert made[0].over
    way.open()
    assert way.get() is not made[0], "nothing of the closed way stays"


def test_after_a_cut_the_next_is_another_and_lives():
    way = Way(Thing)
    first = way.get()
    assert way.get() is first
    way.cut()

    assert first.over
    assert not way.get().over
