"""When a result is due, and why: every date can explain itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from desk_app.domain.calendar import Calendar, day_in_words
from desk_app.domain.moment import VIETNAM
from desk_app.domain.open_time import (
    after_open,
    after_working_days,
    closing_of,
    open_stretches,
    opening_of,
)
from desk_app.domain.term import Part, Term, read_term, term_text

__all__ = [
    "Deadline",
    "after_part",
    "begins",
    "deadline",
    "in_words",
    "promised",
    "read_term",  # screens and papers know a term from here
    "rolled",
    "skipped",
    "staged",
    "term_text",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """The promised moment and the steps that led to it, in words; `warnings` never block.

    `local_due_at` is when the commune's own part of a two-stage term ends.
    """

    due_at: datetime
    steps: tuple[str, ...]
    warnings: tuple[str, ...] = ()
    local_due_at: datetime | None = None

    @property
    def due_date(self) -> date:
        """Return the civil date of the promise."""
        return self.due_at.date()


def deadline(received_at: datetime, term: str, calendar: Calendar) -> Deadline:
    """Return when a case received at `received_at` is due under `term`.

    Source: NĐ 118/2025 Đ.17.3 (the term runs from receipt); the day of receipt is not counted.

    Raises:
        UnknownTerm: `term` is none.
    """
    read, received_at = read_term(term), received_at.astimezone(VIETNAM)
    steps = [f"Nhận lúc {in_words(received_at)}.", *_opened(received_at.date(), calendar)]
    if read.same_day:
        due_at, why = _same_day(received_at, read.cutoff, calendar)
        return promised(due_at, [*steps, *why], calendar)
    begins_at, late = begins(received_at, read, calendar)
    steps += late
    uncounted = "ngày bắt đầu" if late else "ngày nhận"
    if len(read.parts) == 1:
        due_at, why = after_part(begins_at, read.parts[0], calendar, uncounted=uncounted)
        return promised(due_at, [*steps, *why], calendar)
    local, further = read.parts
    local_due_at, why = after_part(begins_at, local, calendar, uncounted=uncounted)
    due_at, then = after_part(local_due_at, further, calendar, uncounted="ngày chuyển")
    steps += [
        *staged("Giai đoạn 1 (tại xã)", why),
        f"Giai đoạn 1 xong chậm nhất {in_words(local_due_at)}.",
        *staged("Giai đoạn 2", then),
    ]
    return promised(due_at, steps, calendar, local_due_at=local_due_at)


def promised(
    due_at: datetime, steps: Iterable[str], calendar: Calendar, *, local_due_at: datetime | None = None
) -> Deadline:
    """Return the deadline at `due_at` with its last step and what to be warned of."""
    return Deadline(
        due_at=due_at,
        steps=(*steps, f"Hẹn trả {in_words(due_at)}."),
        warnings=_warnings(due_at.date(), calendar),
        local_due_at=local_due_at,
    )


def after_part(
    begins_at: datetime, part: Part, calendar: Calendar, *, uncounted: str = "ngày nhận"
) -> tuple[datetime, list[str]]:
    """Return when a part that begins at a moment ends, and why; `uncounted` names the first day."""
    day = begins_at.date()
    match part.unit:
        case "h":
            return _hours(begins_at, part, calendar)
        case "d":
            last = day + timedelta(days=part.count)
            due, why = rolled(last, calendar)
            return due, [f"Thời hạn {part.words}, tính cả ngày nghỉ, đến {day_in_words(last)}.", *why]
    due_day = after_working_days(day, part.count, calendar)
    steps = [f"Thời hạn {part.words}, không tính {uncounted}.", *skipped(day, due_day, calendar)]
    return closing_of(due_day, calendar), steps


def rolled(last: date, calendar: Calendar) -> tuple[datetime, list[str]]:
    """Return the closing of `last`, or of the next working day where it is none, and why."""
    if calendar.is_working(last):
        return closing_of(last, calendar), []
    day = calendar.next_working(last)
    off = f"{last:%d/%m} {calendar.why_off(last)} nên lùi đến ngày làm việc tiếp theo."
    return closing_of(day, calendar), [off, *skipped(last, day, calendar)]


def skipped(start: date, end: date, calendar: Calendar) -> list[str]:
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


def staged(stage: str, steps: list[str]) -> list[str]:
    """Put the stage before its first step: "Giai đoạn 2: thời hạn 5 ngày làm việc …"."""
    return [f"{stage}: {steps[0][0].lower()}{steps[0][1:]}", *steps[1:]]


def in_words(at: datetime) -> str:
    """Return "09:00, Thứ Hai 23/11/2026"."""
    at = at.astimezone(VIETNAM)
    return f"{at:%H:%M}, {day_in_words(at.date())}"


def begins(received_at: datetime, term: Term, calendar: Calendar) -> tuple[datetime, list[str]]:
    """Return when the clock starts: the next working day when received after the term's hour."""
    day, cutoff = received_at.date(), time(term.cutoff)
    if not term.cutoff or (calendar.is_working(day) and received_at.time() <= cutoff):
        return received_at, []
    reason = f"Nhận sau {cutoff:%H:%M}"
    if not calendar.is_working(day):
        reason = f"{day:%d/%m} {calendar.why_off(day)}"
    next_day = calendar.next_working(day)
    begins_at = opening_of(next_day, calendar)
    return begins_at, [
        f"{reason} nên bắt đầu tính từ ngày làm việc tiếp theo, {in_words(begins_at)}.",
        *skipped(day, next_day, calendar),
    ]


def _same_day(received_at: datetime, hour: int, calendar: Calendar) -> tuple[datetime, list[str]]:
    day, cutoff = received_at.date(), time(hour)
    if not calendar.is_working(day):
        reason = f"{day:%d/%m} {calendar.why_off(day)} nên trả vào ngày làm việc tiếp theo."
    elif received_at.time() <= cutoff and received_at <= closing_of(day, calendar):
        return closing_of(day, calendar), [f"Nhận đến {cutoff:%H:%M} thì trả trong ngày."]
    elif received_at.time() <= cutoff:
        reason = "Nhận sau giờ đóng cửa nên trả vào ngày làm việc tiếp theo."
    else:
        reason = f"Nhận sau {cutoff:%H:%M} nên trả vào ngày làm việc tiếp theo."
    due = calendar.next_working(day)
    return closing_of(due, calendar), [reason, *skipped(day, due, calendar)]


def _hours(begins_at: datetime, part: Part, calendar: Calendar) -> tuple[datetime, list[str]]:
    hours = ", ".join(f"{start:%H:%M}-{end:%H:%M}" for start, end in calendar.hours)
    starts_at, _ = next(open_stretches(begins_at, calendar))
    due_at = after_open(begins_at, timedelta(hours=part.count), calendar)
    steps = [
        f"Thời hạn {part.words}, chỉ tính giờ mở cửa ({'giờ từng ngày' if calendar.opening else hours})."
    ]
    if starts_at != begins_at:
        steps.append(f"{begins_at:%H:%M} ngoài giờ mở cửa nên tính từ {in_words(starts_at)}.")
    return due_at, [*steps, *skipped(begins_at.date(), due_at.date(), calendar)]


def _opened(day: date, calendar: Calendar) -> list[str]:
    """Say so when citizens were received on a day that is no working day."""
    if calendar.is_working(day) or not calendar.open_on(day):
        return []
    decision = calendar.opening[day.weekday()].decision
    by = f" theo {decision}" if decision else ""
    return [f"{day:%d/%m} quầy mở tiếp nhận{by} nhưng không phải ngày làm việc."]


def _span(first: date, last: date) -> str:
    return f"{first:%d/%m}" if first == last else f"{first:%d/%m}-{last:%d/%m}"


def _warnings(due: date, calendar: Calendar) -> tuple[str, ...]:
    if due <= calendar.confirmed_until:
        return ()
    until = f"{calendar.confirmed_until:%d/%m/%Y}"
    return (f"Lịch nghỉ mới xác nhận đến {until}; ngày hẹn này có thể phải xem lại.",)
