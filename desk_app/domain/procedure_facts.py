"""What is known of a procedure, as the catalogue page tells it: caption and text, empty ones left out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import count

from desk_app.domain.amount import dong
from desk_app.domain.fee import FeeBasis, FeeRow, FeeScope
from desk_app.domain.joined_words import listed
from desk_app.domain.local_edits import LocalEdit
from desk_app.domain.procedure import (
    Procedure,
    ProcedureStatus,
    ProcessStep,
    RequiredComponent,
    TermChoice,
)
from desk_app.domain.promised_term import term_words
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


def facts(page: ProcedurePage, day: date) -> list[tuple[Words, tuple[str, ...]]]:
    """Return captions and lines in the order in which a clerk asks for them."""
    one, unknown = page.procedure, (Words("chưa biết"),)
    told = [
        (Words("Tình trạng"), (one.note or STATUS_NAMES[one.status],)),
        (Words("Thay bằng"), one.replaced_by),
        (Words("Thời hạn"), tuple(map(_term, one.terms)) or unknown),
        (Words("Trả ngay"), (Words("được tiếp nhận và trả ngay"),) if one.at_once else ()),
        (Words("Phí, lệ phí"), (_fee(page),)),
        (Words("Biểu mức thu"), tuple(map(_fee_row, page.fee_rows))),
        (Words("Thành phần hồ sơ"), tuple(map(_paper, count(1), one.components)) or unknown),
        (Words("Kết quả"), (one.result,)),
        (Words("Quy trình"), tuple(map(_step, count(1), one.steps))),
        (Words("Cấp giải quyết"), (one.level_on(day),)),
        (Words("Căn cứ"), one.legal_basis),
        (Words("Quyết định"), (one.decision, page.edit.decision)),
        (Words("Nguồn"), (one.source, one.source_date)),
    ]
    kept = [(caption, tuple(filter(None, lines))) for caption, lines in told]
    return [(caption, lines) for caption, lines in kept if lines]


def _term(choice: TermChoice) -> str:
    told = term_words(choice.term, choice.term_by_law)
    return Words("{term}: {case}", term=told, case=choice.text) if choice.text else told


def _fee(page: ProcedurePage) -> str:
    one = page.procedure
    if one.fee is None:
        return one.fee_text or Words("chưa khai")
    unit = f"/{one.fee_unit}" if one.fee_unit else ""
    amount = Words("không thu") if one.fee == 0 else f"{dong(one.fee)}{unit}"
    own = any(row.scope is FeeScope.COMMUNE for row in page.fee_rows)
    return Words("{amount} (mức của xã)", amount=amount) if own else amount


def _fee_row(row: FeeRow) -> str:
    name = f"{row.name} ({row.choice})" if row.choice else row.name
    told = Words("{name}: {amount} ({instrument}, {scope})", name=name, amount=_amount(row),
                 instrument=row.instrument, scope=SCOPE_NAMES[row.scope])  # fmt: skip
    if row.verified or row.scope is FeeScope.COMMUNE:
        return told
    return Words("{row}, chưa đối chiếu", row=told)


def _amount(row: FeeRow) -> str:
    match row.basis:
        case FeeBasis.UNSET:
            return Words("cấp tỉnh quy định, chưa khai")
        case FeeBasis.PAGE:
            steps = [
                Words("từ trang {page} {amount}", page=step.first, amount=dong(step.amount))
                for step in row.steps
            ]
            if row.most_per_copy:
                steps.append(Words("cao nhất {amount} một bản", amount=dong(row.most_per_copy)))
            return listed(steps)
    return f"{dong(row.amount)}/{row.unit}" if row.unit else dong(row.amount)


def _paper(n: int, paper: RequiredComponent) -> str:
    group = paper.group or (Words("phải nộp") if paper.required else Words("tùy trường hợp"))
    counts = [
        *([Words("{k} bản chính", k=paper.originals)] if paper.originals else []),
        *([Words("{k} bản sao", k=paper.copies)] if paper.copies else []),
    ]
    return Words("{no}. {name} ({what})", no=n, name=paper.name, what=listed((group, *counts)))


def _step(n: int, step: ProcessStep) -> str:
    who = tuple(filter(None, (step.role, step.department)))
    minutes = (Words("{k} phút", k=step.minutes),) if step.minutes is not None else ()
    if not who and not minutes:
        return f"{n}. {step.action}"
    return Words("{no}. {name} ({what})", no=n, name=step.action, what=listed((*who, *minutes)))
