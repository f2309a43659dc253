"""Give a case its number: the desk's next, or one that was handed out on paper; and what goes before it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from desk_app.domain.case import Intake
from desk_app.domain.case_code import case_code
from desk_app.domain.code_pattern import read_agency_code, read_superior_code
from desk_app.domain.errors import (
    BeforeSetAside,
    PaperDayDiffers,
    PaperForOtherUnit,
    PaperMomentMissing,
    PaperMomentToCome,
    PaperNumberUsed,
    SuperiorCodeTaken,
    UnknownPaperNumber,
)
from desk_app.domain.fee import Channel
from desk_app.domain.kept_papers import kept
from desk_app.domain.paper_number import PaperNumber
from desk_app.domain.ports import Books
from desk_app.domain.procedure import Procedure
from desk_app.domain.promised_term import with_law


def settled_intake(intake: Intake, procedure: Procedure, own_agency: str) -> Intake:
    """Return the intake as it is stored: no papers that are only shown, the law's term, codes as they are written.

    Raises:
        UnclearUnit, UnclearSuperiorCode.
    """
    unit = read_agency_code(intake.for_unit) if intake.for_unit.strip() else ""
    other = bool(unit) and unit != own_agency
    return replace(
        with_law(with_code_as_written(kept(intake, procedure)), procedure),
        for_unit=unit if other else "",
        for_unit_name=" ".join(intake.for_unit_name.split()) if other else "",
        received_at=intake.received_at if intake.paper_code else None,
        sent_at=intake.sent_at if intake.channel is Channel.ONLINE else None,
    )


def with_code_as_written(intake: Intake) -> Intake:
    """Return the intake with the superior's code as codes are written.

    Raises:
        UnclearSuperiorCode.
    """
    code = intake.superior_code
    return replace(intake, superior_code=read_superior_code(code) if code.strip() else "")


def check_code_free(superior_code: str, books: Books) -> None:
    """Insist that no case was received under the superior's code.

    Raises:
        SuperiorCodeTaken.
    """
    if superior_code and (known := books.code_beside(superior_code)):
        raise SuperiorCodeTaken(superior_code=superior_code, case_code=known)


def number_case(intake: Intake, books: Books, now: datetime) -> tuple[str, datetime]:
    """Return the code of a case and the moment at which it was received.

    The agency in the code is the one that decides (NĐ 118/2025 Đ.28). A number from paper keeps that paper's moment.

    Raises:
        NumbersUsedUp, SuperiorCodeTaken.
        UnknownPaperNumber, PaperNumberUsed, PaperDayDiffers, PaperMomentMissing, PaperMomentToCome, BeforeSetAside,
            PaperForOtherUnit.
    """
    check_code_free(intake.superior_code, books)
    if intake.paper_code:
        return intake.paper_code, _on_paper(intake, books, now)
    desk = books.desk()
    serial = books.free_serials(now.date(), for_other=bool(intake.for_unit))[0]
    return case_code(desk.case_code_format, intake.for_unit or desk.agency_code, now.date(), serial), now


def _on_paper(intake: Intake, books: Books, now: datetime) -> datetime:
    code, at = intake.paper_code, intake.received_at
    number = books.paper_number(code)
    if number is None:
        raise UnknownPaperNumber(case_code=code)
    if number.used:
        raise PaperNumberUsed(case_code=code)
    if intake.for_unit:
        raise PaperForOtherUnit()
    if at is None:
        raise PaperMomentMissing()
    check_paper_moment(at, number, now)
    return at


def check_paper_moment(at: datetime, number: PaperNumber, now: datetime) -> None:
    """Insist that a paper's day and hour can be those of its number.

    Raises:
        PaperDayDiffers, PaperMomentToCome, BeforeSetAside.
    """
    if at.date() != number.day:
        raise PaperDayDiffers(case_code=number.case_code, day=f"{number.day:%d/%m/%Y}")
    if at > now:
        raise PaperMomentToCome(at=f"{at:%H:%M %d/%m/%Y}")
    if at < number.aside_at.replace(second=0):  # a paper names no seconds
        raise BeforeSetAside(case_code=number.case_code, at=f"{number.aside_at:%H:%M %d/%m/%Y}")
