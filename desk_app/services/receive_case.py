"""Receive a case (tiếp nhận), and settle it in the same act where the procedure allows (giải quyết ngay)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from desk_app.domain import bodies
from desk_app.domain.applicant import SubmitterRole
from desk_app.domain.calendar import Calendar
from desk_app.domain.case import Case, HandOver, Intake, Receiver, State
from desk_app.domain.case_code import case_code
from desk_app.domain.deadline import deadline
from desk_app.domain.errors import IntakeIncomplete
from desk_app.domain.happening import Happening, Kind
from desk_app.domain.intake_check import check_intake
from desk_app.domain.ports import Books, Catalogue, Clock, Store
from desk_app.domain.procedure import Procedure, ProcedureTexts
from desk_app.domain.received import Received
from desk_app.domain.slip import SlipKind
from desk_app.domain.time_rules import TimeRules


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What an intake is judged by; the case keeps the versions."""

    catalogue: Catalogue
    calendar: Calendar
    form_set_on: Callable[[date], str]
    texts: Callable[[int, str], ProcedureTexts]  # of a pinned catalogue version
    time_rules: TimeRules  # in force today
    pinned_rules: Callable[[int], TimeRules]  # of a pinned version

    def rules_of(self, case: Case) -> TimeRules:
        """Return the rules of time of a case's intake, with what sector law says of its procedure."""
        version = case.rules_version
        rules = self.pinned_rules(version) if version not in {0, self.time_rules.version} else self.time_rules
        return rules.of_procedure(case.intake.procedure_code)


def receive_case(
    intake: Intake, *, print_receipt: bool, staff: str, rules: Rules, store: Store, clock: Clock
) -> Received:
    """Store a case with its number, register line and slip number, in one transaction; the draft goes too.

    Raises:
        IntakeIncomplete: naming what is still missing.
        NumbersUsedUp: this desk has given all serials of the day.
    """
    procedure = rules.catalogue.get(intake.procedure_code)
    blocking = check_intake(intake, procedure).blocking
    if blocking:
        raise IntakeIncomplete(missing=blocking)
    at_once = intake.at_once
    wanted = print_receipt or not at_once
    with store.transaction() as books:
        at = clock.now()
        code = _take_number(books, at)
        _append_received(books, code, intake, procedure, rules, at=at, staff=staff, receipt=wanted)
        if at_once:
            _settle(books, code, intake, at=at, staff=staff)
        books.drop_draft(staff)
    return Received(case_code=code, at_once=at_once, receipt_wanted=wanted)


def preview_case(intake: Intake, *, staff: str, rules: Rules, store: Store, clock: Clock) -> Case:
    """Return the case as it would be stored now, without a number."""
    procedure = rules.catalogue.get(intake.procedure_code)
    at = clock.now()
    with store.reading() as reading:
        desk = reading.desk()
    return Case(
        code=f"{desk.agency_code}-{at:%y%m%d}-----",
        intake=intake,
        procedure_name=procedure.name,
        field=procedure.field,
        state=State.PROCESSING,
        received_at=at,
        received_by=staff,
        due_at=_due_at(intake, rules.calendar, at),
        catalogue_version=rules.catalogue.version,
        calendar_version=rules.calendar.version,
        form_set=rules.form_set_on(at.date()),
        register_book="",
        register_number=0,
        slip_number=0,
        lookup="",
    )


def _take_number(books: Books, at: datetime) -> str:
    desk = books.desk()
    return case_code(desk.case_code_format, desk.agency_code, at.date(), books.next_serial(at.date()))


def _append_received(
    books: Books,
    code: str,
    intake: Intake,
    procedure: Procedure,
    rules: Rules,
    *,
    at: datetime,
    staff: str,
    receipt: bool,
) -> None:
    book = f"{at.year}-{books.desk().number}"
    pinned = bodies.Pinned(
        catalogue_version=rules.catalogue.version,
        calendar_version=rules.calendar.version,
        form_set=rules.form_set_on(at.date()),
        due_at=_due_at(intake, rules.calendar, at),
        book=book,
        book_number=books.next_register_number(book),
        slip_number=books.next_slip_number(SlipKind.RECEIPT, at.year) if receipt else 0,
        rules_version=rules.time_rules.version,
    )
    texts = tuple(component.name for component in procedure.components)
    body = bodies.received_body(intake, texts=texts, pinned=pinned)
    books.append(Happening(kind=Kind.RECEIVED, at=at, staff=staff, body=body, case_code=code))


def _settle(books: Books, code: str, intake: Intake, *, at: datetime, staff: str) -> None:
    submitter = intake.submitter
    alone = submitter.role is SubmitterRole.SELF
    taken = HandOver(
        receiver=Receiver.APPLICANT if alone else Receiver.PROXY,
        name="" if alone else submitter.name,
        id="" if alone else submitter.id,
        slip_wanted=False,
    )
    for kind, body in (
        (Kind.COMPLETED, bodies.completed_body("")),
        (Kind.HANDED_OVER, bodies.handed_over_body(taken)),
    ):
        books.append(Happening(kind=kind, at=at, staff=staff, body=body, case_code=code))


def _due_at(intake: Intake, calendar: Calendar, at: datetime) -> datetime | None:
    return deadline(at, intake.term, calendar).due_at if intake.term and not intake.at_once else None
