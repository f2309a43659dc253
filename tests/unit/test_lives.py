"""Random lives of cases through the real services and the real store: whatever happens, these stay true."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from support.desk import RULES, Clock, intake, new_store

from desk_app.domain.case import HandOver, Receiver, State
from desk_app.domain.component import Component
from desk_app.domain.errors import DeskError, NotAllowedNow
from desk_app.domain.life import live
from desk_app.domain.lifecycle import ACTS, OPEN, ActName
from desk_app.domain.moment import VIETNAM
from desk_app.domain.payment import MoneyState
from desk_app.domain.turns import Ending, Extension, Forward, PaymentAsked, Supplement, Taking
from desk_app.services import end_case, payment
from desk_app.services.complete_case import complete_case
from desk_app.services.correct_case import correct_case
from desk_app.services.extend_case import extend_case
from desk_app.services.forward_case import forward_case, take_back
from desk_app.services.hand_over import hand_over
from desk_app.services.recall_result import recall_result
from desk_app.services.receive_case import receive_case
from desk_app.services.supplement import do_without, request_supplement, take_supplement
from desk_app.services.undo_act import may_undo, undo_act
from desk_app.storage import case_rows, event_log

PAPER = Component(name="Giấy chứng sinh", originals=1)
OTHER = Component(name="Giấy kết hôn", originals=0, copies=1)
WINDOW = timedelta(minutes=10)
WHY = Ending(reason="vì lý do thử")
ACTS_ON_A_CASE = [name for name, act in ACTS.items() if act.since]


class Lives(RuleBasedStateMachine):
    """A desk over some weeks: cases are received, and anything is tried on any of them."""

    @initialize()
    def open(self):
        self.folder = TemporaryDirectory()
        self.store, self.clock = new_store(Path(self.folder.name)), Clock()
        self.states: dict[str, State] = {}

    def teardown(self):
        self.check_that_log_and_rows_agree()
        self.store.close()
        self.folder.cleanup()

    @property
    def ports(self):
        return {"staff": "hoa", "store": self.store, "clock": self.clock}

    @rule(minutes=st.integers(min_value=0, max_value=12_000))
    def time_passes(self, minutes):
        self.clock.step(minutes=minutes)

    @precondition(lambda self: len(self.states) < 4)
    @rule(
        term=st.sampled_from(["same-day@15", "5wd", "8h", "15d", "10wd+15wd", ""]),
        fee=st.sampled_from([None, 0, 8000]),
    )
    def receive(self, term, fee):
        got = receive_case(intake(term=term, fee=fee), print_receipt=True, rules=RULES, **self.ports)
        assert got.case_code not in self.states, "a number is never given twice"
        self.states[got.case_code] = State.PROCESSING

    @precondition(lambda self: self.states)
    @rule(name=st.sampled_from(ACTS_ON_A_CASE), which=st.integers(min_value=0, max_value=3))
    def act(self, name, which):
        code = sorted(self.states)[which % len(self.states)]
        act, state = ACTS[name], self.states[code]
        if state not in act.since:
            with must_refuse(NotAllowedNow):
                self.do(name, code)
            return
        try:
            self.do(name, code)
        except NotAllowedNow:
            raise
        except DeskError:
            return  # its own sentence: too early to close, extended before, nothing to take back …
        if act.to is not None and not self.lacks(code):
            self.states[code] = act.to

    def lacks(self, code):
        """Return whether a part of a supplement came and the rest has not: the case waits on."""
        with self.store.reading() as reading:
            case = reading.case(code)
        return case.state is State.WAITING and bool(case.supplements[-1].parts)

    @precondition(lambda self: self.states)
    @rule(which=st.integers(min_value=0, max_value=3), minutes=st.sampled_from([0, 0, 9, 10]))
    def take_back_the_newest_act(self, which, minutes):
        """As before, whatever it was; where nothing may be taken back, nothing is."""
        code = sorted(self.states)[which % len(self.states)]
        self.clock.step(minutes=minutes)
        with self.store.reading() as reading:
            told = reading.life(code)
        may = may_undo(code, window=WINDOW, **self.ports)
        if may is None:
            with must_refuse(DeskError):
                undo_act(code, told[-1].seq, window=WINDOW, **self.ports)
            return
        undo_act(code, may.seq, window=WINDOW, **self.ports)
        before = live(code, [one for one in told if one.seq != may.seq], RULES.texts)
        with self.store.reading() as reading:
            after = reading.case(code)
        given = tuple(slip for slip in after.slips if slip.seq != may.seq)
        assert replace(after, slips=given, lookup="", own_forms=None) == before
        self.states[code] = after.state

    def do(self, name, code):
        rules = {"rules": RULES, **self.ports}
        match name:
            case ActName.REQUEST_PAYMENT:
                payment.request_payment(code, PaymentAsked(amount=50_000, what="phí thẩm định"), **self.ports)
            case ActName.TAKE_PAYMENT:
                payment.take_payment(code, Taking(amount=50_000), **rules)
            case ActName.REQUEST_SUPPLEMENT:
                request_supplement(code, Supplement(papers=(PAPER, OTHER), reason="thiếu giấy"), **rules)
            case ActName.TAKE_SUPPLEMENT:
                with self.store.reading() as reading:
                    asked = reading.case(code).supplements
                # the first of them, then the rest: at times all at once
                both = not asked or self.clock.now().minute % 3 == 0
                take_supplement(code, (PAPER, OTHER) if both else asked[-1].missing[:1] or (PAPER,), **rules)
            case ActName.DO_WITHOUT:
                do_without(code, "đã tra cứu được", **rules)
            case ActName.CLOSE_UNCOMPLETED:
                end_case.close_uncompleted(code, WHY, **self.ports)
            case ActName.REFUSE:
                end_case.refuse_case(code, WHY, **self.ports)
            case ActName.FORWARD:
                forward_case(code, Forward(to="Phòng Tư pháp"), **rules)
            case ActName.TAKE_BACK:
                take_back(code, "", **self.ports)
            case ActName.EXTEND:
                new = self.clock.now().replace(hour=17) + timedelta(days=10)
                extend_case(code, Extension(new_due=new, reason="cần xác minh", signer="Lê Văn A"), **rules)
            case ActName.STOP:
                end_case.stop_case(code, WHY, **self.ports)
            case ActName.WITHDRAW:
                end_case.withdraw_case(code, WHY, **self.ports)
            case ActName.COMPLETE:
                complete_case(code, "15/GKS", **self.ports)
            case ActName.HAND_OVER:
                hand_over(code, HandOver(receiver=Receiver.APPLICANT), **self.ports)
            case ActName.RECALL_RESULT:
                recall_result(code, "sai tên", **rules)
            case ActName.CORRECT:
                name_now = f"Nguyễn Thị Sửa {'I' * self.clock.now().day}"
                correct_case(code, intake(name=name_now), "gõ nhầm", **rules)
            case ActName.VOID:
                end_case.void_case(code, "lập nhầm", **self.ports)

    @invariant()
    def the_states_are_those_the_table_leads_to(self):
        for code, state in getattr(self, "states", {}).items():
            with self.store.reading() as reading:
                case = reading.case(code)
            assert case.state is state
            assert (case.open_due_at is not None) == (state is State.PROCESSING and case.due_at is not None)
            assert len([one for one in case.supplements if one.taken_at is None and case.state in OPEN]) <= 1
            assert (case.state is State.WAITING) == bool(
                case.state in OPEN and case.supplements and case.supplements[-1].taken_at is None
            )
            assert (state is State.PAYMENT_WAITING) <= (case.money.state is MoneyState.DUE)
            assert any(one.open for one in case.payments) == (state is State.PAYMENT_WAITING)
            assert bool(case.supplements and case.supplements[-1].missing) <= (
                state in (State.WAITING, State.CLOSED, State.STOPPED, State.WITHDRAWN)
            )
            promised = [one.due_at for one in case.promises if one.due_at]
            assert case.due_at == (promised[-1] if promised else None)
            # a correction counts from the receipt: its date may be over
            since = {one.since: one for one in case.promises if one.due_at}
            assert all(one.due_at >= one.at for kind, one in since.items() if kind != "corrected")

    @invariant()
    def numbers_are_unique_and_without_gaps(self):
        if not hasattr(self, "store"):
            return
        with self.store.reading() as reading:
            rows = reading._all("select slip, year, number from slip order by slip, year, number")
            register = reading._all(
                "select register_book, register_number from case_record order by register_book, register_number"
            )
        by_book: dict[str, list[int]] = {}
        for row in register:  # a book a year: a life may go on into January
            by_book.setdefault(row["register_book"], []).append(row["register_number"])
        by_form: dict[tuple[str, int], list[int]] = {}
        for row in rows:
            by_form.setdefault((row["slip"], row["year"]), []).append(row["number"])
        assert all(numbers == list(range(1, len(numbers) + 1)) for numbers in by_form.values())
        assert all(numbers == list(range(1, len(numbers) + 1)) for numbers in by_book.values())

    def check_that_log_and_rows_agree(self):
        health = self.store.health()
        assert health.chain
        assert health.projections
        with self.store.reading() as reading:
            for code in self.states:
                told = case_rows.told(event_log.events_of(reading._db, code))
                again = live(code, told, RULES.texts)
                kept = reading.case(code)
                assert (again.state, again.due_at, again.intake) == (kept.state, kept.due_at, kept.intake)


@contextmanager
def must_refuse(kind):
    """Nothing else than `kind` may come, and it must come."""
    try:
        yield
    except kind:
        return
    raise AssertionError("an act that the table does not allow was done")


Lives.TestCase.settings = settings(max_examples=20, stateful_step_count=25, deadline=None)
TestLives = Lives.TestCase


def test_the_clock_of_these_lives_is_viet_nam_time():
    assert Clock().now() == datetime(2026, 11, 23, 8, 15, tzinfo=VIETNAM)
