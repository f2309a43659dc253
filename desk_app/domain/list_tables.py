"""The desk's lists as tables: register, hand-over, collected fees."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from desk_app.domain.case import ReturnMethod
from desk_app.domain.collected import OBLIGATION, Collected, Entry
from desk_app.domain.fee import KIND_NAMES
from desk_app.domain.forwarded import Forwarded
from desk_app.domain.joined_words import one_after_another
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
            Column(heading=Words("Số"), share=4),
            Column(heading=Words("Mã hồ sơ"), share=11),
            Column(heading=Words("Thủ tục"), share=20),
            Column(heading=Words("Cá nhân, tổ chức"), share=15),
            Column(heading=Words("Địa chỉ, điện thoại"), share=19),
            Column(heading=Words("Nhận"), share=9),
            Column(heading=Words("Hẹn trả"), share=9),
            Column(heading=Words("Trả"), share=9),
            Column(heading=Words("Nơi trả, ghi chú"), share=12),
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


def collected_table(list_: Collected) -> Table:
    """Return a day's collected list: taken, cancelled, and what must be in the drawer."""
    missing, twice = len(list_.without_receipt()), list_.receipts_twice()
    notes: list[Words] = [
        *([Words("{n} khoản thu chưa ghi số biên lai.", n=missing)] if missing else []),
        *([Words("Biên lai ghi hai lần: {marks}.", marks=", ".join(twice))] if twice else []),
    ]
    sections = [Section(heading=Words("Đã thu"), **_entries(list_.taken))]
    if list_.cancelled:
        sections.append(Section(heading=Words("Đã hủy trong ngày"), **_entries(list_.cancelled)))
    sums = [
        *((WAY_NAMES[way], amount) for way, amount in list_.net_by_way().items()),
        *((KIND_NAMES[kind], amount) for kind, amount in list_.net_by_kind().items()),
        *([(OBLIGATION, list_.net_obligations)] if list_.net_obligations is not None else []),
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
        note=one_after_another(notes),
    )


def _register_row(line: RegisterLine) -> tuple[Cell, ...]:
    contact = ", ".join(filter(None, (line.address, line.phone)))
    method = METHOD_NAMES[line.return_method]
    note = Words("{method}; {note}", method=method, note=line.note) if line.note else method
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
    note = "; ".join(filter(None, (note, entry.how)))
    return f"{at:%H:%M}", entry.case_code, entry.name, WAY_NAMES[paid.way], receipt, note, paid.amount


def _day(at: datetime | None) -> str:
    return f"{at:%d/%m/%Y}" if at else ""
