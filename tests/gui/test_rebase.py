"""A restored disk is brought back onto its superior's log from F7, with a slip and the passphrase."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import Qt
from support.clerk import PASSPHRASE, Clerk, closes
from support.desk import DESK, HOA, RULES, Clock, intake
from support.in_process import InProcess, Server, superior

from desk_app.app import wiring_recovery
from desk_app.app.home import Home
from desk_app.app.program import Program
from desk_app.domain.errors import CounterFellBack
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
def home(tmp_path, server):
    """Return a desk whose disk was restored: the superior has a case of it that is not here, and the other way."""
    clock = Clock()
    home = Home(folder=tmp_path / "desk", clock=clock, cost=CHEAP)
    home.begin(DESK, HOA, PASSPHRASE)
    home.keep()

    def worked(work):
        store = home.open("hoa", PASSPHRASE)
        try:
            return work(store)
        finally:
            store.close()

    def receive(store, note=""):
        receive_case(
            intake(note=note), print_receipt=True, staff="hoa", rules=RULES, store=store, clock=clock
        )

    def sync(store):
        sync_now(store=store, superior=superior(server), clock=clock, progress=lambda _progress: None)

    worked(lambda store: enrol_desk(URL, server.code(), store=store, superior=superior(server)))
    worked(receive)
    worked(sync)
    shutil.copytree(home.folder, tmp_path / "backup")
    worked(receive)
    worked(sync)
    shutil.rmtree(home.folder)
    shutil.copytree(tmp_path / "backup", home.folder)
    worked(lambda store: receive(store, "một người khác"))
    with pytest.raises(CounterFellBack):
        worked(sync)
    return home


@pytest.fixture
def clerk(qtbot, tmp_path, home, server):
    program = Program(home, PdfFolder(tmp_path / "papers"))
    closes(qtbot, program)
    program.start()
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    made = Clerk(qtbot, program)
    _sign_in(made)
    made.key(Qt.Key.Key_F7)
    made.settle()
    return made


def _sign_in(clerk):
    clerk.type_into(clerk.program.sign_in.passphrase, PASSPHRASE)
    clerk.key(Qt.Key.Key_Return)
    clerk.qtbot.waitUntil(lambda: bool(clerk.program.screens), timeout=10_000)
    clerk.settle()


def test_what_is_missing_is_told_before_anything_is_locked(clerk):
    card = clerk.program.screens["sync"].rebase
    assert card.isVisible()
    assert card.url.text() == URL, "of the enrolment"
    assert not clerk.program.screens["sync"].enrolment.isVisible(), "enrolled as it is it would only fork"
    card.go.click()
    assert "mã trên phiếu" in clerk.told
    clerk.type_into(card.code, "x")
    card.go.click()

    assert "mật khẩu" in clerk.told
    assert clerk.program.opened is not None


def test_slip_and_passphrase_join_the_logs_and_nothing_is_lost(clerk, server, monkeypatch):
    office, card = clerk.program.office, clerk.program.screens["sync"].rebase
    monkeypatch.setattr(type(office), "recovering", property(lambda _office: _recovering(clerk, server)))
    clerk.type_into(card.code, server.code())
    clerk.type_into(card.passphrase, PASSPHRASE)
    card.go.click()
    clerk.qtbot.waitUntil(clerk.program.sign_in.isVisible, timeout=10_000)
    clerk.settle()

    assert "mã mới" in clerk.told
    store = clerk.program.home.open("hoa", PASSPHRASE)
    with store.reading() as reading:
        assert len(reading.find_cases()) == 3
    store.close()
    assert [path for path in clerk.program.home.folder.iterdir() if path.name.startswith("desk-")]


def test_a_wrong_passphrase_leaves_everything_as_it_was(clerk, server):
    card = clerk.program.screens["sync"].rebase
    clerk.type_into(card.code, server.code())
    clerk.type_into(card.passphrase, "không phải")
    card.go.click()
    clerk.qtbot.waitUntil(clerk.program.sign_in.isVisible, timeout=10_000)
    clerk.settle()

    assert "mật khẩu" in clerk.told.lower()
    _sign_in(clerk)
    assert clerk.program.opened is not None


def test_a_spoilt_file_of_the_own_authority_is_told_at_the_sign_in(clerk, home):
    (home.folder / "ca.pem").write_text("x")
    card = clerk.program.screens["sync"].rebase
    clerk.type_into(card.code, "x")
    clerk.type_into(card.passphrase, PASSPHRASE)
    card.go.click()
    clerk.qtbot.waitUntil(clerk.program.sign_in.isVisible, timeout=10_000)

    assert "ca.pem" in clerk.told


def test_after_a_cut_it_goes_on_without_another_slip(clerk, server, monkeypatch):
    monkeypatch.setattr(wiring_recovery, "LONGEST_WAIT_S", 0.0)
    office, cut = clerk.program.office, [True]

    def fault(path):
        return {"lose_answer": True} if cut and path == "/v1/log" else {}

    monkeypatch.setattr(
        type(office), "recovering", property(lambda _office: _recovering(clerk, server, fault))
    )
    card = clerk.program.screens["sync"].rebase
    clerk.type_into(card.code, server.code())
    clerk.type_into(card.passphrase, PASSPHRASE)
    card.go.click()
    clerk.qtbot.waitUntil(clerk.program.sign_in.isVisible, timeout=10_000)
    clerk.settle()
    cut.clear()
    _sign_in(clerk)
    clerk.key(Qt.Key.Key_F7)
    clerk.settle()
    card = clerk.program.screens["sync"].rebase
    assert card.isVisible()
    clerk.type_into(card.passphrase, PASSPHRASE)
    card.go.click()
    clerk.qtbot.waitUntil(clerk.program.sign_in.isVisible, timeout=10_000)
    clerk.settle()

    assert "mã mới" in clerk.told
    store = clerk.program.home.open("hoa", PASSPHRASE)
    with store.reading() as reading:
        assert len(reading.find_cases()) == 3
        assert not reading.sync_state().forked
    store.close()


def _recovering(clerk, server, fault=lambda _path: {}):
    from desk_app.app.wiring_recovery import Recovering

    made = Recovering(clerk.program.office.home)
    for part in (made._source, made._superior):
        part.asking._session.mount("http://", InProcess(server, fault))
    return made
