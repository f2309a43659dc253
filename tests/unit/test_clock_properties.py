"""What holds for every term, moment and pause, not only for those that somebody worked out."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from desk_app.domain.calendar import Opening
from desk_app.domain.case_clock import due_after_supplement, forward_by
from desk_app.domain.deadline import deadline
from desk_app.domain.moment import VIETNAM
from desk_app.domain.open_time import after_open, open_between, working_days_between
from desk_app.domain.term import read_term
from desk_app.domain.time_rules import SupplementClock
from desk_app.machine.paths import brought
from desk_app.storage.catalogue import read_calendar, read_time_rules

COUNTRY = read_calendar(brought("resources") / "calendar")
SHORT_FRIDAY = replace(
    COUNTRY,
    opening={
        4: Opening(hours=((time(7), time(11)), (time(13), time(16)))),
        5: Opening(hours=((time(7, 30), time(11, 30)),)),
    },
)
calendars = st.sampled_from([COUNTRY, SHORT_FRIDAY])
moments = st.datetimes(datetime(2024, 1, 1), datetime(2027, 6, 1)).map(
    lambda at: at.replace(second=0, microsecond=0, tzinfo=VIETNAM)
)
spans = st.integers(0, 40 * 24 * 60).map(lambda minutes: timedelta(minutes=minutes))
parts = st.builds("{}{}".format, st.integers(1, 30), st.sampled_from(["wd", "h", "d"]))
cutoffs = st.sampled_from(["", "@15"])
terms = st.one_of(
    st.builds("{}{}".format, parts, cutoffs),
    st.builds("{}+{}{}".format, parts, parts, cutoffs),
    st.integers(8, 18).map("same-day@{}".format),
)
RULES = read_time_rules(brought("resources") / "rules", datetime(2026, 11, 23).date())
RESTART = replace(RULES, supplement_clock=SupplementClock.RESTART)
PAUSE = replace(RULES, supplement_clock=SupplementClock.PAUSE)


def paused(received, requested, supplemented, term, calendar):
    """Return the promise before and after a supplement, requested while it ran."""
    before = deadline(received, term, calendar)
    assume(requested <= before.due_at)
    return before, due_after_supplement(
        received, before.due_at, requested, supplemented, term, PAUSE, calendar
    )


@given(moments, terms, calendars)
def test_a_due_moment_is_worked_in_and_never_before_receipt(received, term, calendar):
    due = deadline(received, term, calendar)

    for at in filter(None, (due.due_at, due.local_due_at)):
        assert received <= at
        assert calendar.is_working(at.date())
        assert any(opens <= at.time() <= closes for opens, closes in calendar.hours_on(at.date()))
    assert (due.local_due_at is None) == ("+" not in term)
    assert due.local_due_at is None or due.local_due_at <= due.due_at


@given(moments, spans, terms, calendars)
def test_who_comes_later_is_never_due_earlier(received, later, term, calendar):
    first, second = (deadline(at, term, calendar) for at in (received, received + later))

    assert first.due_at <= second.due_at
    assert first.local_due_at is None or first.local_due_at <= second.local_due_at
    assert (
        forward_by(received, RULES, calendar).due_at <= forward_by(received + later, RULES, calendar).due_at
    )
    assert received <= forward_by(received, RULES, calendar).due_at


@given(moments, st.integers(1, 40), st.integers(1, 40), calendars)
def test_two_stages_of_working_days_are_as_long_as_their_sum(received, local, further, calendar):
    staged = deadline(received, f"{local}wd+{further}wd", calendar)

    assert staged.due_at == deadline(received, f"{local + further}wd", calendar).due_at
    assert staged.local_due_at == deadline(received, f"{local}wd", calendar).due_at


@given(moments, spans, spans, calendars)
def test_open_minutes_add_up(start, first, second, calendar):
    middle, end = start + first, start + first + second

    assert open_between(start, end, calendar) == (
        open_between(start, middle, calendar) + open_between(middle, end, calendar)
    )


@given(moments, st.integers(1, 6000), calendars)
def test_minutes_spent_are_the_minutes_counted(start, minutes, calendar):
    span = timedelta(minutes=minutes)

    assert open_between(start, after_open(start, span, calendar), calendar) == span


@given(moments, spans, spans, st.integers(1, 60), calendars)
def test_open_minutes_before_and_after_a_pause_are_the_term(received, until, waited, hours, calendar):
    requested = received + until
    supplemented = requested + waited
    _, after = paused(received, requested, supplemented, f"{hours}h", calendar)

    spent = open_between(received, requested, calendar) + open_between(supplemented, after.due_at, calendar)
    assert spent == timedelta(hours=hours)


@given(moments, spans, spans, st.integers(1, 30), calendars)
def test_working_days_before_and_after_a_pause_are_the_term(received, until, waited, days, calendar):
    requested = received + until
    supplemented = requested + waited
    before, after = paused(received, requested, supplemented, f"{days}wd", calendar)
    assume(requested.date() < before.due_date)  # a last day that was begun is given again whole

    spent = working_days_between(received.date(), requested.date(), calendar)
    left = working_days_between(supplemented.date(), after.due_date, calendar)
    assert spent + left == days


@given(moments, spans, spans, terms, calendars)
def test_a_pause_takes_nothing_away(received, until, waited, term, calendar):
    requested = received + until
    before, after = paused(received, requested, requested + waited, term, calendar)

    assert before.due_at <= after.due_at
    assert requested + waited <= after.due_at
    assert calendar.is_working(after.due_date)
    assert after.local_due_at is None or before.local_due_at <= after.local_due_at <= after.due_at


@given(moments, spans, spans, spans, terms, calendars)
def test_who_completes_later_is_never_due_earlier(received, until, waited, more, term, calendar):
    requested = received + until
    _, first = paused(received, requested, requested + waited, term, calendar)
    _, second = paused(received, requested, requested + waited + more, term, calendar)

    assert first.due_at <= second.due_at


@given(moments, spans, terms, calendars)
def test_a_pause_of_no_length_changes_nothing(received, until, term, calendar):
    assume(not read_term(term).same_day)  # that one is reckoned from the moment it goes on
    requested = received + until
    before, after = paused(received, requested, requested, term, calendar)

    assert (after.due_at, after.local_due_at) == (before.due_at, before.local_due_at)


@given(moments, spans, spans, terms, calendars)
def test_a_restart_is_the_promise_of_whoever_comes_then(received, until, waited, term, calendar):
    requested = received + until
    due_at = deadline(received, term, calendar).due_at
    anew = due_after_supplement(received, due_at, requested, requested + waited, term, RESTART, calendar)
    expected = deadline(requested + waited, term, calendar)

    assert (anew.due_at, anew.local_due_at) == (expected.due_at, expected.local_due_at)


@given(moments, spans, spans, terms, calendars)
def test_what_was_late_stays_late_under_a_pause(received, after_due, waited, term, calendar):
    due_at = deadline(received, term, calendar).due_at
    requested = due_at + timedelta(minutes=1) + after_due
    kept = due_after_supplement(received, due_at, requested, requested + waited, term, PAUSE, calendar)

    assert kept.due_at == due_at
