"""Leaving with unsent work: told once, held by nothing, lost by nothing; and the end of a day with a real superior."""

from __future__ import annotations

import socket

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QCloseEvent
from support.clerk import PASSPHRASE, Clerk, closes, words_of
from support.desk import DESK, HOA, receive
from support.superior import enrol, serving

from desk_app.app.home import Home
from desk_app.app.program import Program
from desk_app.domain.day_steps import StepName, StepState
from desk_app.domain.moment import moment
from desk_app.machine.clock import SteppedClock
from desk_app.machine.key_slots import Cost
from desk_app.printing.pdf_folder import PdfFolder
from desk_app.services.store_copy import choose_place
from desk_app.ui.main_window import SIZE

CTRL = Qt.KeyboardModifier.ControlModifier
EVENING, NOON = "2026-11-23T16:45", "2026-11-23T11:00"
CASES = 3


class Evening:
    """A desk with three cases at 16:45, signed in; enrolled where there is a superior."""

    def __init__(self, qtbot, folder, url=""):
        self.qtbot, self.folder = qtbot, folder
        self.clock = SteppedClock(moment("2026-11-23T08:15"))
        self.home = Home(folder=folder / "desk", clock=self.clock, cost=Cost(memory_kib=64, passes=1))
        store, _ = self.home.create(DESK, HOA, PASSPHRASE)
        if url:
            enrol(folder / "superior", url, store)
        for _ in range(CASES):
            receive(store, self.clock, term="5wd")
        (folder / "usb").mkdir()
        choose_place(folder / "usb", store=store)
        store.close()
        self.clock.advance_to(moment(EVENING))

    def sign_in(self):
        self.program = Program(self.home, PdfFolder(self.folder / "papers"))
        closes(self.qtbot, self.program)
        self.program.start()
        self.program.window.showNormal()
        self.program.window.resize(*SIZE)
        self.program.window.activateWindow()
        self.qtbot.waitUntil(self.program.window.isActiveWindow)
        self.clerk = Clerk(self.qtbot, self.program)
        self.clerk.sign_in()
        return self

    @property
    def window(self):
        return self.program.window

    def click_close(self):
        """Close as the window's own button or Alt+F4 does."""
        QCoreApplication.sendEvent(self.window.windowHandle(), QCloseEvent())

    def is_asked(self):
        return self.window.stack.currentWidget() is self.program.screens.get("leaving")

    def gone(self):
        self.qtbot.waitUntil(lambda: self.program.opened is None and not self.window.isVisible())

    def locked(self):
        self.qtbot.waitUntil(lambda: self.program.opened is None and self.program.sign_in.isVisible())


@pytest.fixture
def evening(qtbot, tmp_path):
    return Evening(qtbot, tmp_path).sign_in()


@pytest.fixture
def joined(qtbot, tmp_path):
    """Return an evening with a real superior."""
    with serving(tmp_path / "superior") as url:
        yield Evening(qtbot, tmp_path, url).sign_in()


def test_closing_the_window_with_unsent_work_tells_how_many_and_enter_leaves(evening):
    evening.click_close()

    assert evening.window.isVisible()
    assert f"Còn {CASES} hồ sơ cấp trên chưa nhận" in words_of(evening.window)
    evening.clerk.key(Qt.Key.Key_Return)
    evening.gone()


def test_esc_leaves_too(evening):
    evening.click_close()
    evening.clerk.key(Qt.Key.Key_Escape)
    evening.gone()


def test_closing_twice_leaves_without_an_answer(evening):
    evening.click_close()
    evening.click_close()
    evening.gone()


def test_ctrl_l_in_the_evening_tells_once_and_the_second_locks(evening):
    evening.clerk.key(Qt.Key.Key_L, CTRL)
    assert evening.is_asked()
    evening.clerk.key(Qt.Key.Key_L, CTRL)
    evening.locked()


def test_any_place_leads_back_to_work_and_the_next_leaving_is_told_again(evening):
    evening.click_close()
    evening.clerk.key(Qt.Key.Key_F3)
    evening.clerk.settle()
    assert not evening.is_asked()
    evening.click_close()
    assert evening.is_asked()


def test_changing_hands_during_the_day_asks_nothing(qtbot, tmp_path):
    evening = Evening(qtbot, tmp_path)
    evening.clock._now = moment(NOON)
    evening.sign_in()
    evening.clerk.key(Qt.Key.Key_L, CTRL)
    evening.locked()


def test_the_idle_lock_asks_nobody(evening):
    evening.program.idle.locked.emit()
    evening.locked()


def test_nothing_is_asked_when_the_superior_has_everything(joined):
    joined.clerk.key(Qt.Key.Key_F7)
    joined.clerk.key(Qt.Key.Key_F9)
    joined.clerk.settle()
    joined.click_close()
    joined.gone()


def test_f9_sends_first_and_then_leaves_by_itself(joined):
    joined.click_close()
    joined.clerk.key(Qt.Key.Key_F9)
    joined.gone()

    store = joined.home.open("hoa", PASSPHRASE)
    with store.reading() as reading:
        assert reading.sync_state().pending_cases == 0
    store.close()


def test_a_line_that_hangs_holds_nobody_and_nothing_is_lost(qtbot, tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as silent, serving(tmp_path / "superior") as url:
        evening = Evening(qtbot, tmp_path, url)
        store = evening.home.open("hoa", PASSPHRASE)
        with store.transaction() as books:  # from now on nobody answers there
            books._db.execute("update enrolment set url = ?", [f"http://127.0.0.1:{silent.getsockname()[1]}"])
        store.close()
        evening.sign_in()
        evening.click_close()
        evening.clerk.key(Qt.Key.Key_F9)
        connection, _ = silent.accept()
        evening.clerk.key(Qt.Key.Key_Escape)
        evening.gone()
        connection.close()

    store = evening.home.open("hoa", PASSPHRASE)
    with store.reading() as reading:
        assert reading.sync_state().pending_cases == CASES
    store.close()


def test_one_key_sends_copies_and_closes_and_the_superior_has_the_closing_too(joined):
    joined.clerk.key(Qt.Key.Key_F8)
    joined.clerk.settle()
    joined.clerk.key(Qt.Key.Key_F9)
    joined.clerk.settle()

    screen = joined.program.screens["day_end"]
    outcomes = screen.steps.outcomes
    assert [outcomes[name].over for name in StepName] == [True] * 5
    assert outcomes[StepName.SEND].state is StepState.DONE
    joined.qtbot.waitUntil(lambda: "Cấp trên đã nhận đủ" in joined.window.top.sync_pill.text())
    joined.click_close()
    joined.gone()
    store = joined.home.open("hoa", PASSPHRASE)
    with store.reading() as reading:
        state, closing = reading.sync_state(), reading.last_closing()
    store.close()
    assert (closing.totals.received, closing.pending) == (CASES, 0)
    assert state.acknowledged_seq >= closing.seq


def test_sending_can_be_stopped_by_esc_and_the_day_still_be_closed(qtbot, tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as silent, serving(tmp_path / "superior") as url:
        evening = Evening(qtbot, tmp_path, url)
        store = evening.home.open("hoa", PASSPHRASE)
        with store.transaction() as books:
            books._db.execute("update enrolment set url = ?", [f"http://127.0.0.1:{silent.getsockname()[1]}"])
        store.close()
        evening.sign_in()
        evening.clerk.key(Qt.Key.Key_F8)
        evening.clerk.settle()
        screen = evening.program.screens["day_end"]
        evening.clerk.key(Qt.Key.Key_F9)
        qtbot.waitUntil(lambda: screen.steps.running is StepName.SEND)
        evening.clerk.key(Qt.Key.Key_Escape)
        evening.clerk.settle()

        assert screen.steps.outcomes[StepName.SEND].state is StepState.FAILED
        assert screen.steps.outcomes[StepName.COPY].over  # what failed stopped nothing
        assert screen.question.isVisible()
        evening.clerk.key(Qt.Key.Key_F9)
        evening.clerk.settle()
        assert screen.steps.outcomes[StepName.CLOSE].over


def test_the_next_morning_tells_each_clerk_once(joined):
    joined.clerk.key(Qt.Key.Key_F8)
    joined.clerk.settle()
    joined.clerk.key(Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    joined.clerk.settle()
    joined.window.sign_out()
    joined.locked()
    joined.clock.advance_to(moment("2026-11-24T07:40"))
    joined.clerk.sign_in()

    assert f"Còn {CASES} hồ sơ của ngày trước chưa gửi được." in joined.clerk.told
    assert "F8" in joined.clerk.told
    joined.window.sign_out()
    joined.locked()
    joined.clerk.sign_in()
    assert "ngày trước" not in joined.clerk.told
