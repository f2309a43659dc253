"""What stands in the form, judged: the intake, or why it is none and where."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from desk_app.domain.case import Intake
from desk_app.domain.errors import (
    DateToCome,
    DeskError,
    ImpossibleDate,
    IntakeIncomplete,
    UnclearAmount,
    UnclearSentTime,
    UnclearTerm,
    UnclearYear,
)
from desk_app.domain.intake_check import check_intake
from desk_app.domain.procedure import Procedure
from desk_app.domain.reckoned import Reckoned
from desk_app.ui.intake.form_state import FormState, intake_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """`intake` None = it cannot be read; `trouble` None = it can be received; `field` is where to go."""

    intake: Intake | None = None
    trouble: DeskError | None = None
    field: str = ""
    warnings: tuple[str, ...] = ()


def judge(state: FormState, procedure: Procedure, today: date, reckoned: Reckoned | None = None) -> Judged:
    """Judge the form; what can be read is also looked at for what it lacks. `reckoned` tells how its fee came about."""
    try:
        intake = intake_of(state, at_once=procedure.at_once, today=today)
        intake = replace(intake, reckoned=reckoned)
    except (ImpossibleDate, UnclearYear, DateToCome) as error:
        return Judged(trouble=error, field="born")
    except UnclearTerm as error:
        return Judged(trouble=error, field="term")
    except UnclearAmount as error:
        return Judged(trouble=error, field="fee")
    except UnclearSentTime as error:
        return Judged(trouble=error, field="sent")
    check = check_intake(intake, procedure, today)
    if check.blocking:
        missing = IntakeIncomplete(missing=check.blocking)
        return Judged(intake=intake, trouble=missing, field=check.fields[0], warnings=check.warnings)
    return Judged(intake=intake, warnings=check.warnings)
