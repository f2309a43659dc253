"""What a paper says is so when it is printed: what the desk keeps, which date is in force, where the dossier is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.desk import RULES, Clock, new_store, receive

from desk_app.domain.case import HandOver, Receiver
from desk_app.domain.component import Component
from desk_app.domain.importing.times import read_time
from desk_app.domain.kept_papers import is_shown
from desk_app.domain.moment import moment
from desk_app.domain.slip import SlipKind
from desk_app.domain.turns import Bound, Ending, Extension, Forward, PaymentAsked, Supplement, Taking
from desk_app.services import payment
from desk_app.services.complete_case import complete_case
from desk_app.services.correct_case import correct_case
from desk_app.services.due_soon import print_apologies
from desk_app.services.end_case import withdraw_case
from desk_app.services.extend_case import extend_case
from desk_app.services.forward_case import forward_case
from desk_app.services.hand_over import hand_over
from desk_app.services.print_slip import PRINTER_SETTING, Press
from desk_app.services.recall_result import recall_result
from desk_app.services.supplement import request_supplement, take_supplement

SHOWN = next(paper for paper in RULES.catalogue.get("1.001193").components if is_shown(paper))
CARD = Component(name=SHOWN.name, originals=1)
PAPER = Component(name="Giấy cam đoan", originals=1)


class Drawer:
    """Draws any slip as a line, and keeps what went to the printer."""

    def __init__(self):
        self.titles = []

    def slip(self, kind, case, desk, staff, *, nth=1, pay_qr="", local_due_at=None):
        return f"{kind} {case.code} {nth}".encode()

    def send(self, paper, _name):
        self.titles.append(paper.title)


@pytest.fixture
def clock():
    return Clock("2026-11-25T09:00:00")


@pytest.fixture
def store(tmp_path):
    made = new_store(tmp_path)
    yield made
    made.close()


@pytest.fixture
def by(store, clock):
    return {"staff": "hoa", "store": store, "clock": clock}


def case_of(store, code):
    with store.reading() as reading:
        return reading.case(code)


def test_what_was_only_to_be_shown_has_come_with_a_supplement_and_is_not_kept(store, clock, by):
    code = receive(store, clock, term="5wd")
    before = case_of(store, code).intake.components
    request_supplement(code, Supplement(papers=(CARD, PAPER), reason="thiếu giấy"), rules=RULES, **by)
    take_supplement(code, (CARD,), rules=RULES, **by)
    assert case_of(store, code).supplements[-1].missing == (PAPER,)
    take_supplement(code, (PAPER,), rules=RULES, **by)

    assert case_of(store, code).intake.components == (*before, PAPER)


def test_a_correction_keeps_nothing_that_was_only_shown(store, clock, by):
    code = receive(store, clock, term="5wd")
    given = case_of(store, code).intake
    fixed = replace(given, components=(*given.components, CARD, PAPER))
    correct_case(code, fixed, "quên ghi", rules=RULES, **by)

    assert case_of(store, code).intake.components == (*given.components, PAPER)


def test_an_apology_that_is_true_no_more_is_not_printed(store, clock, by):
    codes = [receive(store, clock, term="5wd", number="038190004217") for _ in range(3)]
    told = Extension(new_due=moment("2026-12-10T17:00"), reason="chờ xác minh", signer="Lê Văn A")
    for code in codes:
        extend_case(code, told, rules=RULES, **by)
    withdraw_case(codes[0], Ending(reason="không cần nữa"), **by)
    request_supplement(codes[1], Supplement(papers=(PAPER,), reason="thiếu giấy"), rules=RULES, **by)
    clock.at = moment("2026-11-27T09:00")
    take_supplement(codes[1], (PAPER,), rules=RULES, **by)
    with store.transaction() as books:
        books.set_setting(PRINTER_SETTING, "any")
    drawer = Drawer()
    press = Press(papers=drawer, printer=drawer)

    assert print_apologies(rules=RULES, press=press, **by).printed == (codes[2],)
    assert drawer.titles == [f"{codes[2]}-extension"]


def test_a_result_brings_its_dossier_back(store, clock, by):
    """A recalled case could not be sent on again: it was still away, from weeks before."""
    code = receive(store, clock, term="20wd")
    forward_case(code, Forward(to="Sở Tư pháp", bound=Bound.AGENCY), rules=RULES, **by)
    assert case_of(store, code).away is not None
    clock.at = moment("2026-11-30T10:00")
    complete_case(code, "15/GKS", **by)
    case = case_of(store, code)
    assert (case.away, case.forwards[-1].back_at) == (None, clock.at)
    hand_over(code, HandOver(receiver=Receiver.APPLICANT), **by)
    recall_result(code, "sai tên", rules=RULES, **by)
    forward_case(code, Forward(to="Sở Tư pháp", bound=Bound.AGENCY), rules=RULES, **by)

    assert case_of(store, code).away == case_of(store, code).forwards[-1]
    assert case_of(store, code).slip(SlipKind.CONTROL) is not None


def test_a_payment_made_at_once_leaves_a_same_day_promise_where_it_was(store, clock, by):
    code = receive(store, clock, term="same-day@15")
    due = case_of(store, code).due_at
    clock.at = moment("2026-11-25T16:00")
    payment.request_payment(code, PaymentAsked(amount=50_000, what="phí"), **by)
    payment.take_payment(code, Taking(amount=50_000), rules=RULES, **by)

    assert case_of(store, code).due_at == due == moment("2026-11-25T17:00")


@pytest.mark.parametrize("text", ["-5 ngày", "-0,5 ngày làm việc"])
def test_a_time_with_a_minus_is_no_term_and_one_behind_a_dash_is(text):
    read = read_time(text)

    assert (read.text, read.choices, "dấu trừ" in read.look) == (text, (), True)
    assert [one.term for one in read_time(f"- {text[1:]}").choices] != []
