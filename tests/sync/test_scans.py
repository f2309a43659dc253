"""Scans reach the superior whole or not at all, whatever the line does."""

from __future__ import annotations

import contextlib
import json
import socket
import threading
from dataclasses import replace
from functools import partial

import pytest
import sqlalchemy as sa
from support.desk import DESK as DESK_DATA
from support.desk import HOA, Clock, new_store, receive
from support.line import enrolment
from support.scanner import Tray, names, noise
from support.superior import enrol, serving, sync

from desk_app.app.cli import main
from desk_app.app.home import Home
from desk_app.domain.errors import (
    CounterFellBack,
    ExchangeOvertaken,
    LineCut,
    NoSuchScan,
    NotEnrolled,
    ScanNotHere,
    StrangeAnswer,
)
from desk_app.domain.scan import HeldScan, HeldState, ScanPlace, ScanProgress
from desk_app.domain.superior import Acknowledgement
from desk_app.machine.key_slots import Cost
from desk_app.services.carry_scans import keep_carried, scans_to_carry
from desk_app.services.line_cost import CONNECTION_BYTES
from desk_app.services.scans import read_scan, remove_scan, scans_of, set_keep_days, tidy_scans
from desk_app.services.send_scans import PART_BYTES, send_scans
from desk_app.sync.scan_line import HttpScans
from desk_app.sync.superior_api import HttpSuperior
from district_server import exchange, ledger, scans
from district_server.ledger import Ledger
from wire.scans import Part

SIZE = 3 * PART_BYTES + 1000


class Direct:
    """The superior's own functions, and a line that is cut at request `cut_at`, before it comes or after it was done."""

    def __init__(self, ledger_, now, cut_at=None, *, lost_answer=False, given_up=False):
        self.ledger, self.now, self.cut_at, self.lost_answer = ledger_, now, cut_at, lost_answer
        self.asked, self.bytes, self.counters, self.given_up = 0, 0, [], given_up

    def pause(self, _seconds):
        if self.given_up:  # by the clerk
            raise LineCut()

    def held(self, _enrolment, counter, hashes):
        return self._ask(counter, lambda: scans.held(self.ledger, DESK, hashes))

    def send(self, _enrolment, counter, sha256, offset, part):
        self.bytes += len(part)
        taken = partial(
            scans.take_part, self.ledger, DESK, Part(sha256=sha256, offset=offset, data=part), self.now
        )
        return self._ask(counter, lambda: [taken()])[0]

    def _ask(self, counter, do):
        self.counters.append(counter)
        cut, self.asked = self.asked == self.cut_at, self.asked + 1
        if cut and not self.lost_answer:
            raise LineCut()
        told = do()
        if cut:
            raise LineCut()
        return [HeldScan(bytes=one.bytes, state=HeldState(one.state)) for one in told]


DESK = "H56.22.17/1"


class Desk:
    """A desk with one case whose events the superior has, with the superior's ledger open beside its server."""

    def __init__(self, folder):
        self.folder, self.server = folder / "desk", folder / "superior"
        self.folder.mkdir()
        self.clock = Clock()
        self.store = new_store(self.folder)
        self.code = receive(self.store, self.clock)
        self.tray = Tray(self.folder)

    def attach(self, data, code=None):
        return self.tray.attach(self.store, self.clock, code or self.code, data)

    def send(self, line, **more):
        return send_scans(
            store=self.store, files=self.tray.files, line=line, clock=self.clock, **({"progress": lambda _told: None} | more)
        )  # fmt: skip

    def places(self, code=None):
        with self.store.reading() as reading:
            return [scan.place for scan in scans_of(reading, reading.case(code or self.code))]


@pytest.fixture
def desk(tmp_path):
    made = Desk(tmp_path)
    yield made
    made.store.close()


@pytest.fixture
def beside(desk):
    """Give what brings the desk's events to a ledger in this process, and returns it."""
    held = Ledger(desk.server)
    with desk.store.transaction() as books:
        books.keep_enrolment(enrolment())
        row = {
            "desk": DESK, "name": "UBND xã Tân Lập", "ed25519": bytes(32), "x25519": bytes(32), "log_key": books.log_key(),
            "counter": 0, "seq": 0, "hash": bytes(32), "enrolled_at": "",
        }  # fmt: skip
    with held.act() as connection:
        connection.execute(sa.insert(ledger.desk), row)

    def acknowledge():
        with held.act() as connection:
            row = connection.execute(sa.select(ledger.desk)).one()
        with desk.store.transaction() as books:
            books.keep_acknowledgement(
                Acknowledgement(
                    counter=books.next_counter(), seq=row.seq, hash=bytes(row.hash), server_time="now",
                    signature=b"s", body=b"b",
                ),
                desk.clock.now(),
            )  # fmt: skip
        return row.seq

    def events_sent():
        exchange.take_frames(held, DESK, [frame.data for frame in desk.store.frames_after(acknowledge())])
        acknowledge()
        return held

    yield events_sent
    held.close()


def test_a_scan_goes_after_its_event_over_the_real_line(desk):
    sha256, told = desk.attach(data := noise(SIZE)), []
    with serving(desk.server) as url:
        enrol(desk.server, url, desk.store)
        line = HttpScans(HttpSuperior().asking)
        before = desk.send(line)
        assert (before.waiting, desk.places()) == (1, [ScanPlace.HERE]), "its event is not there yet"
        sync(desk.store, desk.clock)
        left = desk.send(line, progress=told.append)
    held = Ledger(desk.server)
    try:
        assert scans.read(held, DESK, sha256) == data
    finally:
        held.close()
    assert (left.waiting, left.waiting_bytes, desk.places()) == (0, 0, [ScanPlace.BOTH])
    assert (told[-1].sent, told[-1].total) == (SIZE, SIZE)


@pytest.mark.parametrize("lost_answer", [False, True], ids=["the request is lost", "the answer is lost"])
def test_cut_at_any_request_it_goes_on_from_there(desk, beside, lost_answer):
    first, second = noise(SIZE, 1), noise(100, 2)
    hashes = [desk.attach(first), desk.attach(second)]
    held = beside()
    requests = 1 + 4 + 1
    for cut_at in range(requests):
        with held.act() as connection:
            connection.execute(sa.delete(ledger.scan_part))
            connection.execute(sa.update(ledger.scan_content).values(held=0, whole_at=None))
        with desk.store.transaction() as books:
            for sha256 in hashes:
                books.scans.told(sha256, 0, HeldState.WAITING, desk.clock.now())
        cut = Direct(held, desk.clock.now(), cut_at, lost_answer=lost_answer)
        assert desk.send(cut).waiting == 0
        assert [scans.read(held, DESK, one) for one in hashes] == [first, second]
        assert cut.bytes <= SIZE + 100 + PART_BYTES, "no more than one part goes twice"
        assert cut.asked <= requests + 2, "the question after the cut, and the part again"
        assert cut.counters == sorted(set(cut.counters))


def relay(to, most):
    """Serve a port that hands on to `to` and cuts each connection after `most` bytes from the desk."""
    listening = socket.create_server(("127.0.0.1", 0))
    sent, over = [], threading.Event()

    def pump(source, target, room):
        with contextlib.suppress(OSError):
            while data := source.recv(min(4096, room)):
                target.sendall(data)
                if room <= 1 << 30:
                    sent.append(len(data))
                    room -= len(data)
                    if room <= 0:
                        break
        for one in (source, target):
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def serve():
        while not over.is_set():
            try:
                near, _ = listening.accept()
            except OSError:
                return
            far = socket.create_connection(("127.0.0.1", to))
            pumps = [
                threading.Thread(target=pump, args=(near, far, most)),
                threading.Thread(target=pump, args=(far, near, 1 << 40)),
            ]
            for one in pumps:
                one.start()
            for one in pumps:
                one.join()
            near.close()
            far.close()

    thread = threading.Thread(target=serve)
    thread.start()

    def stop():
        over.set()
        with contextlib.suppress(OSError):  # wake accept()
            socket.create_connection(listening.getsockname()).close()
        listening.close()
        thread.join()

    return listening.getsockname()[1], sent, stop


class Recorded(HttpScans):
    """The real line for scans; `parts` = where each part began, its size, and whether it was answered."""

    def __init__(self, asking):
        super().__init__(asking)
        self.parts, self.pauses = [], 0

    def send(self, enrolment_, counter, sha256, offset, part):
        self.parts.append([offset, len(part), False])
        told = super().send(enrolment_, counter, sha256, offset, part)
        self.parts[-1][2] = True
        return told

    def pause(self, seconds):
        self.pauses += 1
        super().pause(seconds / 20)


@contextlib.contextmanager
def living_for(desk, most):
    """Enrol the desk, send its events, and then let each connection end after `most` bytes of its; give what went."""
    with serving(desk.server) as url:
        enrol(desk.server, url, desk.store)
        sync(desk.store, desk.clock)
        port, sent, stop = relay(int(url.rsplit(":", 1)[1]), most)
        try:
            with desk.store.transaction() as books:
                books.keep_enrolment(replace(books.enrolment(), url=f"http://127.0.0.1:{port}"))
            yield sent
        finally:
            stop()


def at_superior(desk, sha256):
    held = Ledger(desk.server)
    try:
        return scans.read(held, DESK, sha256)
    finally:
        held.close()


def test_a_line_that_lives_for_a_part_and_a_half_brings_it_home_in_one_go(desk):
    sha256, told = desk.attach(data := noise(6 * PART_BYTES + 17)), []
    with living_for(desk, PART_BYTES * 3 // 2) as sent:
        superior = HttpSuperior()
        line = Recorded(superior.asking)
        left = desk.send(line, progress=told.append)
        superior.cut()
    assert at_superior(desk, sha256) == data
    assert left.waiting == 0
    assert line.pauses >= 5
    assert sum(sent) <= 2 * len(data), "what came is not sent again"
    reached = 0
    for offset, size, answered in line.parts:
        assert offset >= reached, "a part that was answered never goes again"
        reached = offset + size if answered else reached
    assert max(one.tries for one in told) >= 1
    assert [one.sent for one in told] == sorted(one.sent for one in told)
    assert (told[0].sent, told[-1]) == (0, ScanProgress(sent=len(data), total=len(data)))


def test_a_line_that_lives_for_less_than_a_part_brings_it_home_too(desk):
    sha256 = desk.attach(data := noise(2 * PART_BYTES))
    with living_for(desk, PART_BYTES // 2):
        superior = HttpSuperior()
        assert desk.send(Recorded(superior.asking)).waiting == 0
        superior.cut()
    assert at_superior(desk, sha256) == data


def test_whoever_stops_it_waits_for_no_further_try(desk):
    desk.attach(noise(SIZE))
    told = []
    with living_for(desk, 100) as sent:
        superior = HttpSuperior()

        def stop(progress):
            told.append(progress.tries)
            if progress.tries == 3:
                superior.cut()

        with pytest.raises(LineCut):
            desk.send(HttpScans(superior.asking), progress=stop)
        went = sum(sent)
    assert told == [0, 1, 2, 3]
    assert 0 < went <= 3 * 4096


def test_what_a_cut_loses_is_paid_for_too(desk, beside):
    desk.attach(noise(SIZE))
    held, paid = beside(), []
    line = Direct(held, desk.clock.now(), 2)
    desk.send(line, paid=paid.append)

    assert line.bytes > SIZE
    assert sum(paid) >= line.bytes + CONNECTION_BYTES


def test_a_wrong_byte_begins_it_anew_and_never_stands(desk, beside):
    sha256 = desk.attach(data := noise(SIZE))
    held = beside()
    spoilt = Part(sha256=sha256, offset=0, data=noise(PART_BYTES, 9))
    assert scans.take_part(held, DESK, spoilt, desk.clock.now()).bytes == PART_BYTES
    assert desk.send(Direct(held, desk.clock.now())).waiting == 0
    assert scans.read(held, DESK, sha256) == data


def test_a_superior_that_never_takes_it_is_not_asked_for_ever(desk, beside):
    desk.attach(noise(SIZE))
    held = beside()

    class Deaf(Direct):
        def send(self, *_given):
            return HeldScan(bytes=0, state=HeldState.WAITING)

    class Wrong(Direct):
        def send(self, *given):
            super().send(*given)
            return HeldScan(bytes=0, state=HeldState.WRONG)

    with pytest.raises(StrangeAnswer):
        desk.send(Deaf(held, desk.clock.now()))
    assert desk.send(Wrong(held, desk.clock.now())).refused == 1
    assert desk.places() == [ScanPlace.REFUSED]
    assert desk.send(Direct(held, desk.clock.now())).refused == 0, "asked again next time"
    assert desk.places() == [ScanPlace.BOTH]


def test_no_room_there_stops_the_sending_and_keeps_the_scans(desk, beside, monkeypatch):
    first, second = desk.attach(noise(SIZE, 1)), desk.attach(noise(SIZE, 2))
    held = beside()
    monkeypatch.setattr(scans, "DESK_BYTES", SIZE - 1)
    line = Direct(held, desk.clock.now())
    left = desk.send(line)

    assert (left.refused, left.waiting) == (1, 1)
    assert line.bytes == PART_BYTES, "the second was not even tried"
    assert desk.tray.files.names() == {first, second}


def test_a_budget_stops_between_parts_and_the_rest_goes_next_time(desk, beside):
    sha256 = desk.attach(data := noise(SIZE))
    held = beside()
    line = Direct(held, desk.clock.now())
    left = desk.send(line, budget=2 * PART_BYTES + 3000)
    assert (line.bytes, left.waiting, left.waiting_bytes) == (2 * PART_BYTES, 1, SIZE - 2 * PART_BYTES)
    assert desk.send(line, budget=100).waiting_bytes == SIZE - 2 * PART_BYTES
    assert desk.send(line).waiting == 0
    assert scans.read(held, DESK, sha256) == data
    assert line.bytes == SIZE


def test_a_spoilt_file_holds_up_no_other(desk, beside):
    first, second = desk.attach(noise(SIZE, 1)), desk.attach(noise(SIZE, 2))
    held = beside()
    next(desk.folder.rglob(f"{first.hex()}.scan")).write_bytes(b"spoilt")
    left = desk.send(Direct(held, desk.clock.now()))

    assert left.waiting == 1
    assert scans.read(held, DESK, second) == noise(SIZE, 2)


def test_a_restored_superior_is_asked_and_gets_what_it_lost(desk, beside):
    sha256 = desk.attach(data := noise(SIZE))
    held = beside()
    desk.send(Direct(held, desk.clock.now()))
    with held.act() as connection:  # its backup was older: neither the event nor the bytes
        for table in (ledger.scan, ledger.scan_content, ledger.scan_part):
            connection.execute(sa.delete(table))
        connection.execute(sa.delete(ledger.event).where(ledger.event.c.seq > 2))
        last = connection.execute(sa.select(ledger.event).where(ledger.event.c.seq == 2)).one()
        connection.execute(sa.update(ledger.desk).values(seq=2, hash=last.hash))
    desk.clock.step(minutes=5)
    receive(desk.store, desk.clock)
    held = beside()
    assert desk.places() == [ScanPlace.HERE], "not believed any more"
    desk.send(Direct(held, desk.clock.now()))

    assert scans.read(held, DESK, sha256) == data
    assert desk.places() == [ScanPlace.BOTH]


def test_another_superior_gets_it_from_the_beginning(desk, beside):
    desk.attach(noise(SIZE))
    held = beside()
    desk.send(Direct(held, desk.clock.now()))
    with desk.store.transaction() as books:
        books._db.execute("update enrolment set superior_key = ?", [bytes(32)])
    with desk.store.reading() as reading:
        assert reading.scans.count().waiting_bytes == SIZE
    assert desk.places() == [ScanPlace.HERE]


def test_its_time_here_ends_after_the_superior_has_it_and_not_before(desk, beside):
    here, code = desk.attach(noise(SIZE, 1)), desk.code
    held = beside()
    desk.send(Direct(held, desk.clock.now()))
    waits = desk.attach(noise(SIZE, 2))
    tidy = partial(tidy_scans, files=desk.tray.files, store=desk.store, clock=desk.clock)
    set_keep_days(10, store=desk.store)
    desk.clock.step(days=9)
    assert tidy() == 0
    desk.clock.step(days=1)
    assert tidy() == 1
    assert desk.places() == [ScanPlace.SUPERIOR, ScanPlace.HERE]
    assert desk.tray.files.names() == {waits}
    with pytest.raises(ScanNotHere):
        read_scan(code, here, files=desk.tray.files, store=desk.store)
    assert desk.store.rebuild(), "the event stays"
    assert tidy() == 0


def test_taken_off_it_goes_at_both_ends_unless_another_case_has_it(desk, beside):
    other = receive(desk.store, desk.clock, name="Trần Văn Bảo", number="001079007919")
    sha256 = desk.attach(data := noise(SIZE))
    desk.attach(data, other)
    held = beside()
    desk.send(Direct(held, desk.clock.now()))
    remove = partial(
        remove_scan, sha256=sha256, staff="hoa", files=desk.tray.files, store=desk.store, clock=desk.clock
    )
    remove(desk.code)
    held = beside()
    assert (desk.places(), desk.places(other)) == ([], [ScanPlace.BOTH])
    assert scans.read(held, DESK, sha256) == data
    remove(other)
    held = beside()

    assert scans.read(held, DESK, sha256) == b""
    assert names(desk.folder) == []
    with pytest.raises(NoSuchScan):
        remove(other)
    with desk.store.reading() as reading:
        assert reading.scans.count().waiting == 0


def test_taken_off_by_mistake_it_is_attached_and_sent_again(desk, beside):
    sha256 = desk.attach(data := noise(SIZE))
    held = beside()
    desk.send(Direct(held, desk.clock.now()))
    remove_scan(desk.code, sha256, staff="hoa", files=desk.tray.files, store=desk.store, clock=desk.clock)
    desk.attach(data)
    held = beside()
    desk.send(Direct(held, desk.clock.now()))

    assert desk.places() == [ScanPlace.BOTH]
    assert scans.read(held, DESK, sha256) == data


def test_a_stick_carries_what_the_line_left(desk, beside):
    first, second = desk.attach(noise(SIZE, 1)), desk.attach(noise(200, 2))
    held = beside()
    with pytest.raises(LineCut):
        desk.send(Direct(held, desk.clock.now(), 2, given_up=True))
    with desk.store.reading() as reading:
        last = reading.sync_state().acknowledged_seq
    carrier = scans_to_carry(last, files=desk.tray.files, store=desk.store)
    assert [(scan.sha256, scan.size) for scan in carrier.scans] == [(first, SIZE), (second, 200)]
    told = [(scan.sha256, scans.take_whole(held, DESK, scan.sha256, partial(carrier.open, scan.sha256), desk.clock.now()))
            for scan in carrier.scans]  # fmt: skip
    back = [(name, HeldScan(bytes=one.bytes, state=HeldState(one.state))) for name, one in told]
    stranger = (bytes(32), HeldScan(bytes=5, state=HeldState.WHOLE))

    assert keep_carried([*back, stranger], store=desk.store, clock=desk.clock) == 2
    assert [scans.read(held, DESK, name) for name in (first, second)] == [noise(SIZE, 1), noise(200, 2)]
    assert desk.places() == [ScanPlace.BOTH, ScanPlace.BOTH]


def test_a_stick_takes_no_scan_before_its_event_and_none_beyond_its_room(desk, beside):
    desk.attach(noise(SIZE, 1))
    carry = partial(scans_to_carry, files=desk.tray.files, store=desk.store)
    assert carry(1).scans == ()
    beside()
    assert carry(99, most_bytes=SIZE - 1).scans == ()
    assert len(carry(99, most_bytes=SIZE).scans) == 1


def test_a_cut_scan_leaves_no_failure_on_the_cases_and_a_replay_stops_the_desk(desk, beside):
    desk.attach(noise(SIZE))
    held = beside()
    with pytest.raises(LineCut):
        desk.send(Direct(held, desk.clock.now(), 1, given_up=True))
    with desk.store.reading() as reading:
        assert not reading.sync_state().last_error

    class Elsewhere(Direct):
        def held(self, *_given):
            raise CounterFellBack()

    with pytest.raises(CounterFellBack):
        desk.send(Elsewhere(held, desk.clock.now()))
    with desk.store.reading() as reading:
        assert reading.sync_state().stopped
    with pytest.raises(CounterFellBack):
        desk.send(Direct(held, desk.clock.now()))


def test_an_exchange_that_comes_between_is_no_restored_disk(desk, beside):
    """Of this very store: a command beside the window, or another of its lanes."""
    desk.attach(noise(SIZE))
    held = beside()

    class Overtaken(Direct):
        def held(self, *_given):
            with desk.store.transaction() as books:
                books.next_counter()
            raise CounterFellBack()

    with pytest.raises(ExchangeOvertaken):
        desk.send(Overtaken(held, desk.clock.now()))
    with desk.store.reading() as reading:
        assert not reading.sync_state().stopped


def test_before_enrolment_nothing_is_sent_and_it_is_told(desk):
    desk.attach(noise(SIZE))
    with pytest.raises(NotEnrolled):
        desk.send(None)


def test_the_sync_command_sends_scans_too(tmp_path, capsys):
    home = Home(folder=tmp_path / "desk", clock=Clock(), cost=Cost(memory_kib=64, passes=1))
    (tmp_path / "pass").write_text("một câu thật dài")
    store, _ = home.create(DESK_DATA, HOA, "một câu thật dài")
    code = receive(store, Clock())
    Tray(home.folder).attach(store, Clock(), code, noise(SIZE))
    access = ["--data", str(home.folder), "--passphrase-file", str(tmp_path / "pass"), "--json"]
    with serving(tmp_path / "superior") as url:
        enrol(tmp_path / "superior", url, store)
        store.close()
        capsys.readouterr()
        assert main(["sync", "--scan-bytes", str(2 * PART_BYTES), *access]) == 0
        metered = json.loads(capsys.readouterr().out)
        assert main(["sync", *access]) == 0
        whole = json.loads(capsys.readouterr().out)
    assert (metered["pending"], metered["waiting_scans"]) == (0, 1)
    assert 0 < metered["waiting_scan_bytes"] < SIZE
    assert (whole["waiting_scans"], whole["waiting_scan_bytes"]) == (0, 0)
    assert main(["scans", "--keep-days", "5", *access]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["waiting"], told["keep_days"], told["deleted_here"]) == (0, 5, 0)
    assert main(["scans", "--keep-days", "0", *access]) == 2
