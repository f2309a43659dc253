"""The void register and the gap report as tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desk_app.domain.numbers_given import DayNumbers, SlipNumbers, runs
from desk_app.domain.period import Period
from desk_app.domain.slip_names import SLIP_NAMES
from desk_app.domain.table import Column, Section, Table
from desk_app.domain.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class VoidNumber:
    """A number that was given and does not hold any more; it is kept and never given again."""

    number: str  # a case code, or a slip's number with its year
    of: str  # what it was the number of
    case_code: str
    day: date
    staff: str
    reason: str


def void_table(cases: Sequence[VoidNumber], slips: Sequence[VoidNumber], period: Period) -> Table:
    """Return the void register: voided cases, and papers that were voided or replaced."""
    groups = ((Words("Mã hồ sơ đã hủy"), cases), (Words("Số giấy không còn giá trị"), slips))
    return Table(
        key="void",
        title=Words("Sổ số đã hủy"),
        period=period.words,
        columns=(
            Column(heading=Words("Ngày"), share=9),
            Column(heading=Words("Số"), share=17),
            Column(heading=Words("Loại"), share=17),
            Column(heading=Words("Hồ sơ"), share=17),
            Column(heading=Words("Người lập"), share=15),
            Column(heading=Words("Lý do"), share=25),
        ),
        sections=tuple(
            Section(
                heading=heading,
                rows=tuple(
                    (f"{one.day:%d/%m/%Y}", one.number, one.of, one.case_code, one.staff, one.reason)
                    for one in voids
                ),
                codes=tuple(one.case_code for one in voids),
            )
            for heading, voids in groups
            if voids
        ),
        note=Words("{n} số đã hủy, đều được giữ lại và không cấp lại.", n=len(cases) + len(slips)),
    )


def gap_table(days: Sequence[DayNumbers], slips: Sequence[SlipNumbers], period: Period) -> Table:
    """Return the gap report: what was given, and every number between that nobody can show."""
    missing = sum(len(day.missing) for day in days) + sum(len(form.missing) for form in slips)
    return Table(
        key="gaps",
        title=Words("Báo cáo số hồ sơ, số giấy"),
        period=period.words,
        columns=(
            Column(heading=Words("Ngày, loại giấy"), share=20),
            Column(heading=Words("Từ số"), share=8),
            Column(heading=Words("Đến số"), share=8),
            Column(heading=Words("Đã cấp"), share=8, number=True),
            Column(heading=Words("Đã hủy"), share=16),
            Column(heading=Words("Để dành ghi tay"), share=18),
            Column(heading=Words("Thiếu"), share=18),
        ),
        sections=(
            Section(
                heading=Words("Số hồ sơ trong ngày"),
                rows=tuple(
                    (
                        f"{one.day:%d/%m/%Y}",
                        one.first,
                        one.last,
                        one.given,
                        runs(one.void),
                        runs(one.paper),
                        runs(one.missing),
                    )
                    for one in days
                ),
            ),
            Section(
                heading=Words("Số giấy trong năm"),
                rows=tuple(
                    (
                        Words("{slip}, năm {year}", slip=SLIP_NAMES[one.kind], year=one.year),
                        1,
                        one.last,
                        one.given,
                        runs(one.void),
                        "",
                        runs(one.missing),
                    )
                    for one in slips
                ),
            ),
        ),
        note=Words("Thiếu {n} số: hãy tìm giấy đã dùng số đó.", n=missing)
        if missing
        else Words("Không thiếu số nào."),
    )
