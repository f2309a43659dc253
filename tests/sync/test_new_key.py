"""A superior changes its key: the desk goes on with it when the one before announced it, and with no other."""

from __future__ import annotations

import json
import sqlite3

import pytest
from support.desk import receive
from support.news import forwarded, news_desk, say

from desk_app.domain.case import Delivery
from wire.news import announced_key


@pytest.fixture
def desk(tmp_path):
    with news_desk(tmp_path) as made:
        yield made


def case_of(desk, code):
    return desk.read(lambda reading: reading.case(code))


def failed(desk):
    return [one.why for one in desk.read(lambda reading: reading.failed_news(9))]


def test_a_new_key_is_announced_with_the_old_one_and_the_desk_goes_on_with_it(desk):
    code = forwarded(desk)
    before = desk.read(lambda reading: reading.enrolment().superior_key)
    told = desk.told("new-key")
    state = desk.sync()  # hears of it, signed with both
    assert (state.pending_events, state.last_confirmed) == (0, desk.clock.now())
    after = desk.read(lambda reading: reading.enrolment().superior_key)
    assert (before.hex() != told["key"], after.hex()) == (True, told["key"])

    desk.told("new-key", "--drop-old")
    desk.told("decide", code, "accepted")
    receive(desk.store, desk.clock)
    state = desk.sync()

    assert (state.pending_events, failed(desk)) == (0, [])
    assert case_of(desk, code).delivery is Delivery.ACKNOWLEDGED
    assert len(case_of(desk, code).superior_words) == 1


def test_nobody_else_announces_a_key(desk):
    before = desk.read(lambda reading: reading.enrolment().superior_key)
    with sqlite3.connect(desk.above / "superior.db") as ledger:
        say(ledger, "key", json.dumps(announced_key(b"n" * 32, b"k" * 32, b"b" * 32)))
    desk.sync()

    assert desk.read(lambda reading: reading.enrolment().superior_key) == before
    assert "không do khóa cũ ký" in failed(desk)[0]


def test_what_was_told_before_a_new_key_stands_after_it(desk):
    with sqlite3.connect(desk.above / "superior.db") as ledger:
        ledger.execute("delete from procedure where code = '1.001193'")
    receive(desk.store, desk.clock)
    desk.sync()
    (refused,) = desk.read(lambda reading: reading.exceptions(9))
    desk.told("settle", "--desk", "H56.22.17/1", "--seq", str(refused.seq))
    desk.told("notice", "--title", "Bảo trì", "--text", "Cổng nghỉ.", "--until", "2026-11-28")
    assert desk.sync().refused_cases == 0
    today = desk.clock.now().date()
    assert [one.title for one in desk.read(lambda reading: reading.notices(today))] == ["Bảo trì"]

    desk.told("new-key")
    state = desk.sync()
    desk.sync()

    assert [one.title for one in desk.read(lambda reading: reading.notices(today))] == ["Bảo trì"]
    assert (state.refused_cases, desk.read(lambda reading: reading.exceptions(9))) == (0, [])
