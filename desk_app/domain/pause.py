"""Counting on after a stop: what was left of a term when it stopped is what is left when it goes on."""

from __future__ import annotations

from datetime import datetime, timedelta

from desk_app.domain.calendar import Calendar
from desk_app.domain.deadline import Deadline, begins, deadline, in_words, promised, rolled, skipped, staged
from desk_app.domain.moment import VIETNAM
from desk_app.domain.open_time import (
    after_open,
    after_working_days,
    closing_of,
    open_between,
    working_days_between,
)
from desk_app.domain.term import Part, read_term


def due_after_pause(
    *,
    received_at: datetime,
    due_at: datetime,
    stopped_at: datetime,
    resumed_at: datetime,
    term: str,
    calendar: Calendar,
    local_due_at: datetime | None = None,
) -> Deadline:
    """Return when a case is due whose clock stood still from `stopped_at` to `resumed_at`.

    Working days, open minutes or calendar days that were left are counted on, by the unit of the part in which the
    clock stopped. A case that was late already stays due when it was: a pause heals nothing. A same-day term has
    no part to divide and is reckoned from the moment it goes on, where working time went by.
    `received_at` is when the running term began;
    `local_due_at` is given where it no longer follows from that.
    """
    stopped_at, resumed_at = stopped_at.astimezone(VIETNAM), resumed_at.astimezone(VIETNAM)
    due_at, read = due_at.astimezone(VIETNAM), read_term(term)
    local_due_at = local_due_at or deadline(received_at, term, calendar).local_due_at
    if stopped_at > due_at:
        late = f"Hồ sơ đã quá hạn khi dừng lúc {in_words(stopped_at)} nên vẫn giữ hạn cũ."
        return promised(due_at, [late], calendar, local_due_at=local_due_at)
    if read.same_day and not open_between(stopped_at, resumed_at, calendar):
        return promised(
            due_at, ["Không mất giờ làm việc nào nên vẫn giữ hạn cũ."], calendar, local_due_at=local_due_at
        )
    if read.same_day:
        return deadline(resumed_at, term, calendar)
    stops = f"Dừng tính từ {in_words(stopped_at)} đến {in_words(resumed_at)}."
    # a clock that had not begun yet (5wd@15, received at 16:00) has the whole term left
    begins_at, _ = begins(received_at.astimezone(VIETNAM), read, calendar)
    stopped_at, resumed_at = max(stopped_at, begins_at), max(resumed_at, begins_at)
    if local_due_at is None or stopped_at > local_due_at:
        again, why = _counted_on(read.parts[-1], due_at, stopped_at, resumed_at, calendar)
        return promised(again, [stops, *why], calendar, local_due_at=local_due_at)
    local, further = read.parts
    local_again, why = _counted_on(local, local_due_at, stopped_at, resumed_at, calendar)
    again, then = _counted_on(further, due_at, local_due_at, local_again, calendar)
    steps = [
        stops,
        *staged("Giai đoạn 1 (tại xã)", why),
        f"Giai đoạn 1 xong chậm nhất {in_words(local_again)}.",
        *staged("Giai đoạn 2", then),
    ]
    return promised(again, steps, calendar, local_due_at=local_again)


def _counted_on(
    part: Part, due_at: datetime, stopped_at: datetime, resumed_at: datetime, calendar: Calendar
) -> tuple[datetime, list[str]]:
    """Return the new end of a part that would have ended at `due_at`, and why."""
    stopped, resumed, due = stopped_at.date(), resumed_at.date(), due_at.date()
    if part.unit == "h":
        left = open_between(stopped_at, due_at, calendar)
        again = after_open(resumed_at, left, calendar)
        return again, [f"Còn {_span_words(left)}.", *skipped(resumed, again.date(), calendar)]
    if part.unit == "d":
        days = due - stopped
        again, why = rolled(resumed + days, calendar)
        steps = [f"Còn {days.days} ngày, tính cả ngày nghỉ.", *why]
    else:
        count = working_days_between(stopped, due, calendar)
        day = after_working_days(resumed, count, calendar)
        again, why = rolled(day, calendar)
        steps = [f"Còn {count} ngày làm việc.", *skipped(resumed, day, calendar), *why]
    if again < resumed_at:  # its last day went on after closing
        again = closing_of(calendar.next_working(again.date()), calendar)
        steps.append("Tính tiếp sau giờ đóng cửa nên lùi đến ngày làm việc tiếp theo.")
    return again, steps


def _span_words(span: timedelta) -> str:
    hours, minutes = divmod(int(span.total_seconds()) // 60, 60)
    parts = [f"{hours} giờ" if hours else "", f"{minutes} phút" if minutes else ""]
    return f"{' '.join(filter(None, parts)) or '0 giờ'} làm việc"
