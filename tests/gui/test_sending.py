"""F7 and F8 while they send: the bar moves before the first answer, and a line that is away is said to be."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar
from support.clerk import ALT
from support.proxy import Cut, line_to
from support.scanner import Tray, noise
from support.superior import enrol, serving
from support.window import busy_window, key, settle

from desk_app.domain.day_steps import StepName, StepState
from desk_app.domain.scan import ScanProgress
from desk_app.domain.superior import Progress
from desk_app.ui.jobs import Lane
from desk_app.ui.sending import said_of, show_on


@pytest.fixture
def desk(qtbot, tmp_path):
    """Return the program, enrolled, with a day of cases to send, and the line that it sends them over."""
    with (
        serving(tmp_path / "superior") as url,
        line_to(url) as line,
        busy_window(qtbot, tmp_path) as (program, _codes),
    ):

        def prepare():
            store = program.opened.store
            enrol(tmp_path / "superior", url, store)
            with store.transaction() as books:
                books.keep_enrolment(replace(books.enrolment(), url=line.url))

        program.jobs.run(
            Lane.LINE, prepare, owner=program.window, done=lambda _none: None, failed=pytest.fail
        )
        settle(qtbot, program)
        program.window.showNormal()
        program.window.resize(1366, 768)
        yield program, line


def first_code(program):
    with program.opened.store.reading() as reading:
        return reading.find_cases("", limit=1)[0].code


def shown(program, said, bar):
    """Return what stands on the screen after each word of an exchange: the text, the bar in per cent."""
    seen = []

    def look(_number, told):
        if isinstance(told, Progress | ScanProgress):
            seen.append((said.text(), bar.isVisible() and 100 * bar.value() / max(1, bar.maximum()), told))

    program.jobs._told.connect(look)
    return seen


def is_cut(said: QLabel) -> bool:
    """Return whether some of a text has no room where it stands."""
    return (
        said.height() < said.heightForWidth(said.width())
        if said.wordWrap()
        else said.width() < said.sizeHint().width()
    )


def check(seen):
    before = [percent for _text, percent, told in seen if told.total and not told.sent]
    away = [text for text, _percent, told in seen if told.tries]
    assert max(before) > 0, "it moves before the first answer"
    assert any("Mất đường truyền, đang thử lại lần 1" in text for text in away)
    assert any("Mất đường truyền, đang thử lại lần 2" in text for text in away)
    assert seen[-1][2].sent == seen[-1][2].total > 0
    assert seen[-1][1] == 100


def test_f7_moves_by_bytes_and_says_that_the_line_is_away(qtbot, desk):
    program, line = desk
    key(qtbot, program, Qt.Key.Key_F7)
    screen = program.screens["sync"]
    seen = shown(program, screen.doing, screen.progress)
    line.cuts = [Cut(up=400), Cut(up=0)]
    key(qtbot, program, Qt.Key.Key_F9)

    check(seen)


def test_a_full_bar_never_stands_while_the_answer_is_waited_for(qtbot):
    bar = QProgressBar()
    qtbot.addWidget(bar)
    handed = Progress(sent=0, total=12, bytes_sent=9000, bytes_total=9000)
    show_on(bar, handed)
    assert (bar.minimum(), bar.maximum()) == (0, 0), "it only shows that something is under way"
    assert said_of(handed) == "Đang chờ cấp trên xác nhận; đã nhận 0/12 hồ sơ"
    show_on(bar, half := replace(handed, bytes_sent=4500))
    assert (bar.value(), said_of(half)) == (bar.maximum() // 2, "Đã gửi 0/12 hồ sơ")
    show_on(bar, done := replace(handed, sent=12))
    assert (bar.value(), said_of(done)) == (bar.maximum(), "Đã gửi 12/12 hồ sơ")


def test_f7_says_that_scans_go_after_the_cases(qtbot, desk, tmp_path):
    program, _line = desk
    program.jobs.run(
        Lane.WRITE,
        lambda: Tray(tmp_path).attach(
            program.opened.store, program.home.clock, first_code(program), noise(40_000)
        ),
        owner=program.window,
        done=lambda _none: None,
        failed=pytest.fail,
    )
    settle(qtbot, program)
    key(qtbot, program, Qt.Key.Key_F7)
    screen = program.screens["sync"]
    seen = shown(program, screen.doing, screen.progress)
    key(qtbot, program, Qt.Key.Key_F9)

    of_scans = [(text, percent) for text, percent, told in seen if isinstance(told, ScanProgress)]
    assert of_scans[0] == ("Đang gửi bản quét: 0/40 KB", 0)
    assert of_scans[-1] == ("Đang gửi bản quét: 40/40 KB", 100)
    assert len(of_scans) > 2


def test_f8_moves_by_bytes_and_says_that_the_line_is_away(qtbot, desk):
    program, line = desk
    key(qtbot, program, Qt.Key.Key_F8)
    row = program.screens["day_end"].rows[StepName.SEND]
    seen = shown(program, row.said, row.progress)
    line.cuts = [Cut(up=400), Cut(up=0)]
    key(qtbot, program, Qt.Key.Key_3, ALT)

    check(seen)
    assert all(text.endswith("Esc dừng") for text, _percent, _told in seen)


def test_what_is_said_while_the_line_is_away_has_room(qtbot, desk):
    program, _line = desk
    long = Progress(sent=118, total=1200, bytes_sent=70_000, bytes_total=99_000, tries=24)
    key(qtbot, program, Qt.Key.Key_F7)
    screen = program.screens["sync"]
    screen.progress.show()
    screen.stop.show()
    key(qtbot, program, Qt.Key.Key_F8)
    row = program.screens["day_end"].rows[StepName.SEND]
    for place, said, show in (
        (Qt.Key.Key_F7, screen.doing, screen._on_progress),
        (Qt.Key.Key_F8, row.said, row.show_progress),
    ):
        key(qtbot, program, place)
        for told in (long, replace(long, tries=0, bytes_sent=long.bytes_total)):
            show(told)
            qtbot.waitUntil(lambda said=said: said.isVisible() and not is_cut(said))
    assert (program.window.width(), program.window.height()) == (1366, 768)
    assert StepState.RUNNING not in {one.state for one in program.screens["day_end"].steps.outcomes.values()}
