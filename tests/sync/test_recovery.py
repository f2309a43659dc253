"""A burnt PC and a restored disk: the log comes back, nothing is lost or doubled, no log is edited."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa
from support.desk import DESK, HOA, RULES, Clock, intake
from support.in_process import URL, Server, source, superior

from desk_app.app.home import Home
from desk_app.app.recovering import Burnt, NewMachine, rebase_desk
from desk_app.domain.case_code import kept_back, serials
from desk_app.domain.errors import (
    CounterFellBack,
    DeskRefused,
    ExchangeOvertaken,
    Forked,
    HasLog,
    LineCut,
    OtherPassphraseThen,
    StorageFull,
    WrongEnrolmentCode,
    WrongSheet,
)
from desk_app.domain.happening import Kind
from desk_app.domain.numbers_given import day_numbers
from desk_app.domain.staff import Staff
from desk_app.machine import first_start, recovery_tries, store_swap
from desk_app.machine.key_slots import Cost
from desk_app.services.complete_case import complete_case
from desk_app.services.receive_case import receive_case
from desk_app.services.sync_round import enrol_desk, sync_now
from desk_app.services.undo_act import may_undo, undo_act
from district_server.ledger import recovery_key
from wire.recovery import sheet_key

PASS = "mật khẩu dài của quầy"
NEW_PASS = "mật khẩu của máy mới"
LAN = Staff(login="lan", name="Phạm Thị Lan", title="Văn phòng – Thống kê")
CHEAP = Cost(memory_kib=8, passes=1)
at_once = lambda _tries: None  # noqa: E731


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def server(tmp_path, clock):
    made = Server(tmp_path / "superior", clock.now)
    made.publish()
    yield made
    made.stop()


@pytest.fixture
def desk(tmp_path, server, clock):
    """Return an enrolled desk with two cases that the superior holds."""
    made = Desk(tmp_path / "desk", server, clock)
    made.words = made.home.begin(DESK, HOA, PASS)
    made.home.keep()
    made.enrol()
    made.receive("Nguyễn Thị Minh Đức")
    made.receive("Trần Đình Ước")
    made.sync()
    return made


class Desk:
    """One machine: each act opens the store and closes it again."""

    def __init__(self, folder, server, clock, passphrase=PASS, login="hoa"):
        self.home = Home(folder=folder, clock=clock, cost=CHEAP)
        self.server, self.clock, self.passphrase, self.login = server, clock, passphrase, login
        self.words = ""

    def opened(self):
        return self.home.open(self.login, self.passphrase)

    def do(self, act):
        store = self.opened()
        try:
            return act(store)
        finally:
            store.close()

    def enrol(self):
        self.do(
            lambda store: enrol_desk(URL, self.server.code(), store=store, superior=superior(self.server))
        )

    def receive(self, name, *, receipt=True):
        self.clock.step(minutes=1)
        return self.do(
            lambda store: (
                receive_case(
                    intake(name),
                    print_receipt=receipt,
                    staff=self.login,
                    rules=RULES,
                    store=store,
                    clock=self.clock,
                ).case_code
            )
        )

    def complete(self, code):
        self.do(lambda store: complete_case(code, "15/GKS", staff=self.login, store=store, clock=self.clock))

    def undo(self, code):
        def act(store):
            ports = {"staff": self.login, "store": store, "clock": self.clock}
            seq = may_undo(code, window=timedelta(minutes=10), **ports).seq
            return undo_act(code, seq, window=timedelta(minutes=10), **ports)

        return self.do(act)

    def sync(self):
        return self.do(
            lambda store: sync_now(
                store=store, superior=superior(self.server), clock=self.clock, progress=lambda _progress: None
            )
        )

    def rebase(self, *, code=True, fault=lambda _path: {}):
        slip = (URL, code if isinstance(code, str) else self.server.code()) if code else None
        return rebase_desk(
            self.home, self.login, self.passphrase, slip=slip, superior=superior(self.server, fault),
            source=source(self.server, fault), progress=lambda _pulled: None, wait=at_once,
        )  # fmt: skip

    def log(self):
        def read(store):
            with store.reading() as reading:
                return [(one.seq, one.hash, one.kind.value, one.case_code) for one in reading.log_after(0)]

        return self.do(read)

    def rows(self):
        def read(store):
            with store.reading() as reading:
                return {row.code: (row.applicant_name, row.state.value) for row in reading.find_cases()}

        return self.do(read)

    def is_whole(self):
        def check(store):
            health = store.health()
            return health.integrity and health.chain and health.projections

        return self.do(check)

    def copy(self, folder):
        self.do(lambda store: store.tidy())
        shutil.copytree(self.home.folder, folder)
        return folder


def held(server):
    return [(row.seq, bytes(row.hash), row.kind, row.case_code) for row in server.log()]


def burnt(server, words, *, code=None, **changes):
    whole = {
        "url": URL, "code": code or server.code(recovers=True), "agency_code": "H56.22.17", "desk": 1,
        "words": words, "first": LAN, "passphrase": NEW_PASS,
    }  # fmt: skip
    return Burnt(**(whole | changes))


def new_machine(tmp_path, desk, fault=lambda _path: {}, name="new"):
    made = Desk(tmp_path / name, desk.server, desk.clock, NEW_PASS, "lan")
    return made, NewMachine(made.home, source(desk.server, fault), at_once)


def test_a_new_machine_has_the_log_the_cases_the_letterhead_and_goes_on(tmp_path, desk, server):
    lost = desk.receive("Lê Văn Chưa Gửi")  # on paper, and burnt before it was sent
    before, rows = desk.log(), desk.rows()
    shutil.rmtree(desk.home.folder)
    new, machine = new_machine(tmp_path, desk)
    back = machine.go_on(burnt(server, desk.words), lambda _pulled: None)
    new.home.keep()
    rows.pop(lost)

    assert back.described
    assert new.log()[: len(held(server))] == held(server) == before[: len(held(server))]
    assert new.rows() == rows
    assert new.is_whole()
    with_desk = new.do(lambda store: _desk(store))
    assert with_desk == DESK
    code = new.receive("Đỗ Thị Sau")
    assert code == "H56.22.17-261123-5901", "5003 is on a receipt whose event burnt"
    assert new.do(lambda store: _receipt(store, code)) == 103
    new.sync()
    assert held(server) == new.log()
    desk.clock.step(days=1)
    assert new.receive("Đỗ Thị Mai") == "H56.22.17-261124-5001", "a new day begins where every day begins"
    assert len(back.recovery.replace("-", "")) == 32
    assert back.recovery != desk.words


def _desk(store):
    with store.reading() as reading:
        return reading.desk()


def _receipt(store, code):
    with store.reading() as reading:
        return reading.case(code).slip_number


def test_the_sheet_alone_the_code_alone_and_a_common_code_give_nothing(tmp_path, desk, server):
    other = "-".join(["ABCD"] * 8)
    server.code(recovers=True)
    for words, code, error in (
        (desk.words, lambda: "0000-0000-0000-0000", WrongEnrolmentCode),
        (desk.words, server.code, WrongEnrolmentCode),
        ("không phải tờ nào", lambda: server.code(recovers=True), WrongSheet),
        (other, lambda: server.code(recovers=True), WrongSheet),
        ("", lambda: server.code(recovers=True), WrongSheet),
    ):
        new, machine = new_machine(tmp_path, desk)
        with pytest.raises(error):
            machine.go_on(burnt(server, words, code=code()), lambda _pulled: None)
        assert not new.home.exists


def test_who_has_a_code_and_no_sheet_gets_no_log(desk, server, tmp_path):
    """Let in, it can sign; the log needs the key that only the sheet opens."""
    from desk_app.domain.superior import Enrolment
    from wire.canonical import canonical, read_body
    from wire.enrolment import code_key, sealed
    from wire.errors import BadSignature
    from wire.recovery import open_sealed
    from wire.signatures import box_public_key, bytes_of, public_key, text_of

    thief, code = source(server), server.code(recovers=True)
    said = {
        "desk": "H56.22.17/1",
        "ed25519": text_of(public_key(b"s" * 32)),
        "x25519": text_of(box_public_key(b"x" * 32)),
    }
    heard = thief.asking.ask("POST", URL, "/v1/recover", {}, canonical(sealed(code_key(code), said)))
    answer = read_body(heard.body)
    with pytest.raises(BadSignature):
        open_sealed(b"x" * 32, [bytes_of(box) for box in answer["sealed"]])
    keys = {"superior_key": bytes_of(answer["ed25519"]), "superior_box_key": bytes(32)}
    enrolment = Enrolment(
        url=URL, agency_code="H56.22.17", desk=1, signing_key=b"s" * 32, box_key=b"x" * 32, **keys
    )
    with pytest.raises(DeskRefused):
        thief.part(enrolment, 1, 0, bytes(32))


def test_without_the_sheet_only_a_code_that_says_so(tmp_path, desk, server):
    new, machine = new_machine(tmp_path, desk)
    asked = burnt(server, "", code=server.code(recovers=True, needs_sheet=False))
    machine.go_on(asked, lambda _pulled: None)
    new.home.keep()

    assert new.log()[: len(held(server))] == held(server)


def test_the_old_machine_is_let_in_no_more_and_a_first_start_cannot_take_its_name(tmp_path, desk, server):
    new, machine = new_machine(tmp_path, desk)
    machine.go_on(burnt(server, desk.words), lambda _pulled: None)
    new.home.keep()
    with pytest.raises(DeskRefused):
        desk.sync()
    naive = Desk(tmp_path / "naive", server, desk.clock)
    naive.home.begin(DESK, HOA, PASS)
    naive.home.keep()
    with pytest.raises(HasLog):
        naive.enrol()


def test_a_sheet_of_a_recovered_desk_recovers_it_again(tmp_path, desk, server):
    words = desk.words
    for name in ("one", "two"):
        new, machine = new_machine(tmp_path, desk, name=name)
        words = machine.go_on(burnt(server, words), lambda _pulled: None).recovery
        new.home.keep()
        new.receive(f"Người của {name}")
        new.sync()

    assert new.log() == held(server)
    assert new.receive("Người cuối") == "H56.22.17-261123-5903"


def test_a_pull_that_is_cut_goes_on_where_it_stopped(tmp_path, desk, server, monkeypatch):
    monkeypatch.setattr("district_server.recovery.EVENTS_A_PART", 2)
    told, left = [], [6]

    def fault(path):
        if path != "/v1/log" or not left[0]:
            return {}
        left[0] -= 1
        return [{"lose_answer": True}, {"cut_answer": 40}, {}][left[0] % 3]

    new, machine = new_machine(tmp_path, desk, fault)
    machine.go_on(burnt(server, desk.words), told.append)
    new.home.keep()

    assert [one.done for one in told] == sorted(one.done for one in told)
    assert new.log()[: len(held(server))] == held(server)


def test_a_line_that_never_holds_is_told_and_the_same_recovery_goes_on_later(tmp_path, desk, server):
    down = [True]
    new, machine = new_machine(
        tmp_path, desk, lambda path: {"lose_answer": True} if path == "/v1/log" and down[0] else {}
    )
    asked = burnt(server, desk.words)
    with pytest.raises(LineCut):
        machine.go_on(asked, lambda _pulled: None)
    assert not new.home.exists
    down[0] = False
    machine.go_on(asked, lambda _pulled: None)
    new.home.keep()

    assert new.log()[: len(held(server))] == held(server)


class PowerCut(Exception):
    """The PC goes off: nothing of the program's own comes after it."""


def test_the_pc_can_go_off_at_any_step_and_the_same_slip_goes_on(tmp_path, desk, server, monkeypatch):
    """Each start gets one step further than the one before."""
    steps = (
        ("desk_app.machine.recovery_start.recovery_tries.keep", "before"),
        ("desk_app.machine.recovery_start.recovery_tries.keep", "after"),
        ("desk_app.app.recovering.Store.create", "before"),
        ("desk_app.app.recovering.Store.create", "after"),
        ("desk_app.app.recovering.first_start.put_store", "before"),
        ("desk_app.app.recovering.first_start.put_store", "after"),
        ("desk_app.services.recover_desk.pull_log", "after"),
        ("desk_app.services.recover_desk.mark_recovered", "after"),
        ("desk_app.services.recover_desk.add_staff", "before"),
        ("desk_app.services.recover_desk.add_staff", "after"),
    )
    asked, sheets = burnt(server, desk.words), recovery_keys(server)
    for path, when in steps:
        new, machine = new_machine(tmp_path, desk)
        with monkeypatch.context() as patched:
            going_off(patched, path, when)
            with pytest.raises(PowerCut):
                machine.go_on(asked, lambda _pulled: None)
        assert not new.home.exists, path
    _, machine = new_machine(tmp_path, desk)
    back = machine.go_on(asked, lambda _pulled: None)
    _, machine = new_machine(tmp_path, desk)
    assert machine.go_on(asked, lambda _pulled: None) == back, "off again, before the sheet was on paper"
    new.home.keep()

    assert new.log()[: len(held(server))] == held(server)
    assert [kind for _, _, kind, _ in new.log()[len(held(server)) :]] == ["recovered", "staff_added"]
    assert new.is_whole()
    assert recovery_keys(server) == {*sheets, sheet_key(back.recovery)}, "one sheet more, the one on paper"
    assert [path.name for path in new.home.folder.rglob("*") if "recover" in path.name] == []
    new.sync()
    assert held(server) == new.log()


def going_off(patched, path, when):
    from pkgutil import resolve_name

    real = resolve_name(path)

    def off(*given, **named):
        if when == "after":
            real(*given, **named)
        raise PowerCut()

    patched.setattr(path, off)


def recovery_keys(server):
    with server.ledger.act() as connection:
        return {bytes(row.key) for row in connection.execute(sa.select(recovery_key))}


def test_a_slip_in_typing_between_two_tries_loses_nothing(tmp_path, desk, server):
    lost = [True]
    fault = lambda path: {"lose_answer": True} if path == "/v1/recover" and lost[0] else {}  # noqa: E731
    asked = burnt(server, desk.words)
    new, machine = new_machine(tmp_path, desk, fault)
    with pytest.raises(LineCut):
        machine.go_on(asked, lambda _pulled: None)
    lost[0] = False
    new, machine = new_machine(tmp_path, desk)
    for changes, error in (
        ({"code": "0000-0000-0000-0000"}, WrongEnrolmentCode),
        ({"words": "-".join(["ABCD"] * 8)}, WrongSheet),
        ({"desk": 2}, WrongEnrolmentCode),
        ({"passphrase": "một mật khẩu khác"}, OtherPassphraseThen),
        ({"first": replace(LAN, login="lam")}, OtherPassphraseThen),
    ):
        new, machine = new_machine(tmp_path, desk)
        with pytest.raises(error):
            machine.go_on(replace(asked, **changes), lambda _pulled: None)
    new, machine = new_machine(tmp_path, desk)
    named = replace(LAN, name="Phạm Thị Lan Anh")
    machine.go_on(
        replace(asked, code=asked.code.lower().replace("-", " "), first=named), lambda _pulled: None
    )
    new.home.keep()

    assert new.log()[: len(held(server))] == held(server)
    assert [(one.login, one.name) for one in new.home.members()] == [("lan", "Phạm Thị Lan Anh")]


def code_and_passphrase_mistyped(new, machine, asked):
    nth = len([*new.home.folder.glob("first-start*")])
    mistyped = replace(asked, code=f"0000-0000-0000-000{nth}", passphrase=f"một mật khẩu khác {nth}")
    with pytest.raises(WrongEnrolmentCode):
        machine.go_on(mistyped, lambda _pulled: None)


def a_new_desk_begun(new, machine, asked):
    new.home.begin(DESK, HOA, "một câu thật dài")


@pytest.mark.parametrize("meanwhile", [code_and_passphrase_mistyped, a_new_desk_begun])
def test_something_else_that_was_begun_over_an_unfinished_recovery_loses_it_not(
    tmp_path, desk, server, meanwhile
):
    """The keys that the superior had let in were wiped; only a new slip helped."""
    lost = [True]
    fault = lambda path: {"lose_answer": True} if path == "/v1/recover" and lost[0] else {}  # noqa: E731
    asked = burnt(server, desk.words)
    new, machine = new_machine(tmp_path, desk, fault)
    with pytest.raises(LineCut):
        machine.go_on(asked, lambda _pulled: None)
    lost[0] = False
    for _ in range(2):
        new, machine = new_machine(tmp_path, desk)
        meanwhile(new, machine, asked)
    new, machine = new_machine(tmp_path, desk)
    machine.go_on(asked, lambda _pulled: None)
    new.home.keep()

    assert new.log()[: len(held(server))] == held(server)
    assert [
        path.name for path in new.home.folder.rglob("*") if "recover" in path.name or "first" in path.name
    ] == []


def test_the_running_program_takes_another_passphrase_and_another_machine_gets_nothing(
    tmp_path, desk, server
):
    left = [1]

    def fault(path):
        if path != "/v1/recover" or not left[0]:
            return {}
        left[0] -= 1
        return {"cut_answer": 40}

    asked = burnt(server, desk.words)
    new, machine = new_machine(tmp_path, desk, fault)
    with pytest.raises(LineCut):
        machine.go_on(asked, lambda _pulled: None)
    _, other = new_machine(tmp_path, desk, name="other")
    with pytest.raises(WrongEnrolmentCode):
        other.go_on(asked, lambda _pulled: None)
    machine.go_on(replace(asked, passphrase="nghĩ lại mật khẩu khác"), lambda _pulled: None)
    new.home.keep()
    new.passphrase = "nghĩ lại mật khẩu khác"

    assert new.log()[: len(held(server))] == held(server)


def test_another_slip_begins_anew_whatever_the_passphrase(tmp_path, desk, server):
    lost = lambda path: {"lose_answer": True} if path == "/v1/log" else {}  # noqa: E731
    new, machine = new_machine(tmp_path, desk, lost)
    with pytest.raises(LineCut):
        machine.go_on(burnt(server, desk.words), lambda _pulled: None)
    for passphrase in (NEW_PASS, "mật khẩu thứ ba"):
        new, machine = new_machine(tmp_path, desk, lost)
        with pytest.raises(LineCut):
            machine.go_on(burnt(server, desk.words, passphrase=passphrase), lambda _pulled: None)
    new, machine = new_machine(tmp_path, desk)
    machine.go_on(burnt(server, desk.words), lambda _pulled: None)
    new.home.keep()

    assert new.log()[: len(held(server))] == held(server)


@pytest.mark.parametrize(
    "spoilt", [b"", b"{", b"[]", b'{"codes":[]}', b'{"codes":[],"sealed":"AAAA"}', b"\xff" * 90]
)
def test_what_was_kept_and_is_spoilt_is_as_if_it_had_not_been_kept(tmp_path, desk, server, spoilt):
    new, machine = new_machine(
        tmp_path, desk, lambda path: {"lose_answer": True} if path == "/v1/recover" else {}
    )
    asked = burnt(server, desk.words)
    with pytest.raises(LineCut):
        machine.go_on(asked, lambda _pulled: None)
    kept = new.home.folder / first_start.FOLDER / recovery_tries.FILE
    for secret in (asked.code, asked.code.replace("-", ""), desk.words):
        assert secret.encode() not in kept.read_bytes()
    if os.name == "posix":
        assert kept.stat().st_mode & 0o777 == 0o600
    kept.write_bytes(spoilt)
    new, machine = new_machine(tmp_path, desk)
    with pytest.raises(WrongEnrolmentCode):
        machine.go_on(asked, lambda _pulled: None)
    machine.go_on(burnt(server, desk.words), lambda _pulled: None)


def test_a_desk_that_was_stopped_needs_a_code_that_is_not_used(desk, server, tmp_path):
    """With the one that it was enrolled by its counter would go on, and two desks would have one name."""
    code = server.code()
    desk.do(lambda store: enrol_desk(URL, code, store=store, superior=superior(server)))
    backup = desk.copy(tmp_path / "backup")
    desk.receive("Đã gửi")
    desk.sync()
    restored(desk, backup)
    with pytest.raises(CounterFellBack):
        desk.sync()
    with pytest.raises(WrongEnrolmentCode):
        desk.do(lambda store: enrol_desk(URL, code, store=store, superior=superior(server)))
    with pytest.raises(CounterFellBack):
        desk.sync()


def test_a_rebase_whose_slip_lost_its_answer_goes_on_with_the_same_slip(tmp_path, desk, server):
    backup = desk.copy(tmp_path / "backup")
    desk.receive("Đã gửi")
    desk.sync()
    restored(desk, backup)
    desk.receive("Chỉ máy này có")
    with pytest.raises(CounterFellBack):
        desk.sync()
    code = server.code()
    for lost in ("/v1/enrol", "/v1/log"):
        with pytest.raises(LineCut):
            desk.rebase(
                code=code, fault=lambda path, lost=lost: {"lose_answer": True} if path == lost else {}
            )
    desk.rebase(code=code)
    desk.sync()

    assert held(server) == desk.log()


def restored(desk, backup):
    shutil.rmtree(desk.home.folder)
    shutil.copytree(backup, desk.home.folder)


def test_a_restored_backup_gets_what_it_lost_and_keeps_what_it_did_since(tmp_path, desk, server):
    backup = desk.copy(tmp_path / "backup")
    sent = desk.receive("Đã gửi sau bản sao")
    desk.sync()
    desk.sync()
    restored(desk, backup)
    own = desk.receive("Làm sau khi khôi phục")
    assert own == sent, "the restored disk cannot know that the number was given"
    with pytest.raises(CounterFellBack):
        desk.sync()
    old = desk.log()
    done, kept = desk.rebase()

    assert [(one.old, one.new) for one in done.renumbered] == [(own, "H56.22.17-261123-5901")]
    assert not done.set_aside
    names = {name for name, _ in desk.rows().values()}
    assert names == {"Nguyễn Thị Minh Đức", "Trần Đình Ước", "Đã gửi sau bản sao", "Làm sau khi khôi phục"}
    assert desk.sync().pending_events == 0
    assert held(server) == desk.log()
    assert desk.is_whole()
    assert server_refusals(server) == []
    assert kept.name == "desk-2026-11-23.db"
    assert kept.stat().st_mode & 0o222 == 0
    assert [one[:2] for one in old] == raw_log(desk, kept), "the old store is as it was"
    assert desk.do(lambda store: _not_printed(store)).count("H56.22.17-261123-5901") == 1


def _not_printed(store):
    with store.reading() as reading:
        return reading.receipts_not_printed()


def server_refusals(server):
    from district_server.exchange import answer

    return [(one.seq, one.code) for one in answer(server.ledger, "H56.22.17/1", 0, server.now()).items]


def raw_log(desk, path):
    from desk_app.machine import key_slots
    from desk_app.storage import database

    copy = path.with_name("look.db")
    shutil.copy(path, copy)
    copy.chmod(0o600)
    opened = database.connect(copy, key_slots.open_slot(desk.home.folder, desk.login, desk.passphrase))
    rows = [(seq, bytes(own)) for seq, own in opened.execute("select seq, hash from event order by seq")]
    opened.conn.close()
    for name in ("look.db", "look.db-wal", "look.db-shm"):
        path.with_name(name).unlink(missing_ok=True)
    return rows


def test_what_happened_to_a_renumbered_case_goes_with_it(tmp_path, desk, server):
    backup = desk.copy(tmp_path / "backup")
    taken = desk.receive("Đã gửi sau bản sao")
    desk.complete(taken)
    desk.sync()
    restored(desk, backup)
    own = desk.receive("Làm sau khi khôi phục")
    desk.complete(own)
    done, _ = desk.rebase()
    desk.sync()

    assert desk.rows()[done.renumbered[0].new] == ("Làm sau khi khôi phục", "result_waiting")
    assert desk.rows()[taken] == ("Đã gửi sau bản sao", "result_waiting")
    assert server_refusals(server) == []


def test_the_same_act_on_both_disks_is_kept_aside_and_named(tmp_path, desk, server):
    code = "H56.22.17-261123-5001"
    twin = Desk(desk.copy(tmp_path / "twin"), server, desk.clock)
    desk.complete(code)
    desk.sync()
    desk.clock.step(minutes=5)
    twin.complete(code)
    done, _ = twin.rebase()
    twin.sync()

    assert [(one.kind, one.case_code) for one in done.set_aside] == [(Kind.COMPLETED, code)]
    assert server_refusals(server) == []
    assert twin.rows()[code][1] == "result_waiting"
    assert held(server) == twin.log()


def test_what_was_taken_back_goes_along_where_its_act_is_still_the_newest(tmp_path, desk, server):
    """Elsewhere the act was followed by another: then its taking back has no place and is kept aside."""
    code = "H56.22.17-261123-5001"
    desk.complete(code)
    desk.sync()
    twin = Desk(desk.copy(tmp_path / "twin"), server, desk.clock)
    desk.undo(code)
    desk.complete(code)
    desk.sync()
    desk.clock.step(minutes=1)  # at the same moment it would be the same event
    twin.undo(code)
    own = twin.receive("Chỉ ở bản sao")
    twin.complete(own)
    twin.undo(own)
    done, _ = twin.rebase()
    twin.sync()

    assert [(one.kind, one.case_code) for one in done.set_aside] == [(Kind.UNDONE, code)]
    assert twin.rows()[code][1] == "result_waiting"
    assert twin.rows()[done.renumbered[0].new if done.renumbered else own][1] == "processing"
    assert server_refusals(server) == []
    assert held(server) == twin.log()
    assert twin.is_whole()


def test_a_backup_that_is_restored_twice_carries_its_work_once(tmp_path, desk, server):
    desk.receive("Chưa gửi trong bản sao")
    backup = desk.copy(tmp_path / "backup")
    desk.receive("Đã gửi")
    desk.sync()
    restored(desk, backup)
    desk.receive("Sau lần khôi phục đầu")
    again = desk.copy(tmp_path / "again")
    desk.rebase()
    desk.sync()
    restored(desk, again)
    done, _ = desk.rebase()
    desk.sync()

    assert done.carried == 0
    names = sorted(name for name, _ in desk.rows().values())
    assert names == sorted(
        {"Nguyễn Thị Minh Đức", "Trần Đình Ước", "Chưa gửi trong bản sao", "Đã gửi", "Sau lần khôi phục đầu"}
    )
    assert held(server) == desk.log()


def test_a_rebase_that_is_cut_anywhere_leaves_the_old_store(tmp_path, desk, server, monkeypatch):
    backup = desk.copy(tmp_path / "backup")
    desk.receive("Đã gửi")
    desk.sync()
    restored(desk, backup)
    desk.receive("Chỉ máy này có")
    before, rows = desk.log(), desk.rows()
    with pytest.raises(LineCut):
        desk.rebase(fault=lambda path: {"lose_answer": True} if path == "/v1/log" else {})
    assert (desk.log(), desk.rows()) == (before, rows)

    def full(_folder, _day):
        raise StorageFull()

    with monkeypatch.context() as patched:
        patched.setattr(store_swap, "swap", full)
        with pytest.raises(StorageFull):
            desk.rebase(code=False)
    assert (desk.log(), desk.rows()) == (before, rows)
    desk.rebase(code=False)
    desk.sync()
    assert held(server) == desk.log()
    assert len(desk.rows()) == 4


def test_a_log_that_the_superior_has_the_beginning_of_stays_where_it_is(tmp_path, desk, server):
    backup = desk.copy(tmp_path / "backup")
    desk.sync()
    restored(desk, backup)
    desk.receive("Chỉ máy này có")
    with pytest.raises(CounterFellBack):
        desk.sync()
    before = desk.log()
    done, kept = desk.rebase()

    assert (done.carried, kept) == (0, None)
    assert desk.log()[: len(before)] == before
    assert desk.receive("Sau đó") == "H56.22.17-261123-5901"
    desk.sync()
    assert held(server) == desk.log()


def test_enrolled_anew_by_hand_a_restored_desk_is_told_of_the_fork_and_needs_no_second_code(
    tmp_path, desk, server
):
    backup = desk.copy(tmp_path / "backup")
    desk.receive("Đã gửi")
    desk.sync()
    restored(desk, backup)
    desk.receive("Chỉ máy này có")
    desk.enrol()
    with pytest.raises(Forked):
        desk.sync()
    desk.rebase(code=False)
    desk.sync()

    assert held(server) == desk.log()


def test_drafts_settings_and_the_enrolment_go_along_and_every_table_has_its_place(tmp_path, desk, server):
    from desk_app.storage.store_beside import CARRIED, LEFT

    backup = desk.copy(tmp_path / "backup")
    desk.receive("Đã gửi")
    desk.sync()
    restored(desk, backup)

    def keep(store):
        with store.transaction() as books:
            books.save_draft("hoa", "đang gõ dở")
            books.set_setting("printer", "HP")

    def read(store):
        with store.reading() as reading:
            return reading.draft("hoa"), reading.setting("printer"), reading.enrolment() is not None

    desk.do(keep)
    desk.rebase()
    assert desk.do(read) == ("đang gõ dở", "HP", True)

    def tables(store):
        with store.reading() as reading:
            rows = reading._db.execute(
                "select name from pragma_table_list where type = 'table' and schema = 'main'"
            )
            return {name for (name,) in rows if not name.startswith("sqlite_")}

    assert desk.do(tables) == {*CARRIED, *LEFT}, (
        "say in storage/store_beside.py what a rebase does with a new table"
    )


def test_two_exchanges_of_one_desk_at_once_are_no_restored_disk(desk, server):
    desk.receive("Đỗ Thị Mai")
    left = [True]

    def nested():
        desk.sync()
        return True

    def fault(_path):
        return {"before": nested} if left.pop() else {}

    def both(store):
        with pytest.raises(ExchangeOvertaken):
            sync_now(
                store=store,
                superior=superior(server, fault),
                clock=desk.clock,
                progress=lambda _progress: None,
            )

    desk.do(both)
    state = desk.sync()
    assert (state.stopped, state.pending_events) == (False, 0)
    assert held(server) == desk.log()


def test_numbers_of_a_recovery_stand_in_the_check_of_numbers(tmp_path, desk, server):
    new, machine = new_machine(tmp_path, desk)
    machine.go_on(burnt(server, desk.words), lambda _pulled: None)
    new.home.keep()
    new.receive("Sau khi khôi phục")

    def uses(store):
        with store.reading() as reading:
            day = desk.clock.now().date()
            return day_numbers(reading.serials_used(day, day), serials(1), kept_back(1))

    (line,) = new.do(uses)
    assert (line.given, line.last, line.missing) == (3, 5901, ())
