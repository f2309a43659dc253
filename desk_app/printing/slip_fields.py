"""What the forms of slips may name, and how each is read from the facts. Values only: labels are in the forms."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from desk_app.domain.applicant import ApplicantKind, IdKind, SubmitterRole
from desk_app.domain.case import HandOver, Receiver, ReturnMethod, Shown
from desk_app.domain.deadline import term_text
from desk_app.domain.desk import as_written
from desk_app.domain.payment import PaymentWay
from desk_app.domain.turns import (
    Ending,
    Extension,
    Guidance,
    PaymentAsked,
    Recall,
    Stage,
    Supplement,
    Taking,
)
from desk_app.printing.facts import Facts
from desk_app.printing.values import day_words, flag, moment_words, money, money_words, short_day

Field = Callable[[Facts], str]
T = TypeVar("T")
PICTURE = "pay_qr"  # the one field that is drawn, not written


def _moments(name: str, read: Callable[[Facts], datetime | None]) -> dict[str, Field]:
    """Return the ways to write one moment: hour and day in words, day in words, day, hour."""

    def written(how: Callable[[datetime], str]) -> Field:
        def field(facts: Facts) -> str:
            at = read(facts)
            return how(at) if at else ""

        return field

    return {
        f"{name}_at": written(moment_words),
        f"{name}_on": written(day_words),
        f"{name}_date": written(short_day),
        f"{name}_time": written(lambda at: f"{at:%H:%M}"),
    }


def _person(facts: Facts) -> str:
    applicant = facts.intake.applicant
    return applicant.name.upper() if applicant.kind is ApplicantKind.PERSON else applicant.name


def _id(kind: IdKind) -> Field:
    return lambda facts: facts.intake.applicant.id if facts.intake.applicant.id_kind is kind else ""


def _acts_as(role: SubmitterRole) -> Field:
    return lambda facts: flag(facts.intake.submitter.role is role)


def _submitter(facts: Facts) -> str:
    return facts.intake.submitter.name if facts.intake.submitter.role is not SubmitterRole.SELF else ""


def _desk_place(facts: Facts) -> str:
    head = facts.desk.letterhead
    return ", ".join(filter(None, (as_written(head.desk_name), head.address)))


def _reason(facts: Facts) -> str:
    match facts.turn:
        case (
            Supplement(reason=reason)
            | Ending(reason=reason)
            | Extension(reason=reason)
            | Recall(reason=reason)
            | Guidance(reason=reason)
        ):
            return reason
    return ""


def _amount(facts: Facts) -> int | None:
    match facts.turn:
        case PaymentAsked(amount=amount) | Taking(amount=amount):
            return amount
    return None


def _signer(facts: Facts) -> str:
    match facts.turn:
        case Extension(signer=signer) | Ending(signer=signer):
            return signer
    return ""


def _signer_title(facts: Facts) -> str:
    match facts.turn:
        case Extension(signer_title=title) | Ending(signer_title=title):
            return title.upper()
    return ""


def _taker(facts: Facts) -> str:
    taken = facts.told(HandOver)
    if taken is None:
        return ""
    return facts.intake.applicant.name if taken.receiver is Receiver.APPLICANT else taken.name


def _of(kind: type[T], read: Callable[[T], object]) -> Field:
    """Return a field read from an act of one kind; what is no text is a flag."""

    def field(facts: Facts) -> str:
        act = facts.told(kind)
        found = read(act) if act else ""
        return found if isinstance(found, str) else flag(found)

    return field


def _supplemented(facts: Facts) -> datetime | None:
    """Return when a supplement was last taken: the receipt after it says so."""
    took = [asked.taken_at for asked in facts.case.supplements] if facts.case else []
    return next((at for at in reversed(took) if at), None)


def _until(facts: Facts) -> datetime | None:
    asked = facts.told(Supplement)
    if asked is None and facts.case and facts.case.supplements:
        asked = facts.case.supplements[-1]  # the closing notice names the day that passed
    return datetime.combine(asked.until, datetime.min.time()) if asked and asked.until else None


def _asked_at(facts: Facts) -> datetime | None:
    return facts.case.supplements[-1].at if facts.case and facts.case.supplements else None


def _old_due(facts: Facts) -> datetime | None:
    extension = facts.told(Extension)
    return extension.old_due if extension else None


def _new_due(facts: Facts) -> datetime | None:
    turn = facts.told(Extension)
    recall = facts.told(Recall)
    return turn.new_due if turn else recall.due_at if recall else None


def _handed_at(facts: Facts) -> datetime | None:
    taken = facts.told(HandOver)
    return taken.at if taken else None


def _result_number(facts: Facts) -> str:
    recall = facts.told(Recall)
    return recall.result_number if recall else facts.case.result_number if facts.case else ""


def _guide(facts: Facts) -> str:
    told = facts.told(Guidance)
    return told.guide if told and told.guide else facts.staff.name


def _guide_phone(facts: Facts) -> str:
    told = facts.told(Guidance)
    return told.phone if told and told.phone else facts.desk.letterhead.phone


def _term_by_law(facts: Facts) -> str:
    """Return the law's term: a line that says "theo quy định" may tell no other."""
    term = facts.intake.term_by_law or facts.intake.term
    return term_text(term) if term else ""


def _replaced(facts: Facts) -> str:
    return f"{facts.receipts[-2].number:05d}" if len(facts.receipts) > 1 else ""


SLIP_FIELDS: dict[str, Field] = {
    "agency": lambda facts: as_written(facts.desk.letterhead.agency_name),
    "desk": lambda facts: as_written(facts.desk.letterhead.desk_name),
    "desk_place": _desk_place,
    "desk_phone": lambda facts: facts.desk.letterhead.phone,
    "staff": lambda facts: facts.staff.name,
    "staff_title": lambda facts: facts.staff.title,
    "slip_number": lambda facts: f"{facts.number:05d}" if facts.number else "",
    "case_code": lambda facts: facts.case.code if facts.case else facts.intake.superior_code,
    "lookup": lambda facts: facts.case.lookup if facts.case else "",
    "procedure": lambda facts: facts.procedure_name,
    "procedure_code": lambda facts: facts.intake.procedure_code,
    "field": lambda facts: facts.case.field if facts.case else "",
    "applicant": _person,
    "applicant_name": lambda facts: facts.intake.applicant.name,
    "personal_id": _id(IdKind.PERSONAL),
    "old_id": _id(IdKind.OLD),
    "passport": _id(IdKind.PASSPORT),
    "tax_id": _id(IdKind.TAX),
    "address": lambda facts: facts.intake.applicant.address,
    "phone": lambda facts: facts.intake.applicant.phone,
    "email": lambda facts: facts.intake.applicant.email,
    "submitter": _submitter,
    "submitter_id": lambda facts: facts.intake.submitter.id if _submitter(facts) else "",
    "authorised": _acts_as(SubmitterRole.AUTHORISED),
    "representative": _acts_as(SubmitterRole.REPRESENTATIVE),
    "hands_in": lambda facts: facts.intake.submitter.name or facts.intake.applicant.name,
    "sets": lambda facts: f"{facts.intake.sets:02d}",
    "term": _term_by_law,
    "term_promised": lambda facts: term_text(facts.intake.term) if facts.intake.term_by_law else "",
    "fee": lambda facts: money(facts.intake.fee),
    "fee_words": lambda facts: money_words(facts.intake.fee),
    "fee_how": lambda facts: facts.intake.reckoned.told(facts.intake.fee) if facts.intake.reckoned else "",
    "free": lambda facts: flag(facts.intake.fee == 0),
    "by_post": lambda facts: flag(facts.intake.return_method is ReturnMethod.POST),
    "at_desk": lambda facts: flag(facts.intake.return_method is ReturnMethod.DESK),
    "return_address": lambda facts: facts.intake.return_address,
    "decides": lambda facts: facts.intake.for_unit_name
    or facts.intake.for_unit
    or as_written(facts.desk.letterhead.agency_name),
    "register_book": lambda facts: facts.case.register_book if facts.case else "",
    "register_number": lambda facts: str(facts.case.register_number or "") if facts.case else "",
    "reissue": lambda facts: str(len(facts.receipts) - 1) if len(facts.receipts) > 1 else "",
    "replaced": _replaced,
    "before_receiving": lambda facts: flag(facts.case is None),
    "appraisal": lambda facts: flag(facts.case is not None),
    "sector": _of(Supplement, lambda asked: asked.stage is Stage.SECTOR),
    "reason": _reason,
    "guide": _guide,
    "guide_phone": _guide_phone,
    "signer": _signer,
    "signs": lambda facts: _signer(facts) or facts.staff.name,
    "signer_title": _signer_title,
    "papers_back": _of(Ending, lambda ending: ending.papers_back),
    "result_number": _result_number,
    "taker": _taker,
    "taken_by_post": _of(HandOver, lambda taken: taken.receiver is Receiver.POST),
    "post_unnamed": _of(HandOver, lambda taken: taken.receiver is Receiver.POST and not taken.name),
    "taker_id": _of(HandOver, lambda taken: taken.id),
    "proxy_paper": _of(HandOver, lambda taken: taken.paper),
    "post_code": _of(HandOver, lambda taken: taken.post_code),
    "showed_receipt": _of(HandOver, lambda taken: taken.shown is Shown.RECEIPT),
    "showed_identity": _of(HandOver, lambda taken: taken.shown is Shown.IDENTITY),
    "amount": lambda facts: money(_amount(facts)),
    "amount_words": lambda facts: money_words(_amount(facts)),
    "nothing_due": lambda facts: flag(_amount(facts) == 0),
    "paid": lambda facts: money(facts.case.money.paid) if facts.case else "",
    "paid_words": lambda facts: money_words(facts.case.money.paid) if facts.case else "",
    "lapsed": lambda facts: money(facts.case.money.lapsed) if facts.case else "",
    "obligation": _of(PaymentAsked, lambda asked: asked.what),
    "payer": lambda facts: _of(Taking, lambda taken: taken.payer)(facts) or facts.intake.applicant.name,
    "in_cash": _of(Taking, lambda taken: taken.way is PaymentWay.CASH),
    "by_transfer": _of(Taking, lambda taken: taken.way is PaymentWay.TRANSFER),
    "fee_receipt_form": _of(Taking, lambda taken: taken.receipt_form),
    "fee_receipt_sign": _of(Taking, lambda taken: taken.receipt_sign),
    "fee_receipt_number": _of(Taking, lambda taken: taken.receipt_number),
    "exemption": _of(Taking, lambda taken: taken.exemption),
    PICTURE: lambda facts: facts.pay_qr,
    **_moments("received", lambda facts: facts.case.received_at if facts.case else None),
    **_moments("due", lambda facts: facts.case.due_at if facts.case else None),
    **_moments("local_due", lambda facts: facts.local_due_at),
    **_moments("supplemented", _supplemented),
    **_moments("asked", _asked_at),
    **_moments("until", _until),
    **_moments("old_due", _old_due),
    **_moments("new_due", _new_due),
    **_moments("handed_over", _handed_at),
    **_moments("slip", lambda facts: facts.at),
}  # fmt: skip
