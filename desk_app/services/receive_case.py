"""Receive a case (tiếp nhận), and settle it in the same act where the procedure allows (giải quyết ngay)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from desk_app.domain import act_bodies, bodies
from desk_app.domain.applicant import SubmitterRole
from desk_app.domain.calendar import Calendar
from desk_app.domain.case import Case, HandOver, Intake, Receiver, State
from desk_app.domain.deadline import Deadline, deadline
from desk_app.domain.errors import IntakeIncomplete, SentTimeToCome
from desk_app.domain.fee_receipt import check_receipt
from desk_app.domain.happening import Happening, Kind
from desk_app.domain.intake_bounds import tidied_intake
from desk_app.domain.intake_check import check_intake
from desk_app.domain.kept_papers import kept
from desk_app.domain.lifecycle import ActName, demand
from desk_app.domain.payment import check_taken
from desk_app.domain.ports import Books, Catalogue, Clock, Store
from desk_app.domain.procedure import Procedure, ProcedureTexts
from desk_app.domain.promised_term import with_law
from desk_app.domain.received import Received
from desk_app.domain.slip import SlipKind
from desk_app.domain.time_rules import TimeRules
from desk_app.domain.turns import Taking
from desk_app.services.acting import member_of
from desk_app.services.number_case import number_case, settled_intake


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What an intake is judged by; the case keeps the versions."""

    catalogue: Catalogue
    calendar: Calendar
    form_set_on: Callable[[date], str]
    texts: Callable[[int, str], ProcedureTexts]  # of a pinned catalogue version
    time_rules: TimeRules  # in force today
    pinned_rules: Callable[[int], TimeRules]  # of a pinned version
    pinned_procedure: Callable[[int, str], Procedure]  # of a pinned catalogue version

    def rules_of(self, case: Case) -> TimeRules:
        """Return the rules of time of a case's intake, with what sector law says of its procedure."""
        version = case.rules_version
        rules = self.pinned_rules(version) if version not in {0, self.time_rules.version} else self.time_rules
        return rules.of_procedure(case.intake.procedure_code)


def receive_case(
    intake: Intake,
    *,
    print_receipt: bool,
    staff: str,
    rules: Rules,
    store: Store,
    clock: Clock,
    taken: Taking | None = None,
) -> Received:
    """Store a case with its number, register line and slip number, in one transaction; the draft goes too.

    `taken` is what was paid at the same moment. It gives no fee note: the citizen holds a biên lai, and another paper
    a case would hold up whoever waits.

    Raises:
        IntakeIncomplete: naming what is still missing.
        PaymentNotOwed, FeeReceiptUnclear: what was taken is not what is owed, or its biên lai not whole.
        UnknownStaff, NotYourRole: only who receives may.
        NumbersUsedUp: this desk has given all serials of the day.
        SentTimeToCome: filed online later than now.
        UnclearUnit, UnclearSuperiorCode, SuperiorCodeTaken, and what is wrong with a number from paper.
    """
    procedure = rules.catalogue.get(intake.procedure_code)
    intake = tidied_intake(intake, procedure)
    blocking = check_intake(intake, procedure, clock.now().date()).blocking
    if blocking:
        raise IntakeIncomplete(missing=blocking)
    if taken is not None:
        check_receipt(taken.receipt_form, taken.receipt_sign, taken.receipt_number)
        check_taken(taken.amount, intake.fee, reason=taken.exemption)
    at_once = intake.at_once
    wanted = print_receipt or not at_once
    with store.transaction() as books:
        act = ActName.RECEIVE_AT_ONCE if at_once else ActName.RECEIVE
        demand(act, None, member_of(books, staff).roles)
        at = clock.now()
        if intake.sent_at is not None and intake.sent_at > at:
            raise SentTimeToCome(at=f"{intake.sent_at:%H:%M %d/%m/%Y}")
        intake = settled_intake(intake, procedure, books.desk().agency_code)
        code, received_at = number_case(intake, books, at)
        _append_received(
            books, code, intake, procedure, rules, at=at, received_at=received_at, staff=staff, receipt=wanted
        )
        if taken is not None:
            body = act_bodies.collected_body(taken)
            books.append(Happening(kind=Kind.FEE_COLLECTED, at=at, staff=staff, body=body, case_code=code))
        if at_once:
            _settle(books, code, intake, at=at, staff=staff)
        books.drop_draft(staff)
    owed = (intake.fee or 0) - (taken.amount if taken is not None else 0) if at_once else 0
    return Received(case_code=code, at_once=at_once, receipt_wanted=wanted, owed=owed)


def preview_case(intake: Intake, *, staff: str, rules: Rules, store: Store, clock: Clock) -> Case:
    """Return the case as it would be stored now, without a number."""
    procedure = rules.catalogue.get(intake.procedure_code)
    intake = with_law(kept(intake, procedure), procedure)
    at = (intake.received_at if intake.paper_code else None) or clock.now()
    with store.reading() as reading:
        desk = reading.desk()
    due = _due(intake, rules.calendar, at)
    return Case(
        code=intake.paper_code or f"{intake.for_unit or desk.agency_code}-{at:%y%m%d}-----",
        intake=intake,
        procedure_name=procedure.name,
        field=procedure.field,
        state=State.PROCESSING,
        received_at=at,
        received_by=staff,
        due_at=due.due_at if due else None,
        local_due_at=due.local_due_at if due else None,
        catalogue_version=rules.catalogue.version,
        calendar_version=rules.calendar.version,
        form_set=rules.form_set_on(at.date()),
        register_book="",
        register_number=0,
        slip_number=0,
        lookup="",
    )


def _append_received(
    books: Books,
    code: str,
    intake: Intake,
    procedure: Procedure,
    rules: Rules,
    *,
    at: datetime,
    received_at: datetime,
    staff: str,
    receipt: bool,
) -> None:
    book = f"{received_at.year}-{books.desk().number}"
    due = _due(intake, rules.calendar, received_at)
    pinned = bodies.Pinned(
        catalogue_version=rules.catalogue.version,
        calendar_version=rules.calendar.version,
        form_set=rules.form_set_on(received_at.date()),
        due_at=due.due_at if due else None,
        local_due_at=due.local_due_at if due else None,
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


def _due(intake: Intake, calendar: Calendar, at: datetime) -> Deadline | None:
    return deadline(at, intake.term, calendar) if intake.term and not intake.at_once else None
