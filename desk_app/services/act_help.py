"""What the form of an act is filled with before the clerk touches it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias

from desk_app.domain.case import Case
from desk_app.domain.case_clock import Timeliness, forward_by, may_request_supplement
from desk_app.domain.deed import owed
from desk_app.domain.fee import FeeTable
from desk_app.domain.fee_lines import FeeAsked, fee_lines
from desk_app.domain.open_time import after_working_days
from desk_app.domain.ports import Clock, Store
from desk_app.domain.procedure import Procedure
from desk_app.domain.staff import Staff
from desk_app.services import pay_qr
from desk_app.services.acting import member_of
from desk_app.services.do_act import SIGNER_SETTING, SIGNER_TITLE_SETTING
from desk_app.services.receive_case import Rules

Modules: TypeAlias = tuple[tuple[bool, ...], ...]  # of a QR, row by row, True = dark
LATER_BY = (1, 3, 5, 10)  # working days that a new date is offered at


@dataclass(frozen=True, slots=True, kw_only=True)
class ActHelp:
    """All that any form may want; `procedure` is that of the case's intake, whatever the catalogue says of it now.

    `later` are working days after what was promised, or after today: how many, and which day. `exemptions` are words
    for paper. `pay_qr` gives the QR of a transfer of so many đồng, empty where the commune has no account.
    """

    case: Case
    now: datetime
    procedure: Procedure
    me: Staff
    staff: tuple[Staff, ...]
    signer: str
    signer_title: str
    later: tuple[tuple[int, date], ...]
    supplement: Timeliness
    forward_by: datetime
    owed: int
    exemptions: tuple[str, ...]
    superior: str
    pay_qr: Callable[[int], Modules]


def act_help(
    case_code: str,
    *,
    staff: str,
    rules: Rules,
    fees: Callable[[], FeeTable],
    qr: Callable[[str], Modules],
    store: Store,
    clock: Clock,
) -> ActHelp:
    """Return what the forms are filled with; `qr` draws a text.

    Raises:
        UnknownCase, UnknownStaff.
    """
    with store.reading() as reading:
        case, desk, members = reading.case(case_code), reading.desk(), tuple(reading.staff())
        me = member_of(reading, staff)
        signer, title = reading.setting(SIGNER_SETTING), reading.setting(SIGNER_TITLE_SETTING)
    now, pinned = clock.now(), rules.rules_of(case)
    after = max(now.date(), case.due_at.date()) if case.due_at else now.date()
    running_since = case.supplements[-1].taken_at if case.supplements else None

    def transfer(amount: int) -> Modules:
        text = pay_qr.pay_qr(amount, case, desk)
        return qr(text) if text else ()

    return ActHelp(
        case=case,
        now=now,
        procedure=rules.pinned_procedure(case.catalogue_version, case.intake.procedure_code),
        me=me,
        staff=members,
        signer=signer,
        signer_title=title,
        later=tuple((n, after_working_days(after, n, rules.calendar)) for n in LATER_BY),
        supplement=may_request_supplement(running_since or case.received_at, now, pinned, rules.calendar),
        forward_by=forward_by(case.complete_at, pinned, rules.calendar).due_at,
        owed=owed(case),
        exemptions=_exemptions(case, fees()),
        superior=desk.superior_label,
        pay_qr=transfer,
    )


def _exemptions(case: Case, table: FeeTable) -> tuple[str, ...]:
    asked = FeeAsked(channel=case.intake.channel)
    found = fee_lines(case.intake.procedure_code, asked, table, case.received_at.date())
    return tuple(exemption.words for exemption in found.exemptions)
