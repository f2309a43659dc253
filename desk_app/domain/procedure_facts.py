"""What is known of a procedure, as the catalogue page tells it: caption and text, empty ones left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from desk_app.domain.amount import dong
from desk_app.domain.fee import FeeBasis, FeeRow, FeeScope
from desk_app.domain.local_edits import LocalEdit
from desk_app.domain.procedure import (
    DatedLevel,
    Procedure,
    ProcedureStatus,
    ProcessStep,
    RequiredComponent,
    TermChoice,
)
from desk_app.domain.term import term_text
from desk_app.domain.words import Words

STATUS_NAMES = {
    ProcedureStatus.IN_FORCE: Words("đang áp dụng"),
    ProcedureStatus.REPLACED: Words("đã được thay thế"),
    ProcedureStatus.REPEALED: Words("đã bị bãi bỏ"),
    ProcedureStatus.TO_VERIFY: Words("chờ xác minh mã"),
}
SCOPE_NAMES = {
    FeeScope.NATIONAL: Words("cả nước"),
    FeeScope.PROVINCE: Words("của tỉnh"),
    FeeScope.COMMUNE: Words("của xã"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedurePage:
    """A procedure as it is received today, as it was published, and what the commune laid over it."""

    procedure: Procedure
    published: Procedure
    edit: LocalEdit
    own_at_once: bool
    fee_rows: tuple[FeeRow, ...] = ()


def facts(page: ProcedurePage, day: date) -> list[tuple[Words, str]]:
    """Return captions and texts in the order in which a clerk asks for them."""
    one = page.procedure
    told = [
        (Words("Tình trạng"), _status(one)),
        (Words("Thay bằng"), ", ".join(one.replaced_by)),
        (Words("Thời hạn"), _lines(_term(choice) for choice in one.terms) or Words("chưa biết")),
        (Words("Trả ngay"), Words("được tiếp nhận và trả ngay") if one.at_once else ""),
        (Words("Phí, lệ phí"), _fee(page)),
        (Words("Biểu mức thu"), _lines(_fee_row(row) for row in page.fee_rows)),
        (Words("Thành phần hồ sơ"), _lines(_papers(one.components)) or Words("danh mục chưa ghi")),
        (Words("Kết quả"), one.result),
        (Words("Quy trình"), _lines(_step(n, step) for n, step in enumerate(one.steps, 1))),
        (Words("Cấp giải quyết"), _level(one.levels, day)),
        (Words("Căn cứ"), "\n".join(one.legal_basis)),
        (Words("Quyết định"), "\n".join(filter(None, (one.decision, page.edit.decision)))),
        (Words("Nguồn"), " · ".join(filter(None, (one.source, one.source_date)))),
    ]
    return [(caption, text) for caption, text in told if text]


def _status(one: Procedure) -> str:
    return one.note or STATUS_NAMES[one.status]


def _term(choice: TermChoice) -> str:
    told = f"{term_text(choice.term)}"
    if choice.reduced:
        by_law = term_text(choice.term_by_law)
        told = Words("{promised} (cắt giảm, theo quy định {by_law})", promised=told, by_law=by_law)
    return f"{told}: {choice.text}" if choice.text else told


def _fee(page: ProcedurePage) -> str:
    one = page.procedure
    unit = f"/{one.fee_unit}" if one.fee_unit else ""
    if one.fee is not None:
        amount = Words("không thu") if one.fee == 0 else f"{dong(one.fee)}{unit}"
        own = any(row.scope is FeeScope.COMMUNE for row in page.fee_rows)
        return Words("{amount} (mức của xã)", amount=amount) if own else amount
    return one.fee_text or Words("chưa khai")


def _fee_row(row: FeeRow) -> str:
    match row.basis:
        case FeeBasis.UNSET:
            amount = "cấp tỉnh quy định, chưa khai"
        case FeeBasis.PAGE:
            steps = [f"từ trang {step.first} {dong(step.amount)}/trang" for step in row.steps]
            most = [f"cao nhất {dong(row.most_per_copy)}/bản"] if row.most_per_copy else []
            amount = ", ".join((*steps, *most))
        case _:
            amount = f"{dong(row.amount)}/{row.unit}" if row.unit else dong(row.amount)
    choice = f" ({row.choice})" if row.choice else ""
    doubt = "" if row.verified or row.scope is FeeScope.COMMUNE else ", chưa đối chiếu"
    return f"{row.name}{choice}: {amount} — {row.instrument}, {SCOPE_NAMES[row.scope]}{doubt}"


def _papers(papers: Sequence[RequiredComponent]) -> list[str]:
    lines = []
    for n, paper in enumerate(papers, 1):
        count = ", ".join(
            text
            for text, number in (("bản chính", paper.originals), ("bản sao", paper.copies))
            if number
            for text in (f"{number} {text}",)
        )
        group = paper.group or ("phải nộp" if paper.required else "tùy trường hợp")
        lines.append(f"{n}. {paper.name} ({', '.join(filter(None, (group, count)))})")
    return lines


def _step(n: int, step: ProcessStep) -> str:
    who = ", ".join(filter(None, (step.role, step.department)))
    minutes = f"{step.minutes} phút" if step.minutes is not None else ""
    more = ", ".join(filter(None, (who, minutes)))
    return f"{n}. {step.action} ({more})" if more else f"{n}. {step.action}"


def _level(levels: Sequence[DatedLevel], day: date) -> str:
    return next((at.level for at in reversed(levels) if at.since is None or at.since <= day), "")


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(lines)
