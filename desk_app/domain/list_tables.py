"""The desk's lists as tables: register, hand-over, what cannot wait, collected fees."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from desk_app.domain.case import ReturnMethod
from desk_app.domain.case_clock import Urgency
from desk_app.domain.collected import Collected, Entry
from desk_app.domain.due_list import GROUP_NAMES, DueCase, DueList
from desk_app.domain.fee import KIND_NAMES
from desk_app.domain.forwarded import Forwarded
from desk_app.domain.payment import WAY_NAMES
from desk_app.domain.period import Period
from desk_app.domain.register import RegisterLine
from desk_app.domain.table import Cell, Column, Section, Table
from desk_app.domain.words import Words

METHOD_NAMES = {ReturnMethod.DESK: Words("tại quầy"), ReturnMethod.POST: Words("bưu chính")}


def register_table(lines: Sequence[RegisterLine], period: Period) -> Table:
    """Return the register (sổ theo dõi hồ sơ) of a period; its sums say how many came and went."""
    returned = sum(line.returned_at is not None for line in lines)
    return Table(
        key="register",
        title=Words("Sổ theo dõi hồ sơ"),
        period=period.words,
        columns=(
            Column(heading=Words("Số"), share=5),
            Column(heading=Words("Mã hồ sơ"), share=13),
            Column(heading=Words("Thủ tục"), share=20),
            Column(heading=Words("Cá nhân, tổ chức"), share=15),
            Column(heading=Words("Địa chỉ, điện thoại"), share=19),
            Column(heading=Words("Nhận"), share=8),
            Column(heading=Words("Hẹn trả"), share=8),
            Column(heading=Words("Trả"), share=8),
            Column(heading=Words("Nơi trả, ghi chú"), share=10),
        ),
        sections=(
            Section(
                rows=tuple(_register_row(line) for line in lines),
                codes=tuple(line.case_code for line in lines),
            ),
        ),
        note=Words("Nhận {n} hồ sơ, đã trả {returned}.", n=len(lines), returned=returned),
    )


def hand_over_table(forwarded: Sequence[Forwarded], day: date) -> Table:
    """Return the cases forwarded on a day, one section a receiver (danh sách bàn giao)."""
    receivers = sorted({sent.to for sent in forwarded})
    return Table(
        key="hand-over",
        title=Words("Danh sách bàn giao hồ sơ"),
        period=Period.of_day(day).words,
        columns=(
            Column(heading=Words("TT"), share=4),
            Column(heading=Words("Mã hồ sơ"), share=14),
            Column(heading=Words("Thủ tục"), share=24),
            Column(heading=Words("Chủ hồ sơ"), share=16),
            Column(heading=Words("Số bộ"), share=6),
            Column(heading=Words("Hẹn trả"), share=9),
            Column(heading=Words("Bàn giao"), share=8),
            Column(heading=Words("Ghi chú"), share=16),
        ),
        sections=tuple(_receiver(to, [sent for sent in forwarded if sent.to == to]) for to in receivers),
        note=Words("Bàn giao {n} hồ sơ.", n=len(forwarded)),
    )


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
                heading=f"{GROUP_NAMES[group]} ({due.count(group)})",
                rows=tuple(_due_row(case, today) for case in cases),
                codes=tuple(case.code for case in cases),
            )
            for group, cases in due.groups.items()
            if cases
        ),
        note=Words("{n} hồ sơ không chờ được.", n=len(due.all)),
    )


def collected_table(list_: Collected) -> Table:
    """Return a day's collected list: taken, cancelled, and what must be in the drawer."""
    missing, twice = len(list_.without_receipt()), list_.receipts_twice()
    notes = [
        *([Words("{n} khoản thu chưa ghi số biên lai.", n=missing)] if missing else []),
        *([Words("Biên lai ghi hai lần: {marks}.", marks=", ".join(twice))] if twice else []),
    ]
    sections = [Section(heading=Words("Đã thu"), **_entries(list_.taken))]
    if list_.cancelled:
        sections.append(Section(heading=Words("Đã hủy trong ngày"), **_entries(list_.cancelled)))
    sums = [
        *((WAY_NAMES[way], amount) for way, amount in list_.net_by_way().items()),
        *((KIND_NAMES[kind], amount) for kind, amount in list_.net_by_kind().items()),
    ]
    sections.append(
        Section(
            heading=Words("Tổng cộng (đã trừ khoản hủy)"),
            rows=tuple(("", name, "", "", "", "", amount) for name, amount in sums),
            sums=("", Words("Còn lại trong ngày"), "", "", "", "", list_.net),
        )
    )
    return Table(
        key="collected",
        title=Words("Danh sách thu phí, lệ phí"),
        period=Period.of_day(list_.day).words,
        columns=(
            Column(heading=Words("Giờ"), share=6),
            Column(heading=Words("Mã hồ sơ"), share=15),
            Column(heading=Words("Loại phí, lệ phí"), share=24),
            Column(heading=Words("Hình thức"), share=11),
            Column(heading=Words("Biên lai"), share=17),
            Column(heading=Words("Người thu, ghi chú"), share=17),
            Column(heading=Words("Số tiền"), share=10, number=True),
        ),
        sections=tuple(sections),
        note=" ".join(notes),
    )


def due_words(case: DueCase, today: date) -> str:
    """Return the limit of a case as the list says it: "20/11/2026, quá 3 ngày"."""
    if case.urgency is Urgency.OVERDUE and case.due_at:
        late = case.days_late(today)
        on = _day(case.due_at)
        return Words("{on}, quá {n} ngày", on=on, n=late) if late else Words("{on}, quá giờ", on=on)
    if case.until is not None:
        left = (case.until - today).days
        until = f"{case.until:%d/%m/%Y}"
        if left < 0:
            return Words("đến hết {until}, đã qua", until=until)
        return Words("đến hết {until}, còn {n} ngày", until=until, n=left)
    if case.urgency in (Urgency.WAITING_FOR_CITIZEN, Urgency.RESULT_NOT_COLLECTED) and case.since:
        return Words("từ {since}, {n} ngày", since=_day(case.since), n=(today - case.since.date()).days)
    return _minute(case.due_at)


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
    if case.extended and not case.apology_printed:
        return Words("in thư xin lỗi, gửi người dân")
    if case.extended:
        return Words("đã gia hạn một lần: không hẹn lại được nữa")
    if case.with_whom:
        return Words("đang ở {whom}: đôn đốc hoặc gia hạn", whom=case.with_whom)
    return Words("giải quyết hoặc gia hạn")


def _register_row(line: RegisterLine) -> tuple[Cell, ...]:
    contact = ", ".join(filter(None, (line.address, line.phone)))
    note = ", ".join(filter(None, (METHOD_NAMES[line.return_method], line.note)))
    return (
        line.number,
        line.case_code,
        line.procedure_name,
        line.applicant_name,
        contact,
        _day(line.received_at),
        _day(line.due_at),
        _day(line.returned_at),
        note,
    )


def _receiver(to: str, sent: Sequence[Forwarded]) -> Section:
    return Section(
        heading=Words("{to}: {n} hồ sơ", to=to, n=len(sent)),
        rows=tuple(
            (
                n,
                one.line.case_code,
                one.line.procedure_name,
                one.line.applicant_name,
                one.line.sets,
                _day(one.line.due_at),
                f"{one.at:%H:%M}",
                one.line.note,
            )
            for n, one in enumerate(sent, 1)
        ),
        codes=tuple(one.line.case_code for one in sent),
    )


def _due_row(case: DueCase, today: date) -> tuple[Cell, ...]:
    return (
        case.code,
        case.procedure_name,
        case.applicant_name,
        case.phone,
        due_words(case, today),
        what_to_do(case, today),
    )


def _entries(entries: Sequence[Entry]) -> dict[str, tuple]:  # type: ignore[type-arg]
    return {
        "rows": tuple(_entry(entry) for entry in entries),
        "codes": tuple(entry.case_code for entry in entries),
        "sums": ("", "", "", "", "", "", sum(entry.payment.amount for entry in entries)),
    }


def _entry(entry: Entry) -> tuple[Cell, ...]:
    paid = entry.payment
    receipt = " ".join(filter(None, (paid.receipt_form, paid.receipt_sign, paid.receipt_number)))
    if entry.cancelled_at is not None:
        at, note = entry.cancelled_at, ": ".join(filter(None, (entry.cancelled_by, entry.reason)))
    else:
        at, note = paid.at, ": ".join(filter(None, (paid.staff, entry.reason)))
    return f"{at:%H:%M}", entry.case_code, entry.name, WAY_NAMES[paid.way], receipt, note, paid.amount


def _day(at: datetime | None) -> str:
    return f"{at:%d/%m/%Y}" if at else ""


def _minute(at: datetime | None) -> str:
    return f"{at:%H:%M %d/%m/%Y}" if at else ""
