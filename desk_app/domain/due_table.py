"""What cannot wait (F5) as a table, and what is said of each case."""

from __future__ import annotations

from datetime import date, datetime

from desk_app.domain.case_clock import Urgency
from desk_app.domain.due_list import GROUP_NAMES, DueCase, DueList
from desk_app.domain.moment import WEEKDAYS
from desk_app.domain.period import Period
from desk_app.domain.table import Cell, Column, Section, Table
from desk_app.domain.words import Words


def due_table(due: DueList) -> Table:
    """Return what cannot wait, one section a group that has any."""
    today = due.at.date()
    return Table(
        key="due-soon",
        title=Words("Hồ sơ sắp đến hạn"),
        period=Period.of_day(today).words,
        columns=(
            Column(heading=Words("Mã hồ sơ"), share=14),
            Column(heading=Words("Thủ tục"), share=24),
            Column(heading=Words("Chủ hồ sơ"), share=16),
            Column(heading=Words("Điện thoại"), share=11),
            Column(heading=Words("Hạn"), share=15),
            Column(heading=Words("Việc cần làm"), share=22),
        ),
        sections=tuple(
            Section(
                heading=Words("{group}: {n} hồ sơ", group=GROUP_NAMES[group], n=due.count(group)),
                rows=tuple(_due_row(case, today) for case in cases),
                codes=tuple(case.code for case in cases),
            )
            for group, cases in due.groups.items()
            if cases
        ),
        note=Words("{n} hồ sơ không chờ được.", n=len(due.all)),
    )


def due_words(case: DueCase, today: date) -> str:
    """Return the limit of a case as the list says it: "20/11/2026, quá 3 ngày", "phần của xã: hạn hôm nay, 17:00"."""
    if case.urgency is Urgency.TO_SEND and case.send_by:
        when = _when(case.send_by, today)
        return (
            Words("lẽ ra trước {when}", when=when) if case.send_late else Words("chậm nhất {when}", when=when)
        )
    told = _limit(case, today)
    return Words("phần của xã: hạn {told}", told=told) if case.own_part else told


def _limit(case: DueCase, today: date) -> str:
    if case.urgency is Urgency.OVERDUE and case.due_at:
        late = case.days_late(today)
        on = f"{case.due_at:%d/%m/%Y}"
        return Words("{on}, quá {n} ngày", on=on, n=late) if late else Words("{on}, quá giờ", on=on)
    if case.until is not None:
        left = (case.until - today).days
        until = f"{case.until:%d/%m/%Y}"
        if left < 0:
            return Words("đến hết {until}, đã qua", until=until)
        return Words("đến hết {until}, còn {n} ngày", until=until, n=left)
    if case.urgency in (Urgency.WAITING_FOR_CITIZEN, Urgency.RESULT_NOT_COLLECTED) and case.since:
        return Words(
            "từ {since}, {n} ngày", since=f"{case.since:%d/%m/%Y}", n=(today - case.since.date()).days
        )
    if case.due_at is None:
        return ""
    return _when(case.due_at, today)


def _when(at: datetime, today: date) -> str:
    if at.date() == today:
        return Words("hôm nay, {time}", time=f"{at:%H:%M}")
    return Words("{day} {date}", day=WEEKDAYS[at.weekday()], date=f"{at:%d/%m, %H:%M}")


def what_to_do(case: DueCase, today: date) -> str:
    """Return what a case needs, in a few words."""
    if case.closable(today):
        return Words("hết hạn bổ sung: nhận thêm hoặc đóng hồ sơ")
    if case.urgency is Urgency.WAITING_FOR_CITIZEN:
        awaited = "; ".join(case.awaited)
        if case.amount:
            return Words("nộp {amount} đ: {what}", amount=f"{case.amount:,}".replace(",", "."), what=awaited)
        return Words("bổ sung: {what}", what=awaited)
    if case.urgency is Urgency.RESULT_NOT_COLLECTED:
        number = case.result_number
        return (
            Words("kết quả số {number}: gọi người dân", number=number) if number else Words("gọi người dân")
        )
    if case.urgency is Urgency.TO_SEND:
        return Words("chuyển cho người hoặc cơ quan giải quyết")
    if case.own_part:
        promised = f"{case.promised_at:%d/%m/%Y}" if case.promised_at else ""
        if case.with_whom:
            return Words(
                "{whom} đang giữ: nhận lại rồi chuyển đi; hẹn trả {promised}",
                whom=case.with_whom,
                promised=promised,
            )
        return Words("làm xong phần của xã rồi chuyển đi; hẹn trả {promised}", promised=promised)
    if case.result_above:
        return Words("cấp trên đã có kết quả: nhận về, ghi nhận")
    if case.sent_back:
        return Words("cấp trên trả lại: {why}", why=case.sent_back)
    if case.extended and not case.apology_printed:
        return Words("in thư xin lỗi, gửi người dân")
    if case.extended:
        return Words("đã gia hạn một lần: không hẹn lại được nữa")
    if case.with_whom:
        return Words("đang ở {whom}: đôn đốc hoặc gia hạn", whom=case.with_whom)
    return Words("giải quyết hoặc gia hạn")


def _due_row(case: DueCase, today: date) -> tuple[Cell, ...]:
    return (
        case.code,
        case.procedure_name,
        case.applicant_name,
        case.phone,
        due_words(case, today),
        what_to_do(case, today),
    )
