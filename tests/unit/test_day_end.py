"""The end of a day on a real store: its totals, its cash, its closing, and what the next morning is told."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from support.busy_desk import TODAY, busy
from support.desk import RULES, Clock, intake, new_store, receive

from desk_app.domain.case import HandOver, Receiver
from desk_app.domain.day_end import DayCash, DayTotals
from desk_app.domain.errors import ClockWentBack, DayAlreadyClosed, DayNotBegun
from desk_app.domain.moment import moment
from desk_app.domain.payment import PaymentWay
from desk_app.domain.superior import Acknowledgement, Enrolment
from desk_app.domain.turns import Taking
from desk_app.services import payment
from desk_app.services.complete_case import complete_case
from desk_app.services.day_end import close_day, count_cash, day_view, morning
from desk_app.services.hand_over import hand_over
from desk_app.services.presence import sign_in
from desk_app.services.receive_case import receive_case
from desk_app.storage import event_log
from desk_app.storage.day_end import _DAYS


@pytest.fixture
def desk(tmp_path):
    store, clock = new_store(tmp_path), Clock("2026-11-12T08:00")
    yield store, clock
    store.close()


def close(store, clock, day=TODAY):
    return close_day(day, staff="hoa", store=store, clock=clock)


def folded(store, day):
    """Count a day's acts from the log itself, event by event, without any of our tables or SQL."""
    voided, received, at_once, acts = set(), set(), set(), {}
    with store.reading() as reading:
        events = list(event_log.events(reading._db))
    for event in events:
        body = event_log.body_of(event)
        if event.kind == "received" and body.get("received_at", event.at)[:10] == day.isoformat():
            received.add(event.case_code)
            if body.get("at_once"):
                at_once.add(event.case_code)
        if event.kind == "voided":
            voided.add(event.case_code)
        if event.at[:10] == day.isoformat():
            acts.setdefault(event.kind, set()).add(event.case_code or event.seq)
    return {
        "received": len(received - voided),
        "at_once": len(at_once - voided),
        "voided": len(received & voided),
        "completed": len(acts.get("completed", ())),
        "handed_over": len(acts.get("handed_over", ())),
        "supplements_asked": len(acts.get("supplement_requested", ())),
        "extended": len(acts.get("extended", ())),
    }


@pytest.mark.parametrize("ago", range(11))
def test_totals_are_those_that_a_fold_over_the_log_gives_for_every_day_of_the_busy_weeks(desk, ago):
    store, clock = desk
    busy(store, clock)
    day = TODAY - timedelta(days=ago)

    totals = day_view(day, store=store, clock=clock).totals

    counted = folded(store, day)
    assert {name: getattr(totals, name) for name in counted} == counted


def test_the_numbers_of_the_busy_day(desk):
    store, clock = desk
    busy(store, clock)

    view = day_view(TODAY, store=store, clock=clock)

    assert view.totals == DayTotals(received=1, voided=1, late=1, waiting=1)
    assert (view.cash.cash, view.cash.transfer, view.cash.takings) == (8000, 0, 1)
    assert [(used.first, used.last, used.count) for used in view.cash.receipts] == [("0000012", "0000012", 1)]
    assert view.unclosed == date(2026, 11, 20)


def test_an_empty_day_has_nothing_and_can_be_closed(desk):
    store, clock = desk
    clock.at = moment("2026-11-23T17:00")

    view = day_view(TODAY, store=store, clock=clock)
    closing = close(store, clock)

    assert view.totals.empty
    assert view.cash == DayCash()
    assert (closing.nth, closing.totals.received, closing.cash) == (1, 0, 0)


def test_a_day_of_300_cases(desk):
    store, clock = desk
    clock.at = moment("2026-11-23T08:00")
    for n in range(300):
        clock.step(minutes=1)
        at_once = n % 3 == 0
        receive_case(
            intake(term="" if at_once else "5wd", at_once=at_once),
            print_receipt=not at_once, staff="hoa", rules=RULES, store=store, clock=clock,
        )  # fmt: skip
    clock.at = moment("2026-11-23T17:00")

    view = day_view(TODAY, store=store, clock=clock)

    counted = folded(store, TODAY)
    assert counted["received"] == 300
    assert {name: getattr(view.totals, name) for name in counted} == counted
    assert (view.totals.at_once, view.totals.handed_over, view.totals.on_time) == (100, 100, 100)
    assert len(view.left.not_printed) == 200
    assert view.left.pending == 300


def test_cash_is_what_was_taken_less_what_was_given_back_by_way(desk):
    store, clock = desk
    clock.at = moment("2026-11-23T08:00")
    codes = [receive(store, clock, term="5wd", fee=8000) for _ in range(3)]
    for n, (code, way) in enumerate(
        zip(codes, (PaymentWay.CASH, PaymentWay.CASH, PaymentWay.TRANSFER), strict=True)
    ):
        given = Taking(
            amount=8000,
            way=way,
            receipt_form="01BLP2-001",
            receipt_sign="AA-26T",
            receipt_number=f"000001{n}",
        )
        payment.collect_fee(code, given, staff="hoa", store=store, clock=clock)
    with store.reading() as reading:
        seq = reading.case(codes[0]).collected[0].seq
    payment.cancel_fee(codes[0], seq, "thu nhầm", staff="hoa", store=store, clock=clock)
    count_cash(TODAY, 10_000, store=store)

    cash = day_view(TODAY, store=store, clock=clock).cash

    assert (cash.cash, cash.transfer, cash.takings, cash.cash_moves) == (8000, 8000, 3, 3)
    assert cash.cancelled == ("01BLP2-001 AA-26T 0000010",)
    assert cash.difference == 2000


def test_what_was_counted_outlives_the_closing_and_belongs_to_its_own_day(desk):
    store, clock = desk
    busy(store, clock)
    count_cash(TODAY, 7000, store=store)
    assert close(store, clock).difference == -1000
    clock.step(days=1)
    tomorrow = TODAY + timedelta(days=1)
    count_cash(tomorrow, 0, store=store)

    assert day_view(TODAY, store=store, clock=clock).cash.difference == -1000
    assert day_view(tomorrow, store=store, clock=clock).cash.difference == 0


def test_the_closing_holds_the_head_of_the_log_and_the_chain_holds_the_closing(desk):
    store, clock = desk
    busy(store, clock)
    with store.reading() as reading:
        head = reading.head()

    closing = close(store, clock)

    assert (closing.head_seq, closing.head_hash) == (head[0], head[1].hex())
    assert closing.seq == head[0] + 1
    assert store.health().chain
    with store.reading() as reading:
        assert reading.closings(TODAY) == [closing]


def test_a_day_is_closed_once_until_something_comes_then_as_an_addition(desk):
    store, clock = desk
    clock.at = moment("2026-11-23T16:00")
    receive(store, clock, term="5wd")
    first = close(store, clock)
    with pytest.raises(DayAlreadyClosed):
        close(store, clock)
    clock.step(minutes=10)
    receive(store, clock, term="5wd")

    second = close(store, clock)

    assert [(c.nth, c.totals.received, str(c.words)) for c in (first, second)] == [
        (1, 1, "Khóa sổ"), (2, 2, "Khóa sổ bổ sung lần 1"),
    ]  # fmt: skip
    view = day_view(TODAY, store=store, clock=clock)
    assert view.closings == (first, second)
    assert view.closed


def test_a_print_or_a_sign_in_after_the_closing_does_not_open_the_day_again(desk):
    store, clock = desk
    clock.at = moment("2026-11-23T16:00")
    receive(store, clock, term="5wd")
    close(store, clock)
    sign_in("hoa", store=store, clock=clock)

    assert day_view(TODAY, store=store, clock=clock).closed


def test_a_drawer_counted_anew_may_be_closed_anew(desk):
    store, clock = desk
    busy(store, clock)
    close(store, clock)
    count_cash(TODAY, 8000, store=store)

    assert close(store, clock).difference == 0


def test_a_day_ahead_and_a_clock_that_went_back_close_nothing(desk):
    store, clock = desk
    busy(store, clock)
    with pytest.raises(DayNotBegun):
        close(store, clock, TODAY + timedelta(days=1))
    clock.step(days=-2)
    with pytest.raises(ClockWentBack):
        close(store, clock, TODAY - timedelta(days=2))

    with store.reading() as reading:
        assert reading.last_closing() is None


def test_closings_come_out_the_same_when_all_lists_are_made_anew(desk):
    store, clock = desk
    busy(store, clock)
    close(store, clock)

    assert store.rebuild()
    with store.reading() as reading:
        assert [closing.nth for closing in reading.closings(TODAY)] == [1]


def test_the_closing_goes_to_the_superior_and_leaves_no_case_waiting(desk):
    store, clock = desk
    busy(store, clock)
    with store.reading() as reading:
        before = reading.sync_state()
    close(store, clock)
    with store.reading() as reading:
        after = reading.sync_state()

    assert after.pending_cases == before.pending_cases
    assert after.pending_events == before.pending_events + 1


def enrolled(store):
    zeros = bytes(32)
    with store.transaction() as books:
        books.keep_enrolment(
            Enrolment(
                url="http://127.0.0.1:1", agency_code="H56.22.17", desk=1,
                superior_key=zeros, superior_box_key=zeros, signing_key=zeros, box_key=zeros,
            )
        )  # fmt: skip


def acknowledge(store, clock, seq, counter):
    with store.transaction() as books:
        books.keep_acknowledgement(
            Acknowledgement(
                counter=counter, seq=seq, hash=books.hash_at(seq), server_time="2026-11-23T20:00:00+07:00",
                signature=b"", body=b"",
            ),
            clock.now(),
        )  # fmt: skip


def test_the_next_morning_tells_what_came_over_night(desk):
    store, clock = desk
    enrolled(store)
    clock.at = moment("2026-11-23T16:00")
    codes = [receive(store, clock, term="5wd") for _ in range(4)]
    with store.reading() as reading:
        seqs = [reading.life(code)[-1].seq for code in codes]
    acknowledge(store, clock, seqs[0], 1)
    count_cash(TODAY, 1000, store=store)
    close(store, clock)
    acknowledge(store, clock, seqs[2], 2)
    clock.at = moment("2026-11-24T07:40")

    told = morning(store=store, clock=clock)

    assert (told.acknowledged, told.pending, told.difference) == (2, 1, 1000)
    assert (told.unclosed, told.copy_days, told.quiet) == (None, None, False)


def test_the_next_morning_says_that_yesterday_was_not_closed(desk):
    store, clock = desk
    clock.at = moment("2026-11-20T16:00")
    receive(store, clock, term="5wd")
    clock.at = moment("2026-11-23T07:40")

    assert morning(store=store, clock=clock).unclosed == date(2026, 11, 20)
    close(store, clock, date(2026, 11, 20))
    assert morning(store=store, clock=clock).unclosed is None


def test_a_result_counts_as_on_time_by_its_newest_promise(desk):
    store, clock = desk
    codes = busy(store, clock)
    complete_case(codes["late"], "16/2026", staff="hoa", store=store, clock=clock)
    for name in ("late", "ready"):
        taken = HandOver(receiver=Receiver.APPLICANT, slip_wanted=False)
        hand_over(codes[name], taken, staff="hoa", store=store, clock=clock)

    totals = day_view(TODAY, store=store, clock=clock).totals

    assert (totals.handed_over, totals.on_time, totals.late) == (2, 1, 0)


def test_the_body_is_what_the_protocol_says(desk):
    store, clock = desk
    busy(store, clock)
    close(store, clock)
    with store.reading() as reading:
        event = list(event_log.events(reading._db))[-1]

    body = json.loads(event.body)

    assert (event.kind, event.case_code) == ("day_closed", None)
    assert set(body) == {"day", "nth", "totals", "cash", "head", "acknowledged", "left"}
    assert "counted" not in body["cash"]


def test_results_of_the_last_days_are_those_of_the_log_with_their_promises(desk):
    store, clock = desk
    codes = busy(store, clock)
    complete_case(codes["late"], "16/2026", staff="hoa", store=store, clock=clock)

    with store.reading() as reading:
        found = reading.results_by_day(date(2026, 10, 25), TODAY)

    assert [(one.day, one.results, one.on_time) for one in found] == [
        (date(2026, 11, 17), 1, 1), (TODAY, 1, 0),
    ]  # fmt: skip


def test_a_days_totals_walk_the_days_acts_and_not_the_whole_log(desk):
    store, _clock = desk
    asked = f"explain query plan select kind from event where {_DAYS} and at >= ? and at < ?"  # noqa: S608 - ours
    with store.reading() as reading:
        plan = reading._db.execute(asked, ["2026-11-23", "2026-11-24"]).fetchall()

    assert any("event_of_days" in str(row) for row in plan)
