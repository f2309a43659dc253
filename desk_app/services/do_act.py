"""Do any act on a stored case: one door for the case's page, whatever the act."""

from __future__ import annotations

from desk_app.domain.deed import Brought, Cancelled, Corrected, Deed, MoneyAct, Note
from desk_app.domain.lifecycle import ActName
from desk_app.domain.ports import Clock, Store
from desk_app.domain.slip import Slip, SlipKind
from desk_app.domain.turns import Ending, Extension, Forward, PaymentAsked, Supplement, Taking
from desk_app.services import end_case, payment
from desk_app.services.complete_case import complete_case
from desk_app.services.correct_case import correct_case
from desk_app.services.extend_case import extend_case
from desk_app.services.forward_case import forward_case, take_back
from desk_app.services.recall_result import recall_result
from desk_app.services.receive_case import Rules
from desk_app.services.supplement import do_without, request_supplement, take_supplement

SIGNER_SETTING, SIGNER_TITLE_SETTING = "signer", "signer_title"
_ENDINGS = {
    ActName.REFUSE: end_case.refuse_case,
    ActName.STOP: end_case.stop_case,
    ActName.WITHDRAW: end_case.withdraw_case,
    ActName.CLOSE_UNCOMPLETED: end_case.close_uncompleted,
}


def do_act(
    case_code: str, deed: Deed, *, staff: str, rules: Rules, store: Store, clock: Clock
) -> SlipKind | None:
    """Do it, remember who signs, and return which paper it gave, None when it gave none.

    Raises:
        Whatever the act's own service raises; then nothing is stored.
    """
    with store.reading() as reading:
        before = reading.case(case_code).slips
    act_on(case_code, deed, staff=staff, rules=rules, store=store, clock=clock)
    if isinstance(deed.given, Extension | Ending) and deed.given.signer.strip():
        with store.transaction() as books:
            books.set_setting(SIGNER_SETTING, deed.given.signer.strip())
            books.set_setting(SIGNER_TITLE_SETTING, deed.given.signer_title.strip())
    with store.reading() as reading:
        return new_slip(before, reading.case(case_code).slips)


def new_slip(before: tuple[Slip, ...], after: tuple[Slip, ...]) -> SlipKind | None:
    """Return the kind of the slip that is only in `after`."""
    return after[-1].kind if len(after) > len(before) else None


def act_on(case_code: str, deed: Deed, *, staff: str, rules: Rules, store: Store, clock: Clock) -> None:
    """Hand a deed to its service."""
    match deed:
        case Deed(act=ActName.REQUEST_PAYMENT, given=PaymentAsked() as given):
            payment.request_payment(case_code, given, staff=staff, store=store, clock=clock)
        case Deed(act=ActName.TAKE_PAYMENT, given=Taking() as given):
            payment.take_payment(case_code, given, staff=staff, rules=rules, store=store, clock=clock)
        case Deed(act=MoneyAct.COLLECT_FEE, given=Taking() as given):
            payment.collect_fee(case_code, given, staff=staff, store=store, clock=clock)
        case Deed(act=MoneyAct.CANCEL_FEE, given=Cancelled(seq=seq, reason=reason)):
            payment.cancel_fee(case_code, seq, reason, staff=staff, store=store, clock=clock)
        case Deed(act=ActName.REQUEST_SUPPLEMENT, given=Supplement() as given):
            request_supplement(case_code, given, staff=staff, rules=rules, store=store, clock=clock)
        case Deed(act=ActName.TAKE_SUPPLEMENT, given=Brought(papers=papers)):
            take_supplement(case_code, papers, staff=staff, rules=rules, store=store, clock=clock)
        case Deed(act=ActName.DO_WITHOUT, given=Note(text=text)):
            do_without(case_code, text, staff=staff, rules=rules, store=store, clock=clock)
        case Deed(act=ActName.FORWARD, given=Forward() as given):
            forward_case(case_code, given, staff=staff, rules=rules, store=store, clock=clock)
        case Deed(act=ActName.TAKE_BACK, given=Note(text=text)):
            take_back(case_code, text, staff=staff, store=store, clock=clock)
        case Deed(act=ActName.EXTEND, given=Extension() as given):
            extend_case(case_code, given, staff=staff, rules=rules, store=store, clock=clock)
        case Deed(act=ActName.COMPLETE, given=Note(text=text)):
            complete_case(case_code, text, staff=staff, store=store, clock=clock)
        case Deed(act=ActName.RECALL_RESULT, given=Note(text=text)):
            recall_result(case_code, text, staff=staff, rules=rules, store=store, clock=clock)
        case Deed(act=ActName.CORRECT, given=Corrected(intake=intake, reason=reason)):
            correct_case(case_code, intake, reason, staff=staff, rules=rules, store=store, clock=clock)
        case Deed(act=ActName.VOID, given=Ending(reason=reason)):
            end_case.void_case(case_code, reason, staff=staff, store=store, clock=clock)
        case Deed(act=act, given=Ending() as given) if act in _ENDINGS:
            _ENDINGS[ActName(act)](case_code, given, staff=staff, store=store, clock=clock)
        case _:
            raise ValueError(f"{deed.act} is not done with a {type(deed.given).__name__}")
