"""Leaving the desk: nothing freezes, nothing is cut off but the line, nothing opens again."""

from __future__ import annotations

import socket
import threading
import time
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt
from support.desk import DESK, HOA

from desk_app.app.home import Home
from desk_app.app.program import Program
from desk_app.app.startup import application
from desk_app.domain.errors import StorageBusy, StoreLocked
from desk_app.domain.moment import moment
from desk_app.domain.superior import Enrolment
from desk_app.machine.clock import SteppedClock
from desk_app.machine.key_slots import Cost
from desk_app.printing.pdf_folder import PdfFolder
from desk_app.ui.jobs import Jobs, Lane

PASSPHRASE = "một câu thật dài"
AT_ONCE_S = 1.0
CARD = "038190004217||Nguyễn Thị Minh Đức|14021990|Nữ|Thôn Đồng Tâm, xã Tân Lập, tỉnh Thanh Hóa|01072022"


@pytest.fixture(scope="session")
def qapp():
    return application()


@pytest.fixture
def program(qtbot, tmp_path):
    home = Home(
        folder=tmp_path, clock=SteppedClock(moment("2026-11-23T08:15")), cost=Cost(memory_kib=64, passes=1)
    )
    home.create(replace(DESK, fees={"1.001193": 8000}), HOA, PASSPHRASE)[0].close()
    made = Program(home, PdfFolder(tmp_path / "papers"))
    qtbot.addWidget(made.window, before_close_func=lambda _window: settle(qtbot, made))
    made.start()
    made.window.activateWindow()
    return made


@pytest.fixture
def desk(qtbot, program):
    program.sign_in.enter(HOA, PASSPHRASE)
    qtbot.waitUntil(lambda: bool(program.screens))
    settle(qtbot, program)
    return program


@pytest.fixture
def syncing(qtbot, desk):
    """Return the desk in the middle of an exchange that never ends."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        there, zeros = threading.Event(), bytes(32)
        held = []

        def hold():
            connection, _ = listening.accept()
            held.append(connection)
            connection.recv(65536)
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n")
            there.set()

        thread = threading.Thread(target=hold)
        thread.start()
        enrolment = Enrolment(
            url=f"http://127.0.0.1:{listening.getsockname()[1]}", agency_code="H56.22.17", desk=1,
            superior_key=zeros, superior_box_key=zeros, signing_key=zeros, box_key=zeros,
        )  # fmt: skip

        def keep():
            with desk.opened.store.transaction() as books:
                books.keep_enrolment(enrolment)

        desk.jobs.run(Lane.WRITE, keep, owner=desk.window, done=lambda _none: None, failed=pytest.fail)
        settle(qtbot, desk)
        desk.screens["sync"].sync()
        qtbot.waitUntil(there.is_set)
        thread.join()
        yield desk
        for connection in held:
            connection.close()


def settle(qtbot, program):
    qtbot.waitUntil(lambda: not program.jobs.busy, timeout=10_000)


def test_signing_out_while_the_line_hangs_freezes_nothing_and_closes_the_store(qtbot, syncing):
    store, began = syncing.opened.store, time.monotonic()
    syncing.sign_out()
    assert time.monotonic() - began < AT_ONCE_S
    assert "Đang kết thúc" in syncing.window.stack.currentWidget().text()
    qtbot.waitUntil(syncing.sign_in.isVisible)

    assert syncing.opened is None
    assert not syncing.jobs.busy
    assert store._connections._all == []
    store.never_on = None
    with pytest.raises(StoreLocked):
        store.tidy()


def test_signing_in_again_has_a_line_of_its_own(qtbot, syncing):
    cut = syncing.office.superior
    syncing.sign_out()
    qtbot.waitUntil(syncing.sign_in.isVisible)
    syncing.sign_in.enter(HOA, PASSPHRASE)
    qtbot.waitUntil(lambda: bool(syncing.screens))
    settle(qtbot, syncing)

    assert syncing.office.superior is not cut


def test_closing_the_window_while_the_line_hangs_freezes_nothing(qtbot, syncing):
    began = time.monotonic()
    syncing.window.close()
    assert time.monotonic() - began < AT_ONCE_S
    assert syncing.window.isVisible()
    qtbot.waitUntil(lambda: not syncing.window.isVisible())

    assert syncing.opened is None


def test_closing_the_window_while_the_desk_opens_leaves_it_locked(qtbot, program):
    opened = []
    program.sign_in.opened.connect(lambda opening, _member: opened.append(opening.store))
    program.sign_in.enter(HOA, PASSPHRASE)
    program.window.close()
    qtbot.waitUntil(lambda: not program.window.isVisible())

    assert (program.opened, program.screens) == (None, {})
    with pytest.raises(StoreLocked):
        opened[0].tidy()


def test_a_case_that_is_being_stored_is_stored_before_the_desk_is_locked(qtbot, desk):
    gate, stored = threading.Event(), []

    def write():
        gate.wait(10)
        with desk.opened.store.transaction() as books:
            books.set_setting("x", "y")
        return "stored"

    desk.jobs.run(Lane.WRITE, write, owner=desk.window, done=stored.append, failed=pytest.fail)
    desk.sign_out()
    desk.sign_out()  # Ctrl+L once more
    assert not desk.sign_in.isVisible()
    gate.set()
    qtbot.waitUntil(desk.sign_in.isVisible)

    assert stored == ["stored"]


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F4, Qt.Key.Key_F7])
def test_the_keys_of_places_are_dead_after_signing_out(qtbot, desk, key):
    desk.sign_out()
    qtbot.waitUntil(desk.sign_in.isVisible)
    with qtbot.captureExceptions() as raised:
        qtbot.keyClick(desk.window, key)
        settle(qtbot, desk)

    assert raised == []
    assert desk.sign_in.isVisible()


def test_a_bug_ends_the_waiting_of_a_screen_and_locks_nobody_in(qtbot, desk):
    ended = []

    def bug():
        raise ZeroDivisionError

    with qtbot.captureExceptions() as raised:
        desk.jobs.run(
            Lane.WRITE,
            bug,
            owner=desk.window,
            done=pytest.fail,
            failed=pytest.fail,
            ended=lambda: ended.append(1),
        )
        desk.sign_out()
        qtbot.waitUntil(desk.sign_in.isVisible)

    assert [one[0] for one in raised] == [ZeroDivisionError]
    assert ended == [1]


def screens_that_wait(desk, monkeypatch):
    """Yield for each screen how to begin, and whether its button waits; what it begins is a bug."""

    def bug(*_given):
        raise ZeroDivisionError

    def spoil(screen, name):
        monkeypatch.setattr(screen, "_services", replace(screen._services, **{name: bug}))

    intake, sync = desk.screens["intake"], desk.screens["sync"]
    intake.applicant.take_scan(CARD)
    intake.procedure.choose(intake._services.procedure("1.001193"))
    spoil(intake, "receive")
    yield intake.receive, intake.due.receive
    spoil(sync, "sync")
    yield sync.sync, sync.go
    spoil(sync, "enrol")
    sync.url.setText("https://cap-tren.example.vn")
    sync.code.setText("AAAA-BBBB-CCCC-DDDD")
    sync.enrol.setEnabled(True)
    yield sync.enrol.click, sync.enrol


def test_a_bug_leaves_no_button_dead(qtbot, desk, monkeypatch):
    for begin, button in screens_that_wait(desk, monkeypatch):
        with qtbot.captureExceptions() as raised:
            begin()
            assert not button.isEnabled()
            settle(qtbot, desk)

        assert [one[0] for one in raised] == [ZeroDivisionError]
        assert button.isEnabled()
    with qtbot.captureExceptions() as raised:
        desk.screens["intake"].receive()
        assert not desk.screens["intake"].due.receive.isEnabled(), "F9 begins once more"
        settle(qtbot, desk)


def test_a_bug_at_the_door_leaves_it_open(qtbot, program, monkeypatch):
    def bug(_login, _passphrase):
        raise ZeroDivisionError

    monkeypatch.setattr(program.sign_in, "_open_desk", bug)
    with qtbot.captureExceptions() as raised:
        program.sign_in.enter(HOA, PASSPHRASE)
        settle(qtbot, program)

    assert len(raised) == 1
    assert program.sign_in.go.isEnabled()


@pytest.mark.parametrize("outcome", ["done", "failed"])
def test_the_end_comes_once_and_before_the_outcome(qtbot, outcome):
    jobs, owner, heard = Jobs(), QObject(), []

    def work():
        if outcome == "failed":
            raise StorageBusy

    jobs.run(
        Lane.READ, work, owner=owner, done=lambda _none: heard.append("done"),
        failed=lambda _error: heard.append("failed"), ended=lambda: heard.append("ended"),
    )  # fmt: skip
    qtbot.waitUntil(lambda: not jobs.busy)

    assert heard == ["ended", outcome]
