"""A desk and the real server, over HTTP on loopback."""

from __future__ import annotations

from dataclasses import replace

import pytest
import requests
from support.desk import Clock, new_store, receive
from support.engines import query
from support.superior import command, enrol, serving, sync

from desk_app.domain.case import Delivery, HandOver, Receiver
from desk_app.domain.errors import (
    CounterFellBack,
    DeskRefused,
    Forked,
    NotEnrolled,
    StrangeAnswer,
    SuperiorAway,
    WrongEnrolmentCode,
)
from desk_app.services.complete_case import complete_case
from desk_app.services.hand_over import hand_over
from desk_app.services.sync_round import enrol_desk
from desk_app.sync.superior_api import HttpSuperior

pytestmark = pytest.mark.usefixtures("engine")


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def store(tmp_path):
    made = new_store(tmp_path)
    yield made
    made.close()


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "superior"


@pytest.fixture
def url(folder, store):
    with serving(folder) as address:
        enrol(folder, address, store)
        yield address


def held(folder):
    return {
        "events": query(folder, "select seq, kind, case_code, body, hash from event order by seq"),
        "cases": query(
            folder,
            "select case_code, desk, state, due_at, completed_at, returned_at from case_record order by 1",
        ),
        "look_up": query(folder, "select case_code, state from look_up order by 1"),
    }


def test_a_day_reaches_the_superior_exactly_once(url, folder, store, clock):
    codes = [receive(store, clock) for _ in range(5)]
    complete_case(codes[0], "1", staff="hoa", store=store, clock=clock)
    hand_over(codes[0], HandOver(receiver=Receiver.APPLICANT), staff="hoa", store=store, clock=clock)
    state, told = sync(store, clock)

    assert (state.pending_cases, state.last_confirmed) == (0, clock.now())
    assert list(dict.fromkeys((p.sent, p.total) for p in told)) == [(0, 5), (5, 5)]
    assert 0 < told[-1].bytes_total <= told[-1].bytes_sent < 3000
    first = held(folder)
    assert [row[0] for row in first["cases"]] == codes
    assert dict(first["look_up"]) == {codes[0]: 10} | dict.fromkeys(codes[1:], 4)
    with store.reading() as reading:
        assert reading.case(codes[0]).delivery is Delivery.ACKNOWLEDGED
    sync(store, clock)  # nothing new: nothing changes
    assert held(folder) == first


def test_what_comes_after_waits_until_it_is_sent_too(url, store, clock):
    receive(store, clock)
    sync(store, clock)
    code = receive(store, clock)
    with store.reading() as reading:
        assert reading.sync_state().pending_cases == 1
        assert reading.case(code).delivery is Delivery.WAITING


def test_an_answer_that_was_lost_sends_nothing_twice(url, folder, store, clock):
    receive(store, clock)
    frames = store.frames_after(0)
    with store.reading() as reading:
        enrolment = reading.enrolment()
    for counter in (101, 102):  # sent, the answer lost, sent again
        HttpSuperior().exchange(enrolment, counter, frames, 0, lambda _sent: None)
    with store.transaction() as books:
        books._db.execute("insert into request_counter values (1, 102)")
        books.keep_failure("line", "cut", clock.now())
    state, _ = sync(store, clock)

    assert state.pending_events == 0
    assert len(held(folder)["cases"]) == 1


def test_a_replayed_counter_and_a_wrong_key_are_refused(url, store, clock):
    sync(store, clock)
    with store.reading() as reading:
        enrolment = reading.enrolment()
    with pytest.raises(CounterFellBack):
        HttpSuperior().head(enrolment, 1)
    with pytest.raises(DeskRefused):
        HttpSuperior().head(replace(enrolment, signing_key=bytes(32)), 99)
    with pytest.raises(DeskRefused):
        HttpSuperior().head(replace(enrolment, desk=2), 99)


def test_an_unknown_superior_is_not_believed(url, store, clock):
    receive(store, clock)
    with store.transaction() as books:
        books.keep_enrolment(replace(books.enrolment(), superior_key=b"\x01" * 32))
    with pytest.raises(StrangeAnswer):
        sync(store, clock)
    with store.reading() as reading:
        state = reading.sync_state()

    assert (state.pending_cases, state.acknowledged_seq, state.last_layer) == (1, 0, "data")


def test_a_refused_event_is_told_and_blocks_nothing(url, folder, store, clock):
    query(folder, "delete from procedure where code = '1.001193'")
    first = receive(store, clock)
    second = receive(store, clock, procedure_code="1.004873", term="3wd")
    sync(store, clock)
    state, _ = sync(store, clock)
    with store.reading() as reading:
        refused, taken = reading.case(first), reading.case(second)

    assert (refused.delivery, taken.delivery) == (Delivery.REFUSED, Delivery.ACKNOWLEDGED)
    assert "1.001193" in refused.refusal
    assert (state.refused_cases, state.pending_events) == (1, 0)


def test_a_forked_log_is_refused_and_overwrites_nothing(url, folder, tmp_path, store, clock):
    receive(store, clock)
    sync(store, clock)
    before = held(folder)
    copy = tmp_path / "copy"
    copy.mkdir()
    other = new_store(copy)
    with store.reading() as reading, other.transaction() as books:
        books.keep_enrolment(reading.enrolment())
        books._db.execute("insert into request_counter values (1, 500)")
        books._db.execute("update identity set value = ? where name = 'log_key'", [reading.log_key()])
    receive(other, clock, name="Trần Văn Khác")
    with pytest.raises(Forked):
        sync(other, clock)
    other.close()

    assert held(folder) == before


def test_a_server_that_is_away_is_named_and_all_goes_later(folder, store, clock):
    with serving(folder) as url:
        enrol(folder, url, store)
    receive(store, clock)
    with pytest.raises(SuperiorAway):
        sync(store, clock)
    with store.reading() as reading:
        state = reading.sync_state()
        assert (state.last_layer, state.pending_cases) == ("server", 1)
    with serving(folder, port=int(url.rpartition(":")[2])):
        state, _ = sync(store, clock)

    assert (state.pending_cases, state.last_error) == (0, "")


def test_no_enrolment_no_exchange(store, clock):
    with pytest.raises(NotEnrolled):
        sync(store, clock)


def test_an_enrolment_code_works_once_and_ends_after_five_wrong_tries(folder, store):
    with serving(folder) as url:
        slip = command(
            folder, "enrol", "--agency", "H56.22.17", "--name", "x", "--starts-at", "2026-11-23T08:00:00"
        )
        for _ in range(5):
            with pytest.raises(WrongEnrolmentCode):
                enrol_desk(url, "0000-0000-0000-0000", store=store, superior=HttpSuperior())
        with pytest.raises(WrongEnrolmentCode):
            enrol_desk(url, slip["code"], store=store, superior=HttpSuperior())
        slip = command(
            folder, "enrol", "--agency", "H56.22.17", "--name", "x", "--starts-at", "2026-11-23T08:00:00"
        )
        enrol_desk(url, slip["code"].lower(), store=store, superior=HttpSuperior())
        with store.reading() as reading:
            before = reading.enrolment()
        enrol_desk(url, slip["code"], store=store, superior=HttpSuperior())
        with store.reading() as reading:
            assert reading.enrolment() == before, "for the desk that it let in it changes nothing"
        with pytest.raises(WrongEnrolmentCode):
            enrol_desk(url, "no code", store=store, superior=HttpSuperior())


def test_the_citizens_page_tells_the_case_and_no_person(url, store, clock):
    code = receive(store, clock)
    sync(store, clock)
    with store.reading() as reading:
        lookup = reading.case(code).lookup
    for proof in (lookup.lower(), "5678"):
        page = requests.post(f"{url}/tra-cuu", data={"case_code": code, "proof": proof}, timeout=5)

        assert "Đang được giải quyết" in page.text
        assert "17:00 ngày 23/11/2026" in page.text
        assert not any(word in page.text for word in ("Nguyễn", "038190004217", "Thôn", "0912345678"))
    assert "script" not in page.text
    assert page.headers["Cache-Control"] == "no-store"


def test_wrong_proofs_close_the_phone_way_and_then_the_address(url, store, clock):
    code = receive(store, clock)
    sync(store, clock)
    with store.reading() as reading:
        lookup = reading.case(code).lookup

    def ask(case_code, proof):
        return requests.post(f"{url}/tra-cuu", data={"case_code": case_code, "proof": proof}, timeout=5)

    wrong = [ask(code, "0000") for _ in range(5)]
    assert "Đang được" not in ask(code, "5678").text
    assert "Đang được" in ask(code, lookup).text
    assert ask("H1-000000-0001", "0000").text.replace("H1-000000-0001", code) == wrong[0].text
    assert [ask(code, lookup).status_code for _ in range(23)][-1] == 429
