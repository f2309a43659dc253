"""Is everything there to receive a case? What blocks, and what only deserves a look."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from desk_app.domain.agency_code import is_agency_code
from desk_app.domain.applicant import Applicant, ApplicantKind, IdKind, SubmitterRole
from desk_app.domain.case import Intake, ReturnMethod
from desk_app.domain.intake_bounds import out_of_bounds, tidied_intake
from desk_app.domain.kept_papers import is_shown, must_be_asked_for
from desk_app.domain.lengths import too_long
from desk_app.domain.personal_id import check_personal_id
from desk_app.domain.procedure import Procedure
from desk_app.domain.words import Words

_PHONE = re.compile(r"\+?\d{8,15}", re.ASCII)
_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeCheck:
    """`blocking` names what is missing (Words); `missing_papers` and `warnings` are shown and do not block.

    `fields` says for each of `blocking` which field of the form it is: procedure, id, name, born, phone, email,
    address, submitter_name, papers, sets, fee, return_address.
    """

    blocking: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    missing_papers: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        """Return whether the case can be received with all its papers."""
        return not self.blocking and not self.missing_papers


def check_intake(intake: Intake, procedure: Procedure, today: date | None = None) -> IntakeCheck:
    """Judge an intake, on the day of its receipt where that is given.

    A required paper that is not there blocks: an incomplete dossier gets Phiếu yêu cầu bổ sung, not a
    receipt (NĐ 118/2025 Đ.17.1c). Papers only shown (xuất trình) and those that national databases give
    do not block (Đ.17.1b). A procedure that is not in force on the day is not received.
    """
    intake = tidied_intake(intake, procedure)
    handed_in = {component.name for component in intake.components}
    missing = tuple(
        paper.name
        for paper in procedure.components
        if must_be_asked_for(paper) and paper.name not in handed_in
    )
    lacks = [
        *_in_force(procedure),
        *_who(intake),
        *_what(intake, procedure),
        *out_of_bounds(intake, today),
        *too_long(intake, {paper.name for paper in procedure.components}),
        *(("papers", Words("giấy tờ “{name}”", name=_short(name))) for name in missing),
    ]
    return IntakeCheck(
        blocking=tuple(words for _, words in lacks),
        fields=tuple(field for field, _ in lacks),
        missing_papers=missing,
        warnings=_odd(intake.applicant),
    )


def _in_force(procedure: Procedure) -> list[tuple[str, Words]]:
    if procedure.receivable:
        return []
    return [("procedure", Words("thủ tục còn áp dụng (“{note}”)", note=procedure.note.rstrip(".")))]


def _who(intake: Intake) -> list[tuple[str, Words]]:
    applicant, submitter = intake.applicant, intake.submitter
    lacks: list[tuple[str, Words]] = []
    if not _id_fits(applicant):
        lacks.append(("id", _how_many_digits(applicant.id_kind)))
    if not applicant.name.strip():
        lacks.append(("name", Words("họ tên chủ hồ sơ")))
    if applicant.phone and not _PHONE.fullmatch(applicant.phone):
        lacks.append(("phone", Words("số điện thoại chưa đúng")))
    if applicant.email and not _EMAIL.fullmatch(applicant.email):
        lacks.append(("email", Words("địa chỉ email chưa đúng")))
    if submitter.role is not SubmitterRole.SELF and not submitter.name.strip():
        lacks.append(("submitter_name", Words("họ tên người nộp thay")))
    return lacks


def _what(intake: Intake, procedure: Procedure) -> list[tuple[str, Words]]:
    lacks: list[tuple[str, Words]] = []
    if not intake.components and not _none_needed(intake, procedure):
        lacks.append(("papers", Words("thành phần hồ sơ")))
    if any(not paper.name.strip() for paper in intake.components):
        lacks.append(("papers", Words("tên giấy tờ")))
    if any(paper.originals + paper.copies < 1 for paper in intake.components):
        lacks.append(("papers", Words("số bản của giấy tờ")))
    if intake.return_method is ReturnMethod.POST and not intake.return_address.strip():
        lacks.append(("return_address", Words("địa chỉ nhận kết quả")))
    return lacks


def _none_needed(intake: Intake, procedure: Procedure) -> bool:
    """Return whether a case may come without any paper: all are only shown, or nothing need be kept."""
    papers = procedure.components
    if intake.at_once:
        return bool(papers) and not any(must_be_asked_for(paper) for paper in papers)
    return bool(papers) and all(is_shown(paper) for paper in papers)


def _id_fits(applicant: Applicant) -> bool:
    """Return whether the number has the form of its kind; none is allowed (a newborn, a lost card)."""
    number = applicant.id
    match applicant.id_kind:
        case IdKind.NONE:
            return number == ""
        case IdKind.PERSONAL:
            return len(number) == 12 and number.isascii() and number.isdigit()
        case IdKind.OLD:
            return len(number) == 9 and number.isascii() and number.isdigit()
        case IdKind.PASSPORT:
            return 6 <= len(number) <= 20 and number.isascii() and number.isalnum()
        case IdKind.TAX:
            if applicant.kind is ApplicantKind.AGENCY and is_agency_code(number):
                return True
            return len(number.replace("-", "")) in {10, 12, 13} and number.replace("-", "").isdigit()


def _how_many_digits(kind: IdKind) -> Words:
    match kind:
        case IdKind.PERSONAL:
            return Words("số giấy tờ chưa đúng (cần 12 chữ số)")
        case IdKind.OLD:
            return Words("số giấy tờ chưa đúng (cần 9 chữ số)")
        case IdKind.TAX:
            return Words("mã số chưa đúng (cần 10, 12 hoặc 13 chữ số, hoặc mã cơ quan như H56.22.17)")
    return Words("số giấy tờ chưa đúng")


def _odd(applicant: Applicant) -> tuple[str, ...]:
    if applicant.kind is ApplicantKind.PERSON and applicant.id_kind is IdKind.PERSONAL:
        return check_personal_id(applicant.id, applicant.born, applicant.sex)
    return ()


def _short(name: str, most: int = 48) -> str:
    return name if len(name) <= most else name[: most - 1].rstrip() + "…"
