"""The facts of a case as its page lists them: who, what, when, where it is written."""

from __future__ import annotations

from collections.abc import Sequence

from desk_app.domain.amount import dong
from desk_app.domain.applicant import SubmitterRole
from desk_app.domain.birth_date import show_birth_date
from desk_app.domain.case import Case, Intake
from desk_app.domain.component import Component
from desk_app.domain.fee import Channel
from desk_app.domain.promised_term import term_words
from desk_app.domain.words import Words
from desk_app.ui.intake.choices import CHANNELS, CHECKS, RETURNS, ROLES
from desk_app.ui.names import sex_name
from desk_app.ui.wording import worded


def facts_of(case: Case) -> list[tuple[Words, str]]:
    """Return caption and value of everything that is known."""
    return [(name, value) for name, value in (*_who(case), *_what(case), *_where(case)) if value]


def count_words(paper: Component) -> str:
    """Return "1 chính, 0 sao"."""
    return worded(Words("{originals} chính, {copies} sao", originals=paper.originals, copies=paper.copies))


def _who(case: Case) -> list[tuple[Words, str]]:
    applicant, submitter = case.intake.applicant, case.intake.submitter
    born = ", ".join(filter(None, (show_birth_date(applicant.born), sex_name(applicant.sex))))
    role = _named(ROLES, submitter.role).lower() if submitter.role is not SubmitterRole.SELF else ""
    instead = ", ".join(filter(None, (submitter.name, submitter.id, role)))
    return [
        (Words("Chủ hồ sơ"), applicant.name),
        (Words("Số giấy tờ"), applicant.id),
        (Words("Ngày sinh"), born),
        (Words("Xác thực danh tính"), _named(CHECKS, applicant.identity_check)),
        (Words("Địa chỉ"), applicant.address),
        (Words("Điện thoại"), applicant.phone),
        (Words("Email"), applicant.email),
        (Words("Người nộp thay"), instead),
    ]


def _what(case: Case) -> list[tuple[Words, str]]:
    intake = case.intake
    papers = "\n".join(
        f"{n}. {paper.name} ({count_words(paper)})" for n, paper in enumerate(intake.components, 1)
    )
    returns = _named(RETURNS, intake.return_method)
    return [
        (Words("Thủ tục"), f"{case.procedure_name} ({intake.procedure_code})"),
        (Words("Lĩnh vực"), case.field),
        (Words("Giấy tờ đã nộp"), papers),
        (Words("Số bộ"), str(intake.sets) if intake.sets > 1 else ""),
        (Words("Hình thức nộp"), "" if intake.channel is Channel.DESK else _named(CHANNELS, intake.channel)),
        (Words("Mã hồ sơ trực tuyến"), intake.superior_code),
        (Words("Gửi trực tuyến lúc"), f"{intake.sent_at:%H:%M, %d/%m/%Y}" if intake.sent_at else ""),
        (Words("Nhận thay cho"), intake.for_unit_name or intake.for_unit),
        (Words("Nhận lúc"), f"{case.received_at:%H:%M, %d/%m/%Y}"),
        (Words("Thời hạn giải quyết"), worded(term_words(intake.term, intake.term_by_law))),
        (Words("Phí, lệ phí"), _fee(intake)),
        (Words("Nhận kết quả"), ", ".join(filter(None, (returns, intake.return_address)))),
        (Words("Ghi chú"), intake.note),
    ]


def _named(choices: Sequence[tuple[str, Words]], chosen: str) -> str:
    """Return what the intake calls a choice."""
    return next(worded(text) for value, text in choices if value == chosen)


def _fee(intake: Intake) -> str:
    if intake.fee is None:
        return ""
    how = intake.reckoned.told(intake.fee) if intake.reckoned else ""
    return f"{dong(intake.fee)} · {how}" if how else dong(intake.fee)


def _where(case: Case) -> list[tuple[Words, str]]:
    register = Words("Quyển {book}, số {number}", book=case.register_book, number=case.register_number)
    return [
        (Words("Sổ theo dõi"), worded(register)),
        (Words("Mã tra cứu"), case.lookup),
        (Words("Số, ký hiệu kết quả"), case.result_number),
    ]
