"""What moves a promised date, and what else must happen by when; every answer says why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from desk_app.domain.calendar import Calendar, day_in_words
from desk_app.domain.deadline import Deadline, deadline, in_words, promised, skipped
from desk_app.domain.errors import ExtensionNotLater, ExtensionOnDayOff, ExtensionUsedUp
from desk_app.domain.moment import VIETNAM
from desk_app.domain.open_time import closing_of, opening_of
from desk_app.domain.pause import due_after_pause
from desk_app.domain.time_rules import PaymentClock, SupplementClock, TimeRules


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeliness:
    """Whether an act comes in time; late is said and marked, never forbidden."""

    until: datetime
    late: bool
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """A new date. `due_for_figures` is the one that reports count by: the old one when the apology came late."""

    deadline: Deadline
    late: bool
    sentence: str
    due_for_figures: datetime


class Urgency(StrEnum):
    """Why a case stands on the list of what cannot wait (F5)."""

    OVERDUE = "overdue"
    DUE_TODAY = "due_today"
    DUE_TOMORROW = "due_tomorrow"  # on the next working day
    TO_SEND = "to_send"  # lies at the desk and is to be sent on (NĐ 118/2025 Đ.18.2)
    WAITING_FOR_CITIZEN = "waiting_for_citizen"
    RESULT_NOT_COLLECTED = "result_not_collected"


def supplement_until(requested_at: datetime, rules: TimeRules, calendar: Calendar) -> Deadline:
    """Return until when the citizen may complete; afterwards the desk may close the case.

    Source: NĐ 118/2025 Đ.19.5; a last day that is off rolls on to a working day.
    """
    until = deadline(requested_at, rules.supplement_close, calendar)
    first = f"Yêu cầu bổ sung lúc {in_words(requested_at)} ({rules.basis('supplement_close')})."
    last = f"Chờ bổ sung đến {in_words(until.due_at)}; sau đó được kết thúc hồ sơ."
    return replace(until, steps=(first, *until.steps[1:-1], last))


def may_request_supplement(
    received_at: datetime, now: datetime, rules: TimeRules, calendar: Calendar
) -> Timeliness:
    """Return whether a supplement may still be asked for in time.

    Source: NĐ 118/2025 Đ.19.5 (within 3 working days of receipt, unless sector law differs).
    """
    until = deadline(received_at, rules.supplement_request, calendar).due_at
    late = now > until
    limit = f"hạn yêu cầu bổ sung là {in_words(until)} ({rules.basis('supplement_request')})"
    told = f"Đã quá {limit}; vẫn lập được phiếu, phải ghi lý do và được đánh dấu chậm."
    return Timeliness(until=until, late=late, sentence=told if late else f"Còn kịp: {limit}.")


def due_after_supplement(
    received_at: datetime,
    due_at: datetime,
    requested_at: datetime,
    supplemented_at: datetime,
    term: str,
    rules: TimeRules,
    calendar: Calendar,
    *,
    local_due_at: datetime | None = None,
) -> Deadline:
    """Return when a case is due after its supplement, counted anew or counted on, as the rules say.

    `received_at` is when the running term began: the receipt, or the last time it was counted anew. `local_due_at`
    is the commune's own date of a two-stage term where an earlier pause has moved it.

    Source: NĐ 118/2025 Đ.19.5 (counted anew once all is received).
    """
    if rules.supplement_clock is SupplementClock.RESTART:
        anew = deadline(supplemented_at, term, calendar)
        first = f"Bổ sung đã xong nên tính lại thời hạn từ đầu ({rules.basis('supplement_clock')})."
        return replace(anew, steps=(first, *anew.steps))
    on = due_after_pause(
        received_at=received_at,
        due_at=due_at,
        stopped_at=requested_at,
        resumed_at=supplemented_at,
        term=term,
        calendar=calendar,
        local_due_at=local_due_at,
    )
    first = f"Chờ bổ sung thì dừng tính thời hạn ({rules.basis('supplement_clock')})."
    return replace(on, steps=(first, *on.steps))


def due_after_payment(
    received_at: datetime,
    due_at: datetime,
    requested_at: datetime,
    paid_at: datetime,
    term: str,
    rules: TimeRules,
    calendar: Calendar,
    *,
    local_due_at: datetime | None = None,
) -> Deadline:
    """Return when a case is due after its payment: counted on, or as it was, as the rules say.

    Arguments as in `due_after_supplement`.
    """
    basis = rules.basis("payment_clock")
    if rules.payment_clock is PaymentClock.RUN:
        runs = f"Chờ nộp tiền không dừng thời hạn ({basis})."
        return promised(due_at.astimezone(VIETNAM), [runs], calendar, local_due_at=local_due_at)
    on = due_after_pause(
        received_at=received_at,
        due_at=due_at,
        stopped_at=requested_at,
        resumed_at=paid_at,
        term=term,
        calendar=calendar,
        local_due_at=local_due_at,
    )
    return replace(on, steps=(f"Chờ nộp tiền thì dừng tính thời hạn ({basis}).", *on.steps))


def extension(
    due_at: datetime, new_due: date, now: datetime, done: int, rules: TimeRules, calendar: Calendar
) -> Extension:
    """Return the extension to `new_due`, after `done` earlier ones; late apologies are made and marked.

    Source: NĐ 118/2025 Đ.19.6 (at most one new date, told at the latest 1 day before the due date).

    Raises:
        ExtensionUsedUp: no further new date is allowed.
        ExtensionOnDayOff: the new date is no working day.
        ExtensionNotLater: it is not after the old one, or over already.
    """
    due_at, now = due_at.astimezone(VIETNAM), now.astimezone(VIETNAM)
    if done >= rules.extensions_most:
        raise ExtensionUsedUp(most=rules.extensions_most, basis=rules.basis("extensions_most"))
    if not calendar.is_working(new_due):
        raise ExtensionOnDayOff(day=day_in_words(new_due), why=calendar.why_off(new_due))
    new_due_at = closing_of(new_due, calendar)
    if new_due <= due_at.date() or new_due_at <= now:
        raise ExtensionNotLater(day=day_in_words(new_due), due=day_in_words(due_at.date()))
    last_day = due_at.date() - timedelta(days=rules.extension_notice_days)
    late = now.date() > last_day
    limit = f"phải báo chậm nhất {day_in_words(last_day)} ({rules.basis('extension_notice_days')})"
    told = f"Báo chậm: {limit}; vẫn hẹn lại được nhưng hồ sơ vẫn tính là quá hạn."
    told = told if late else f"Báo kịp: {limit}."
    steps = [f"Hẹn cũ {in_words(due_at)}.", told, *skipped(due_at.date(), new_due, calendar)]
    return Extension(
        deadline=promised(new_due_at, steps, calendar),
        late=late,
        sentence=told,
        due_for_figures=due_at if late else new_due_at,
    )


def recalled_due(recalled_at: datetime, rules: TimeRules, calendar: Calendar) -> Deadline:
    """Return when a result found wrong is due again, corrected (NĐ 118/2025 Đ.23)."""
    due = deadline(recalled_at, rules.recall, calendar)
    first = f"Nhận lại kết quả sai lúc {in_words(recalled_at)} ({rules.basis('recall')})."
    return replace(due, steps=(first, *due.steps[1:]))


def forward_by(received_at: datetime, rules: TimeRules, calendar: Calendar) -> Deadline:
    """Return when a dossier must have been sent on: the same day, or as the next working day starts.

    Source: NĐ 118/2025 Đ.18.2 (received after 15:00: at the start of the next working day).
    """
    received_at = received_at.astimezone(VIETNAM)
    day, basis = received_at.date(), rules.basis("forward_cutoff")
    cutoff = f"{rules.forward_cutoff:%H:%M}"
    in_time = calendar.is_working(day) and received_at.time() <= rules.forward_cutoff
    if in_time and received_at <= closing_of(day, calendar):
        by, why = closing_of(day, calendar), f"Nhận đến {cutoff} thì chuyển trong ngày ({basis})."
    else:
        by = opening_of(calendar.next_working(day), calendar)
        reason = f"Nhận sau {cutoff}" if calendar.is_working(day) else f"{day:%d/%m} {calendar.why_off(day)}"
        why = f"{reason} nên chuyển vào đầu giờ ngày làm việc tiếp theo ({basis})."
    steps = (f"Nhận lúc {in_words(received_at)}.", why, *skipped(day, by.date(), calendar))
    return Deadline(due_at=by, steps=(*steps, f"Chuyển chậm nhất {in_words(by)}."))


def online_answer_by(arrived_at: datetime, rules: TimeRules, calendar: Calendar) -> Deadline:
    """Return until when an online dossier is answered: received, or what to complete (NĐ 118/2025 Đ.17.2c)."""
    by = deadline(arrived_at, rules.online_answer, calendar)
    first = f"Hồ sơ trực tuyến đến lúc {in_words(arrived_at)} ({rules.basis('online_answer')})."
    return replace(by, steps=(first, *by.steps[1:-1], f"Trả lời chậm nhất {in_words(by.due_at)}."))


def urgency(
    *, waiting: bool, result_ready: bool, due_at: datetime | None, now: datetime, calendar: Calendar
) -> Urgency | None:
    """Return why a case cannot wait, None when it can.

    `waiting`: for the citizen's supplement or payment, while its clock stands still; `result_ready`: it lies at the
    desk and nobody has come for it. Neither counts as overdue: the desk has done its part.
    """
    if result_ready:
        return Urgency.RESULT_NOT_COLLECTED
    if waiting:
        return Urgency.WAITING_FOR_CITIZEN
    if due_at is None:
        return None
    today, due = now.astimezone(VIETNAM).date(), due_at.astimezone(VIETNAM).date()
    if due_at < now:
        return Urgency.OVERDUE
    if due == today:
        return Urgency.DUE_TODAY
    return Urgency.DUE_TOMORROW if due <= calendar.next_working(today) else None
