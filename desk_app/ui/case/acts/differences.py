"""What a correction changes, field by field, as the clerk reads it."""

from __future__ import annotations

from collections.abc import Callable

from desk_app.domain.amount import dong
from desk_app.domain.birth_date import show_birth_date
from desk_app.domain.case import Intake
from desk_app.domain.component import Component
from desk_app.domain.deadline import term_text
from desk_app.domain.words import Words
from desk_app.ui.intake.choices import CHANNELS, ID_KINDS, RETURNS, ROLES
from desk_app.ui.names import sex_name
from desk_app.ui.wording import worded

EMPTY = "–"


def differences(before: Intake, after: Intake) -> list[str]:
    """Return "Địa chỉ: Thôn A → Thôn B" for each field that is otherwise."""
    found = []
    for name, read in _FIELDS:
        old, new = read(before), read(after)
        if old != new:
            found.append(f"{worded(name)}: {old or EMPTY} → {new or EMPTY}")
    return [*found, *_papers(before, after)]


def _papers(before: Intake, after: Intake) -> list[str]:
    old, new = ({paper.name: paper for paper in intake.components} for intake in (before, after))
    added = [worded(Words("Thêm giấy tờ: {name}", name=name)) for name in new if name not in old]
    gone = [worded(Words("Bớt giấy tờ: {name}", name=name)) for name in old if name not in new]
    counts = [
        f"{name}: {_count(old[name])} → {_count(new[name])}" for name in old if _recounted(name, old, new)
    ]
    return [*added, *gone, *counts]


def _recounted(name: str, old: dict[str, Component], new: dict[str, Component]) -> bool:
    return name in new and old[name] != new[name]


def _count(paper: Component) -> str:
    return worded(Words("{originals} chính, {copies} sao", originals=paper.originals, copies=paper.copies))


def _named(choices: tuple[tuple[str, str], ...], value: str) -> str:
    return next((worded(text) for known, text in choices if known == value), value)


_FIELDS: tuple[tuple[Words, Callable[[Intake], str]], ...] = (
    (Words("Họ và tên, tên tổ chức"), lambda given: given.applicant.name),
    (Words("Loại giấy tờ"), lambda given: _named(ID_KINDS, given.applicant.id_kind)),
    (Words("Số giấy tờ"), lambda given: given.applicant.id),
    (Words("Ngày sinh"), lambda given: show_birth_date(given.applicant.born)),
    (Words("Giới tính"), lambda given: sex_name(given.applicant.sex)),
    (Words("Địa chỉ"), lambda given: given.applicant.address),
    (Words("Điện thoại"), lambda given: given.applicant.phone),
    (Words("Email"), lambda given: given.applicant.email),
    (Words("Người nộp"), lambda given: _named(ROLES, given.submitter.role)),
    (Words("Họ tên người nộp thay"), lambda given: given.submitter.name),
    (Words("Số giấy tờ người nộp thay"), lambda given: given.submitter.id),
    (Words("Thời hạn giải quyết"), lambda given: worded(term_text(given.term)) if given.term else ""),
    (Words("Phí, lệ phí"), lambda given: "" if given.fee is None else dong(given.fee)),
    (Words("Số bộ hồ sơ"), lambda given: str(given.sets)),
    (Words("Hình thức nộp"), lambda given: _named(CHANNELS, given.channel)),
    (
        Words("Giờ nhận ghi trên giấy"),
        lambda given: f"{given.received_at:%H:%M}" if given.received_at else "",
    ),
    (Words("Nhận kết quả"), lambda given: _named(RETURNS, given.return_method)),
    (Words("Địa chỉ nhận kết quả"), lambda given: given.return_address),
)
