"""Is everything there to receive a case? What blocks, and what only deserves a look."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desk_app.domain.applicant import Applicant, ApplicantKind, IdKind, SubmitterRole
from desk_app.domain.case import Intake, ReturnMethod
from desk_app.domain.intake_bounds import out_of_bounds, tidied_intake
from desk_app.domain.kept_papers import must_be_asked_for
from desk_app.domain.lengths import too_long
from desk_app.domain.personal_id import check_personal_id
from desk_app.domain.procedure import Procedure
from desk_app.domain.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeCheck:
    """`blocking` names what is missing (Words); `missing_papers` and `warnings` are shown and do not block."""

    blocking: tuple[str, ...] = ()
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
    return IntakeCheck(
        blocking=(
            *_in_force(procedure),
            *_who(intake),
            *_what(intake),
            *too_long(intake, {paper.name for paper in procedure.components}),
            *(words for _, words in out_of_bounds(intake, today)),
            *(Words("giấy tờ “{name}”", name=_short(name)) for name in missing),
        ),
        missing_papers=missing,
        warnings=_odd(intake.applicant),
    )


def _in_force(procedure: Procedure) -> list[Words]:
    if procedure.receivable:
        return []
    return [Words("thủ tục còn áp dụng (“{note}”)", note=procedure.note.rstrip("."))]


def _who(intake: Intake) -> list[Words]:
    applicant, submitter = intake.applicant, intake.submitter
    missing: list[Words] = []
    if not applicant.name.strip():
        missing.append(Words("họ tên chủ hồ sơ"))
    if not _id_fits(applicant):
        missing.append(Words("số giấy tờ đúng dạng"))
    if submitter.role is not SubmitterRole.SELF and not submitter.name.strip():
        missing.append(Words("họ tên người nộp thay"))
    return missing


def _what(intake: Intake) -> list[Words]:
    missing: list[Words] = []
    if not intake.components:
        missing.append(Words("thành phần hồ sơ"))
    if any(not paper.name.strip() for paper in intake.components):
        missing.append(Words("tên giấy tờ"))
    if any(paper.originals + paper.copies < 1 for paper in intake.components):
        missing.append(Words("số bản của giấy tờ"))
    if intake.return_method is ReturnMethod.POST and not intake.return_address.strip():
        missing.append(Words("địa chỉ nhận kết quả"))
    return missing


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
            return len(number.replace("-", "")) in {10, 12, 13} and number.replace("-", "").isdigit()


def _odd(applicant: Applicant) -> tuple[str, ...]:
    if applicant.kind is ApplicantKind.PERSON and applicant.id_kind is IdKind.PERSONAL:
        return check_personal_id(applicant.id, applicant.born, applicant.sex)
    return ()


def _short(name: str, most: int = 48) -> str:
    return name if len(name) <= most else name[: most - 1].rstrip() + "…"
