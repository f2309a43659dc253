"""Before the sign-in: what is missing or spoilt is one sentence in the window, and nothing stays off."""

from __future__ import annotations

import pytest
from support.desk import DESK, HOA

from desk_app.app.home import Home
from desk_app.app.program import Program
from desk_app.app.startup import application
from desk_app.domain.moment import moment
from desk_app.machine.clock import SteppedClock
from desk_app.machine.key_slots import Cost
from desk_app.printing.pdf_folder import PdfFolder

PASSPHRASE = "một câu thật dài"


def settle(qtbot, program):
    qtbot.waitUntil(lambda: not program.jobs.busy, timeout=10_000)


@pytest.fixture(scope="session")
def qapp():
    return application()


@pytest.fixture
def home(tmp_path):
    made = Home(
        folder=tmp_path, clock=SteppedClock(moment("2026-11-23T08:15")), cost=Cost(memory_kib=64, passes=1)
    )
    made.create(DESK, HOA, PASSPHRASE)[0].close()
    return made


@pytest.fixture
def start(qtbot, home):
    """Return what starts the program over what the test left of the desk."""

    def starting():
        program = Program(home, PdfFolder(home.folder / "papers"))
        qtbot.addWidget(program.window, before_close_func=lambda _window: settle(qtbot, program))
        program.start()
        settle(qtbot, program)
        return program

    return starting


def test_a_missing_store_is_said_at_the_door_and_no_new_one_is_offered(qtbot, home, start):
    (home.folder / "desk.db").rename(home.folder / "quarantined")
    program = start()

    assert program.sign_in.isVisible()
    assert "desk.db" in program.sign_in.told.text()
    assert program.sign_in.members.count() == 0
    (home.folder / "quarantined").rename(home.folder / "desk.db")
    program.sign_in.go.click()
    assert program.sign_in.members.count() == 1
    assert not program.sign_in.told.isVisible()


def test_a_broken_key_file_is_said_at_the_door(home, start):
    (home.folder / "keys.json").write_text('{"slots": []}')
    program = start()

    assert program.sign_in.isVisible()
    assert "keys.json" in program.sign_in.told.text()


def test_a_sheet_that_cannot_be_kept_stays_on_the_screen(qtbot, home, start):
    for name in ("desk.db", "keys.json"):
        (home.folder / name).unlink()
    program = start()
    for name, text in {"agency": "UBND xã Tân Lập", "place": "Tân Lập", "code": "H56.22.17", "name": "Lê Thị Hoa",
                       "login": "hoa", "first": PASSPHRASE, "second": PASSPHRASE}.items():  # fmt: skip
        program.set_up.lines[name].setText(text)
    program.set_up.go.click()
    qtbot.waitUntil(lambda: program.set_up.sheet.isVisible(), timeout=10_000)
    settle(qtbot, program)
    program.set_up.sheet.on_paper.click()
    (home.folder / "keys.json").write_text("another's")  # put here meanwhile
    program.set_up.sheet.done.click()
    settle(qtbot, program)

    assert "desk.db" in program.set_up.sheet.told.text()
    assert len("".join(program.set_up.sheet.words.text().split())) == 32
    (home.folder / "keys.json").unlink()
    program.set_up.sheet.done.click()
    settle(qtbot, program)
    assert program.sign_in.isVisible()
    assert home.exists
