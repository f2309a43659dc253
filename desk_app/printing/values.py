"""How values are written on papers: days, hours, money; no label of a form stands here."""

from __future__ import annotations

from datetime import date, datetime

from desk_app.domain.amount import dong, in_words
from desk_app.printing.fonts import KEPT

REPRINT = "BẢN IN LẠI lần {}"
PAGE = "Trang {}/{}"
BLANK = "…………………"
BLANK_MOMENT = "…… giờ …… phút, ngày …… tháng …… năm ………"


def day_words(day: date) -> str:
    """Return "ngày 05 tháng 3 năm 2026": a zero before days to 9 and months 1, 2 (NĐ 30/2020, annex I)."""
    month = f"{day:%m}" if day.month < 3 else str(day.month)
    return f"ngày{KEPT}{day:%d} tháng{KEPT}{month} năm{KEPT}{day:%Y}"


def moment_words(at: datetime) -> str:
    """Return "08 giờ 15 phút, ngày 23 tháng 11 năm 2026"."""
    return f"{at:%H}{KEPT}giờ {at:%M}{KEPT}phút, {day_words(at)}"


def short_day(day: date) -> str:
    """Return "23/11/2026"."""
    return f"{day:%d/%m/%Y}"


def money(amount: int | None) -> str:
    """Return "8.000 đ"; nothing for no amount, and nothing for 0: a form words that itself."""
    return dong(amount).replace(" ", KEPT) if amount else ""


def money_words(amount: int | None) -> str:
    """Return "Tám nghìn đồng"; nothing where `money` gives nothing."""
    return in_words(amount) if amount else ""


def count(number: int) -> str:
    """Return a number of papers, a dash for none."""
    return str(number) if number else "–"


def flag(is_set: object) -> str:
    """Return what a template takes for a set flag."""
    return "1" if is_set else ""
