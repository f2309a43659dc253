"""Promised dates are the law's, and say why."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.app.cli import main
from desk_app.domain.calendar import working_days_in
from desk_app.domain.deadline import deadline, term_text
from desk_app.domain.errors import UnknownTerm
from desk_app.domain.moment import VIETNAM, moment
from desk_app.machine.paths import brought
from desk_app.storage.catalogue import read_calendar

SAMPLES = Path(__file__).parents[1] / "samples"
VECTORS = json.loads((SAMPLES / "deadlines.json").read_text())["cases"]
CALENDAR = read_calendar(brought("resources") / "calendar")


@pytest.mark.parametrize("vector", VECTORS, ids=lambda v: f"{v['received']} {v['term']}")
def test_the_command_agrees_with_every_worked_example(vector, capsys):
    assert main(["due", "--received", vector["received"], "--term", vector["term"], "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)

    if "due_date" in vector:
        assert (answer["due_date"], answer["due_at"][11:]) == (vector["due_date"], "17:00:00+07:00")
    else:
        assert answer["due_at"] == vector["due_at"] + ":00+07:00"
    assert answer["steps"][-1].startswith("Hẹn trả")


def test_working_days_of_each_month_are_the_calendars():
    expected = json.loads((SAMPLES / "calendar.json").read_text())["working_days_per_month"]

    assert {
        year: [working_days_in(CALENDAR, int(year), month) for month in range(1, 13)] for year in expected
    } == expected


def test_a_skipped_holiday_is_named():
    due = deadline(moment("2026-11-23T09:00"), "1wd", CALENDAR)

    assert "24/11 nghỉ Ngày Văn hóa Việt Nam." in due.steps


def test_a_made_up_saturday_is_named_and_counts():
    due = deadline(moment("2026-08-20T09:00"), "3wd", CALENDAR)

    assert "22/08 ngày làm bù cho 31/08 nên có tính." in due.steps


def test_past_the_confirmed_calendar_there_is_a_warning_and_a_date():
    due = deadline(moment("2027-12-30T09:00"), "5wd", CALENDAR)

    assert due.due_date == date(2028, 1, 6)
    assert "31/12/2027" in due.warnings[0]


@pytest.mark.parametrize(
    "term",
    [
        "",
        "0wd",
        "-3wd",
        "5",
        "wd",
        "same-day@",
        "same-day@25",
        "1000wd",
        "5WD",
        "五wd",
        "٣wd",
        "same-day",
        "same-day@15+3wd",
        "3wd+same-day@15",
        "3wd+",
        "+3wd",
        "1wd+2wd+3wd",
        "0wd+5wd",
        "5wd@",
        "5wd@0",
        "5wd@24",
        "5wd@15@15",
        "0.3wd",
        "0.5h",
        "0.5d",
        "0.0wd",
        "5wd 8h",
    ],
)
def test_a_term_that_is_none_gets_one_sentence(term, capsys):
    assert main(["due", "--received", "2026-11-23T09:00", f"--term={term}"]) == 2
    told = capsys.readouterr().err

    assert term in told
    assert told.count("\n") == 1


@pytest.mark.parametrize("received", ["hôm nay", "2026-02-30T09:00", ""])
def test_an_impossible_moment_gets_one_sentence(received, capsys):
    assert main(["due", "--received", received, "--term", "5wd"]) == 2

    assert "không phải là ngày có thật" in capsys.readouterr().err


def test_another_offset_is_turned_into_vietnamese_time(capsys):
    assert main(["due", "--received", "2026-11-23T08:30:00+00:00", "--term", "same-day@15", "--json"]) == 0

    assert json.loads(capsys.readouterr().out)["due_date"] == "2026-11-25"  # 15:30 at +07:00


def test_terms_read_as_words():
    words = {
        "5wd": "5 ngày làm việc",
        "8h": "8 giờ làm việc",
        "15d": "15 ngày",
        "same-day@15": "trong ngày (nhận đến 15:00)",
        "0.5wd": "4 giờ làm việc",
        "2,25wd": "18 giờ làm việc",
        "10wd+15wd": "25 ngày làm việc (tại xã 10, sau đó 15)",
        "8h+5wd": "tại xã 8 giờ làm việc, sau đó 5 ngày làm việc",
        "5wd@15": "5 ngày làm việc, nhận sau 15:00 thì tính từ ngày làm việc tiếp theo",
        "1wd+2wd@15": "3 ngày làm việc (tại xã 1, sau đó 2), nhận sau 15:00 thì tính từ ngày làm việc tiếp theo",
    }

    assert {term: term_text(term) for term in words} == words


def test_a_term_of_two_stages_tells_them_apart():
    due = deadline(moment("2026-11-23T09:00"), "3wd+5wd", CALENDAR)

    assert due.steps == (
        "Nhận lúc 09:00, Thứ Hai 23/11/2026.",
        "Giai đoạn 1 (tại xã): thời hạn 3 ngày làm việc, không tính ngày nhận.",
        "24/11 nghỉ Ngày Văn hóa Việt Nam.",
        "Giai đoạn 1 xong chậm nhất 17:00, Thứ Sáu 27/11/2026.",
        "Giai đoạn 2: thời hạn 5 ngày làm việc, không tính ngày chuyển.",
        "28/11-29/11 nghỉ cuối tuần.",
        "Hẹn trả 17:00, Thứ Sáu 04/12/2026.",
    )


def test_a_clock_that_starts_the_next_working_day_says_so():
    steps = deadline(moment("2026-11-23T15:01"), "5wd@15", CALENDAR).steps

    assert steps[1] == (
        "Nhận sau 15:00 nên bắt đầu tính từ ngày làm việc tiếp theo, 07:00, Thứ Tư 25/11/2026."
    )
    assert steps[2:4] == (
        "24/11 nghỉ Ngày Văn hóa Việt Nam.",
        "Thời hạn 5 ngày làm việc, không tính ngày bắt đầu.",
    )


moments = st.datetimes(datetime(2024, 1, 1), datetime(2027, 6, 1)).map(lambda d: d.replace(tzinfo=VIETNAM))


@given(moments, st.integers(1, 60), st.sampled_from(["wd", "h", "d"]))
def test_a_longer_term_is_never_due_earlier(received, count, unit):
    due = deadline(received, f"{count}{unit}", CALENDAR).due_at

    assert received < due <= deadline(received, f"{count + 1}{unit}", CALENDAR).due_at
    assert CALENDAR.is_working(due.date())


@given(st.text(max_size=12))
def test_any_text_is_a_term_or_an_unknown_one(text):
    try:
        term_text(text)
    except UnknownTerm as error:
        assert text in str(error)
