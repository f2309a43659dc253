"""Money: notify an obligation, record what was paid, collect a fee, cancel what was collected."""

from __future__ import annotations

from dataclasses import replace

from desk_app.domain import act_bodies
from desk_app.domain.bodies import filled
from desk_app.domain.case import STATE_NAMES, Case, State
from desk_app.domain.case_clock import due_after_payment
from desk_app.domain.deed import MONEY_NAMES, MONEY_ROLES, MoneyAct
from desk_app.domain.errors import IntakeIncomplete, NotAllowedNow, NotYourRole, UnknownPayment
from desk_app.domain.fee_receipt import check_receipt
from desk_app.domain.happening import Happening, Kind
from desk_app.domain.lifecycle import ActName
from desk_app.domain.payment import check_taken
from desk_app.domain.ports import Clock, Store
from desk_app.domain.running import local_end, running
from desk_app.domain.slip import SlipKind
from desk_app.domain.staff import ROLE_NAMES, Staff
from desk_app.domain.turns import PaymentAsked, Taking
from desk_app.domain.words import Words
from desk_app.services.acting import acting, member_of
from desk_app.services.receive_case import Rules


def request_payment(case_code: str, asked: PaymentAsked, *, staff: str, store: Store, clock: Clock) -> None:
    """Append a financial obligation; the case waits for the payment.

    Raises:
        IntakeIncomplete: no amount, or nothing said what for.
    """
    if asked.amount <= 0 or not asked.what.strip():
        raise IntakeIncomplete(missing=Words("số tiền và nội dung nghĩa vụ tài chính"))
    with acting(ActName.REQUEST_PAYMENT, case_code, staff=staff, store=store, clock=clock) as act:
        act.append(act_bodies.payment_body(replace(asked, slip_number=act.slip_number())))


def take_payment(
    case_code: str, taken: Taking, *, staff: str, rules: Rules, store: Store, clock: Clock
) -> None:
    """Append that the obligation is met; a clock that stood goes on by the rule of the case's intake.

    What was not taken of it goes on being owed (CaseMoney.owed).

    Raises:
        IntakeIncomplete, PaymentNotOwed: nothing, or more than what was asked for.
        FeeReceiptUnclear: the biên lai is not whole.
    """
    check_receipt(taken.receipt_form, taken.receipt_sign, taken.receipt_number)
    with acting(ActName.TAKE_PAYMENT, case_code, staff=staff, store=store, clock=clock) as act:
        case, asked = act.case, act.case.payments[-1]
        check_taken(taken.amount, asked.amount, reason=taken.exemption)
        due, local, pinned = case.due_at, case.local_due_at, rules.rules_of(case)
        now = running(case, pinned, rules.calendar)
        if now is not None and case.due_at is not None and asked.at is not None:
            end = due_after_payment(
                received_at=now.began_at,
                due_at=case.due_at,
                requested_at=asked.at,
                paid_at=act.at,
                term=now.term,
                rules=pinned,
                calendar=rules.calendar,
                local_due_at=now.end.local_due_at,
            )
            due, local = end.due_at, local_end(case, replace(now, end=end))
        if (due, local) == (case.due_at, case.local_due_at):
            due, local = None, None
        act.append(act_bodies.collected_body(taken, due, local))


def collect_fee(case_code: str, taken: Taking, *, staff: str, store: Store, clock: Clock) -> None:
    """Append that a fee was taken, or why it was not; the biên lai's numbers stand as they were typed.

    Raises:
        IntakeIncomplete: neither an amount nor an exemption.
        PaymentNotOwed: more than what is owed.
        FeeReceiptUnclear: the biên lai is not whole.
        NotYourRole, NotAllowedNow: not by this person, not of a void case.
    """
    check_receipt(taken.receipt_form, taken.receipt_sign, taken.receipt_number)
    with store.transaction() as books:
        case, member, at = books.case(case_code), member_of(books, staff), clock.now()
        _may_touch_money(MoneyAct.COLLECT_FEE, case, member)
        check_taken(taken.amount, _remaining(case), reason=taken.exemption)
        number = books.next_slip_number(SlipKind.FEE_NOTE, at.year)
        body = act_bodies.collected_body(replace(taken, slip_number=number))
        books.append(
            Happening(kind=Kind.FEE_COLLECTED, at=at, staff=member.login, body=body, case_code=case.code)
        )


def cancel_fee(case_code: str, seq: int, reason: str, *, staff: str, store: Store, clock: Clock) -> None:
    """Append that a collected fee was given back or entered wrongly; both stay in the list.

    Raises:
        UnknownPayment: the case has no such collection, or it is cancelled.
        IntakeIncomplete: no reason.
        NotYourRole, NotAllowedNow: not by this person, not of a void case.
    """
    if not reason.strip():
        raise IntakeIncomplete(missing=Words("lý do hủy"))
    with store.transaction() as books:
        case, member = books.case(case_code), member_of(books, staff)
        _may_touch_money(MoneyAct.CANCEL_FEE, case, member)
        if not any(taken.seq == seq and not taken.cancelled for taken in case.collected):
            raise UnknownPayment(case_code=case_code)
        body = filled(seq=seq, reason=" ".join(reason.split()))
        books.append(
            Happening(
                kind=Kind.FEE_CANCELLED, at=clock.now(), staff=member.login, body=body, case_code=case_code
            )
        )


def _remaining(case: Case) -> int | None:
    """Return what is owed, None where nobody has set it."""
    return None if case.intake.fee is None else case.money.owed


def _may_touch_money(act: MoneyAct, case: Case, member: Staff) -> None:
    """Refuse whoever has no role for it, and a case whose number was void from the beginning."""
    if not member.roles & frozenset(MONEY_ROLES):
        raise NotYourRole(act=MONEY_NAMES[act], roles=tuple(ROLE_NAMES[role] for role in MONEY_ROLES))
    if case.state is State.VOIDED:
        raise NotAllowedNow(case_code=case.code, state=STATE_NAMES[case.state])
