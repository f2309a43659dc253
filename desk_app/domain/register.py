"""Lines of the two lists that the desk keeps on paper: the register of cases and the hand-over list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from desk_app.domain.case import STATE_NAMES, Case, ReturnMethod, State

WITHOUT_RESULT = frozenset({State.REFUSED, State.WITHDRAWN, State.STOPPED, State.CLOSED, State.VOIDED})


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterLine:
    """One case in the register (sổ theo dõi hồ sơ); `agency` decides, `returned_at` None = not yet."""

    number: int
    case_code: str
    procedure_name: str
    applicant_name: str
    received_at: datetime
    agency: str = ""
    address: str = ""
    phone: str = ""
    sets: int = 1
    due_at: datetime | None = None
    returned_at: datetime | None = None
    return_method: ReturnMethod = ReturnMethod.DESK
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverLine:
    """One case in the list that goes with the dossiers to whoever settles them (danh sách bàn giao)."""

    case_code: str
    procedure_name: str
    applicant_name: str
    received_at: datetime
    sets: int = 1
    address: str = ""
    phone: str = ""
    due_at: datetime | None = None
    note: str = ""


def register_line(case: Case, agency: str) -> RegisterLine:
    """Return a case's line; `agency` is the desk's own, used where no other unit decides.

    A case that ended without a result says so in its note: its number stays in the book.
    """
    return RegisterLine(
        number=case.register_number,
        case_code=case.code,
        procedure_name=case.procedure_name,
        applicant_name=case.intake.applicant.name,
        received_at=case.received_at,
        agency=case.intake.for_unit_name or case.intake.for_unit or agency,
        address=case.intake.applicant.address,
        phone=case.intake.applicant.phone,
        sets=case.intake.sets,
        due_at=case.due_at,
        returned_at=case.hand_over.at if case.hand_over else None,
        return_method=case.intake.return_method,
        note=STATE_NAMES[case.state] if case.state in WITHOUT_RESULT else "",
    )


def hand_over_line(case: Case) -> HandOverLine:
    """Return a case's line; the note of its last forwarding goes along."""
    return HandOverLine(
        case_code=case.code,
        procedure_name=case.procedure_name,
        applicant_name=case.intake.applicant.name,
        received_at=case.received_at,
        sets=case.intake.sets,
        address=case.intake.applicant.address,
        phone=case.intake.applicant.phone,
        due_at=case.due_at,
        note=case.forwards[-1].note if case.forwards else "",
    )


def day_period(day: date) -> str:
    """Return what a register printed by day says of its period."""
    return f"Ngày {day:%d/%m/%Y}"


def month_period(day: date) -> str:
    """Return what a register printed by month says of the month of `day`."""
    return f"Tháng {day:%m/%Y}"
