"""The first start: by keys, and the recovery sheet stays off the PC."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from support.clerk import PASSPHRASE, Clerk, closes

from desk_app.app.home import Home
from desk_app.app.program import Program
from desk_app.domain.moment import moment
from desk_app.machine.clock import SteppedClock
from desk_app.machine.key_slots import Cost
from desk_app.printing.pdf_folder import PdfFolder

ANSWERS = {
    "agency": "UBND xã Tân Lập", "superior": "UBND tỉnh Thanh Hóa", "desk_name": "Bộ phận Một cửa", "place": "Tân Lập",
    "code": "h56.22.17", "number": "", "name": "Lê Thị Hoa", "title": "Hộ tịch", "login": "hoa",
    "first": PASSPHRASE, "second": PASSPHRASE,
}  # fmt: skip


@pytest.fixture
def first(qtbot, tmp_path):
    """Return a clerk before the first start's questions."""
    home = Home(
        folder=tmp_path / "new",
        clock=SteppedClock(moment("2026-11-23T08:00")),
        cost=Cost(memory_kib=64, passes=1),
    )
    program = Program(home, PdfFolder(tmp_path / "papers"))
    closes(qtbot, program)
    program.start()
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    return Clerk(qtbot, program)


def answer(clerk, **other):
    clerk.program.set_up.lines["desk_name"].clear()
    for text in (ANSWERS | other).values():
        clerk.type(text)
        clerk.key(Qt.Key.Key_Return)


def test_enter_leads_through_the_questions_and_the_sheet_stays_off_the_pc(qtbot, first, tmp_path):
    answer(first)
    set_up = first.program.set_up
    qtbot.waitUntil(lambda: set_up.sheet.isVisible(), timeout=10_000)
    first.settle()

    words = "".join(set_up.sheet.words.text().split())
    assert len(words) == 32
    assert not first.program.home.exists, "nothing is in its place before the words are on paper"
    assert not set_up.sheet.done.isEnabled()
    set_up.sheet.on_paper.click()
    set_up.sheet.done.click()
    first.settle()

    assert set_up.sheet.words.text() == ""
    assert [(member.login, member.name) for member in first.program.home.members()] == [("hoa", "Lê Thị Hoa")]
    assert first.program.sign_in.isVisible()
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == ["desk.db", "keys.json"]
    assert not list(tmp_path.rglob("*.pdf")), "whoever steals the PC must not find the sheet on it"


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("code", "Tân Lập", "Mã định danh cơ quan chưa đúng"),
        ("place", "", "Hãy nhập đủ"),
        ("login", "lê hoa", "không dấu"),
        ("second", "mật khẩu khác", "không giống nhau"),
        ("first", "ngắn", "không giống nhau"),
    ],
)
def test_what_is_wrong_is_said_and_the_cursor_goes_there(first, field, typed, told):
    answer(first, **{field: typed})
    first.settle()
    set_up = first.program.set_up

    assert told in set_up.told.text()
    assert first.focus() is set_up.lines["second" if field == "first" else field]
    assert not first.program.home.exists
