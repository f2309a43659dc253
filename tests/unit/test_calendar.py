"""Working days by law and the desk's doors are two things; the country's calendar agrees with a second source."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, time

import holidays
import pytest

from desk_app.domain.calendar import calendar_from
from desk_app.domain.case_clock import forward_by
from desk_app.domain.deadline import deadline
from desk_app.domain.errors import CatalogueUnreadable, OwnDayUnfounded
from desk_app.domain.moment import moment
from desk_app.domain.own_days import OwnDay, with_own_days
from desk_app.machine.paths import brought
from desk_app.storage.catalogue import read_calendar, read_time_rules

FILE = json.loads((brought("resources") / "calendar" / "1.json").read_text())
CALENDAR = read_calendar(brought("resources") / "calendar")
YEARS = range(2024, 2028)
OPENED = calendar_from(
    FILE
    | {
        "opening": [
            {"weekdays": ["Thứ Sáu"], "hours": [["07:00", "11:00"], ["13:00", "16:00"]]},
            {"weekdays": ["Thứ Bảy"], "hours": [["07:30", "11:30"]], "decision": "QĐ 12/QĐ-UBND"},
        ]
    }
)
MORNING = ((time(7, 30), time(11, 30)),)
STORM = OwnDay(day=date(2026, 11, 25), working=False, reason="nghỉ do bão", decision="CĐ 07/CĐ-UBND")
MADE_UP = OwnDay(day=date(2026, 11, 28), working=True, reason="làm bù cho 25/11", decision="CV 812/UBND-VP")


def test_a_second_source_differs_in_one_swap_alone():
    """The holidays package misses 2/1/2026 <-> Sat 10/1/2026 (CV 12729/VPCP-KGVX); all else agrees, 2024-2027."""
    theirs = holidays.country_holidays("VN", years=YEARS)
    their_days_off = {day for day in theirs if day.weekday() < 5}
    our_days_off = {day for day in CALENDAR.days_off if day.weekday() < 5}
    their_saturdays = {day for day in theirs.weekend_workdays if day.year in YEARS}

    assert our_days_off - their_days_off == {date(2026, 1, 2)}
    assert their_days_off - our_days_off == set()
    assert set(CALENDAR.working_saturdays) - their_saturdays == {date(2026, 1, 10)}
    assert their_saturdays - set(CALENDAR.working_saturdays) == set()


def test_a_saturday_opening_is_no_working_day():
    saturday = date(2026, 11, 28)

    assert (OPENED.open_on(saturday), CALENDAR.open_on(saturday)) == (MORNING, ())
    assert not OPENED.is_working(saturday)
    assert deadline(moment("2026-11-27T08:00"), "1wd", OPENED).due_at == moment("2026-11-30T17:00")
    assert deadline(moment("2026-11-28T08:00"), "4h", OPENED).due_at == moment("2026-11-30T11:00")


def test_who_comes_on_a_saturday_opening_is_told_why_it_does_not_count():
    steps = deadline(moment("2026-11-28T08:00"), "1wd", OPENED).steps

    assert "28/11 quầy mở tiếp nhận theo QĐ 12/QĐ-UBND nhưng không phải ngày làm việc." in steps


@pytest.mark.parametrize(
    ("day", "hours"),
    [
        (date(2027, 2, 6), ()),  # a Saturday in Tết
        (date(2026, 8, 22), CALENDAR.hours),  # a made-up Saturday is a whole working day
        (date(2026, 11, 24), ()),
        (date(2026, 11, 29), ()),
    ],
)
def test_the_doors_follow_the_law_on_holidays_and_made_up_days(day, hours):
    assert OPENED.open_on(day) == hours


def test_a_weekday_may_have_hours_of_its_own():
    friday = deadline(moment("2026-11-26T08:00"), "1wd", OPENED)
    hours = deadline(moment("2026-11-27T08:00"), "8h", OPENED)

    assert friday.due_at == moment("2026-11-27T16:00")
    assert hours.due_at == moment("2026-11-30T09:00")  # six on Friday, two on Monday
    rules = read_time_rules(brought("resources") / "rules", date(2026, 11, 27))
    assert forward_by(moment("2026-11-27T14:59"), rules, OPENED).due_at == moment("2026-11-27T16:00")


def test_forwarding_after_an_early_closing_is_for_the_next_morning():
    rules = read_time_rules(brought("resources") / "rules", date(2026, 11, 27))
    rules = replace(rules, forward_cutoff=time(16, 30))

    assert forward_by(moment("2026-11-27T16:10"), rules, OPENED).due_at == moment("2026-11-30T07:00")


def test_the_communes_own_days_move_dates_and_name_their_decision():
    own = with_own_days(CALENDAR, [STORM, MADE_UP])
    due = deadline(moment("2026-11-23T09:00"), "3wd", own)

    assert due.due_at == moment("2026-11-28T17:00")  # 26, 27, 28/11
    assert "24/11 nghỉ Ngày Văn hóa Việt Nam." in due.steps
    assert "25/11 nghỉ do bão (CĐ 07/CĐ-UBND)." in due.steps
    longer = deadline(moment("2026-11-23T09:00"), "4wd", own)
    assert "28/11 làm bù cho 25/11 (CV 812/UBND-VP) nên có tính." in longer.steps
    assert CALENDAR.is_working(STORM.day)  # the country's calendar is untouched


def test_a_later_row_for_the_same_day_stands():
    again = replace(STORM, working=True, reason="làm việc trở lại", decision="CĐ 08/CĐ-UBND")
    holiday = replace(again, day=date(2026, 11, 24))

    own = with_own_days(CALENDAR, [STORM, again, holiday])

    assert own.is_working(STORM.day)
    assert own.is_working(date(2026, 11, 24))
    assert not with_own_days(CALENDAR, [again, STORM]).is_working(STORM.day)


@pytest.mark.parametrize("fault", [{"reason": ""}, {"decision": "  "}])
def test_an_own_day_needs_reason_and_decision(fault):
    with pytest.raises(OwnDayUnfounded, match="25/11/2026"):
        with_own_days(CALENDAR, [replace(STORM, **fault)])


@pytest.mark.parametrize(
    "fault",
    [
        {"hours": []},
        {"hours": [["11:30", "07:00"]]},
        {"hours": [["07:00", "11:30"], ["11:00", "17:00"]]},
        {"hours": [[7, 11]]},
        {"opening": [{"weekdays": ["Thứ Tám"], "hours": [["07:30", "11:30"]]}]},
        {"opening": [{"hours": [["07:30", "11:30"]]}]},
        {"opening": 6},
        {"opening": ["Thứ Bảy"]},
        {"days_off": {"2026-02-30": "x"}},
    ],
    ids=str,
)
def test_a_calendar_that_cannot_be_is_named(tmp_path, fault):
    (tmp_path / "1.json").write_text(json.dumps(FILE | fault))

    with pytest.raises(CatalogueUnreadable, match=r"1\.json"):
        read_calendar(tmp_path)
