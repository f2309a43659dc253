"""One turn after another: each finds the clock, the money and the papers as the turns before have left them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from support.desk import DESK, HOA, RULES, Clock, intake, new_store, receive

from desk_app.domain.case import HandOver, Receiver, State
from desk_app.domain.component import Component
from desk_app.domain.deed import outstanding
from desk_app.domain.errors import (
    IntakeIncomplete,
    NoSuchSlip,
    NotAllowedNow,
    NothingChanged,
    NotYetClosable,
    NotYourRole,
)
from desk_app.domain.moment import moment
from desk_app.domain.own_days import OwnDay
from desk_app.domain.payment import MoneyState
from desk_app.domain.slip import SlipKind
from desk_app.domain.staff import Role, Staff
from desk_app.domain.time_rules import SupplementClock
from desk_app.domain.turns import Ending, Extension, Forward, PaymentAsked, Stage, Supplement, Taking
from desk_app.machine.paths import brought
from desk_app.printing.facts import of_case
from desk_app.printing.papers import PdfPapers
from desk_app.printing.pdf_folder import PdfFolder
from desk_app.services import payment
from desk_app.services.complete_case import complete_case
from desk_app.services.correct_case import correct_case
from desk_app.services.due_check import odd_dues
from desk_app.services.end_case import close_uncompleted, stop_case, withdraw_case
from desk_app.services.extend_case import extend_case
from desk_app.services.forward_case import forward_case, take_back
from desk_app.services.hand_over import hand_over
from desk_app.services.local_settings import keep_own_day
from desk_app.services.presence import add_staff
from desk_app.services.print_slip import Press, print_slip
from desk_app.services.recall_result import recall_result
from desk_app.services.receive_case import receive_case
from desk_app.services.supplement import do_without, request_supplement, take_supplement

PAPER = Component(name="Giấy chứng sinh", originals=1)
OTHER = Component(name="Giấy kết hôn", originals=0, copies=2)
PAUSING = replace(RULES, time_rules=replace(RULES.time_rules, supplement_clock=SupplementClock.PAUSE))


class Desk:
    """One case on a real store; each act at its moment."""

    def __init__(self, folder):
        self.store, self.clock, self.rules = new_store(folder), Clock("2026-11-25T08:15:00"), RULES
        self.folder = folder

    @property
    def ports(self):
        return {"staff": "hoa", "store": self.store, "clock": self.clock}

    def at(self, day):
        self.clock.at = moment(f"2026-{day}")
        return self

    def receive(self, term="10wd", **changes):
        self.code = receive(self.store, self.clock, term=term, **changes)
        return self

    @property
    def case(self):
        with self.store.reading() as reading:
            return reading.case(self.code)

    @property
    def due(self):
        return f"{self.case.due_at:%m-%dT%H:%M}"

    def ask(self, stage=Stage.APPRAISAL, papers=(PAPER,)):
        asked = Supplement(papers=papers, reason="thiếu giấy", stage=stage, leader="Lê Văn A")
        request_supplement(self.code, asked, rules=self.rules, **self.ports)

    def take(self, *papers):
        take_supplement(self.code, papers or (PAPER,), rules=self.rules, **self.ports)

    def bill(self):
        payment.request_payment(self.code, PaymentAsked(amount=50_000, what="phí"), **self.ports)

    def pay(self):
        payment.take_payment(self.code, Taking(amount=50_000), rules=self.rules, **self.ports)

    def collect(self, amount=8000, **more):
        payment.collect_fee(self.code, Taking(amount=amount, **more), **self.ports)
        return self.case.collected[-1].seq

    def correct(self, **changes):
        right = replace(self.case.intake, **changes)
        correct_case(self.code, right, "gõ nhầm", rules=self.rules, **self.ports)

    def finish(self):
        complete_case(self.code, "15/GKS", **self.ports)
        hand_over(self.code, HandOver(receiver=Receiver.APPLICANT), **self.ports)

    def recall(self):
        recall_result(self.code, "sai tên", rules=self.rules, **self.ports)

    def print(self, kind):
        press = Press(papers=PdfPapers(brought("resources") / "fonts", brought("resources") / "forms"),
                      printer=PdfFolder(self.folder / "papers"))  # fmt: skip
        print_slip(self.code, kind, press=press, **self.ports)

    def slips(self, kind):
        with self.store.reading() as reading:
            return [(one.number, one.void) for one in reading.slips_given(2026) if one.kind is kind]

    @property
    def odd(self):
        return odd_dues(store=self.store, rules=self.rules, calendar=self.rules.calendar)


@pytest.fixture
def desk(tmp_path):
    made = Desk(tmp_path)
    yield made
    assert made.odd == [], "the doctor finds every promise right"
    assert made.store.health().projections
    made.store.close()


def test_two_supplements_each_count_anew(desk):
    desk.receive("5wd").at("11-26T09:00:00").ask()
    desk.at("11-30T09:00:00").take()
    assert desk.due == "12-07T17:00"
    desk.at("12-01T09:00:00").ask(Stage.SECTOR)
    desk.at("12-03T09:00:00").take()

    assert desk.due == "12-10T17:00"


def test_two_pauses_add_up(desk):
    desk.rules = PAUSING
    desk.receive("5wd").at("11-26T09:00:00").ask()
    desk.at("11-30T09:00:00").take()
    assert desk.due == "12-04T17:00", "four days were left"
    desk.at("12-01T09:00:00").ask(Stage.SECTOR)
    desk.at("12-03T09:00:00").take()

    assert desk.due == "12-08T17:00", "three days were left"


def test_a_payment_after_a_supplement_stops_the_term_that_was_counted_anew(desk):
    desk.receive("10wd+15wd").at("11-26T09:00:00").ask()
    desk.at("12-15T09:00:00").take()
    before = desk.case.due_at
    desk.at("12-21T09:00:00").bill()  # the commune's own part, counted anew, runs to 29/12
    desk.at("12-23T09:00:00").pay()

    assert (before - moment("2026-12-15T09:00:00")).days == 36
    assert RULES.calendar.is_working(desk.case.due_at.date())
    assert desk.case.due_at > before, "two days were waited for in the first stage, so both stages move"


def test_two_pauses_in_the_communes_own_stage_move_both(desk):
    desk.rules = PAUSING
    desk.receive("3wd+5wd").at("11-26T09:00:00").ask()  # own part to 30/11
    desk.at("12-07T09:00:00").take()  # two days left: own part to 9/12
    assert desk.due == "12-16T17:00"
    desk.at("12-08T09:00:00").bill()
    desk.at("12-10T09:00:00").pay()

    assert desk.due == "12-18T17:00", (
        "stopped in the commune's own part, though that should have ended on 30/11"
    )


@pytest.mark.parametrize(("rules", "due"), [(RULES, "12-14T17:00"), (PAUSING, "12-14T17:00")])
def test_a_corrected_term_counts_over_what_stopped_the_clock(desk, rules, due):
    desk.rules = rules
    desk.receive("5wd")
    if rules is PAUSING:
        desk.at("11-25T09:00:00").ask()
        desk.at("11-30T09:00:00").take()
        desk.correct(term="10wd")
    else:
        desk.at("11-26T09:00:00").ask()
        desk.at("11-30T09:00:00").take()
        desk.at("11-30T10:00:00").ask(Stage.SECTOR)
        desk.correct(term="10wd")  # while it waits again: the first restart still stands

    assert desk.due == due


def test_a_corrected_term_keeps_the_pause_of_a_payment(desk):
    desk.receive("5wd").at("11-26T09:00:00").bill()
    desk.at("11-30T09:00:00").pay()
    paused = desk.due
    desk.correct(term="6wd")

    assert (paused, desk.due) == ("12-04T17:00", "12-07T17:00")


def test_a_correction_moves_neither_the_one_new_date_nor_that_of_a_recall(desk):
    desk.receive("5wd")
    extend_case(
        desk.code, Extension(new_due=moment("2026-12-11T17:00:00"), reason="xác minh", signer="A"),
        rules=RULES, **desk.ports,
    )  # fmt: skip
    desk.correct(term="3wd")
    assert desk.due == "12-11T17:00"
    desk.at("12-01T09:00:00").finish()
    desk.at("12-02T09:00:00").recall()
    recalled = desk.due
    desk.correct(term="5wd")

    assert desk.due == recalled != "12-11T17:00"


def test_an_extended_case_counts_on_from_its_new_date_or_anew(desk):
    desk.receive("5wd")
    extend_case(
        desk.code, Extension(new_due=moment("2026-12-11T17:00:00"), reason="xác minh", signer="A"),
        rules=RULES, **desk.ports,
    )  # fmt: skip
    desk.at("12-01T09:00:00").bill()
    desk.at("12-03T09:00:00").pay()
    assert desk.due == "12-15T17:00"
    desk.at("12-04T09:00:00").ask()
    desk.at("12-07T09:00:00").take()

    assert desk.due == "12-14T17:00"


def test_a_supplement_after_a_recall_counts_the_days_of_the_recall(desk):
    desk.receive("30wd").at("11-30T09:00:00").finish()
    desk.at("12-01T09:00:00").recall()
    desk.at("12-01T10:00:00").ask()
    desk.at("12-02T09:00:00").take()

    assert RULES.time_rules.recall == "3wd"
    assert desk.due == "12-07T17:00"


@pytest.mark.parametrize(("rules", "due"), [(RULES, "12-11T17:00"), (PAUSING, "12-10T17:00")])
def test_half_a_supplement_leaves_the_case_waiting_and_the_rest_begins_its_term(desk, rules, due):
    desk.rules = rules
    desk.receive("5wd").at("11-26T09:00:00").ask(papers=(PAPER, OTHER))
    promised, until = desk.due, desk.case.supplements[-1].until
    desk.at("12-02T09:00:00").take(PAPER)
    case = desk.case
    asked = case.supplements[-1]

    assert (case.state, desk.due, case.open_due_at) == (State.WAITING, promised, None)
    assert (asked.taken, asked.missing, asked.taken_at, asked.until) == ((PAPER,), (OTHER,), None, until)
    assert [(part.papers, part.by, f"{part.at:%d/%m}") for part in asked.parts] == [
        ((PAPER,), "hoa", "02/12")
    ]
    assert PAPER in case.intake.components, "it lies with the case"
    assert desk.slips(SlipKind.RECEIPT) == [(1, False)], "no new receipt, for there is no new date"
    assert desk.slips(SlipKind.SUPPLEMENT_PART) == [(1, False)]
    desk.at("12-03T09:00:00").take(replace(OTHER, copies=1))
    assert desk.case.supplements[-1].missing == (replace(OTHER, copies=1),), "two copies were asked for"
    desk.at("12-04T09:00:00").take(replace(OTHER, originals=1, copies=0))
    case = desk.case

    assert (case.state, case.supplements[-1].missing, desk.due) == (State.PROCESSING, (), due)
    assert len(case.supplements[-1].taken) == 3
    assert desk.slips(SlipKind.RECEIPT) == [(1, True), (2, False)]
    assert desk.odd == []


def test_who_brought_half_has_no_more_days_than_the_notice_gave(desk):
    desk.receive("5wd").at("11-26T09:00:00").ask(papers=(PAPER, OTHER))
    desk.at("12-10T09:00:00").take(PAPER)
    with pytest.raises(NotYetClosable):
        close_uncompleted(desk.code, Ending(reason="quá hạn"), **desk.ports)
    desk.at("12-12T09:00:00")
    close_uncompleted(desk.code, Ending(reason="quá hạn"), **desk.ports)

    assert (desk.case.state, desk.case.supplements[-1].missing) == (State.CLOSED, (OTHER,))


def test_what_is_needed_no_more_is_let_go_with_a_reason_by_whom_processes(desk):
    desk.receive("5wd").at("11-26T09:00:00").ask(papers=(PAPER, OTHER))
    desk.at("12-02T09:00:00").take(PAPER)
    ports = {"rules": RULES, "store": desk.store, "clock": desk.clock}
    with pytest.raises(IntakeIncomplete, match="lý do"):
        do_without(desk.code, "  ", staff="hoa", **ports)
    add_staff(Staff(login="lan", name="Lan", title="", roles=frozenset({Role.RECEIVE})), by="hoa",
              store=desk.store, clock=desk.clock)  # fmt: skip
    with pytest.raises(NotYourRole):
        do_without(desk.code, "đã tra cứu được", staff="lan", **ports)
    assert desk.case.state is State.WAITING
    desk.at("12-03T09:00:00")
    do_without(desk.code, "đã  tra cứu được", staff="hoa", **ports)
    case = desk.case

    assert (case.state, desk.due) == (State.PROCESSING, "12-10T17:00")
    assert (case.supplements[-1].let_go, case.supplements[-1].why_not) == ((OTHER,), "đã tra cứu được")
    assert case.supplements[-1].taken == (PAPER,)
    assert OTHER not in case.intake.components
    assert desk.odd == []


@pytest.mark.parametrize(("end", "state"), [(stop_case, State.STOPPED), (withdraw_case, State.WITHDRAWN)])
@pytest.mark.parametrize(
    ("fee", "collected", "money", "owed"),
    [(None, 0, MoneyState.CANCELLED, 0), (8000, 8000, MoneyState.PAID, 0), (8000, 0, MoneyState.DUE, 8000)],
)
def test_who_will_not_pay_may_stop_or_withdraw_and_owes_the_obligation_no_more(
    desk, end, state, fee, collected, money, owed
):
    desk.receive("5wd", fee=fee)
    if collected:
        desk.collect(collected)
    desk.at("11-26T09:00:00").bill()
    assert desk.case.money.state is MoneyState.DUE
    end(desk.code, Ending(reason="không nộp"), **desk.ports)
    case = desk.case

    assert (case.state, case.money.state, outstanding(case)) == (state, money, owed)
    assert (case.money.paid, case.money.lapsed) == (collected, 50_000)
    with pytest.raises(NotAllowedNow):
        desk.pay()


def test_a_field_that_was_emptied_is_a_correction_too(desk):
    desk.receive("5wd", note="giao tận tay", fee=8000)
    desk.correct(note="")
    assert (desk.case.intake.note, desk.case.intake.fee) == ("", 8000)
    desk.correct(fee=None)
    assert (desk.case.intake.fee, desk.case.corrections[-1].fields) == (None, ("fee",))
    with pytest.raises(NothingChanged):
        desk.correct(fee=None)


def test_a_correction_after_a_supplement_keeps_what_was_brought(desk):
    desk.receive("5wd").at("11-26T09:00:00").ask()
    desk.at("11-30T09:00:00").take()
    before = desk.case.intake.components
    desk.correct(applicant=replace(desk.case.intake.applicant, name="Nguyễn Thị Minh Đạt"))
    assert desk.case.intake.components == before
    desk.at("12-01T09:00:00").ask(Stage.SECTOR)
    desk.at("12-02T09:00:00").take()

    assert desk.case.intake.components == (*before, PAPER)
    assert desk.case.intake.applicant.name == "Nguyễn Thị Minh Đạt"


def test_a_recalled_result_has_no_return_slip_until_it_is_handed_over_again(desk):
    desk.receive("5wd").at("11-26T09:00:00").finish()
    desk.print(SlipKind.RETURN_SLIP)
    desk.at("11-27T09:00:00").recall()
    with pytest.raises(NoSuchSlip):
        desk.print(SlipKind.RETURN_SLIP)
    desk.print(SlipKind.RECALL)
    desk.at("11-30T09:00:00").finish()
    desk.print(SlipKind.RETURN_SLIP)

    assert desk.case.slip(SlipKind.RETURN_SLIP).number == 2
    assert desk.case.return_slips_printed == 1


def test_a_cancelled_fee_has_no_note_and_the_one_before_it_stands_again(desk):
    desk.receive("5wd", fee=8000)
    first = desk.collect(5000)
    assert desk.case.money.state is MoneyState.DUE, "3.000 is still owed"
    second = desk.collect(3000)
    assert desk.case.money.state is MoneyState.PAID
    payment.cancel_fee(desk.code, second, "thu nhầm", **desk.ports)

    assert desk.case.money.state is MoneyState.DUE
    assert desk.case.slip(SlipKind.FEE_NOTE).number == 1
    assert of_case(SlipKind.FEE_NOTE, desk.case, DESK, HOA).turn.amount == 5000
    assert desk.slips(SlipKind.FEE_NOTE) == [(1, False), (2, True)]
    payment.cancel_fee(desk.code, first, "thu nhầm", **desk.ports)
    assert desk.case.money.state is MoneyState.CANCELLED
    with pytest.raises(NoSuchSlip):
        desk.print(SlipKind.FEE_NOTE)
    desk.collect(8000)
    assert desk.case.money.state is MoneyState.PAID


def test_a_payment_that_was_only_recorded_takes_no_note_away(desk):
    desk.receive("5wd", fee=8000)
    desk.collect(8000)
    desk.bill()
    desk.pay()
    facts = of_case(SlipKind.FEE_NOTE, desk.case, DESK, HOA)

    assert (facts.number, facts.turn.amount) == (1, 8000)


def test_a_second_control_turn_prints_under_the_number_that_goes_with_the_case(desk):
    desk.receive("5wd")
    forward_case(desk.code, Forward(to="Tư pháp"), rules=RULES, **desk.ports)
    take_back(desk.code, "", **desk.ports)
    forward_case(desk.code, Forward(to="Công an xã"), rules=RULES, **desk.ports)

    assert of_case(SlipKind.CONTROL, desk.case, DESK, HOA).number == 1


def test_only_a_receipt_is_replaced_by_the_next_one(desk):
    desk.receive("5wd")
    desk.at("11-26T09:00:00").ask()
    desk.at("11-27T09:00:00").take()
    desk.ask(Stage.SECTOR)

    assert desk.slips(SlipKind.COMPLETION) == [(1, False), (2, False)], "both were given and both stand"
    assert desk.slips(SlipKind.RECEIPT) == [(1, True), (2, False)]


def test_the_communes_own_day_makes_no_earlier_promise_odd(desk):
    desk.receive("5wd")
    own = OwnDay(day=date(2026, 11, 27), working=False, reason="nghỉ do bão", decision="CV 1/UBND")
    keep_own_day(own, calendar=RULES.calendar, **desk.ports)

    assert desk.due == "12-02T17:00"
    assert desk.odd == []


def test_only_who_receives_may_receive(desk):
    add_staff(Staff(login="chu", name="Chu Thị Vân", title="", roles=frozenset({Role.LEAD})), by="hoa",
              store=desk.store, clock=desk.clock)  # fmt: skip
    with pytest.raises(NotYourRole):
        receive_case(
            intake(), print_receipt=True, rules=RULES, staff="chu", store=desk.store, clock=desk.clock
        )
    with desk.store.reading() as reading:
        assert reading.find_cases() == []
