"""F5 reminds of what no promised date says: the commune's own part of a two-stage term, and a case not sent on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from support.desk import KEY, RULES, Clock, new_store, open_store, receive

from desk_app.domain.case_clock import Urgency
from desk_app.domain.component import Component
from desk_app.domain.due_table import due_table, due_words, what_to_do
from desk_app.domain.fee import Channel, FeeTable
from desk_app.domain.lifecycle import ActName
from desk_app.domain.moment import moment
from desk_app.domain.procedure import ProcessStep
from desk_app.domain.time_rules import SupplementClock
from desk_app.domain.turns import Bound, Extension, Forward, PaymentAsked, Supplement, Taking
from desk_app.services import payment
from desk_app.services.act_help import act_help
from desk_app.services.complete_case import complete_case
from desk_app.services.correct_case import correct_case
from desk_app.services.due_soon import count_overdue, due_soon, print_apologies
from desk_app.services.extend_case import extend_case
from desk_app.services.forward_case import forward_case, take_back
from desk_app.services.print_slip import Press
from desk_app.services.supplement import request_supplement, take_supplement
from desk_app.storage import database, event_log

STAGED = "3wd+5wd"  # received 23/11/2026 09:00: our part ends 27/11, the whole 04/12 (24/11 is a day off)
SUPERIOR = Forward(to="Sở Nội vụ", bound=Bound.SUPERIOR)
PAPER = Component(name="Giấy xác nhận", originals=1)


class Desk:
    """A desk whose clock is set by the text of a moment."""

    def __init__(self, store, rules=RULES):
        self.store, self.clock, self.rules = store, Clock("2026-11-23T09:00"), rules
        self.ports = {"staff": "hoa", "store": store, "clock": self.clock}

    def at(self, text):
        self.clock.at = moment(text)
        return self

    def receive(self, term=STAGED, **changes):
        return receive(self.store, self.clock, term=term, **changes)

    def due(self):
        return due_soon(rules=self.rules, store=self.store, clock=self.clock)

    def found(self, code):
        """Return what F5 says of a case, None where it stands in no group; it stands in one alone."""
        rows = [case for case in self.due().all if case.code == code]
        assert len(rows) <= 1
        return rows[0] if rows else None

    def ours(self, code):
        """Return in which group the commune's own part stands, None where it stands in none."""
        row = self.found(code)
        return row.urgency if row and row.own_part else None

    def forward(self, code, sent=SUPERIOR):
        forward_case(code, sent, rules=self.rules, **self.ports)

    def ask(self, code):
        request_supplement(code, Supplement(papers=(PAPER,), reason="thiếu"), rules=self.rules, **self.ports)

    def take(self, code):
        take_supplement(code, (PAPER,), rules=self.rules, **self.ports)

    def case(self, code):
        with self.store.reading() as reading:
            return reading.case(code)

    def correct(self, code, **changes):
        fixed = replace(self.case(code).intake, **changes)
        correct_case(code, fixed, "nhập nhầm", rules=self.rules, **self.ports)

    @property
    def overdue(self):
        return count_overdue(store=self.store, clock=self.clock)


@pytest.fixture
def store(tmp_path):
    made = new_store(tmp_path)
    yield made
    made.close()


@pytest.fixture
def desk(store):
    return Desk(store)


@pytest.fixture
def pausing(store):
    rules = replace(RULES.time_rules, supplement_clock=SupplementClock.PAUSE)
    return Desk(store, replace(RULES, time_rules=rules, pinned_rules=lambda _version: rules))


@pytest.mark.parametrize(
    ("at", "group", "words"),
    [
        ("2026-11-26T08:00", Urgency.DUE_TOMORROW, "phần của xã: hạn Thứ Sáu 27/11, 17:00"),
        ("2026-11-27T08:00", Urgency.DUE_TODAY, "phần của xã: hạn hôm nay, 17:00"),
        ("2026-11-27T17:01", Urgency.OVERDUE, "phần của xã: hạn 27/11/2026, quá giờ"),
        ("2026-11-30T08:00", Urgency.OVERDUE, "phần của xã: hạn 27/11/2026, quá 3 ngày"),
    ],
)
def test_the_communes_own_part_of_a_term_stands_in_its_group_and_is_said_as_such(desk, at, group, words):
    code = desk.receive()
    row = desk.at(at).found(code)

    assert (row.urgency, row.own_part) == (group, True)
    assert due_words(row, desk.clock.now().date()) == words
    assert (
        what_to_do(row, desk.clock.now().date()) == "làm xong phần của xã rồi chuyển đi; hẹn trả 04/12/2026"
    )
    assert row.acts(desk.clock.now().date()) == (ActName.FORWARD, ActName.EXTEND)
    assert desk.overdue == (group is Urgency.OVERDUE), "the red number is the group's"


def test_linked_procedures_have_a_local_date_too(desk):
    """3.000722 received before 15:00 on 20/11: 23/11 at the commune, 26/11 the whole."""
    code = desk.at("2026-11-20T14:00").receive("1wd+2wd@15", procedure_code="3.000722")

    assert desk.at("2026-11-23T08:00").ours(code) is Urgency.DUE_TODAY
    assert desk.at("2026-11-25T08:00").ours(code) is Urgency.OVERDUE


def test_what_an_officer_of_the_commune_has_is_still_the_communes(desk):
    code = desk.receive()
    desk.forward(code, Forward(to="Công chức Văn hóa – Xã hội"))

    assert desk.at("2026-11-27T08:00").ours(code) is Urgency.DUE_TODAY
    take_back(code, "xong", **desk.ports)
    assert desk.ours(code) is Urgency.DUE_TODAY


@pytest.mark.parametrize("bound", [Bound.SUPERIOR, Bound.AGENCY])
def test_what_has_been_sent_out_in_time_is_no_more_the_communes(desk, bound):
    code = desk.receive()
    desk.at("2026-11-26T10:00").forward(code, Forward(to="Sở Nội vụ", bound=bound))

    assert desk.at("2026-11-30T08:00").found(code) is None
    assert desk.overdue == 0
    assert desk.at("2026-12-04T08:00").found(code).own_part is False, "the citizen's date stays"
    desk.at("2026-11-30T09:00")
    take_back(code, "đã có kết quả", **desk.ports)
    assert desk.ours(code) is None, "whoever brings it back: our part was done"


def test_the_citizens_date_comes_before_the_communes_part(desk):
    code = desk.receive()
    row = desk.at("2026-12-07T08:00").found(code)

    assert (row.urgency, row.own_part, due_words(row, date(2026, 12, 7))) == (
        Urgency.OVERDUE,
        False,
        "04/12/2026, quá 3 ngày",
    )
    assert desk.overdue == 1, "counted once"


def test_a_supplement_counts_both_stages_anew(desk):
    code = desk.receive()
    desk.at("2026-11-25T10:00").ask(code)
    assert desk.at("2026-11-27T08:00").found(code).urgency is Urgency.WAITING_FOR_CITIZEN
    assert desk.at("2026-11-30T08:00").overdue == 0, "its clock stands"
    desk.at("2026-11-30T09:00").take(code)

    assert desk.case(code).local_due_at == moment("2026-12-03T17:00")
    assert desk.at("2026-12-02T08:00").ours(code) is Urgency.DUE_TOMORROW


def test_a_pause_moves_the_communes_part_as_it_moves_the_promise(pausing):
    """26 and 27/11 were left: 1 and 2/12."""
    code = pausing.receive()
    pausing.at("2026-11-25T10:00").ask(code)
    pausing.at("2026-11-30T09:00").take(code)

    assert pausing.case(code).local_due_at == moment("2026-12-02T17:00")
    assert pausing.at("2026-12-02T08:00").ours(code) is Urgency.DUE_TODAY


def test_a_pause_after_it_was_sent_out_gives_the_commune_nothing_back(pausing):
    code = pausing.receive()
    pausing.at("2026-11-26T10:00").forward(code)
    pausing.at("2026-11-30T08:00")
    take_back(code, "thiếu giấy", **pausing.ports)
    pausing.ask(code)
    pausing.at("2026-12-03T09:00").take(code)

    assert pausing.case(code).local_due_at is None
    assert pausing.overdue == 0


def test_a_term_that_begins_anew_after_it_came_back_gives_the_commune_its_part_again(desk):
    code = desk.receive()
    desk.at("2026-11-26T10:00").forward(code)
    desk.at("2026-11-30T08:00")
    take_back(code, "thiếu giấy", **desk.ports)
    desk.ask(code)
    desk.at("2026-12-02T09:00").take(code)

    assert desk.at("2026-12-07T08:00").ours(code) is Urgency.DUE_TODAY


def test_a_case_late_when_it_stopped_keeps_its_local_date(pausing):
    code = pausing.receive()
    pausing.at("2026-12-07T10:00").ask(code)
    pausing.at("2026-12-09T10:00").take(code)

    assert pausing.case(code).local_due_at == moment("2026-11-27T17:00")


def test_a_payment_moves_both_dates(desk):
    code = desk.receive()
    desk.at("2026-11-25T10:00")
    payment.request_payment(code, PaymentAsked(amount=50_000, what="lệ phí"), **desk.ports)
    desk.at("2026-11-30T09:00")
    payment.take_payment(code, Taking(amount=50_000), rules=desk.rules, **desk.ports)

    assert desk.case(code).local_due_at == moment("2026-12-02T17:00")
    assert desk.at("2026-12-01T08:00").ours(code) is Urgency.DUE_TOMORROW


def test_an_extension_moves_the_citizens_date_alone(desk):
    code = desk.receive()
    desk.at("2026-11-26T10:00")
    later = Extension(new_due=moment("2026-12-10T17:00"), reason="cần xác minh", signer="Trần Văn Minh")
    extend_case(code, later, rules=desk.rules, **desk.ports)

    assert desk.case(code).due_at == moment("2026-12-10T17:00")
    row = desk.at("2026-11-27T08:00").found(code)
    assert (row.urgency, row.own_part, row.promised_at) == (
        Urgency.DUE_TODAY,
        True,
        moment("2026-12-10T17:00"),
    )


def test_a_corrected_term_has_its_own_stages(desk):
    """8 working days end when 3 + 5 do: the date stays, the commune's part goes, and comes back."""
    code = desk.receive()
    due_at = desk.case(code).due_at
    desk.correct(code, term="8wd")
    assert (desk.case(code).due_at, desk.case(code).local_due_at) == (due_at, None)
    desk.correct(code, note="chỉ sửa ghi chú")
    assert desk.case(code).local_due_at is None
    desk.correct(code, term=STAGED)
    assert desk.case(code).local_due_at == moment("2026-11-27T17:00")
    desk.correct(code, note="lại sửa ghi chú")
    assert desk.case(code).local_due_at == moment("2026-11-27T17:00")


def test_what_is_settled_owes_no_part(desk):
    code = desk.receive()
    complete_case(code, "15/2026", **desk.ports)

    assert desk.at("2026-11-30T08:00").found(code).urgency is Urgency.RESULT_NOT_COLLECTED
    assert desk.overdue == 0


def test_what_an_officer_has_comes_back_before_it_is_sent_on(desk):
    code = desk.receive()
    desk.forward(code, Forward(to="Công chức Tư pháp – Hộ tịch", bound=Bound.OFFICER))
    row = desk.at("2026-11-27T08:00").found(code)

    assert row.acts(desk.clock.now().date()) == (ActName.TAKE_BACK, ActName.EXTEND)
    assert "Công chức Tư pháp – Hộ tịch" in str(what_to_do(row, desk.clock.now().date()).fields["whom"])


def test_the_last_day_to_apologise_is_told_whatever_group_the_communes_part_is_in(desk):
    code = desk.receive("3wd+2wd")
    desk.at("2026-11-30T09:00")
    assert (desk.found(code).urgency, f"{desk.found(code).promised_at:%d/%m}") == (Urgency.OVERDUE, "01/12")

    asked = print_apologies(press=Press(papers=None, printer=None), rules=RULES, **desk.ports)
    assert [case.code for case in asked.without] == [code]


def test_the_communes_part_needs_no_apology(desk):
    """Its date is no promise to the citizen."""
    desk.receive()
    desk.at("2026-11-26T08:00")

    assert [case.own_part for case in desk.due().groups[Urgency.DUE_TOMORROW]] == [True]
    assert print_apologies(press=Press(papers=None, printer=None), rules=RULES, **desk.ports).without == ()


def test_a_local_date_travels_only_where_there_are_two_stages(tmp_path, desk):
    staged, plain = desk.receive(), desk.receive("5wd", name="Lò Văn Pán", number="014090000001")
    connection = database.connect(tmp_path / "desk.db", KEY)
    bodies = {event.case_code: event_log.body_of(event) for event in event_log.events(connection)}
    connection.conn.close()

    assert bodies[staged]["local_due_at"] == "2026-11-27T17:00:00+07:00"
    assert "local_due_at" not in bodies[plain]


FRIDAY = "2026-11-27T15:30"


def test_a_case_that_was_not_sent_on_is_reminded_of_until_it_is(desk):
    code = desk.at(FRIDAY).receive("5wd")
    fresh = desk.found(code)
    late = desk.at("2026-11-30T11:00").found(code)

    assert (fresh.urgency, fresh.send_late) == (Urgency.TO_SEND, False)
    assert due_words(fresh, date(2026, 11, 27)) == "chậm nhất Thứ Hai 30/11, 07:00"
    assert (late.urgency, late.send_late) == (Urgency.TO_SEND, True)
    assert due_words(late, date(2026, 11, 30)) == "lẽ ra trước hôm nay, 07:00"
    assert late.acts(date(2026, 11, 30)) == (ActName.FORWARD,)
    assert what_to_do(late, date(2026, 11, 30)) == "chuyển cho người hoặc cơ quan giải quyết"
    assert desk.overdue == 0, "no promised date is over"
    desk.forward(code, Forward(to="Công chức Tư pháp – Hộ tịch"))
    assert desk.found(code) is None
    take_back(code, "thêm bản sao", **desk.ports)
    assert desk.found(code) is None, "it had been sent in its time"


def test_received_in_time_it_goes_the_same_day(desk):
    code = desk.at("2026-11-27T09:00").receive("5wd")

    assert due_words(desk.found(code), date(2026, 11, 27)) == "chậm nhất hôm nay, 17:00"


def test_the_longest_unsent_comes_first_and_the_list_on_paper_has_the_group(desk):
    older = desk.at("2026-11-26T09:00").receive("9wd")
    newer = desk.at("2026-11-27T09:00").receive("9wd", name="Lò Văn Pán", number="014090000001")
    due = desk.due()

    assert [case.code for case in due.groups[Urgency.TO_SEND]] == [older, newer]
    section = due_table(due).sections[0]
    assert (section.heading, section.codes) == ("Chưa chuyển xử lý: 2 hồ sơ", (older, newer))
    assert section.rows[0][4] == "lẽ ra trước Thứ Năm 26/11, 17:00"


def test_a_case_that_waited_is_sent_on_once_all_is_there_and_the_form_says_the_same(desk):
    code = desk.receive("5wd")
    desk.at("2026-11-25T10:00").ask(code)
    assert desk.found(code).urgency is Urgency.WAITING_FOR_CITIZEN
    desk.at(FRIDAY).take(code)
    row = desk.found(code)
    helped = act_help(
        code,
        staff="hoa",
        rules=RULES,
        fees=FeeTable,
        qr=lambda _text: (),
        store=desk.store,
        clock=desk.clock,
    )

    assert (row.urgency, row.send_by) == (Urgency.TO_SEND, moment("2026-11-30T07:00"))
    assert helped.forward_by == row.send_by
    desk.forward(code)
    assert desk.case(code).forwards[0].by_when == row.send_by


def test_what_stands_in_a_group_already_is_offered_the_sending_there(desk):
    code = desk.receive("1wd")  # due 25/11
    row = desk.at("2026-11-25T08:00").found(code)

    assert (row.urgency, row.acts(date(2026, 11, 25))) == (
        Urgency.DUE_TODAY,
        (ActName.EXTEND, ActName.FORWARD),
    )
    desk.forward(code)
    assert desk.found(code).acts(date(2026, 11, 25)) == (ActName.EXTEND,)


def test_settled_at_once_nothing_is_sent_on(desk):
    desk.receive("", at_once=True)

    assert desk.due().all == ()


class Laid:
    """The catalogue with the commune's own steps for one procedure."""

    def __init__(self, *roles):
        self._steps = tuple(ProcessStep(action="việc", role=role) for role in roles)

    def get(self, code):
        found = RULES.catalogue.get(code)
        return replace(found, steps=self._steps) if code == "1.001193" else found


@pytest.mark.parametrize(
    ("roles", "groups"),
    [
        (("Công chức Tư pháp", "công chức tư pháp"), {Urgency.TO_SEND: 1}),
        (("Công chức một cửa", "Công chức Tư pháp"), {Urgency.TO_SEND: 2}),
        (("", ""), {Urgency.TO_SEND: 2}),
        ((), {Urgency.TO_SEND: 2}),
    ],
)
def test_where_the_communes_process_names_one_doer_nothing_is_sent_on(desk, roles, groups):
    desk.receive("5wd")
    desk.receive("5wd", procedure_code="1.004837", name="Lò Văn Pán", number="014090000001")
    desk.rules = replace(RULES, catalogue=Laid(*roles))
    due = desk.due()

    assert {group: due.count(group) for group in Urgency if due.count(group)} == groups


def test_a_procedure_that_the_catalogue_has_no_more_is_sent_on_all_the_same(desk):
    class Empty:
        def get(self, code):
            return RULES.catalogue.get(f"no {code}")

    code = desk.receive("5wd")
    desk.rules = replace(RULES, catalogue=Empty())

    assert desk.found(code).urgency is Urgency.TO_SEND


def test_a_supplement_that_never_came_may_be_closed_from_the_list(desk):
    code = desk.receive("5wd")
    desk.ask(code)  # until 08/12
    waiting = desk.at("2026-12-08T16:00").found(code)

    assert waiting.acts(date(2026, 12, 8)) == (ActName.TAKE_SUPPLEMENT,)
    assert waiting.acts(date(2026, 12, 9)) == (ActName.TAKE_SUPPLEMENT, ActName.CLOSE_UNCOMPLETED)


def test_an_old_store_is_reminded_too(tmp_path, desk):
    """A store of before these columns: they are filled as a rebuild fills them."""
    people = iter(range(10))

    def take(**changes):
        n = next(people)
        return desk.receive("9wd", name=f"Lò Văn {n}", number=f"01409000000{n}", **changes)

    unsent, sent, waiting, taken = take(), take(), take(), take()
    complete_case(take(), "1/2026", **desk.ports)
    desk.receive("", at_once=True)
    desk.at("2026-11-25T10:00").forward(sent)
    desk.ask(waiting)
    desk.ask(taken)
    desk.at("2026-11-27T10:00").take(taken)
    desk.store.close()
    connection = database.connect(tmp_path / "desk.db", KEY)
    for sql in (
        "drop table enrolment_try",
        "drop table taken_back",
        "drop index case_by_local_due",
        "drop index case_unsent",
        "alter table case_record drop column local_due_at",
        "alter table case_record drop column unsent_since",
        "pragma user_version = 10",
    ):
        connection.execute(sql)
    connection.conn.commit()
    connection.conn.close()
    desk.store = open_store(tmp_path)
    try:
        with desk.store.reading() as reading:
            assert reading.codes_unsent([], 9) == [unsent, taken]
        assert [case.send_by.day for case in desk.due().groups[Urgency.TO_SEND]] == [23, 27]
        assert desk.store.health().projections
    finally:
        desk.store.close()


def test_no_question_of_f5_walks_all_cases(store):
    """Each finds its cases by an index, whatever the store holds."""
    asked = []
    with store.reading() as reading:
        reading._db.conn.set_trace_callback(asked.append)
        reading.codes_due(date(2026, 11, 23), 500)
        reading.count_overdue(moment("2026-11-23T08:00"))
        reading.procedures_unsent()
        reading.codes_unsent(["1.001193"], 500)
        reading._db.conn.set_trace_callback(None)
        asked = [sql for sql in asked if sql.lstrip().startswith("select")]
        plans = [str(row[3]) for sql in asked for row in reading._db.execute(f"explain query plan {sql}")]
    on_cases = [plan for plan in plans if "case_record" in plan]

    assert len(asked) == 4
    assert [plan for plan in on_cases if "INDEX" not in plan] == []


def test_an_intake_says_when_it_was_filed_online(desk):
    code = desk.receive("5wd", channel=Channel.ONLINE, sent_at=moment("2026-11-22T21:00"))

    assert desk.case(code).intake.sent_at == moment("2026-11-22T21:00")
    desk.correct(code, note="sửa ghi chú", sent_at=None)
    assert desk.case(code).intake.sent_at == moment("2026-11-22T21:00"), "no correction takes it away"
