"""What a superior signed rules as long as it is the newest word of the superior that the desk has now."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta

import pytest
from support.desk import Clock, new_store, receive
from support.engines import copy
from support.line import Line, enrolment, refusal
from support.superior import enrol, serving, sync

from desk_app.domain.case import Delivery
from desk_app.domain.errors import (
    Forked,
    LineCut,
    NotEnrolled,
    StrangeAnswer,
    SuperiorBehind,
)
from desk_app.domain.happening import TRAIL, Happening, Kind
from desk_app.services.exchange import REQUEST_BYTES, TURNS
from desk_app.services.sync_round import sync_now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def store(tmp_path):
    made = new_store(tmp_path)
    yield made
    made.close()


@pytest.fixture
def line(store):
    with store.transaction() as books:
        books.keep_enrolment(enrolment())
    return Line(store)


def exchange(store, line, clock):
    return sync_now(store=store, superior=line, clock=clock, progress=lambda _progress: None)


def deliveries(store):
    with store.reading() as reading:
        return [row.delivery.value for row in reversed(reading.find_cases())]


def state(store):
    with store.reading() as reading:
        return reading.sync_state()


def kept(store):
    with store.reading() as reading:
        rows = reading._db.execute(
            "select counter, seq, hex(superior_key) from acknowledgement order by counter"
        )
        return [(counter, seq, int(key[:2], 16)) for counter, seq, key in rows]


def test_a_new_superior_has_nothing_until_it_says_so(store, line, clock):
    receive(store, clock)
    line.news = [refusal(5, 2, "cũ")]
    exchange(store, line, clock)
    assert (deliveries(store), state(store).refused_cases) == (["refused"], 1)
    with store.transaction() as books:
        books.keep_enrolment(enrolment(8))

    assert deliveries(store) == ["waiting"]
    now = state(store)
    assert (now.pending_cases, now.acknowledged_seq, now.refused_cases, now.last_confirmed) == (1, 0, 0, None)
    with store.reading() as reading:
        assert (reading.cursor(), reading.find_cases()[0].delivery) == (0, Delivery.WAITING)
        assert reading.case("H56.22.17-261123-5001").refusal == ""


def test_a_new_superior_gets_the_whole_log_and_its_own_refusals_are_heard(store, line, clock):
    """Also those with a number that the old one had given to another."""
    receive(store, clock)
    receive(store, clock)
    line.news = [refusal(5, 2, "cũ")]
    exchange(store, line, clock)
    with store.transaction() as books:
        books.keep_enrolment(enrolment(8))
    other = Line(store, news=[refusal(5, 3, "mới")])
    exchange(store, other, clock)
    with store.reading() as reading:
        told = [reading.case(f"H56.22.17-261123-500{n}").refusal for n in (1, 2)]

    assert other.asked == [("head",), ("exchange", [(1, 3)], 0), ("exchange", [], 5)]
    assert (deliveries(store), told) == (["acknowledged", "refused"], ["", "mới"])
    assert {key for _, _, key in kept(store)} == {7, 8}  # what the old one signed stays as proof


def test_enrolling_at_the_same_superior_again_keeps_its_word(store, line, clock):
    receive(store, clock)
    exchange(store, line, clock)
    with store.transaction() as books:
        books.keep_enrolment(enrolment())

    assert deliveries(store) == ["acknowledged"]


@pytest.mark.usefixtures("engine")
def test_between_two_real_superiors_every_case_arrives(tmp_path, store, clock):
    for name in ("a", "b"):
        with serving(tmp_path / name) as url:
            enrol(tmp_path / name, url, store)
            assert deliveries(store) == ["waiting"] * len(deliveries(store))
            receive(store, clock)
            assert sync(store, clock)[0].pending_events == 0

    assert deliveries(store) == ["acknowledged", "acknowledged"]


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize("more", [True, False])
def test_a_real_superior_restored_from_its_backup_is_told_what_it_lost(tmp_path, store, clock, more):
    folder = tmp_path / "superior"
    with serving(folder) as url:
        enrol(folder, url, store)
        receive(store, clock)
        sync(store, clock)
    copy(folder, tmp_path / "backup")
    port = int(url.rpartition(":")[2])
    with serving(folder, port):
        receive(store, clock)
        sync(store, clock)
    copy(tmp_path / "backup", folder)
    with serving(folder, port):
        if more:
            receive(store, clock)
        told, _ = sync(store, clock)

    assert (told.pending_events, told.last_error) == (0, "")
    assert deliveries(store) == ["acknowledged"] * (3 if more else 2)


def test_rows_are_green_only_up_to_the_newest_word(store, line, clock):
    for _ in range(3):
        receive(store, clock)
    exchange(store, line, clock)
    line.held = 2
    with pytest.raises(LineCut):  # it is heard that less is held, then the line is cut
        exchange(store, Cut(line), clock)

    assert deliveries(store) == ["acknowledged", "waiting", "waiting"]
    assert state(store).pending_cases == 2
    assert [seq for _, seq, _ in kept(store)] == [0, 4, 2]  # the earlier word stays as proof
    exchange(store, line, clock)
    assert deliveries(store) == ["acknowledged"] * 3


class Cut:
    """A line that lets one question through and then is cut."""

    def __init__(self, line):
        self._line, self._left = line, 1

    def head(self, *asked):
        return self._line.head(*asked)

    def exchange(self, *asked):
        if not self._left:
            raise LineCut()
        self._left -= 1
        return self._line.exchange(*asked)

    def pause(self, _seconds):
        raise LineCut()  # the desk was locked meanwhile


def test_a_late_answer_does_not_take_back_a_newer_one(store, line, clock):
    receive(store, clock)
    receive(store, clock)
    line.held = 2
    late = line.head(None, 50)
    line.held = 3
    newer = replace(line.head(None, 51), refusals=(refusal(4, 3),), cursor=4)
    with store.transaction() as books:
        books.keep_acknowledgement(newer, clock.now())
        books.keep_acknowledgement(late, clock.now() + timedelta(seconds=1))

    assert deliveries(store) == ["acknowledged", "refused"]
    assert state(store).last_confirmed == clock.now()
    with store.reading() as reading:
        assert reading.cursor() == 4


def test_a_newer_refusal_of_the_same_event_is_the_one_that_is_shown(store, line, clock):
    code = receive(store, clock)
    for cursor, sentence in ((1, "cũ"), (2, "mới")):
        line.news = [*line.news, refusal(cursor, 2, sentence)]
        exchange(store, line, clock)

    with store.reading() as reading:
        assert reading.case(code).refusal == "mới"


def test_a_restored_superior_judges_anew_and_all_its_news_are_heard(store, line, clock):
    """It numbers them from where its backup ends: numbers that the desk had heard for others."""
    for _ in range(6):
        receive(store, clock)
    line.news = [refusal(cursor, seq, f"cũ {seq}") for cursor, seq in ((1, 2), (2, 5), (3, 6), (9, 7))]
    exchange(store, line, clock)
    assert deliveries(store) == ["refused", "acknowledged", "acknowledged", "refused", "refused", "refused"]
    line.held, line.asked = 3, []
    line.news = [refusal(cursor, seq, f"mới {seq}") for cursor, seq in ((1, 2), (2, 4), (3, 5), (4, 6))]
    exchange(store, line, clock)

    assert deliveries(store) == ["refused", "acknowledged", "refused", "refused", "refused", "acknowledged"]
    assert line.asked == [
        ("exchange", [], 9),
        ("exchange", [(4, 7)], 0),
        ("exchange", [], 2),
        ("exchange", [], 4),
    ]
    with store.reading() as reading:
        assert reading.case("H56.22.17-261123-5004").refusal == "mới 5"


def test_a_superior_that_is_behind_is_asked_for_its_head_and_told_the_rest(store, line, clock):
    receive(store, clock)
    exchange(store, line, clock)
    receive(store, clock)
    line.held, line.asked = 0, []
    exchange(store, line, clock)

    assert line.asked == [("exchange", [(3, 3)], 0), ("head",), ("exchange", [(1, 3)], 0)]
    assert deliveries(store) == ["acknowledged", "acknowledged"]


def test_a_superior_that_is_behind_its_own_word_is_named(store, line, clock):
    """It says that it holds all, and takes nothing after it."""
    receive(store, clock)
    exchange(store, line, clock)
    receive(store, clock)
    asked = []

    class Behind(Line):
        def exchange(self, *given):
            asked.append(given)
            raise SuperiorBehind()

    with pytest.raises(SuperiorBehind):
        exchange(store, Behind(store, held=2), clock)

    assert len(asked) == TURNS + 1, "then it is told, and not asked for ever"
    assert state(store).last_layer == "data"
    assert deliveries(store) == ["acknowledged", "waiting"]


def test_news_are_heard_to_the_end_in_one_exchange(store, line, clock):
    """What does not fit one answer would stand green until the next."""
    for _ in range(7):
        receive(store, clock)
    line.news = [refusal(n, n + 1) for n in range(1, 8)]
    told = exchange(store, line, clock)

    assert (told.refused_cases, deliveries(store)) == (7, ["refused"] * 7)
    assert [asked[2] for asked in line.asked[1:]] == [0, 2, 4, 6, 7]


def test_the_same_news_again_and_again_end_the_exchange(store, line, clock):
    receive(store, clock)

    class Stuck(Line):
        def _answer(self, counter, cursor, *, news):
            return super()._answer(counter, 0, news=news)

    with pytest.raises(StrangeAnswer):
        exchange(store, Stuck(store, news=[refusal(1, 2)]), clock)


@pytest.mark.parametrize("held", [0, 1, 2, 99])
def test_another_log_is_not_acknowledged(store, line, clock, held):
    receive(store, clock)
    line.held, line.hash = held, b"\x01" * 32
    with pytest.raises(Forked):
        exchange(store, line, clock)

    assert (kept(store), deliveries(store), state(store).last_layer) == ([], ["waiting"], "data")


def test_an_answer_without_a_superior_is_nobodys(store, clock):
    with store.transaction() as books, pytest.raises(NotEnrolled):
        books.keep_acknowledgement(Line(store).head(None, 1), clock.now())


def test_after_a_failure_what_is_held_is_asked_before_anything_is_sent(store, line, clock):
    """The frames were stored and the answer lost: nothing goes twice; a request without frames asks and brings the news."""
    receive(store, clock)
    exchange(store, line, clock)
    receive(store, clock)
    line.fail, line.asked = LineCut(), []
    exchange(store, line, clock)
    exchange(store, line, clock)

    assert line.asked == [("exchange", [(3, 3)], 0), ("exchange", [], 0), ("exchange", [], 0)]


def test_a_superior_that_took_frames_and_does_not_hold_them_is_not_asked_for_ever(store, line, clock):
    receive(store, clock)

    class Forgetful(Line):
        def _answer(self, counter, cursor, *, news):
            self.held = 0
            return super()._answer(counter, cursor, news=news)

    with pytest.raises(StrangeAnswer):
        exchange(store, Forgetful(store), clock)
    assert deliveries(store) == ["waiting"]


@pytest.mark.parametrize("seq", [0, -1, 999])
def test_a_refusal_of_what_the_superior_does_not_hold_is_not_kept(store, line, clock, seq):
    receive(store, clock)
    line.news = [refusal(1, seq)]
    exchange(store, line, clock)

    assert (state(store).refused_cases, deliveries(store)) == (0, ["acknowledged"])


TRAIL_BODIES = {
    "printed": {"slip": "receipt", "no": 1, "nth": 1, "printer": "x"},
    "staff_added": {"login": "lan", "name": "L"},
    "settings_changed": {"set": "at_once", "key": "1.001193"},
    "superior_applied": {"outcome": "accepted", "cursor": 7},
}


@pytest.mark.parametrize("kind", sorted(TRAIL))
def test_what_is_only_a_trail_makes_no_case_wait(store, line, clock, kind):
    """A receipt printed again in the evening must not hold the clerk back."""
    code = receive(store, clock)
    exchange(store, line, clock)
    with store.transaction() as books:
        body = TRAIL_BODIES.get(kind, {})
        books.append(Happening(kind=kind, at=clock.now(), staff="hoa", body=body, case_code=code))
    now = state(store)

    assert (now.pending_cases, now.pending_events, deliveries(store)) == (0, 1, ["acknowledged"])
    exchange(store, line, clock)
    assert state(store).pending_events == 0


def test_a_request_is_no_larger_than_a_bad_line_carries(store, line, clock):
    """What a cut request had brought goes again whole; and a superior takes no more than 1 MB."""
    noise, sizes = random.Random(1), []
    for _ in range(36):
        text = "".join(map(chr, noise.choices(range(0x4E00, 0x9000), k=8000)))
        with store.transaction() as books:
            books.append(Happening(kind=Kind.FORWARDED, at=clock.now(), staff="hoa", body={"note": text}))

    class Weighing(Line):
        def exchange(self, *asked):
            sizes.append(sum(len(frame.data) for frame in asked[2]))
            return super().exchange(*asked)

    told = exchange(store, Weighing(store), clock)

    assert told.pending_events == 0
    assert sum(sizes) > 2 * REQUEST_BYTES
    assert max(sizes) <= REQUEST_BYTES
