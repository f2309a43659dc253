"""A new machine in a burnt one's place: from the first screen to the sign-in, with slip and sheet."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from support.clerk import PASSPHRASE, Clerk, closes
from support.desk import DESK, HOA, RULES, Clock, intake
from support.in_process import InProcess, Server, superior

from desk_app.app.home import Home
from desk_app.app.program import Program
from desk_app.machine.key_slots import Cost
from desk_app.printing.pdf_folder import PdfFolder
from desk_app.services.receive_case import receive_case
from desk_app.services.sync_round import enrol_desk, sync_now

URL = "http://127.0.0.1:1"
CHEAP = Cost(memory_kib=8, passes=1)


@pytest.fixture
def server(tmp_path):
    made = Server(tmp_path / "superior", Clock().now)
    made.publish()
    yield made
    made.stop()


@pytest.fixture
def words(tmp_path, server):
    """Return the words of a desk that has burnt, with one case at the superior."""
    clock = Clock()
    home = Home(folder=tmp_path / "old", clock=clock, cost=CHEAP)
    words = home.begin(DESK, HOA, PASSPHRASE)
    home.keep()
    store = home.open("hoa", PASSPHRASE)
    enrol_desk(URL, server.code(), store=store, superior=superior(server))
    receive_case(intake(), print_receipt=True, staff="hoa", rules=RULES, store=store, clock=clock)
    sync_now(store=store, superior=superior(server), clock=clock, progress=lambda _progress: None)
    store.close()
    return words


@pytest.fixture
def first(qtbot, tmp_path, server):
    program = Program(
        Home(folder=tmp_path / "new", clock=Clock(), cost=CHEAP), PdfFolder(tmp_path / "papers")
    )
    closes(qtbot, program)
    program.start()
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    program.office.recovering._source.asking._session.mount("http://", InProcess(server))
    program.set_up.burnt.click()
    return Clerk(qtbot, program)


def answer(clerk, server, sheet, **other):
    given = {
        "url": URL, "desk": "h56.22.17/1", "code": other.get("code") or server.code(recovers=True), "words": sheet, "name": "Phạm Thị Lan",
        "title": "Văn phòng", "login": "lan", "first": PASSPHRASE, "second": PASSPHRASE,
    } | other  # fmt: skip
    for name, text in given.items():
        clerk.program.set_up.recover.lines[name].setText(text)


def test_slip_and_sheet_bring_the_desk_back_and_the_new_sheet_stays_off_the_pc(qtbot, first, server, words):
    set_up = first.program.set_up
    answer(first, server, words)
    set_up.recover.lines["second"].setFocus()
    first.key(Qt.Key.Key_Return)
    qtbot.waitUntil(set_up.sheet.isVisible, timeout=10_000)
    first.settle()

    new = "".join(set_up.sheet.words.text().split())
    assert len(new) == 32
    assert new != words.replace("-", "")
    assert not first.program.home.exists, "nothing is in its place before the words are on paper"
    assert [set_up.recover.lines[name].text() for name in ("words", "code", "first")] == ["", "", ""]
    set_up.sheet.on_paper.click()
    set_up.sheet.done.click()
    first.settle()

    assert first.program.sign_in.isVisible()
    store = first.program.office.home.open("lan", PASSPHRASE)
    with store.reading() as reading:
        assert [row.code for row in reading.find_cases()] == ["H56.22.17-261123-5001"]
        assert reading.desk() == DESK
    store.close()


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("url", "tân lập", "không phải địa chỉ máy chủ"),
        ("desk", "Tân Lập", "H56.22.17/1"),
        ("code", "", "mã trên phiếu"),
        ("words", "ABCD-EFGH", "đúng 32 ký tự"),
        ("name", "", "Hãy nhập họ tên"),
        ("login", "lê lan", "không dấu"),
        ("second", "mật khẩu khác", "không giống nhau"),
    ],
)
def test_what_is_wrong_is_said_before_the_code_is_used(first, server, words, field, typed, told):
    answer(first, server, words, **{field: typed})
    card = first.program.set_up.recover
    card.go.click()
    first.settle()

    assert told in card.told.text()
    assert card.lines[field].hasFocus()


def test_a_sheet_of_another_desk_is_named_and_leaves_everything_to_be_corrected(first, server, words):
    answer(first, server, "-".join(["ABCD"] * 8))
    card = first.program.set_up.recover
    card.go.click()
    first.settle()

    assert "không phải của tờ khôi phục quầy này" in card.told.text()
    assert card.go.isEnabled()
    answer(first, server, words)
    card.go.click()
    first.settle()
    assert first.program.set_up.sheet.isVisible()


def test_back_leads_to_a_new_desk(first):
    first.program.set_up.recover.leave.click()

    assert first.program.set_up.form.isVisible()
    assert first.program.set_up.lines["agency"].hasFocus()


def test_an_answer_that_was_lost_costs_no_slip_also_when_the_program_was_closed_meanwhile(
    qtbot, tmp_path, server, words
):
    home, code = Home(folder=tmp_path / "new", clock=Clock(), cost=CHEAP), server.code(recovers=True)

    def started(lost):
        program = Program(home, PdfFolder(tmp_path / "papers"))
        closes(qtbot, program)
        program.start()
        program.office.recovering._source.asking._session.mount(
            "http://", InProcess(server, lambda path: {"lose_answer": path == "/v1/recover" and lost.pop()})
        )
        program.set_up.burnt.click()
        return Clerk(qtbot, program), program.set_up.recover

    clerk, card = started([True, True])
    answer(clerk, server, words, code=code)
    for _ in range(2):
        card.go.click()
        clerk.settle()
        assert "Đường truyền bị ngắt giữa chừng" in card.told.text()
    clerk.program.window.close()
    clerk, card = started([False])
    answer(clerk, server, words, code=code, first="mật khẩu nào đó", second="mật khẩu nào đó")
    card.go.click()
    clerk.settle()
    assert "mật khẩu đúng như lần đó" in card.told.text()
    answer(clerk, server, words, code=code)
    card.go.click()
    clerk.settle()

    assert clerk.program.set_up.sheet.isVisible(), card.told.text()
