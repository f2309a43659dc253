"""A slip of the hand: the newest act of a case is taken back within minutes, and the log keeps both."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from support.desk import HOA, RULES, Clock, new_store, receive

from desk_app.domain.case import HandOver, Receiver, State
from desk_app.domain.component import Component
from desk_app.domain.deed import TakingBack, deeds_for
from desk_app.domain.errors import (
    AlreadyForwarded,
    BeforeSetAside,
    NotAllowedNow,
    NothingToUndo,
    NotYoursToUndo,
    PaperDayDiffers,
    PaperMomentToCome,
    TooLateToUndo,
    TooLateToVoid,
)
from desk_app.domain.lifecycle import ActName
from desk_app.domain.moment import moment
from desk_app.domain.period import Period
from desk_app.domain.slip import SlipKind
from desk_app.domain.staff import ALL_ROLES, Role, Staff
from desk_app.domain.turns import Ending, Extension, Forward, PaymentAsked, Supplement, Taking
from desk_app.machine.paths import brought
from desk_app.printing.papers import PdfPapers
from desk_app.printing.pdf_folder import PdfFolder
from desk_app.services import end_case, lists, payment
from desk_app.services.case_page import case_page
from desk_app.services.complete_case import complete_case
from desk_app.services.correct_case import correct_case
from desk_app.services.due_check import odd_dues
from desk_app.services.explain_due import explain_dues
from desk_app.services.extend_case import extend_case
from desk_app.services.forward_case import forward_case, take_back
from desk_app.services.hand_over import hand_over
from desk_app.services.paper_numbers import set_numbers_aside
from desk_app.services.presence import add_staff
from desk_app.services.print_slip import Press, print_slip
from desk_app.services.recall_result import recall_result
from desk_app.services.supplement import request_supplement, take_supplement
from desk_app.services.undo_act import may_undo, undo_act

PAPER = Component(name="Giấy chứng sinh", originals=1)
WINDOW = timedelta(minutes=10)
WHY = Ending(reason="ghi nhầm", signer="Lê Văn A")
TODAY = date(2026, 11, 23)


class Desk:
    """One case on a real store; each act by whoever is said."""

    def __init__(self, folder):
        self.folder, self.store, self.clock = folder, new_store(folder), Clock()
        self.staff = "hoa"
        add_staff(Staff(login="lan", name="Nguyễn Thị Lan", title="", roles=frozenset({Role.RECEIVE, Role.PROCESS})),
                  by="hoa", store=self.store, clock=self.clock)  # fmt: skip
        self.code = ""

    @property
    def ports(self):
        return {"staff": self.staff, "store": self.store, "clock": self.clock}

    @property
    def rules(self):
        return {"rules": RULES, **self.ports}

    @property
    def case(self):
        with self.store.reading() as reading:
            return reading.case(self.code)

    @property
    def life(self):
        with self.store.reading() as reading:
            return reading.life(self.code)

    def undo(self, seq=None):
        act = seq or may_undo(self.code, window=WINDOW, **self.ports).seq
        return undo_act(self.code, act, window=WINDOW, **self.ports)

    def extend(self):
        given = Extension(new_due=moment("2026-12-11T17:00:00"), reason="xác minh", signer="A")
        extend_case(self.code, given, **self.rules)

    def print(self, kind):
        press = Press(papers=PdfPapers(brought("resources") / "fonts", brought("resources") / "forms"),
                      printer=PdfFolder(self.folder / "papers"))  # fmt: skip
        print_slip(self.code, kind, press=press, **self.ports)

    def do(self, name):
        match name:
            case "payment_requested":
                payment.request_payment(self.code, PaymentAsked(amount=50_000, what="phí"), **self.ports)
            case "paid":
                payment.take_payment(self.code, Taking(amount=50_000), **self.rules)
            case "supplement_requested":
                request_supplement(self.code, Supplement(papers=(PAPER,), reason="thiếu"), **self.rules)
            case "supplemented":
                take_supplement(self.code, (PAPER,), **self.rules)
            case "closed_uncompleted":
                self.clock.step(hours=24 * 30)
                end_case.close_uncompleted(self.code, WHY, **self.ports)
            case "refused":
                end_case.refuse_case(self.code, WHY, **self.ports)
            case "stopped":
                end_case.stop_case(self.code, WHY, **self.ports)
            case "withdrawn":
                end_case.withdraw_case(self.code, WHY, **self.ports)
            case "forwarded":
                forward_case(self.code, Forward(to="Tư pháp"), **self.rules)
            case "returned_to_desk":
                take_back(self.code, "", **self.ports)
            case "extended":
                self.extend()
            case "completed":
                complete_case(self.code, "15/GKS", **self.ports)
            case "handed_over":
                hand_over(self.code, HandOver(receiver=Receiver.APPLICANT), **self.ports)
            case "result_recalled":
                recall_result(self.code, "sai tên", **self.rules)


@pytest.fixture
def desk(tmp_path):
    made = Desk(tmp_path)
    made.code = receive(made.store, made.clock, term="5wd")
    yield made
    assert odd_dues(store=made.store, rules=RULES, calendar=RULES.calendar) == []
    health = made.store.health()
    assert health.chain
    assert health.projections
    made.store.close()


PATHS = [
    ("payment_requested",), ("payment_requested", "paid"), ("supplement_requested",), ("supplement_requested", "supplemented"),
    ("supplement_requested", "closed_uncompleted"), ("refused",), ("stopped",), ("withdrawn",), ("forwarded",),
    ("forwarded", "returned_to_desk"), ("extended",), ("completed",), ("completed", "handed_over"),
    ("completed", "handed_over", "result_recalled"),
]  # fmt: skip


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path[-1])
def test_a_case_is_as_before_after_any_act_was_taken_back(desk, path):
    for name in path[:-1]:
        desk.do(name)
    before, row = desk.case, row_of(desk)
    desk.do(path[-1])
    assert desk.case.acts == before.acts + 1
    taken = desk.undo()

    after = desk.case
    gone = [slip for slip in after.slips if slip.undone]
    assert replace(after, slips=before.slips) == before
    assert [slip for slip in after.slips if not slip.undone] == list(before.slips)
    assert taken.kind == path[-1]
    assert gone == ([taken.slip] if taken.slip else [])
    assert row_of(desk) == row
    assert [one.kind for one in desk.life[-2:]] == [path[-1], "undone"], "both stay in the log"


def row_of(desk):
    with desk.store.reading() as reading:
        row = reading._one("select * from case_record where case_code = ?", desk.code)
    return {name: value for name, value in row.items() if name != "last_seq"}


def test_the_one_extension_is_there_again_and_every_promise_is_explained(desk):
    desk.extend()
    desk.undo()
    assert desk.case.extension is None
    desk.extend()

    dues = explain_dues(desk.code, desk.life, RULES)
    assert [one.promise.since for one in dues] == ["received", "extended"]
    assert all(one.steps for one in dues)
    assert desk.case.slip(SlipKind.EXTENSION).number == 2, "number 1 stays used"


def test_the_paper_of_an_act_that_was_taken_back_is_void_and_the_receipt_before_it_is_in_force(desk):
    desk.do("supplement_requested")
    desk.do("supplemented")
    desk.print(SlipKind.RECEIPT)
    taken = desk.undo()

    assert (taken.slip.kind, taken.slip.number, taken.slip.printed) == (SlipKind.RECEIPT, 2, 1)
    assert desk.case.slip(SlipKind.RECEIPT).number == 1
    voids = lists.voids(Period.of_day(TODAY), store=desk.store)
    assert [(one.number, one.reason) for one in voids.slips] == [
        ("2/2026", "việc lập phiếu đã được hoàn tác")
    ]
    desk.do("supplemented")
    with desk.store.reading() as reading:
        receipts = [
            (one.number, one.void, one.undone) for one in reading.slips_given(2026) if one.kind == "receipt"
        ]
    assert receipts == [(1, True, False), (2, True, True), (3, False, False)]
    assert lists.gaps(Period.of_day(TODAY), store=desk.store).slips[0].missing == ()


def test_a_print_that_comes_after_the_taking_back_is_counted_on_the_void_paper(desk):
    desk.do("completed")
    desk.do("handed_over")
    number = desk.case.slip(SlipKind.RETURN_SLIP).number
    desk.undo()
    from desk_app.domain import bodies
    from desk_app.domain.happening import Happening, Kind

    with desk.store.transaction() as books:  # it lay on the printer's lane meanwhile
        body = bodies.printed_body(SlipKind.RETURN_SLIP, number, 1, "Canon")
        books.append(
            Happening(kind=Kind.PRINTED, at=desk.clock.now(), staff="hoa", body=body, case_code=desk.code)
        )

    assert [(slip.number, slip.printed, slip.undone) for slip in desk.case.slips[1:]] == [(number, 1, True)]
    assert desk.case.slip(SlipKind.RETURN_SLIP) is None


@pytest.mark.parametrize(
    ("minutes", "allowed"), [(0, True), (9, True), (10, False), (600, False), (-9, True)]
)
def test_the_window_is_minutes_of_the_desks_own_clock(desk, minutes, allowed):
    """A clock that is set back a little makes it no shorter; further back no act goes at all (ClockWentBack)."""
    desk.do("completed")
    seq = desk.life[-1].seq
    desk.clock.step(minutes=minutes)
    if allowed:
        desk.undo(seq)
        assert desk.case.state is State.PROCESSING
        return
    assert may_undo(desk.code, window=WINDOW, **desk.ports) is None
    with pytest.raises(TooLateToUndo, match="10 phút"):
        desk.undo(seq)
    assert desk.case.state is State.RESULT_WAITING


def test_only_whoever_did_it_or_a_lead_takes_it_back(desk):
    desk.do("completed")
    seq = desk.life[-1].seq
    desk.staff = "lan"
    assert may_undo(desk.code, window=WINDOW, **desk.ports) is None
    with pytest.raises(NotYoursToUndo, match=HOA.name):
        desk.undo(seq)
    desk.do("handed_over")
    desk.staff = "hoa"
    desk.undo()  # Hoa leads

    assert desk.case.state is State.RESULT_WAITING


def test_only_the_newest_act_that_stands_is_taken_back(desk):
    desk.do("extended")
    first = desk.life[-1].seq
    desk.do("completed")
    second = desk.life[-1].seq
    with pytest.raises(NothingToUndo):
        desk.undo(first)
    desk.undo(second)
    with pytest.raises(NothingToUndo):
        desk.undo(second)
    desk.undo(first)

    assert may_undo(desk.code, window=WINDOW, **desk.ports) is None
    end_case.void_case(desk.code, "lập nhầm", **desk.ports)
    assert desk.case.state is State.VOIDED, "nothing was done with it"


def test_money_a_correction_and_a_void_number_have_their_own_ways(desk):
    payment.collect_fee(desk.code, Taking(amount=8000), **desk.ports)
    assert may_undo(desk.code, window=WINDOW, **desk.ports) is None
    payment.cancel_fee(desk.code, desk.case.collected[-1].seq, "nhầm", **desk.ports)
    assert may_undo(desk.code, window=WINDOW, **desk.ports) is None
    correct_case(desk.code, replace(desk.case.intake, sets=2), "gõ nhầm", **desk.rules)
    assert may_undo(desk.code, window=WINDOW, **desk.ports) is None
    desk.do("payment_requested")
    with_number = Taking(
        amount=50_000, receipt_form="01BLP2-001", receipt_sign="AA-26T", receipt_number="0000010"
    )
    payment.take_payment(desk.code, with_number, **desk.rules)

    assert may_undo(desk.code, window=WINDOW, **desk.ports) is None, (
        "its biên lai is in the tax office's books"
    )
    with pytest.raises(NothingToUndo):
        desk.undo(desk.life[-1].seq)


def test_no_list_counts_what_was_taken_back(desk):
    desk.do("forwarded")
    desk.undo()
    desk.do("payment_requested")
    desk.do("paid")
    desk.undo()
    desk.undo()
    desk.do("completed")
    desk.do("handed_over")
    desk.undo()
    with desk.store.reading() as reading:
        totals = reading.day_totals(TODAY, desk.clock.now())
        assert (totals.completed, totals.handed_over, totals.waiting) == (1, 0, 1)
        assert reading.money_on(TODAY) == []
        assert [one.done for one in reading.day_cases(TODAY, TODAY)] == [{"received", "completed"}]
    assert lists.forwarded(TODAY, store=desk.store) == ()
    desk.undo()
    with desk.store.reading() as reading:
        assert reading.results_by_day(TODAY, TODAY) == []
        entries = reading.timeline(desk.code)
    assert [(one.kind, one.undone) for one in entries][1:3] == [("forwarded", True), ("undone", False)]
    assert entries[2].detail == "forwarded"


def test_the_page_offers_it_while_it_is_possible(desk):
    desk.do("completed")
    page = case_page(desk.code, undo_window=WINDOW, **desk.rules)
    assert (page.may[-1], page.undo.seq) == (TakingBack.UNDO, desk.life[-1].seq)
    assert page.undo.until == desk.clock.now() + WINDOW
    desk.clock.step(hours=1)

    page = case_page(desk.code, undo_window=WINDOW, **desk.rules)
    assert (TakingBack.UNDO in page.may, page.undo) == (False, None)


def test_a_case_settled_at_once_is_corrected_and_voided_on_its_day(desk):
    desk.code = receive(desk.store, desk.clock, at_once=True)
    assert desk.case.state is State.RETURNED
    assert may_undo(desk.code, window=WINDOW, **desk.ports) is None, "its intake is one act"
    assert {ActName.VOID, ActName.CORRECT} <= set(deeds_for(desk.case, ALL_ROLES, TODAY))
    right = replace(desk.case.intake.applicant, name="Nguyễn Thị Đúng")
    correct_case(desk.code, replace(desk.case.intake, applicant=right), "gõ nhầm", **desk.rules)
    assert (desk.case.intake.applicant.name, desk.case.state) == ("Nguyễn Thị Đúng", State.RETURNED)
    with pytest.raises(TooLateToVoid):
        end_case.void_case(desk.code, "lập nhầm", **desk.ports)

    desk.code = receive(desk.store, desk.clock, at_once=True)
    end_case.void_case(desk.code, "lập nhầm", **desk.ports)
    assert desk.case.state is State.VOIDED
    with desk.store.reading() as reading:
        totals = reading.day_totals(TODAY, desk.clock.now())
    assert (totals.at_once, totals.voided, totals.handed_over) == (1, 1, 1)


def test_a_case_settled_at_once_stands_from_the_next_day_on_and_after_a_recall(desk):
    desk.code = receive(desk.store, desk.clock, at_once=True)
    desk.do("result_recalled")
    desk.do("completed")
    desk.do("handed_over")
    assert ActName.VOID not in deeds_for(desk.case, ALL_ROLES, TODAY)
    desk.code = receive(desk.store, desk.clock, at_once=True)
    desk.clock.step(hours=24)
    for act in (
        lambda: end_case.void_case(desk.code, "lập nhầm", **desk.ports),
        lambda: correct_case(desk.code, replace(desk.case.intake, sets=2), "nhầm", **desk.rules),
    ):
        with pytest.raises(NotAllowedNow):
            act()


def on_paper(desk, hour="15:30"):
    number = set_numbers_aside(1, TODAY, **desk.ports)[0]
    desk.clock.at = moment("2026-11-24T08:00:00")
    at = moment(f"2026-11-23T{hour}:00")
    desk.code = receive(
        desk.store, desk.clock, term="same-day@15", paper_code=number.case_code, received_at=at
    )
    return desk


def test_a_mistyped_hour_of_a_paper_is_put_right_with_its_date(desk):
    on_paper(desk)
    assert f"{desk.case.due_at:%d}" == "25", "after 15:00 it is the next working day"
    right = moment("2026-11-23T10:30:00")
    correct_case(desk.code, replace(desk.case.intake, received_at=right), "gõ nhầm giờ", **desk.rules)

    case = desk.case
    assert (case.received_at, f"{case.due_at:%d/%m}") == (right, "23/11")
    assert case.corrections[-1].fields == ("received_at",)
    assert case.slip(SlipKind.RECEIPT).number == 3
    assert all(one.steps for one in explain_dues(desk.code, desk.life, RULES))
    assert row_of(desk)["received_at"] == "2026-11-23T10:30:00+07:00"


def test_a_papers_right_hour_moves_the_communes_own_part_too(desk):
    number = set_numbers_aside(1, TODAY, **desk.ports)[0]
    desk.clock.at = moment("2026-11-24T08:00:00")
    wrong = moment("2026-11-23T15:30:00")
    desk.code = receive(desk.store, desk.clock, term="4h+1wd", paper_code=number.case_code, received_at=wrong)
    before = desk.case.local_due_at
    right = moment("2026-11-23T09:30:00")
    correct_case(desk.code, replace(desk.case.intake, received_at=right), "gõ nhầm giờ", **desk.rules)

    assert desk.case.local_due_at < before
    assert row_of(desk)["local_due_at"] == desk.case.local_due_at.isoformat()


@pytest.mark.parametrize(
    ("at", "error"),
    [("2026-11-23T08:14:00", BeforeSetAside), ("2026-11-22T10:00:00", PaperDayDiffers), ("2026-11-24T07:00:00", PaperDayDiffers)],
)  # fmt: skip
def test_a_papers_hour_lies_between_its_number_and_now(desk, at, error):
    on_paper(desk)
    with pytest.raises(error):
        correct_case(desk.code, replace(desk.case.intake, received_at=moment(at)), "nhầm", **desk.rules)


def test_a_papers_hour_is_not_to_come(desk):
    number = set_numbers_aside(1, TODAY, **desk.ports)[0]
    desk.code = receive(
        desk.store, desk.clock, term="5wd", paper_code=number.case_code, received_at=desk.clock.now()
    )
    later = desk.clock.now() + timedelta(hours=1)
    with pytest.raises(PaperMomentToCome):
        correct_case(desk.code, replace(desk.case.intake, received_at=later), "nhầm", **desk.rules)


def test_a_number_from_paper_is_voided_on_the_day_it_was_keyed_in(desk):
    on_paper(desk)
    assert ActName.VOID in deeds_for(desk.case, ALL_ROLES, desk.clock.now().date())
    end_case.void_case(desk.code, "lập nhầm", **desk.ports)
    assert desk.case.state is State.VOIDED


def test_a_number_from_paper_stands_from_the_day_after_it_was_keyed_in(desk):
    on_paper(desk)
    desk.clock.step(hours=24)
    with pytest.raises(TooLateToVoid):
        end_case.void_case(desk.code, "lập nhầm", **desk.ports)


def test_a_case_that_is_away_is_not_sent_on(desk):
    desk.do("forwarded")
    assert ActName.FORWARD not in deeds_for(desk.case, ALL_ROLES, TODAY)
    with pytest.raises(AlreadyForwarded, match="Tư pháp"):
        forward_case(desk.code, Forward(to="Công an xã"), **desk.rules)
    desk.do("returned_to_desk")
    forward_case(desk.code, Forward(to="Công an xã"), **desk.rules)

    assert [one.to for one in desk.case.forwards] == ["Tư pháp", "Công an xã"]


def test_a_window_of_its_own_is_read_and_nonsense_is_not(tmp_path):
    from desk_app.machine.settings_file import FILE, kept_undo_minutes

    assert kept_undo_minutes(tmp_path) == 10
    for text, minutes in (('{"undo_minutes": 0}', 0), ('{"undo_minutes": 30}', 30), ('{"undo_minutes": 61}', 10),
                          ('{"undo_minutes": "5"}', 10), ('{"undo_minutes": true}', 10), ("{", 10)):  # fmt: skip
        (tmp_path / FILE).write_text(text)
        assert kept_undo_minutes(tmp_path) == minutes
