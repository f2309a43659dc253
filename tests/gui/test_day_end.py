"""F8 as the clerk meets it: the whole end of a day by keys, on a real store, with real papers and a real copy."""

from __future__ import annotations

import threading
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from support.clerk import ALT, CTRL, words_of
from support.desk import receive
from support.window import PASSPHRASE, busy_window, key, read, settle

from desk_app.app.wiring_news import NewsWiring
from desk_app.domain.changes import Changes
from desk_app.domain.day_steps import StepName, StepState
from desk_app.domain.moment import moment
from desk_app.services.reconcile import reconcile
from desk_app.services.store_copy import choose_place
from desk_app.ui.jobs import Lane
from desk_app.ui.typed_text import type_text

TODAY = date(2026, 11, 23)


@pytest.fixture
def desk(qtbot, tmp_path):
    """Return the program at F8 of a busy day, its drawer not counted, no place for copies chosen."""
    (tmp_path / "desk").mkdir()
    (tmp_path / "usb").mkdir()
    with busy_window(qtbot, tmp_path / "desk") as (program, _codes):
        key(qtbot, program, Qt.Key.Key_F8)
        yield program


def screen_of(program):
    return program.screens["day_end"]


def stands(program):
    return {name.value: outcome.state for name, outcome in screen_of(program).steps.outcomes.items()}


def told(program):
    return program.window.told.text()


def chosen(program, place):
    """Choose a place as the dialog would."""
    screen_of(program).place.chosen.emit(place)


def papers(tmp_path):
    return sorted(path.name for path in (tmp_path / "desk" / "papers").glob("*.pdf"))


def test_one_key_ends_the_day_in_order_once_the_drawer_is_counted_and_a_place_is_known(qtbot, desk, tmp_path):
    chosen(desk, tmp_path / "usb")
    settle(qtbot, desk)
    screen = screen_of(desk)
    screen.counted.setFocus()
    type_text(screen.counted, "8.000")
    key(qtbot, desk, Qt.Key.Key_F9)
    key(qtbot, desk, Qt.Key.Key_F9)  # the superior is lacking: asked once

    assert stands(desk) == {
        "cash": "done",
        "print": "done",
        "send": "skipped",
        "copy": "odd",
        "close": "done",
    }
    assert {"register.pdf", "collected.pdf", "khoa-so-2026-11-23-1.pdf"} <= {*papers(tmp_path)}
    assert len(list((tmp_path / "usb").glob("quay-*"))) == 1
    closing = read(desk, lambda reading: reading.last_closing())
    assert (closing.day, closing.nth, closing.counted, closing.difference) == (TODAY, 1, 8000, 0)
    assert "Sao lưu 10:00 hôm nay" in words_of(desk.window)


def test_a_drawer_that_is_not_counted_is_asked_for_once_and_holds_nobody(qtbot, desk):
    key(qtbot, desk, Qt.Key.Key_F9)
    assert "đếm tiền mặt" in told(desk)
    assert QApplication.focusWidget() is screen_of(desk).counted
    assert set(stands(desk).values()) == {StepState.WAITING}

    key(qtbot, desk, Qt.Key.Key_F9)
    assert stands(desk)["cash"] == StepState.SKIPPED
    assert stands(desk)["close"] == StepState.WAITING
    assert screen_of(desk).question.isVisible()

    key(qtbot, desk, Qt.Key.Key_F9)
    assert stands(desk)["close"] == StepState.DONE
    assert read(desk, lambda reading: reading.last_closing()).counted is None


def test_esc_leaves_the_day_open(qtbot, desk):
    key(qtbot, desk, Qt.Key.Key_F9)
    key(qtbot, desk, Qt.Key.Key_F9)
    key(qtbot, desk, Qt.Key.Key_Escape)

    assert not screen_of(desk).question.isVisible()
    assert read(desk, lambda reading: reading.last_closing()) is None


def test_a_difference_of_the_drawer_is_named_and_closed_with(qtbot, desk):
    screen = screen_of(desk)
    type_text(screen.counted, "5000")
    key(qtbot, desk, Qt.Key.Key_Return)

    assert stands(desk)["cash"] == StepState.ODD
    assert "thiếu 3.000 đ" in screen.rows[StepName.CASH].said.text()
    key(qtbot, desk, Qt.Key.Key_5, ALT)
    assert read(desk, lambda reading: reading.last_closing()).difference == -3000


def test_an_amount_that_is_none_is_said_and_nothing_goes_on(qtbot, desk):
    type_text(screen_of(desk).counted, "tám nghìn")
    key(qtbot, desk, Qt.Key.Key_F9)

    assert set(stands(desk).values()) == {StepState.WAITING}
    assert "tám nghìn" in told(desk)


def test_what_was_counted_is_there_again_after_a_lock(qtbot, desk):
    screen = screen_of(desk)
    type_text(screen.counted, "8000")
    key(qtbot, desk, Qt.Key.Key_Return)
    screen.start()
    settle(qtbot, desk)
    desk.screens.pop("day_end").deleteLater()
    key(qtbot, desk, Qt.Key.Key_F2)
    key(qtbot, desk, Qt.Key.Key_F8)

    assert screen_of(desk).counted.text() == "8.000"


def test_each_step_can_be_done_alone_and_fails_in_a_sentence(qtbot, desk, tmp_path):
    chosen(desk, tmp_path / "pulled_out")
    settle(qtbot, desk)
    assert stands(desk)["copy"] == StepState.FAILED
    assert "Không thấy nơi sao lưu" in told(desk)

    key(qtbot, desk, Qt.Key.Key_2, ALT)
    key(qtbot, desk, Qt.Key.Key_5, ALT)
    assert (stands(desk)["print"], stands(desk)["close"]) == (StepState.DONE, StepState.DONE)
    assert stands(desk)["send"] == StepState.WAITING


def test_a_jammed_printer_fails_its_step_and_the_day_is_closed_all_the_same(qtbot, desk, tmp_path):
    (tmp_path / "desk" / "papers").write_text("a file where the folder for papers should be")
    for _ in range(3):
        key(qtbot, desk, Qt.Key.Key_F9)

    assert stands(desk)["print"] == StepState.FAILED
    assert stands(desk)["close"] == StepState.ODD
    assert read(desk, lambda reading: reading.last_closing()).nth == 1


def test_work_after_the_closing_is_possible_told_and_closed_as_an_addition(qtbot, desk):
    key(qtbot, desk, Qt.Key.Key_5, ALT)
    desk.home.clock.step(minutes=10)
    other = desk.home.open("hoa", PASSPHRASE)
    receive(other, desk.home.clock, term="5wd")
    other.close()
    desk.bulletin.changed.emit(Changes(cases=True))
    settle(qtbot, desk)
    row = screen_of(desk).rows[StepName.CLOSE]
    assert "bổ sung lần 1" in row.name.text()
    assert "10:00" in row.said.text()

    key(qtbot, desk, Qt.Key.Key_5, ALT)
    closings = read(desk, lambda reading: reading.closings(TODAY))
    assert [closing.totals.received for closing in closings] == [1, 2]


def test_closing_twice_with_nothing_new_makes_one_closing(qtbot, desk):
    key(qtbot, desk, Qt.Key.Key_5, ALT)
    key(qtbot, desk, Qt.Key.Key_5, ALT)

    assert len(read(desk, lambda reading: reading.closings(TODAY))) == 1
    assert stands(desk)["close"] == StepState.DONE


def test_a_day_that_nobody_closed_is_offered_and_closed_by_one_key(qtbot, desk, tmp_path):
    screen = screen_of(desk)
    assert "Ngày 20/11/2026 chưa khóa sổ." in words_of(screen)
    key(qtbot, desk, Qt.Key.Key_0, ALT)

    assert read(desk, lambda reading: reading.closings(date(2026, 11, 20)))
    assert "khoa-so-2026-11-20-1.pdf" in papers(tmp_path)
    assert not [text for text in words_of(screen) if "20/11/2026 chưa khóa sổ" in text]


def test_the_sheet_prints_again(qtbot, desk, tmp_path):
    key(qtbot, desk, Qt.Key.Key_B, CTRL)
    assert "Chưa có ngày nào khóa sổ" in told(desk)
    key(qtbot, desk, Qt.Key.Key_5, ALT)
    key(qtbot, desk, Qt.Key.Key_B, CTRL)

    printed = sorted(name for name in papers(tmp_path) if name.startswith("khoa-so"))
    assert printed == [f"khoa-so-2026-11-23-1{sheet}.pdf" for sheet in ("-2", "-2_2", "", "_2")], (
        "both sheets, twice"
    )


def test_what_may_ask_the_superior_waits_its_turn_on_the_lane_of_the_line(qtbot, desk, monkeypatch):
    """Beside an exchange its counter would overtake the other's; on the lane of acts a dead line would hold up intake."""
    threads = []

    def asked(self, day, *, ask=True):
        threads.append(threading.get_ident())
        return reconcile(day, name_of=str, store=self.store, clock=self.clock)

    monkeypatch.setattr(NewsWiring, "reconciliation", asked)
    key(qtbot, desk, Qt.Key.Key_5, ALT)
    key(qtbot, desk, Qt.Key.Key_B, CTRL)
    lines = []
    desk.jobs.run(
        Lane.LINE, threading.get_ident, owner=desk.window, done=lines.append, failed=lambda _error: None
    )
    settle(qtbot, desk)

    assert threads == lines * 2


def test_another_day_begins_with_every_step_waiting(qtbot, desk):
    key(qtbot, desk, Qt.Key.Key_5, ALT)
    desk.home.clock.at = moment("2026-11-24T07:40")
    key(qtbot, desk, Qt.Key.Key_F8)

    assert set(stands(desk).values()) == {StepState.WAITING}
    assert "Hôm nay chưa tiếp nhận hồ sơ nào." in words_of(screen_of(desk))


def test_the_place_is_remembered_and_the_newest_copy_always_in_view(qtbot, desk, tmp_path):
    assert "Chưa sao lưu (F8)" in words_of(desk.window)
    store = desk.opened.store
    store.never_on, kept = None, store.never_on
    choose_place(tmp_path / "usb", store=store)
    store.never_on = kept
    key(qtbot, desk, Qt.Key.Key_F8)
    assert "Sao lưu ra usb" in words_of(screen_of(desk))
    key(qtbot, desk, Qt.Key.Key_4, ALT)
    assert "Sao lưu 10:00 hôm nay" in words_of(desk.window)

    desk.home.clock.at += timedelta(days=3)
    desk.bulletin.changed.emit(Changes(sync=True))
    settle(qtbot, desk)
    assert "Sao lưu 10:00 23/11" in words_of(desk.window)
    assert desk.window.nav.copied.property("state") == "late"
