"""A stick brings the superior to where the line would, in any order and mixed with it."""

from __future__ import annotations

import random
import shutil
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from tempfile import SpooledTemporaryFile

import pytest
import sqlalchemy as sa
from support.desk import receive
from support.usb import (
    NAME,
    NOW,
    back,
    export,
    head,
    held,
    own_head,
    pair,
    send,
    state,
    superior,
    take,
)

from desk_app.domain.case import Delivery
from desk_app.domain.errors import (
    NothingToCopy,
)
from desk_app.machine.stick import UsbStick
from desk_app.services.complete_case import complete_case
from desk_app.services.usb_import import answers_on
from desk_app.sync.parcels import SealedParcels
from district_server.ledger import Ledger, event, parcel, server_key
from district_server.ledger import desk as desk_table
from district_server.usb import import_file


def test_a_day_goes_by_stick_and_comes_back_green(store, ledger, stick, clock, paired):
    codes = [receive(store, clock) for _ in range(5)]
    complete_case(codes[0], "1", staff="hoa", store=store, clock=clock)
    file = export(stick, store, clock)

    assert file.name == f"H56.22.17-1_20261123_5hs_1-{own_head(store)[0]}.qmc"
    assert [path.name for path in stick.iterdir()] == [file.name]
    assert state(store).pending_cases == 5  # nothing counts as sent yet
    with store.reading() as reading:
        assert (reading.usb_waiting().cases, reading.usb_waiting().name) == (5, file.name)

    done, ack = take(ledger, file)
    assert (done.desk, done.duplicates, done.refused, done.missing) == (NAME, 0, 0, None)
    assert head(ledger) == own_head(store)

    confirmed = back(ack, store, clock)
    assert (confirmed.fresh, confirmed.cases, confirmed.pending, confirmed.refused) == (True, 5, 0, 0)
    with store.reading() as reading:
        assert reading.usb_waiting() is None
        assert reading.case(codes[0]).delivery is Delivery.ACKNOWLEDGED
    with pytest.raises(NothingToCopy):
        export(stick, store, clock)


def test_stick_and_line_leave_the_same_at_the_superior(tmp_path, store, clock, stick):
    for _ in range(4):
        receive(store, clock)
    by_line, by_stick = superior(tmp_path / "one"), superior(tmp_path / "two")
    pair(store, by_line)
    send(store, by_line, clock)
    pair(store, by_stick)
    take(by_stick, export(stick, store, clock))

    assert head(by_line) == head(by_stick) == own_head(store)
    assert held(by_line)[:2] == held(by_stick)[:2]
    by_line.close()
    by_stick.close()


def test_no_personal_data_stands_on_the_outside(store, ledger, stick, clock, paired):
    receive(store, clock, name="Hoàng Văn Kín", number="038190004321")
    file = export(stick, store, clock)
    data = file.read_bytes()

    assert not [
        word for word in ("Hoàng", "Kín", "038190004321") if word.encode() in data or word in file.name
    ]


STEPS = ("receive", "export", "line", "take", "back")


class Play:
    """A desk, its superior and a pocket full of sticks; what was once written may come at any time, or twice."""

    def __init__(self, folder, store, clock, chance):
        self.folder, self.store, self.clock, self.chance = folder, store, clock, chance
        self.ledger = superior(folder / "superior")
        self.files, self.acks, self.sticks = [], [], 0

    def do(self, step):
        self.clock.step(minutes=1)
        match step:
            case "receive":
                receive(self.store, self.clock)
            case "export":
                self.export()
            case "line":
                send(self.store, self.ledger, self.clock)
            case "take" if self.files:
                self.acks.append(take(self.ledger, self.chance.choice(self.files))[1])
            case "back" if self.acks:
                back(self.chance.choice(self.acks), self.store, self.clock)
            case "keep":
                self.move(self.folder / "superior", self.folder / "backup")
            case "restore" if (self.folder / "backup").exists():
                self.move(self.folder / "backup", self.folder / "superior")

    def export(self):
        self.sticks += 1
        folder = self.folder / f"stick{self.sticks}"
        folder.mkdir()
        with suppress(NothingToCopy):
            self.files.append(export(folder, self.store, self.clock))

    def move(self, source, target):
        """Copy the superior's whole folder, as its backup and its restore do."""
        self.ledger.close()
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(source, target)
        self.ledger = superior(self.folder / "superior")

    def end(self):
        """Receive one more case and carry sticks until nothing waits; return how many it took."""
        receive(self.store, self.clock)
        for rounds in range(1, 4):
            self.export()
            back(take(self.ledger, self.files[-1])[1], self.store, self.clock)
            if not state(self.store).pending_events:
                return rounds
        return 0

    def check_end(self):
        """Insist that the superior holds the desk's whole log once."""
        assert head(self.ledger) == own_head(self.store)
        with self.ledger.act() as connection:
            seqs = connection.execute(sa.select(event.c.seq).order_by(event.c.seq)).scalars().all()
        assert seqs == list(range(1, own_head(self.store)[0] + 1))


@pytest.fixture
def play(tmp_path, store, clock):
    made = Play(tmp_path, store, clock, random.Random(0))
    yield made
    made.ledger.close()


@pytest.mark.parametrize("seed", range(12))
def test_whatever_happens_in_whatever_order_ends_the_same(play, seed):
    """Sticks and line in any order, files taken late, twice, never, newest first; at the end one stick more."""
    play.chance.seed(seed)
    pair(play.store, play.ledger)
    for _ in range(14):
        play.do(play.chance.choice(STEPS))
        seq, hash_ = head(play.ledger)
        with play.store.reading() as reading:  # never ahead of what is held there, never another log
            assert reading.sync_state().acknowledged_seq <= seq
            assert reading.hash_at(seq) == hash_

    assert play.end() == 1
    play.check_end()


@pytest.mark.parametrize("seed", range(8))
def test_a_superior_that_is_restored_now_and_then_ends_the_same(play, seed):
    """What it acknowledged once it may not hold: a gap, an answer that says from where, and the next stick has all."""
    play.chance.seed(seed)
    pair(play.store, play.ledger)
    for _ in range(16):
        play.do(play.chance.choice((*STEPS, "keep", "restore")))
        seq, hash_ = head(play.ledger)
        with play.store.reading() as reading:
            assert reading.hash_at(seq) == hash_

    assert play.end() in {1, 2}
    play.check_end()


def test_what_the_line_sent_meanwhile_is_counted_as_known(store, ledger, stick, clock, paired):
    receive(store, clock)
    file = export(stick, store, clock)
    send(store, ledger, clock)
    before = held(ledger)
    done, ack = take(ledger, file)

    assert (done.events, done.duplicates) == (0, own_head(store)[0])
    assert held(ledger) == before
    assert not back(ack, store, clock).fresh  # the line's word is newer
    assert state(store).pending_cases == 0


def test_the_same_file_again_changes_nothing_and_says_so(store, ledger, stick, clock, paired):
    receive(store, clock)
    file = export(stick, store, clock)
    first, ack = take(ledger, file)
    before = held(ledger)
    again, other = take(ledger, file)

    assert (first.again, again.again) == (False, True)
    assert "đã nhập trước đây" in again.sentence
    assert held(ledger) == before
    assert back(other, store, clock).fresh
    kept = state(store)
    assert not back(ack, store, clock).fresh
    assert state(store) == kept


def test_an_older_acknowledgement_changes_nothing(store, ledger, stick, clock, paired):
    receive(store, clock)
    old = take(ledger, export(stick, store, clock))[1]
    receive(store, clock)
    new = take(ledger, export(stick, store, clock))[1]
    assert back(new, store, clock).fresh
    kept = state(store)

    assert not back(old, store, clock).fresh
    assert state(store) == kept


def test_a_gap_is_told_and_its_answer_says_from_where_to_send(tmp_path, store, ledger, stick, clock, paired):
    """The superior was restored from a backup: what it acknowledged once is not on the next stick."""
    receive(store, clock)
    back(take(ledger, export(stick, store, clock))[1], store, clock)
    receive(store, clock)
    file = export(stick, store, clock)
    restored = superior(tmp_path / "restored")
    pair(store, restored)  # other keys: a restored superior would have its old ones
    for name in ("signing", "box", "look_up"):
        _set_key(restored, name, ledger.key(name))
    restored.close()
    restored = Ledger(tmp_path / "restored")  # keys are read once
    with store.transaction() as books:
        books.keep_enrolment(paired)
    _copy_desk(ledger, restored)
    done, ack = take(restored, file)

    assert (done.events, done.missing) == (0, (1, done.first - 1))
    assert "còn thiếu sự kiện" in done.sentence
    assert head(restored)[0] == 0
    assert back(ack, store, clock).fresh
    assert state(store).pending_cases == 2
    take(restored, export(stick, store, clock))
    assert head(restored) == own_head(store)
    restored.close()


def _set_key(ledger, name, value):
    with ledger.act() as connection:
        connection.execute(sa.update(server_key).where(server_key.c.name == name).values(value=value))


def _copy_desk(source, target):
    with source.act() as connection:
        row = connection.execute(sa.select(desk_table)).one()
    with target.act() as connection:
        connection.execute(sa.update(desk_table).values(ed25519=row.ed25519, x25519=row.x25519))


def test_refusals_come_back_on_the_stick_however_many(store, ledger, stick, clock, paired):
    with ledger.act() as connection:
        connection.execute(sa.text("delete from procedure where code = '1.001193'"))
    many = 40
    for _ in range(many):
        receive(store, clock)
    done, ack = take(ledger, export(stick, store, clock))
    confirmed = back(ack, store, clock)

    assert (done.refused, confirmed.refused, state(store).refused_cases) == (many, many, many)
    with store.reading() as reading:
        assert reading.cursor() == many


def test_only_acknowledgements_that_are_new_are_offered(store, ledger, stick, clock, paired):
    def offered():
        return list(answers_on(stick, store=store, parcels=SealedParcels(), stick=UsbStick()))

    receive(store, clock)
    file = export(stick, store, clock)
    (stick / "rác.qmc").write_bytes(b"QMC1\n")
    (stick / "ảnh.qmc").write_bytes(b"")
    (stick / "thư mục.qmc").mkdir()
    assert offered() == []
    ack = take(ledger, file)[1]
    assert offered() == [ack]
    back(ack, store, clock)
    assert offered() == []


def test_the_same_file_at_four_windows_at_once_is_taken_once(store, ledger, stick, clock, paired):
    """The operator page of two processes, the command, and a line that is there after all."""
    for _ in range(5):
        receive(store, clock)
    file = export(stick, store, clock)
    with ThreadPoolExecutor(4) as windows:
        done = list(windows.map(lambda _n: import_file(ledger, file, NOW), range(4)))

    assert head(ledger) == own_head(store)
    assert {one.missing for one in done} == {None}
    with ledger.act() as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(parcel)).scalar() == 1
    for one in done:
        (stick / one.ack_name).write_bytes(one.ack)
    back(stick / done[0].ack_name, store, clock)
    assert state(store).pending_events == 0


def test_a_page_may_hand_over_what_was_uploaded(store, ledger, file, paired):
    with SpooledTemporaryFile(max_size=64) as uploaded:
        uploaded.write(file.read_bytes())
        assert import_file(ledger, uploaded, NOW).events == own_head(store)[0]
    assert import_file(ledger, file.read_bytes(), NOW).again
