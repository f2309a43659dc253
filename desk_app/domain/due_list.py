"""What cannot wait (F5): the cases of each urgency in the order in which they are worked off."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from desk_app.domain.calendar import Calendar
from desk_app.domain.case import Case, State
from desk_app.domain.case_clock import Urgency, urgency
from desk_app.domain.lifecycle import ActName
from desk_app.domain.news import Outcome
from desk_app.domain.slip import SlipKind
from desk_app.domain.words import Words

WAITING = frozenset({State.WAITING, State.PAYMENT_WAITING})
OWED = (Urgency.OVERDUE, Urgency.DUE_TODAY, Urgency.DUE_TOMORROW)  # the desk still owes a result
GROUP_NAMES = {
    Urgency.OVERDUE: Words("Quá hạn"),
    Urgency.DUE_TODAY: Words("Đến hạn hôm nay"),
    Urgency.DUE_TOMORROW: Words("Đến hạn ngày mai"),
    Urgency.TO_SEND: Words("Chưa chuyển xử lý"),
    Urgency.WAITING_FOR_CITIZEN: Words("Chờ người dân"),
    Urgency.RESULT_NOT_COLLECTED: Words("Chưa đến lấy kết quả"),
}
GROUP_EXPLANATIONS = {
    Urgency.OVERDUE: Words(
        "Đã qua ngày hẹn trả. Dòng ghi “phần của xã” là quá hạn chuyển đi; ngày hẹn trả của người dân muộn hơn."
    ),
    Urgency.DUE_TODAY: Words(
        "Hôm nay phải trả kết quả. Dòng ghi “phần của xã” thì hôm nay phải chuyển đi; ngày hẹn trả muộn hơn."
    ),
    Urgency.DUE_TOMORROW: Words(
        "Đến hạn vào ngày làm việc tiếp theo. Không kịp trả thì hôm nay là ngày cuối để xin lỗi và hẹn lại."
    ),
    Urgency.TO_SEND: Words("Đã nhận đủ mà chưa chuyển cho ai giải quyết: chuyển trước giờ ghi ở cột Hạn."),
    Urgency.WAITING_FOR_CITIZEN: Words(
        "Chờ người dân bổ sung giấy tờ hoặc nộp tiền; quá ngày cuối mà không bổ sung thì được đóng hồ sơ."
    ),
    Urgency.RESULT_NOT_COLLECTED: Words("Kết quả đã có ở quầy mà chưa ai đến lấy."),
}
Forwarding = Callable[[Case], datetime | None]  # by when a case must have been sent on; None = it need not be


@dataclass(frozen=True, slots=True, kw_only=True)
class DueCase:
    """One case that cannot wait. `awaited` is what the citizen must bring or pay, `until` his last day.

    `due_at` is what puts it into its group: the citizen's date, or the commune's own where `own_part` (`promised_at`
    is then the citizen's). `send_by` = the latest moment to send it on, while nobody has; `send_late` = that is over.
    `amount` in đồng. `since` = from when on it has been waiting: the request, or the result's arrival.
    `apology_printed` counts prints of the apology in force.
    """

    code: str
    procedure_name: str
    applicant_name: str
    phone: str
    state: State
    urgency: Urgency
    due_at: datetime | None = None
    own_part: bool = False
    promised_at: datetime | None = None
    send_by: datetime | None = None
    send_late: bool = False
    until: date | None = None
    since: datetime | None = None
    awaited: tuple[str, ...] = ()
    amount: int = 0
    extended: bool = False
    apology_printed: int = 0
    with_whom: str = ""  # to whom it has been forwarded and not come back
    result_number: str = ""
    result_above: bool = False  # the superior says that it has the result
    sent_back: str = ""  # why the superior returned it, while the desk has it again

    def days_late(self, today: date) -> int:
        """Return how many calendar days ago it was due; 0 when it is not late."""
        return max(0, (today - self.due_at.date()).days) if self.due_at else 0

    def acts(self, today: date) -> tuple[ActName, ...]:
        """Return what is done with a case of this group: the usual act first, then what else its state calls for."""
        match self.urgency:
            case Urgency.RESULT_NOT_COLLECTED:
                return (ActName.HAND_OVER,)
            case Urgency.WAITING_FOR_CITIZEN if self.state is State.PAYMENT_WAITING:
                return (ActName.TAKE_PAYMENT,)
            case Urgency.WAITING_FOR_CITIZEN:
                closing = (ActName.CLOSE_UNCOMPLETED,) if self.closable(today) else ()
                return (ActName.TAKE_SUPPLEMENT, *closing)
            case Urgency.TO_SEND:
                return (ActName.FORWARD,)
        if (
            self.own_part
        ):  # what an officer of the commune has comes back first: nobody sends on what he has not
            return (ActName.TAKE_BACK if self.with_whom else ActName.FORWARD, ActName.EXTEND)
        return (ActName.EXTEND, ActName.FORWARD) if self.send_by else (ActName.EXTEND,)

    def closable(self, today: date) -> bool:
        """Return whether the citizen's last day is over, so that the desk may close the case."""
        return self.state is State.WAITING and self.until is not None and today > self.until


@dataclass(frozen=True, slots=True, kw_only=True)
class DueList:
    """All groups are there, also empty ones; `at` = when the list was made."""

    at: datetime
    groups: Mapping[Urgency, tuple[DueCase, ...]]

    def count(self, group: Urgency) -> int:
        """Return how many cases a group has."""
        return len(self.groups[group])

    @property
    def all(self) -> tuple[DueCase, ...]:
        """Return every case, group after group."""
        return tuple(case for group in Urgency for case in self.groups[group])


def due_list(cases: Iterable[Case], now: datetime, calendar: Calendar, send_by: Forwarding) -> DueList:
    """Return the list out of open cases; those that can wait are left out."""
    found = [due for case in cases if (due := due_case(case, now, calendar, send_by(case))) is not None]
    return DueList(
        at=now,
        groups={
            group: tuple(sorted((due for due in found if due.urgency is group), key=_order))
            for group in Urgency
        },
    )


def due_case(
    case: Case, now: datetime, calendar: Calendar, send_by: datetime | None = None
) -> DueCase | None:
    """Return why and for what a case cannot wait, None when it can; `send_by` = by when it must be sent on."""
    due_at, own_part = case.open_due_at, False
    why = _urgency(case, due_at, now, calendar)
    if case.open_local_due_at is not None:
        of_ours = _urgency(case, case.open_local_due_at, now, calendar)
        if of_ours in OWED and (why not in OWED or OWED.index(of_ours) < OWED.index(why)):
            why, due_at, own_part = of_ours, case.open_local_due_at, True
    if why is None and send_by is not None:
        why = Urgency.TO_SEND
    if why is None:
        return None
    return replace(
        _facts(case, why),
        due_at=due_at,
        own_part=own_part,
        promised_at=case.open_due_at,
        send_by=send_by,
        send_late=send_by is not None and now > send_by,
    )


def _urgency(case: Case, due_at: datetime | None, now: datetime, calendar: Calendar) -> Urgency | None:
    return urgency(
        waiting=case.state in WAITING,
        result_ready=case.state is State.RESULT_WAITING,
        due_at=due_at,
        now=now,
        calendar=calendar,
    )


def _facts(case: Case, why: Urgency) -> DueCase:
    asked = case.supplements[-1] if case.state is State.WAITING and case.supplements else None
    owed = case.payments[-1] if case.state is State.PAYMENT_WAITING and case.payments else None
    away = case.forwards[-1] if case.forwards and case.forwards[-1].back_at is None else None
    apology = case.slip(SlipKind.EXTENSION)
    applicant = case.intake.applicant
    return DueCase(
        code=case.code,
        procedure_name=case.procedure_name,
        applicant_name=applicant.name,
        phone=applicant.phone,
        state=case.state,
        urgency=why,
        until=asked.until if asked else None,
        since=asked.at if asked else owed.at if owed else case.completed_at,
        awaited=tuple(paper.name for paper in asked.missing) if asked else (owed.what,) if owed else (),
        amount=owed.amount if owed else 0,
        extended=case.extension is not None,
        apology_printed=apology.printed if apology else 0,
        with_whom=away.to if away else "",
        result_number=case.result_number,
        result_above=case.result_above is not None,
        sent_back=_sent_back(case),
    )


def _sent_back(case: Case) -> str:
    last = case.superior_words[-1] if case.superior_words and not away_from(case) else None
    return last.note if last and last.outcome is Outcome.RETURNED else ""


def away_from(case: Case) -> bool:
    """Return whether a case has been forwarded and not come back."""
    return bool(case.forwards) and case.forwards[-1].back_at is None


def _order(due: DueCase) -> tuple[str, str]:
    """Order by what comes first in its group: the due moment, the citizen's last day, the oldest result."""
    if due.urgency is Urgency.TO_SEND:
        first = due.send_by.isoformat() if due.send_by else ""
    elif due.urgency in OWED:
        first = due.due_at.isoformat() if due.due_at else ""
    elif due.until is not None:
        first = due.until.isoformat()
    else:
        first = due.since.isoformat() if due.since else ""
    return first, due.code
