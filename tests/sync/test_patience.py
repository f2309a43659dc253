"""How long a line may be silent, how often it is tried again, and what it may cost."""

from __future__ import annotations

import json
import random
import socket
import time
from dataclasses import replace
from datetime import timedelta

import pytest
from support.desk import Clock, new_store, receive
from support.line import Line, enrolment
from support.proxy import Cut, line_to
from support.speaker import speaking

from desk_app.domain.errors import (
    BudgetSpent,
    CounterFellBack,
    DeskRefused,
    LineCut,
    NoLine,
    NotReached,
    NotTrusted,
    SuperiorAway,
    SuperiorClosed,
)
from desk_app.domain.happening import Happening, Kind
from desk_app.machine.line_file import FILE, LineFile
from desk_app.services.line_cost import (
    CONNECTION_BYTES,
    QUESTION_BYTES,
    about,
    estimated_bytes,
    request_bytes,
)
from desk_app.services.sync_round import sync_now
from desk_app.services.tries import LONGEST_AFTER_A_CUT_S, LONGEST_PAUSE_S, TRIES, Tries
from desk_app.sync.patience import Patience
from desk_app.sync.pulse import pulse_of
from desk_app.sync.superior_api import HttpSuperior


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def store(tmp_path):
    made = new_store(tmp_path)
    with made.transaction() as books:
        books.keep_enrolment(enrolment())
    yield made
    made.close()


def exchange(store, line, clock, **more):
    return sync_now(store=store, superior=line, clock=clock, progress=lambda _progress: None, **more)


def test_a_dead_line_is_noticed_within_three_round_trips_and_five_seconds():
    patience = Patience()
    patience.measured(0.8)

    assert patience.silence_s(blind=False) == pytest.approx(3 * 0.8 + 5)
    assert patience.reach_s <= patience.silence_s(blind=False)
    assert patience.silence_s(blind=False, waits=True) == pytest.approx(3 * 0.8 + 2.5)
    patience.cut()
    assert patience.silence_s(blind=False) < 3 * 0.8 + 5


def test_a_superior_that_got_all_and_is_slow_is_given_more_time_each_time_and_less_once_it_answered():
    patience = Patience()
    patience.measured(0.1)
    first = patience.silence_s(blind=False)
    for _ in range(20):
        before = patience.silence_s(blind=False)
        patience.silent(waits=True)
        assert patience.silence_s(blind=False) == before, "the line's fault is not the superior's"
        patience.silent(waits=False)
    assert first < patience.silence_s(blind=False) < 35
    patience.answered()
    assert patience.silence_s(blind=False) == first


def test_the_kernel_tells_what_arrived():
    with socket.create_server(("127.0.0.1", 0)) as listening:
        with socket.create_connection(listening.getsockname()) as here:
            there, _ = listening.accept()
            with there:
                before = pulse_of(here)
                if before is None:
                    pytest.skip("this kernel does not tell")
                here.sendall(b"x" * 1000)
                assert there.recv(2000)
                there.sendall(b"y" * 30)
                assert here.recv(100)
                after = pulse_of(here)
        assert after.moved - before.moved == 1030
        assert after.round_trip_s > 0
    assert pulse_of(here) is None


def test_an_answer_that_never_comes_is_the_superiors_and_bytes_that_never_leave_are_the_lines():
    """Nobody reads beyond what the buffers hold: those bytes are not acknowledged."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0)
        there = replace(enrolment(), url=f"http://127.0.0.1:{listening.getsockname()[1]}")
        with pytest.raises(NotReached):
            HttpSuperior(margin_s=0.2).head(there, 1)


def test_a_silent_line_is_left_long_before_the_time_of_the_whole_question():
    with speaking(lambda line: line.recv(1)) as speaker, line_to(speaker.url) as proxy:
        proxy.cuts = [Cut(down=0, how="silent")]
        began = time.monotonic()
        with pytest.raises((LineCut, SuperiorAway)):
            HttpSuperior(margin_s=0.3).head(replace(enrolment(), url=proxy.url), 1)

    assert time.monotonic() - began < 20  # of the 120 that the question has


def test_pauses_grow_by_chance_up_to_a_limit_and_tries_end():
    tries, pauses = Tries(), []
    while (pause := tries.pause_s(SuperiorAway())) is not None:
        pauses.append(pause)

    assert len(pauses) == TRIES
    assert len(set(pauses)) == TRIES, "desks that were cut off together must not come back together"
    assert LONGEST_PAUSE_S / 2 <= pauses[-1] <= LONGEST_PAUSE_S
    assert max(pauses) <= LONGEST_PAUSE_S
    tries.progressed()
    assert tries.pause_s(LineCut()) < pauses[-1]


def test_after_a_cut_the_pause_is_short_since_such_a_line_is_up_for_seconds_only():
    tries = Tries()

    assert max(tries.pause_s(LineCut()) for _ in range(TRIES)) <= LONGEST_AFTER_A_CUT_S


@pytest.mark.parametrize("error", [NotTrusted, DeskRefused, CounterFellBack])
def test_what_trying_again_does_not_mend_is_said_at_once(error):
    assert Tries().pause_s(error()) is None


@pytest.mark.parametrize("error", [NoLine, SuperiorClosed])
def test_no_cable_is_said_at_once_and_gone_through_once_the_superior_was_heard(error):
    tries = Tries()
    assert tries.pause_s(error()) is None
    tries.heard()
    assert tries.pause_s(error()) is not None


def test_a_line_that_never_gets_anything_through_is_given_up_and_the_layer_is_kept(store, clock):
    receive(store, clock)

    class Dead(Line):
        def head(self, *_asked):
            raise LineCut()

    line = Dead(store)
    with pytest.raises(LineCut):
        exchange(store, line, clock)
    with store.reading() as reading:
        state = reading.sync_state()

    assert len(line.pauses) == TRIES
    assert (state.last_layer, state.pending_cases) == ("line", 1)


def test_a_day_that_is_paid_for_by_the_byte_stops_in_one_sentence_and_goes_on_tomorrow(
    tmp_path, store, clock
):
    meter = LineFile(tmp_path)
    receive(store, clock)
    need = estimated_bytes(store=store)
    meter.allow(need // 2)
    with pytest.raises(BudgetSpent, match=r"khoảng \d KB.*ngày mai"):
        exchange(store, Line(store), clock, meter=meter)
    meter.allow(3 * need)
    assert exchange(store, Line(store), clock, meter=meter).pending_events == 0
    used = meter.used(clock.now().date())

    assert need // 2 < used <= 3 * need
    assert meter.used(clock.now().date() + timedelta(days=1)) == 0
    assert meter.left(clock.now().date() + timedelta(days=1)) == 3 * need


def test_what_fits_into_the_budget_goes_and_the_rest_waits(tmp_path, store, clock):
    noise = random.Random(1)
    for _ in range(3):
        text = "".join(map(chr, noise.choices(range(0x4E00, 0x9000), k=2500)))
        with store.transaction() as books:
            books.append(Happening(kind=Kind.FORWARDED, at=clock.now(), staff="hoa", body={"note": text}))
    meter, line = LineFile(tmp_path), Line(store)
    frames = store.frames_after(0)
    meter.allow(CONNECTION_BYTES + QUESTION_BYTES + request_bytes(frames[:1]) + 100)
    with pytest.raises(BudgetSpent):
        exchange(store, line, clock, meter=meter)

    assert len(frames) > 1
    assert line.held == frames[0].last


def test_a_line_without_a_budget_writes_nothing_and_a_spoilt_file_holds_nothing_up(tmp_path, store, clock):
    receive(store, clock)
    meter = LineFile(tmp_path)
    exchange(store, Line(store), clock, meter=meter)
    assert not (tmp_path / FILE).exists()
    for text in ("", "[]", "{", json.dumps({"bytes_a_day": "x"}), json.dumps({"bytes_a_day": -1})):
        (tmp_path / FILE).write_text(text)
        assert meter.left(clock.now().date()) is None


def test_an_estimate_reads_as_a_clerk_says_it():
    assert [str(about(count)) for count in (10, 21_300, 999_999, 1_240_000)] == [
        "khoảng 1 KB",
        "khoảng 21 KB",
        "khoảng 1000 KB",
        "khoảng 1.2 MB",
    ]
