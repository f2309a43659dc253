"""Wherever the line is cut, one exchange goes on by itself and everything arrives exactly once."""

from __future__ import annotations

import socket
import sqlite3
import threading
from dataclasses import replace

import pytest
from support.desk import Clock, new_store, receive
from support.proxy import Cut, line_to
from support.superior import enrol, serving

from desk_app.services.exchange import Exchange
from desk_app.services.line_cost import Unmetered
from desk_app.services.sync_round import sync_now
from desk_app.storage import event_log
from desk_app.sync.superior_api import HttpSuperior

HOW = ("reset", "ended", "silent")
UP = (0, 2, 4, 30, 120, 200, 203, 204, 205, 330, 480, 620, 10_000)  # headers, lengths, head, frames, the end
DOWN = (0, 1, 20, 150, 260, 330)  # the answer: not begun, headers, body


PATIENT_S, SOON_S = 60.0, 0.3  # on a busy machine a line that lives may be silent for a second


class Eager(HttpSuperior):
    """Does not wait between tries; takes no line for dead but where a test makes one."""

    def __init__(self, margin_s=PATIENT_S):
        super().__init__(margin_s=margin_s)
        self.pauses = []

    def pause(self, seconds):
        self.pauses.append(seconds)
        super().pause(0)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "superior"


@pytest.fixture
def store(tmp_path):
    made = new_store(tmp_path)
    yield made
    made.close()


@pytest.fixture
def proxy(folder, store):
    with serving(folder) as url:
        enrol(folder, url, store)
        with line_to(url) as line:
            with store.transaction() as books:
                books.keep_enrolment(replace(books.enrolment(), url=line.url))
            yield line


def held(folder):
    with sqlite3.connect(folder / "superior.db") as ledger:
        return ledger.execute("select seq, hash from event order by seq").fetchall()


def ours(store):
    with store.reading() as reading:
        return [(one.seq, one.hash) for one in event_log.events(reading._db)]


def exchange(store, superior, clock, told=None, frame_bytes=250):
    """One exchange in frames of one or two events, so that each cut falls into one of several."""
    with store.reading() as reading:
        enrolment = reading.enrolment()
    told = [] if told is None else told
    Exchange(enrolment, store, superior, clock, told.append, Unmetered(), frame_bytes).run(ask_first=False)


CUTS = [Cut(up=up, how=how) for how in HOW[:2] for up in UP] + [Cut(down=down, how="reset") for down in DOWN]


def test_a_cut_at_any_kind_of_place_is_gone_through_and_nothing_is_lost_or_doubled(
    proxy, folder, store, clock
):
    receive(store, clock)
    exchange(store, Eager(), clock)
    for cut in CUTS:
        for _ in range(2):
            receive(store, clock)
        proxy.cuts, told, superior = [cut], [], Eager()
        exchange(store, superior, clock, told)

        assert held(folder) == ours(store), cut
        assert len(superior.pauses) == (0 if cut.up == 10_000 else 1), cut
        assert [one.sent for one in told] == sorted(one.sent for one in told)
        assert (told[-1].sent, told[-1].tries) == (2, 0)


@pytest.mark.parametrize(
    "cut",
    [Cut(up=0), Cut(up=330), Cut(down=0), Cut(down=150)],
    ids=["at once", "in the body", "before the answer", "in the answer"],
)
def test_a_line_that_dies_without_a_word_is_left_and_taken_up_again(proxy, folder, store, clock, cut):
    for _ in range(3):
        receive(store, clock)
    proxy.cuts = [replace(cut, how="silent")] * 2
    superior = Eager(SOON_S)
    exchange(store, superior, clock)

    assert held(folder) == ours(store)
    assert len(superior.pauses) >= 1


def test_cut_again_and_again_each_try_begins_where_the_one_before_ended(proxy, folder, store, clock):
    for _ in range(8):
        receive(store, clock)
    proxy.cuts = [Cut(up=1200 + 40 * n) for n in range(6)]
    exchange(store, Eager(), clock)
    whole = sum(len(frame.data) for frame in store.frames_after(0, most_bytes=250))

    assert held(folder) == ours(store)
    assert sum(map(len, proxy.sent)) < 2 * whole + 8 * 1200, "what was stored went again"


def test_the_superior_starts_anew_in_the_middle(folder, store, clock):
    with serving(folder) as url:
        enrol(folder, url, store)
    port, servers, up_again = int(url.rpartition(":")[2]), [], threading.Event()

    def restart():
        servers.pop().__exit__(None, None, None)
        servers.append(serving(folder, port))
        servers[0].__enter__()
        up_again.set()

    class Waiting(Eager):
        def pause(self, seconds):
            up_again.wait(20)
            super().pause(seconds)

    servers.append(serving(folder, port))
    servers[0].__enter__()
    try:
        for _ in range(4):
            receive(store, clock)
        with line_to(url) as proxy:
            with store.transaction() as books:
                books.keep_enrolment(replace(books.enrolment(), url=proxy.url))
            proxy.cuts = [Cut(up=600, meanwhile=restart)]
            exchange(store, Waiting(), clock)
    finally:
        servers.pop().__exit__(None, None, None)

    assert held(folder) == ours(store)


def test_a_clock_that_jumps_changes_nothing(proxy, folder, store, clock):
    for _ in range(3):
        receive(store, clock)

    class Jumping(Eager):
        def pause(self, seconds):
            clock.step(days=400 if len(self.pauses) % 2 else -400)
            super().pause(seconds)

    proxy.cuts = [Cut(up=400), Cut(up=300), Cut(down=3)]
    state = sync_now(store=store, superior=Jumping(), clock=clock, progress=lambda _progress: None)

    assert held(folder) == ours(store)
    assert state.pending_events == 0


def test_what_a_line_delivers_twice_or_late_is_taken_once(proxy, folder, store, clock):
    """A box on the way that sends the recorded bytes again: the counter was taken."""
    for _ in range(2):
        receive(store, clock)
    exchange(store, Eager(), clock)
    before = held(folder)
    for sent in [bytes(one) for one in proxy.sent]:
        with socket.create_connection(("127.0.0.1", proxy.port), timeout=10) as again:
            again.sendall(sent)
            answer = b""
            while not answer.endswith(b"}") and (more := again.recv(65536)):
                answer += more

        assert answer.startswith(b"HTTP/1.1 409")
        assert b"replayed" in answer
    assert held(folder) == before == ours(store)


def test_a_large_frame_that_is_cut_five_times_goes_up_about_once(proxy, folder, store, clock):
    """Each try begins at the byte where the line ended: a line that is up only for a part of a frame gets through."""
    for _ in range(12):
        receive(store, clock)
    (frame,) = store.frames_after(0)
    proxy.cuts = [
        cut for n in range(5) for cut in (Cut(up=200 + len(frame.data) // 6 + n % 2), Cut(up=10_000))
    ]
    exchange(store, Eager(), clock, frame_bytes=6144)
    bodies = sum(len(one.partition(b"\r\n\r\n")[2]) for one in proxy.sent)

    assert held(folder) == ours(store)
    assert bodies < 2 * len(frame.data) + 8 * 1200
