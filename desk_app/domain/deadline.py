"""When a result is due, and why: every date can explain itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from desk_app.domain.calendar import Calendar, day_in_words
from desk_app.domain.errors import UnknownTerm
from desk_app.domain.moment import VIETNAM
from desk_app.domain.words import Words

_TERM = re.compile(r"(?:(?P<count>[1-9]\d{0,2})(?P<unit>wd|h|d)|same-day@(?P<cutoff>\d{1,2}))")


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """The promised moment and the steps that led to it, in words; `warnings` never block."""

    due_at: datetime
    steps: tuple[str, ...]
    warnings: tuple[str, ...] = ()

    @property
    def due_date(self) -> date:
        """Return the civil date of the promise."""
        return self.due_at.date()


@dataclass(frozen=True, slots=True)
class Term:
    """A processing time: `count` of `unit` (wd, h, d), or the same day when received up to `cutoff`:00."""

    count: int = 0
    unit: str = ""
    cutoff: int = 0


def read_term(text: str) -> Term:
    """Read 5wd, 8h, 15d or same-day@15.

    Raises:
        UnknownTerm: it is none of these, or the hour is none of a desk.
    """
    found = _TERM.fullmatch(text.strip())
    if found is None:
        raise UnknownTerm(text=text)
    if found["cutoff"] is None:
        return Term(int(found["count"]), found["unit"])
    if not 0 < int(found["cutoff"]) < 24:
        raise UnknownTerm(text=text)
    return Term(cutoff=int(found["cutoff"]))


def term_text(text: str) -> Words:
    """Return a term in words: "5 ngày làm việc", "trong ngày (nhận đến 15:00)"."""
    term = read_term(text)
    match term.unit:
        case "wd":
            return Words("{n} ngày làm việc", n=term.count)
        case "h":
            return Words("{n} giờ làm việc", n=term.count)
        case "d":
            return Words("{n} ngày", n=term.count)
    return Words("trong ngày (nhận đến {hour}:00)", hour=term.cutoff)


def deadline(received_at: datetime, term: str, calendar: Calendar) -> Deadline:
    """Return when a case received at `received_at` is due under `term`.

    Source: NĐ 118/2025 Đ.17.3 (the term runs from receipt); the day of receipt is not counted.
    """
    read, received_at = read_term(term), received_at.astimezone(VIETNAM)
    reckon = {"wd": _working_days, "h": _hours, "d": _calendar_days}.get(read.unit, _same_day)
    due_at, steps = reckon(received_at, read, calendar)
    return Deadline(
        due_at=due_at,
        steps=(f"Nhận lúc {received_at:%H:%M}, {day_in_words(received_at.date())}.", *steps),
        warnings=_warnings(due_at.date(), calendar),
    )


def _working_days(received_at: datetime, term: Term, calendar: Calendar) -> tuple[datetime, list[str]]:
    start = received_at.date()
    day = start
    for _ in range(term.count):
        day = calendar.next_working(day)
    steps = [f"Thời hạn {term.count} ngày làm việc, không tính ngày nhận."]
    steps += _skipped(start, day, calendar)
    return _closing(day, calendar), [*steps, _result(day, calendar.closing)]


def _same_day(received_at: datetime, term: Term, calendar: Calendar) -> tuple[datetime, list[str]]:
    day, cutoff = received_at.date(), time(term.cutoff)
    if not calendar.is_working(day):
        reason = f"{day:%d/%m} {calendar.why_off(day)} nên trả vào ngày làm việc tiếp theo."
    elif received_at.time() <= cutoff:
        reason = f"Nhận đến {cutoff:%H:%M} thì trả trong ngày."
        return _closing(day, calendar), [reason, _result(day, calendar.closing)]
    else:
        reason = f"Nhận sau {cutoff:%H:%M} nên trả vào ngày làm việc tiếp theo."
    due = calendar.next_working(day)
    return _closing(due, calendar), [reason, *_skipped(day, due, calendar), _result(due, calendar.closing)]


def _calendar_days(received_at: datetime, term: Term, calendar: Calendar) -> tuple[datetime, list[str]]:
    last = received_at.date() + timedelta(days=term.count)
    steps = [f"Thời hạn {term.count} ngày, tính cả ngày nghỉ, đến {day_in_words(last)}."]
    day = last if calendar.is_working(last) else calendar.next_working(last)
    if day != last:
        off = [f"{last:%d/%m} {calendar.why_off(last)} nên lùi đến ngày làm việc tiếp theo."]
        steps += off + _skipped(last, day, calendar)
    return _closing(day, calendar), [*steps, _result(day, calendar.closing)]


def _hours(received_at: datetime, term: Term, calendar: Calendar) -> tuple[datetime, list[str]]:
    hours = ", ".join(f"{start:%H:%M}-{end:%H:%M}" for start, end in calendar.hours)
    left = timedelta(hours=term.count)
    for start, end in _open(received_at, calendar):
        if end - start >= left:
            due = start + left
            steps = [f"Thời hạn {term.count} giờ làm việc, chỉ tính giờ mở cửa ({hours})."]
            steps += _skipped(received_at.date(), due.date(), calendar)
            return due, [*steps, _result(due.date(), due.time())]
        left -= end - start
    raise AssertionError("open hours never end")


def _open(since: datetime, calendar: Calendar) -> Iterator[tuple[datetime, datetime]]:
    """Yield the stretches in which the desk is open, from `since` on, without end."""
    day = since.date()
    while True:
        for opens, closes in calendar.hours if calendar.is_working(day) else ():
            start = max(since, datetime.combine(day, opens, VIETNAM))
            end = datetime.combine(day, closes, VIETNAM)
            if start < end:
                yield start, end
        day += timedelta(days=1)


def _skipped(start: date, end: date, calendar: Calendar) -> list[str]:
    """Say which days between did not count; runs of days with one reason become one sentence."""
    runs: list[tuple[date, date, str]] = []
    day = start + timedelta(days=1)
    while day < end:
        if not calendar.is_working(day):
            why = calendar.why_off(day)
            if runs and runs[-1][2] == why and runs[-1][1] == day - timedelta(days=1):
                runs[-1] = (runs[-1][0], day, why)
            else:
                runs.append((day, day, why))
        elif day in calendar.working_saturdays:
            runs.append((day, day, f"{calendar.working_saturdays[day]} nên có tính"))
        day += timedelta(days=1)
    return [f"{_span(first, last)} {why}." for first, last, why in runs]


def _span(first: date, last: date) -> str:
    return f"{first:%d/%m}" if first == last else f"{first:%d/%m}-{last:%d/%m}"


def _result(day: date, at: time) -> str:
    return f"Hẹn trả {at:%H:%M}, {day_in_words(day)}."


def _closing(day: date, calendar: Calendar) -> datetime:
    return datetime.combine(day, calendar.closing, VIETNAM)


def _warnings(due: date, calendar: Calendar) -> tuple[str, ...]:
    if due <= calendar.confirmed_until:
        return ()
    until = f"{calendar.confirmed_until:%d/%m/%Y}"
    return (f"Lịch nghỉ mới xác nhận đến {until}; ngày hẹn này có thể phải xem lại.",)
