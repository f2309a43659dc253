"""Chép ra USB, as the clerk works it: F7, Alt+U, F9, and Alt+X when the stick comes back."""

from __future__ import annotations

import shutil
import threading
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from support.clerk import ALT, CTRL, PASSPHRASE, Clerk, words_of
from support.desk import Clock, receive
from support.usb import pair, superior, take

from desk_app.ui.jobs import Lane

CASES = 3


@pytest.fixture
def ledger(tmp_path):
    made = superior(tmp_path / "superior")
    yield made
    made.close()


@pytest.fixture
def prepared(home, ledger):
    """A desk that is enrolled, with cases that wait."""
    store = home.open("hoa", PASSPHRASE)
    pair(store, ledger)
    clock = Clock("2026-11-23T08:10:00")
    for _ in range(CASES):
        receive(store, clock)
    store.close()


@pytest.fixture
def clerk(prepared, qtbot, program):
    made = Clerk(qtbot, program)
    made.sign_in()
    return made


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "KINGSTON"
    folder.mkdir()
    return folder


@pytest.fixture
def usb(clerk):
    clerk.key(Qt.Key.Key_F7)
    clerk.settle()
    clerk.key(Qt.Key.Key_U, ALT)
    clerk.settle()
    return clerk.program.screens["usb"]


def plug_in(clerk, usb, folder):
    usb.choose_folder(folder)
    clerk.settle()


@contextmanager
def a_slow_stick(clerk, usb):
    """Hold the lane on which sticks are written until the block ends."""
    go_on = threading.Event()
    jobs = clerk.program.jobs
    jobs.run(Lane.UPKEEP, go_on.wait, owner=usb, done=lambda _none: None, failed=lambda _error: None)
    try:
        yield
    finally:
        go_on.set()


def test_without_a_stick_it_says_what_to_do(clerk, usb):
    assert usb.isVisible()
    assert not usb.drives.list.isVisible()
    assert "Chưa thấy USB nào" in "\n".join(words_of(usb))
    assert usb.pending.text() == str(CASES)
    assert not usb.go.isEnabled()
    clerk.key(Qt.Key.Key_F9)
    assert "cắm USB" in clerk.told


def test_a_stick_goes_out_and_its_acknowledgement_turns_all_green(clerk, usb, stick, ledger):
    plug_in(clerk, usb, stick)
    assert not usb.safe.isVisible()
    clerk.key(Qt.Key.Key_F9)
    clerk.settle()
    assert usb.safe.isVisible()
    assert f"Đã chép {CASES} hồ sơ" in usb.doing.text()
    assert f"{CASES} hồ sơ" in usb.waiting.text()
    assert "chưa có xác nhận" in usb.waiting.text()
    assert usb.pending.text() == str(CASES)

    (file,) = stick.iterdir()
    ack = take(ledger, file)[1]
    plug_in(clerk, usb, stick)
    assert ack.name in usb.answers.told.text()
    clerk.key(Qt.Key.Key_X, ALT)
    clerk.settle()
    assert f"nhận thêm {CASES} hồ sơ" in clerk.told
    assert usb.pending.text() == "0"
    assert "Không có tệp nào" in usb.waiting.text()
    assert not usb.answers.read.isEnabled()
    assert not usb.safe.isVisible()
    assert "không có gì cần chép" in usb.doing.text()


def test_esc_goes_back_to_where_it_was_opened(clerk, usb):
    clerk.key(Qt.Key.Key_Escape)
    clerk.settle()

    assert clerk.program.screens["sync"].isVisible()


def test_esc_stops_a_copy_and_nothing_is_on_the_stick(clerk, usb, stick):
    plug_in(clerk, usb, stick)
    with a_slow_stick(clerk, usb):
        clerk.key(Qt.Key.Key_F9)
        assert usb.halt.isVisible()
        clerk.key(Qt.Key.Key_Escape)
    clerk.settle()

    assert usb.isVisible()
    assert list(stick.iterdir()) == []
    assert "Đã dừng chép" in clerk.told
    assert not usb.safe.isVisible()
    assert usb.go.isEnabled()


def test_a_stick_that_was_pulled_is_told_and_the_cases_still_wait(clerk, usb, stick):
    plug_in(clerk, usb, stick)
    stick.rmdir()
    clerk.key(Qt.Key.Key_F9)
    clerk.settle()

    assert "hãy cắm USB" in clerk.told
    assert usb.pending.text() == str(CASES)
    assert not usb.safe.isVisible()


def test_what_is_said_of_a_stick_goes_with_it(clerk, usb, stick, tmp_path):
    other = tmp_path / "SANDISK"
    other.mkdir()
    plug_in(clerk, usb, stick)
    clerk.key(Qt.Key.Key_F9)
    clerk.settle()
    shutil.rmtree(stick)
    plug_in(clerk, usb, other)

    assert not usb.safe.isVisible()
    assert usb.doing.text() == "Đã rút USB."
    assert usb.drives.list.count() == 1


def test_locking_stops_a_copy(clerk, usb, stick):
    plug_in(clerk, usb, stick)
    with a_slow_stick(clerk, usb):
        clerk.key(Qt.Key.Key_F9)
        clerk.key(Qt.Key.Key_L, CTRL)
    clerk.qtbot.waitUntil(lambda: clerk.program.opened is None, timeout=10_000)

    assert not [path for path in stick.iterdir() if path.suffix == ".qmc"]


def test_a_wrong_file_is_named_in_one_sentence(clerk, usb, stick):
    wrong = stick / "anh.qmc"
    wrong.write_bytes(b"\xff\xd8\xff\xe0 JFIF")
    usb.take_file(wrong)
    clerk.settle()

    assert "anh.qmc" in clerk.told
    assert "không phải tệp xác nhận" in clerk.told


def test_a_desk_that_is_not_enrolled_is_told_where_to_begin(qtbot, program):
    clerk = Clerk(qtbot, program)
    clerk.sign_in()
    clerk.key(Qt.Key.Key_F7)
    clerk.settle()
    clerk.key(Qt.Key.Key_U, ALT)
    clerk.settle()
    usb = clerk.program.screens["usb"]

    assert "chưa đăng ký" in usb.doing.text()
    assert not usb.go.isEnabled()
