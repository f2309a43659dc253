"""How one fee row is counted, and the words that say so on paper."""

from __future__ import annotations

from enum import StrEnum

from desk_app.domain.amount import dong
from desk_app.domain.fee import FeeBasis, FeeRow
from desk_app.domain.words import Words

TIMES = " × "
ONCE = frozenset({"lần", "hồ sơ"})  # what a case is by itself: nobody counts it


class Count(StrEnum):
    """What a clerk counts for an amount."""

    PAGES = "pages"
    COPIES = "copies"
    CASES = "cases"


def multiplied(row: FeeRow) -> dict[Count, str]:
    """Return what a row's amount is multiplied with, by its unit; nothing where nothing is taken."""
    match row.basis:
        case FeeBasis.PAGE:
            return {
                Count.PAGES: Words("trang"),
                Count.COPIES: row.unit or Words("bản"),
                Count.CASES: row.case_unit or Words("giấy tờ"),
            }
        case FeeBasis.COPY if row.amount:
            return {Count.COPIES: row.unit or Words("bản"), Count.CASES: row.case_unit or Words("trường hợp")}
        case FeeBasis.CASE if row.amount and (row.unit or "lần") not in ONCE:
            return {Count.CASES: row.unit}
    return {}


def counted(row: FeeRow, *, pages: int, copies: int, cases: int) -> tuple[int, str]:
    """Return đồng and words: "2 bản × (2 trang × 2.000 đ + 5 trang × 1.000 đ) = 18.000 đ".

    `pages` are those of the original, of one paper; `cases` papers or events alike, each with its `copies`.
    """
    match row.basis:
        case FeeBasis.PAGE:
            return _by_page(row, pages, copies, cases)
        case FeeBasis.COPY:
            factors = [*_more_than_one(cases, row.case_unit or "trường hợp"), _of(copies, row.unit or "bản")]
            return _product(cases * copies, row.amount, factors)
        case FeeBasis.CASE:
            return _product(cases, row.amount, [_of(cases, row.unit or "lần")])
        case FeeBasis.FIXED:
            return _product(1, row.amount, [])
        case FeeBasis.UNSET:
            raise ValueError(f"row {row.id} sets no amount")


def _by_page(row: FeeRow, pages: int, copies: int, cases: int) -> tuple[int, str]:
    parts = _steps(row, pages)
    full = sum(count * amount for count, amount in parts)
    sum_words = " + ".join(f"{count} trang{TIMES}{dong(amount)}" for count, amount in parts)
    factors = [*_more_than_one(cases, row.case_unit or "giấy tờ"), *_more_than_one(copies, row.unit or "bản")]
    capped = row.most_per_copy is not None and full > row.most_per_copy
    a_copy = row.most_per_copy if capped and row.most_per_copy is not None else full
    if capped:
        sum_words = f"{dong(a_copy)} (mức cao nhất một bản; tính theo trang là {dong(full)})"
    elif factors and len(parts) > 1:
        sum_words = f"({sum_words})"
    total = cases * copies * a_copy
    return total, f"{TIMES.join([*factors, sum_words])} = {dong(total)}"


def _steps(row: FeeRow, pages: int) -> list[tuple[int, int]]:
    """Return how many pages cost what, cheapest pages last as the instrument lists them."""
    ends = [step.first for step in row.steps[1:]] + [pages + 1]
    found = [
        (min(end, pages + 1) - step.first, step.amount) for step, end in zip(row.steps, ends, strict=True)
    ]
    return [(count, amount) for count, amount in found if count > 0]


def _product(count: int, amount: int, factors: list[str]) -> tuple[int, str]:
    if amount == 0:
        return 0, "Không thu"
    if not factors:
        return amount, dong(amount)
    return count * amount, f"{TIMES.join([*factors, dong(amount)])} = {dong(count * amount)}"


def _of(count: int, unit: str) -> str:
    return f"{count} {unit}"


def _more_than_one(count: int, unit: str) -> list[str]:
    return [_of(count, unit)] if count > 1 else []
