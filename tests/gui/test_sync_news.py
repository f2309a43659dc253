"""F7 over a real superior: exceptions, news, the sheet, stopping, and enrolling again."""

from __future__ import annotations

import socket
import sqlite3
import threading

import pytest
from PySide6.QtCore import Qt
from support.clerk import words_of
from support.superior import command, enrol, serving
from support.window import busy_window, key, read, settle

from desk_app.domain.case import Delivery
from desk_app.domain.superior import Enrolment
from desk_app.ui.jobs import Lane

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(qtbot, tmp_path):
    """The window at F7, enrolled; `superior` is its folder."""
    with serving(tmp_path / "superior") as url, busy_window(qtbot, tmp_path) as (program, codes):
        on_line(qtbot, program, lambda store: enrol(tmp_path / "superior", url, store))
        key(qtbot, program, Qt.Key.Key_F7)
        yield program, codes, tmp_path / "superior"


def on_line(qtbot, program, do):
    program.jobs.run(
        Lane.LINE,
        lambda: do(program.opened.store),
        owner=program.window,
        done=lambda _none: None,
        failed=pytest.fail,
    )
    settle(qtbot, program)


def refuse(superior, seq, who="desk"):
    with sqlite3.connect(superior / "superior.db") as ledger:
        row = ["H56.22.17/1", seq, "bad_body", f"Sự kiện {seq} sai.", who]
        ledger.execute("insert into item (desk, seq, code, sentence, who_acts) values (?, ?, ?, ?, ?)", row)


def test_an_exception_stands_with_reason_and_deed_and_enter_opens_its_case(qtbot, desk):
    program, codes, superior = desk
    code, other = codes["late"], codes["ready"]
    key(qtbot, program, Qt.Key.Key_F9)
    last = max(event.seq for event in read(program, lambda reading: reading.life(code)))
    refuse(superior, last)
    refuse(superior, max(event.seq for event in read(program, lambda r: r.life(other))), "superior")
    key(qtbot, program, Qt.Key.Key_F9)
    screen = program.screens["sync"]

    said = words_of(screen.back)
    table = [[screen.exceptions.rows.index(n, c).data() for c in range(5)] for n in range(2)]
    by_code = {row[0][1:]: row for row in table}
    assert (screen.refused.text(), program.window.nav.refused.text()) == ("2", "2")
    assert "2 hồ sơ cấp trên trả lại" in program.window.top.sync_pill.text()
    assert by_code[code[-11:]][2:4] == [f"Sự kiện {last} sai.", "Quầy"]
    assert by_code[other[-11:]][3] == "Cấp trên"
    assert "Chờ cấp trên xử lý" in by_code[other[-11:]][4]
    assert not any(
        "Không có hồ sơ nào bị trả lại" in text for text in said if screen.no_exceptions.isVisible()
    )
    assert read(program, lambda reading: reading.case(code)).delivery is Delivery.REFUSED

    screen.exceptions.selectRow([row[0][1:] for row in table].index(code[-11:]))
    screen.exceptions.setFocus()
    key(qtbot, program, Qt.Key.Key_Return)
    assert program.window.stack.currentWidget() is program.screens["case"]
    assert any(code in text for text in words_of(program.screens["case"]))
    key(qtbot, program, Qt.Key.Key_Escape)
    assert program.window.stack.currentWidget() is screen


def test_what_the_superior_holds_stands_beside_what_the_desk_did(qtbot, desk):
    program, *_ = desk
    screen = program.screens["sync"]
    before = screen.compare.ours["received"].text(), screen.compare.theirs["received"].text()
    assert before[0] != "0"
    assert before[1] == "0"
    assert "KB" in screen.pending_note.text()
    key(qtbot, program, Qt.Key.Key_F9)

    assert screen.compare.theirs["received"].text() == before[0]
    assert screen.compare.rest["received"].text() == "✓"
    screen.compare.periods.button(2).click()
    assert int(screen.compare.ours["received"].text()) == len(
        read(program, lambda r: r.find_cases("", limit=99))
    )


def test_notices_and_documents_stand_in_the_news(qtbot, desk):
    program, _, superior = desk
    command(
        superior,
        "notice",
        "--title",
        "Bảo trì",
        "--text",
        "Cổng nghỉ.",
        "--from",
        "2026-11-01",
        "--until",
        "2026-12-31",
    )
    key(qtbot, program, Qt.Key.Key_F9)
    news = program.screens["sync"].news

    qtbot.waitUntil(
        lambda: {"Bảo trì", "Cổng nghỉ."} <= set(words_of(news))
    )  # a new line is shown a moment later
    said = words_of(news)
    assert any("Danh mục thủ tục, bản 1 · đã có" in text for text in said)


def test_a_result_with_the_superior_is_told_and_its_number_filled_in(qtbot, desk):
    program, codes, superior = desk
    code = codes["late"]
    key(qtbot, program, Qt.Key.Key_F9)
    command(superior, "decide", code, "result", "--reference", "45/QĐ-STP")
    key(qtbot, program, Qt.Key.Key_F9)
    program.screens._open_case(code)
    settle(qtbot, program)
    page = program.screens["case"]

    assert page.next.result_number.text() == "45/QĐ-STP"
    assert "Cấp trên đã có kết quả (45/QĐ-STP)" in page.next.told.text()
    told = "Tin của cấp trên: cấp trên đã có kết quả · 45/QĐ-STP"
    qtbot.waitUntil(lambda: told in "\n".join(words_of(page)))  # a new line is shown a moment later


def test_the_sheet_goes_to_the_printer(qtbot, desk, tmp_path):
    program, *_ = desk
    key(qtbot, program, Qt.Key.Key_F9)
    key(qtbot, program, Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: bool(list((tmp_path / "papers").glob("doi-soat-*.pdf"))))
    settle(qtbot, program)

    assert "Đã in bảng kê đối soát" in program.window.told.text()


def test_the_desk_can_be_enrolled_again_from_here(qtbot, desk):
    program, _, superior = desk
    screen = program.screens["sync"]
    assert not screen.enrolment.isVisible()
    screen.enrol_again.click()
    assert (screen.enrolment.isVisible(), screen.news.isVisible()) == (True, False)
    assert screen.url.text().startswith("http://127.0.0.1")
    slip = command(
        superior, "enrol", "--agency", "H56.22.17", "--name", "x", "--starts-at", "2026-11-23T08:00:00+07:00"
    )
    screen.code.setText(slip["code"])
    before = read(program, lambda reading: reading.enrolment())
    screen.enrol.click()
    settle(qtbot, program)

    assert read(program, lambda reading: reading.enrolment()).signing_key != before.signing_key
    assert (screen.enrolment.isVisible(), screen.news.isVisible()) == (False, True)


def test_leaving_the_enrolment_leaves_all_as_it_was(qtbot, desk):
    program, *_ = desk
    screen = program.screens["sync"]
    screen.enrol_again.click()
    screen.enrolment.cancel.click()

    assert not screen.enrolment.isVisible()
    assert screen.go.hasFocus()


def test_a_running_exchange_is_stopped_at_once_and_can_begin_again(qtbot, desk):
    program, *_ = desk
    screen = program.screens["sync"]
    with socket.create_server(("127.0.0.1", 0)) as listening:
        there, held = threading.Event(), []

        def hold():
            connection, _ = listening.accept()
            held.append(connection)
            connection.recv(65536)
            there.set()

        thread = threading.Thread(target=hold)
        thread.start()
        zeros = bytes(32)
        hanging = Enrolment(
            url=f"http://127.0.0.1:{listening.getsockname()[1]}", agency_code="H56.22.17", desk=1,
            superior_key=zeros, superior_box_key=zeros, signing_key=zeros, box_key=zeros,
        )  # fmt: skip

        def keep(store):
            with store.transaction() as books:
                books.keep_enrolment(hanging)

        on_line(qtbot, program, keep)
        screen.sync()
        qtbot.waitUntil(there.is_set)
        thread.join()
        assert (screen.stop.isVisible(), screen.go.isEnabled()) == (True, False)
        assert screen.stop.hasFocus(), "not the stick beside it"
        key(qtbot, program, Qt.Key.Key_Escape)
        settle(qtbot, program)
        held[0].close()

    assert (screen.stop.isVisible(), screen.go.isEnabled(), screen.running) == (False, True, False)
    assert screen.go.hasFocus()
    assert "bị ngắt giữa chừng" in screen.doing.text()
