"""A random life of one desk between faults: real stores, the real exchange, the real server, a line that fails.

One seed is one schedule. What must be there at the end is known from what was done and from which disks were
destroyed; nothing of it is read from what is judged.
"""

from __future__ import annotations

import json
import random
import shutil
from collections import Counter
from collections.abc import Callable
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import sqlalchemy as sa
from support.desk import DESK, HOA, RULES, Clock, intake
from support.in_process import URL, Cut, Server, deliver, source, superior

from desk_app.app.home import Home
from desk_app.app.recovering import Back, Burnt, NewMachine, rebase_desk
from desk_app.domain.errors import (
    ClockWentBack,
    CounterFellBack,
    DeskRefused,
    Forked,
    LineError,
    NumbersUsedUp,
    WrongSheet,
)
from desk_app.machine.key_slots import Cost
from desk_app.services.complete_case import complete_case
from desk_app.services.presence import sign_in
from desk_app.services.receive_case import receive_case
from desk_app.services.sync_round import enrol_desk, sync_now
from desk_app.storage.store import Store
from district_server.app import create_app
from district_server.ledger import Ledger, case_record, half_frame, item

STEPS = 30
PASS = "mật khẩu dài của quầy"
CHEAP = Cost(memory_kib=8, passes=1)
NEEDS_OPERATOR = (CounterFellBack, DeskRefused, Forked)
FAULTS = (
    "cut_request",
    "cut_frame",
    "cut_frame",
    "spoil_half",
    "lose_half",
    "lose_answer",
    "cut_answer",
    "crash_before",
    "crash_after",
    "repeat",
    "hold",
    "at_once",
)


class CrashingLedger(Ledger):
    """Ends the server's process, as far as anybody can see, before or after a commit."""

    left, before = 0, True

    @contextmanager
    def act(self):
        self.left -= 1
        ends = self.left == 0
        with super().act() as connection:
            yield connection
            if ends and self.before:
                raise Cut()
        if ends:
            raise Cut()


class CrashingServer(Server):
    """A server whose ledger can be told to crash."""

    def start(self):
        self.ledger = CrashingLedger(self.folder)
        self.app = self.make_app(self.ledger, self.now)


@dataclass
class Machine:
    """A disk with a desk on it; `has` = what was done on it and is not destroyed."""

    home: Home
    store: Store
    has: set[str] = field(default_factory=set)
    codes: list[str] = field(default_factory=list)  # of cases that can be completed
    words: str = ""  # of its recovery sheet


def make_templates(folder: Path, make_app: Callable = create_app) -> str:
    """Make an enrolled desk and its superior once; return the words of the sheet."""
    clock = Clock()
    server = CrashingServer(folder / "superior", clock.now, make_app)
    server.publish()
    home = Home(folder=folder / "desk", clock=clock, cost=CHEAP)
    words = home.begin(DESK, HOA, PASS)
    home.keep()
    store = home.open("hoa", PASS)
    enrol_desk(URL, server.code(), store=store, superior=superior(server))
    store.close()
    server.stop()
    return words


class World:
    """One schedule from its seed."""

    def __init__(self, folder: Path, templates: Path, words: str, seed: int, make_app: Callable = create_app):
        self.random, self.folder = random.Random(seed), folder
        self.clock = Clock()
        folder.mkdir(parents=True)
        shutil.copytree(templates / "superior", folder / "superior")
        shutil.copytree(templates / "desk", folder / "desk-0")
        self.server = CrashingServer(folder / "superior", self.clock.now, make_app)
        self.server_has: set[str] = set()
        self.made = self.backups = self.sent = self.rebased = self.burnt = self.asides = self.renumbered = 0
        self.machines = [self._machine(folder / "desk-0", words)]
        self.desk_backup: tuple[Path, set[str], list[str], str] | None = None
        self.server_backup: tuple[Path, set[str]] | None = None
        self.late: list = []
        self.told: list[str] = []

    def _machine(self, folder: Path, words: str) -> Machine:
        home = Home(folder=folder, clock=self.clock, cost=CHEAP)
        return Machine(home=home, store=home.open("hoa", PASS), words=words)

    def run(self, steps: int) -> None:
        """Play, then let everything settle and check it."""
        acts = (
            [self.receive] * 8 + [self.complete] * 4 + [self.sync] * 8 + [self.trail, self.jump, self.restart] + [self.deliver_late] * 2
            + [self.back_up_desk, self.restore_desk, self.back_up_server, self.restore_server, self.copy_disk, self.burn]
        )  # fmt: skip
        try:
            for _ in range(steps):
                act = self.random.choice(acts)
                self.told.append(act.__name__)
                act()
            self.settle()
            self.check()
        finally:
            for machine in self.machines:
                machine.store.close()
            self.server.stop()

    # what the desk does

    def receive(self) -> None:
        machine = self.random.choice(self.machines)
        name = self._fact("Người số")
        code = self._act(machine, lambda: receive_case(
            intake(name), print_receipt=True, staff="hoa", rules=RULES, store=machine.store, clock=self.clock
        ).case_code)  # fmt: skip
        if code is not None:
            machine.has.add(name)
            machine.codes.append(code)

    def complete(self) -> None:
        machine = self.random.choice(self.machines)
        if machine.codes:
            fact = self._fact("kết quả")
            code = machine.codes.pop(self.random.randrange(len(machine.codes)))
            self._act(
                machine, lambda: complete_case(code, fact, staff="hoa", store=machine.store, clock=self.clock)
            )
            machine.has.add(fact)

    def trail(self) -> None:
        sign_in("hoa", store=self.random.choice(self.machines).store, clock=self.clock)

    def jump(self) -> None:
        self.clock.step(minutes=self.random.choice((-90, -5, 5, 90, 1440)))

    def _act(self, machine: Machine, act: Callable):
        """Do something at a desk; a clock that went back is set right first."""
        self.clock.step(seconds=self.random.randrange(90))
        try:
            return act()
        except ClockWentBack:
            with machine.store.reading() as reading:
                self.clock.at = max(self.clock.at, *(one.at for one in reading.log_after(0)))
            return act()
        except NumbersUsedUp:
            return None

    def _fact(self, kind: str) -> str:
        self.made += 1
        return f"{kind} {self.made}"

    # what the line does

    def fault(self, machine: Machine) -> Callable[[str], dict]:
        def choose(_path: str) -> dict:
            self.sent += 1
            if self.random.random() < 0.6:
                return {}
            match self.random.choice(FAULTS):
                case "cut_request":
                    return {"cut_request": self.random.randrange(600)}
                case "cut_frame":
                    return {"cut_request": self.random.randrange(100, 400)}
                case "spoil_half":
                    return {"before": self._spoil_half}
                case "lose_half":
                    return {"before": lambda: self._change_half(sa.delete(half_frame))}
                case "cut_answer":
                    return {"cut_answer": self.random.randrange(200)}
                case "lose_answer":
                    return {"lose_answer": True}
                case "crash_before" | "crash_after" as when:
                    self.server.ledger.before = when == "crash_before"
                    self.server.ledger.left = self.random.randrange(1, 8)
                    return {}
                case "repeat":
                    return {"after": self._keep_for_later}
                case "hold":
                    return {"hold": lambda *request: self.late.append(request)}
                case "at_once":
                    return {"before": lambda: self._quietly(machine)}
            return {}

        return choose

    def _keep_for_later(self, request, body: bytes) -> None:
        self.late.append((request, body))
        if self.random.random() < 0.5:
            self.deliver_late()

    def _spoil_half(self) -> None:
        """Let the beginning of a frame that is kept be another: of a disk, or of a desk that lies."""
        self._change_half(sa.update(half_frame).values(data=b"x" * 2000))

    def _change_half(self, change: sa.Executable) -> None:
        with self.server.ledger._engine.begin() as connection:
            connection.execute(change)

    def _quietly(self, machine: Machine) -> None:
        """Exchange beside an exchange that is under way."""
        self._exchange(machine, lambda _path: {})

    def deliver_late(self) -> None:
        if self.late:
            request, body = self.late.pop(self.random.randrange(len(self.late)))
            with suppress(Cut):  # a crash that is due comes here as well
                deliver(self.server, request, body)

    def sync(self) -> None:
        machine = self.random.choice(self.machines)
        error = self._exchange(machine, self.fault(machine))
        if isinstance(error, NEEDS_OPERATOR) and self.random.random() < 0.5:
            self.call_operator(machine)

    def _exchange(self, machine: Machine, fault: Callable[[str], dict]) -> LineError | None:
        has = set(machine.has)
        try:
            state = sync_now(
                store=machine.store,
                superior=superior(self.server, fault),
                clock=self.clock,
                progress=lambda _progress: None,
            )
        except LineError as error:
            return error
        finally:
            self.server.ledger.left = 0  # a crash that was due and did not come
        assert state.pending_events == 0
        self._check_acknowledged(machine, state.acknowledged_seq)
        self.server_has |= has
        return None

    def _check_acknowledged(self, machine: Machine, seq: int) -> None:
        held = {row.seq: bytes(row.hash) for row in self.server.log()}
        with machine.store.reading() as reading:
            assert held.get(seq, bytes(32)) == reading.hash_at(seq), "acknowledged and not held"

    # what happens to the server and to disks

    def restart(self) -> None:
        self.server.restart()

    def back_up_server(self) -> None:
        self.server.stop()
        self.backups += 1
        shutil.copytree(self.folder / "superior", self.folder / f"superior-{self.backups}")
        self.server_backup = self.folder / f"superior-{self.backups}", set(self.server_has)
        self.server.start()

    def restore_server(self) -> None:
        if self.server_backup is not None:
            self.server.stop()
            shutil.rmtree(self.folder / "superior")
            shutil.copytree(self.server_backup[0], self.folder / "superior")
            self.server_has = set(self.server_backup[1])
            self.server.start()

    def back_up_desk(self) -> None:
        machine = self.machines[-1]
        self.backups += 1
        copy = self._copied(machine, f"backup-{self.backups}")
        self.desk_backup = copy, set(machine.has), list(machine.codes), machine.words

    def restore_desk(self) -> None:
        if self.desk_backup is not None:
            old = self.machines.pop()
            old.store.close()
            shutil.rmtree(old.home.folder)
            shutil.copytree(self.desk_backup[0], old.home.folder)
            fresh = self._machine(old.home.folder, self.desk_backup[3])
            fresh.has, fresh.codes = set(self.desk_backup[1]), list(self.desk_backup[2])
            self.machines.append(fresh)

    def copy_disk(self) -> None:
        if len(self.machines) < 3:
            machine = self.machines[-1]
            self.backups += 1
            twin = self._machine(self._copied(machine, f"desk-{self.backups}"), machine.words)
            twin.has, twin.codes = set(machine.has), list(machine.codes)
            self.machines.insert(0, twin)

    def _copied(self, machine: Machine, name: str) -> Path:
        machine.store.close()
        shutil.copytree(machine.home.folder, self.folder / name)
        machine.store = machine.home.open("hoa", PASS)
        return self.folder / name

    def burn(self) -> None:
        """Lose the newest disk and make a new machine from the superior's log, with the sheet and a code."""
        if not self.server.log():
            return
        old = self.machines.pop()
        old.store.close()
        shutil.rmtree(old.home.folder)
        self.backups += 1
        home = Home(folder=self.folder / f"desk-{self.backups}", clock=self.clock, cost=CHEAP)
        try:
            back = self._recovered(home, old.words)
        except WrongSheet:  # the server was restored to a time before this sheet
            back = self._recovered(home, "")
        home.keep()
        fresh = self._machine(home.folder, back.recovery)
        fresh.has = set(self.server_has)
        self.machines.append(fresh)
        self.burnt += 1

    def _recovered(self, home: Home, words: str) -> Back:
        code = self.server.code(recovers=True, needs_sheet=bool(words))
        slip = Burnt(
            url=URL, code=code, agency_code="H56.22.17", desk=1, words=words, first=HOA, passphrase=PASS
        )  # fmt: skip
        return NewMachine(home, source(self.server), lambda _tries: None).go_on(slip, lambda _pulled: None)

    def call_operator(self, machine: Machine) -> None:
        """Rebase a disk that was told to stop; with a line that may fail on the way."""
        machine.store.close()
        quiet = self.random.random() < 0.7
        try:
            done, _ = rebase_desk(
                machine.home, "hoa", PASS, slip=(URL, self.server.code()), superior=superior(self.server),
                source=source(self.server, (lambda _path: {}) if quiet else self.fault_of_pull), progress=lambda _pulled: None,
                wait=lambda _tries: None,
            )  # fmt: skip
        except LineError:
            done = None
        machine.store = machine.home.open("hoa", PASS)
        if done is not None:
            self.rebased += 1
            self.renumbered += len(done.renumbered)
            self.asides += len(done.set_aside)
            names = {one.old: one.new for one in done.renumbered}
            machine.codes = [names.get(code, code) for code in machine.codes]
            with machine.store.reading() as reading:
                machine.codes = [
                    c
                    for c in machine.codes
                    if reading.state_of(c) is not None and reading.state_of(c).value == "processing"
                ]

    def fault_of_pull(self, _path: str) -> dict:
        return {} if self.random.random() < 0.5 else {"lose_answer": True}

    # what must hold

    def settle(self) -> None:
        """Let everybody send what they have; the last machine stays the desk."""
        self.late.clear()
        for machine in self.machines:
            for _ in range(8):
                error = self._exchange(machine, lambda _path: {})
                if error is None:
                    break
                if isinstance(error, NEEDS_OPERATOR):
                    self.call_operator(machine)
            else:
                raise AssertionError(f"a desk cannot be brought back: {error!r}")

    def check(self) -> None:
        """Nothing lost, nothing doubled, one log, each number once."""
        desk, log = self.machines[-1], self.server.log()
        told = [(row.kind, row.case_code, json.loads(row.body)) for row in log if row.body]
        facts = Counter(fact for kind, _, body in told if (fact := fact_of(kind, body)))
        must = self.server_has.union(*(machine.has for machine in self.machines))
        assert not (lost := must - set(facts)), f"lost: {sorted(lost)}"
        assert not (doubled := [fact for fact, many in facts.items() if many > 1]), f"doubled: {doubled}"
        with desk.store.reading() as reading:
            own = [(one.seq, one.hash) for one in reading.log_after(0)]
            cases = {row.code for row in reading.find_cases(limit=10_000)}
        assert own == [(row.seq, bytes(row.hash)) for row in log], "two logs"
        codes = [code for kind, code, _ in told if kind == "received"]
        lines = [(body["book"], body["book_no"]) for kind, _, body in told if kind == "received"]
        slips = [
            (body["received_at"][:4] if "received_at" in body else "", body["slip_no"])
            for kind, _, body in told
            if kind == "received"
        ]
        for numbers in (codes, lines, slips):
            assert len(numbers) == len(set(numbers)), f"a number twice: {numbers}"
        with self.server.ledger.act() as connection:
            judged = set(connection.execute(sa.select(case_record.c.case_code)).scalars())
            refused = connection.execute(sa.select(item.c.seq, item.c.code)).all()
        assert (judged, refused) == (set(codes), []), "the superior could not use something"
        assert cases == set(codes)
        assert desk.store.rebuild(), "rows that the log does not give"


def fact_of(kind: str, body: dict) -> str:
    """Return what an event tells of, empty when nothing that is counted."""
    if kind == "set_aside":
        return fact_of(body["kind"], body["body"])
    if kind == "received":
        return body["applicant"]["name"]
    return body.get("result_no", "") if kind == "completed" else ""
