"""F5: what cannot wait stands in its group, in the order in which it is worked off."""

from __future__ import annotations

from datetime import date

import pytest
from support.busy_desk import busy
from support.desk import RULES, Clock, new_store

from desk_app.domain.case_clock import Urgency
from desk_app.domain.due_list import GROUP_NAMES, DueList
from desk_app.domain.due_table import due_table, due_words, what_to_do
from desk_app.domain.lifecycle import ActName
from desk_app.domain.moment import moment
from desk_app.domain.slip import SlipKind
from desk_app.services.due_soon import count_overdue, due_soon, print_apologies
from desk_app.services.print_slip import PRINTER_SETTING, Press

TODAY = date(2026, 11, 23)


@pytest.fixture
def clock():
    return Clock("2026-11-12T08:00")


@pytest.fixture
def store(tmp_path):
    made = new_store(tmp_path)
    yield made
    made.close()


@pytest.fixture
def codes(store, clock):
    return busy(store, clock)


def ask(store, clock) -> DueList:
    return due_soon(rules=RULES, store=store, clock=clock)


def only(due, group):
    return [case.code for case in due.groups[group]]


def test_each_case_stands_in_its_group_and_what_can_wait_in_none(store, clock, codes):
    due = ask(store, clock)

    assert only(due, Urgency.OVERDUE) == [codes["late"]]
    assert only(due, Urgency.DUE_TODAY) == [codes["extended"], codes["today"]]
    assert only(due, Urgency.DUE_TOMORROW) == [codes["tomorrow"]], "24/11 is a day off: 25/11 is tomorrow"
    assert only(due, Urgency.WAITING_FOR_CITIZEN) == [codes["paying"], codes["waiting"]]
    assert only(due, Urgency.RESULT_NOT_COLLECTED) == [codes["ready"]]
    assert {codes["void"], codes["new"]}.isdisjoint(case.code for case in due.all)


def test_every_group_has_a_name_and_a_count(store, clock):
    due = ask(store, clock)

    assert list(due.groups) == list(GROUP_NAMES) == list(Urgency)
    assert [due.count(group) for group in Urgency] == [0, 0, 0, 0, 0, 0]
    assert due_table(due).sections == ()


def test_the_red_number_counts_what_is_late_now(store, clock, codes):
    assert count_overdue(store=store, clock=clock) == 1
    clock.at = moment("2026-11-23T17:00")
    assert count_overdue(store=store, clock=clock) == 1, "at closing time it is not late yet"
    clock.at = moment("2026-11-23T17:01")
    assert count_overdue(store=store, clock=clock) == 3
    assert len(ask(store, clock).groups[Urgency.OVERDUE]) == 3


def test_the_oldest_comes_first(store, clock, codes):
    clock.at = moment("2026-11-26T08:00")
    due = ask(store, clock)
    moments = [case.due_at for case in due.groups[Urgency.OVERDUE]]

    assert moments == sorted(moments)
    assert only(due, Urgency.OVERDUE)[0] == codes["late"]


def test_each_group_has_its_usual_act_and_says_what_to_do(store, clock, codes):
    due = {case.code: case for case in ask(store, clock).all}
    told = {name: what_to_do(due[code], TODAY) for name, code in codes.items() if code in due}

    assert due[codes["late"]].acts(TODAY)[0] is ActName.EXTEND
    assert due[codes["waiting"]].acts(TODAY)[0] is ActName.TAKE_SUPPLEMENT
    assert due[codes["paying"]].acts(TODAY)[0] is ActName.TAKE_PAYMENT
    assert due[codes["ready"]].acts(TODAY)[0] is ActName.HAND_OVER
    assert told == {
        "late": "giải quyết hoặc gia hạn",
        "ready": "kết quả số 15/2026: gọi người dân",
        "waiting": "bổ sung: Giấy chứng sinh",
        "paying": "nộp 250.000 đ: Lệ phí trước bạ nhà đất",
        "extended": "in thư xin lỗi, gửi người dân",
        "tomorrow": "giải quyết hoặc gia hạn",
        "today": "đang ở Công an xã: đôn đốc hoặc gia hạn",
    }


def test_limits_are_said_in_words(store, clock, codes):
    due = {case.code: case for case in ask(store, clock).all}
    words = {name: due_words(due[code], TODAY) for name, code in codes.items() if code in due}

    assert words == {
        "late": "20/11/2026, quá 3 ngày",
        "ready": "từ 17/11/2026, 6 ngày",
        "waiting": "đến hết 02/12/2026, còn 9 ngày",
        "paying": "từ 17/11/2026, 6 ngày",
        "extended": "hôm nay, 17:00",
        "tomorrow": "Thứ Tư 25/11, 17:00",
        "today": "hôm nay, 17:00",
    }


def test_a_case_late_since_this_afternoon_is_late_by_the_hour(store, clock, codes):
    clock.at = moment("2026-11-23T17:30")
    late = {case.code: case for case in ask(store, clock).groups[Urgency.OVERDUE]}

    assert due_words(late[codes["today"]], TODAY) == "23/11/2026, quá giờ"


def test_a_supplement_that_never_came_may_be_closed_after_its_last_day(store, clock, codes):
    clock.at = moment("2026-12-02T16:00")
    waiting = next(case for case in ask(store, clock).all if case.code == codes["waiting"])
    assert not waiting.closable(date(2026, 12, 2))
    assert waiting.closable(date(2026, 12, 3))
    assert what_to_do(waiting, date(2026, 12, 3)).startswith("hết hạn bổ sung")
    assert due_words(waiting, date(2026, 12, 3)) == "đến hết 02/12/2026, đã qua"


class Printer:
    """Takes every paper, or stops after some."""

    def __init__(self, most=99):
        self.titles, self._most = [], most

    def send(self, paper, name):
        if len(self.titles) == self._most:
            raise RuntimeError("paper jam")
        self.titles.append(paper.title)


class Line:
    """Draws any slip as a line."""

    def slip(self, kind, case, desk, staff, *, nth=1, pay_qr="", local_due_at=None):
        return f"{kind} {case.code} {nth}".encode()


@pytest.fixture
def press(store):
    with store.transaction() as books:
        books.set_setting(PRINTER_SETTING, "any")
    return Press(papers=Line(), printer=Printer())


def test_apologies_not_printed_yet_are_printed_once_and_who_needs_one_is_told(store, clock, codes, press):
    ports = {"rules": RULES, "staff": "hoa", "press": press, "store": store, "clock": clock}
    first, second = print_apologies(**ports), print_apologies(**ports)
    with store.reading() as reading:
        slip = reading.case(codes["extended"]).slip(SlipKind.EXTENSION)

    assert press.printer.titles == [f"{codes['extended']}-extension"]
    assert (first.printed, second.printed) == ((codes["extended"],), ())
    assert [case.code for case in second.without] == [codes["tomorrow"]]
    assert slip.printed == 1


def test_an_apology_that_the_printer_did_not_take_is_printed_the_next_time(store, clock, codes, press):
    ports = {"rules": RULES, "staff": "hoa", "store": store, "clock": clock}
    with pytest.raises(RuntimeError):
        print_apologies(press=Press(papers=press.papers, printer=Printer(most=0)), **ports)

    assert print_apologies(press=press, **ports).printed == (codes["extended"],)


def test_the_list_on_paper_has_every_group_that_has_a_case(store, clock, codes):
    table = due_table(ask(store, clock))

    assert [section.heading for section in table.sections] == [
        "Quá hạn: 1 hồ sơ",
        "Đến hạn hôm nay: 2 hồ sơ",
        "Đến hạn ngày mai: 1 hồ sơ",
        "Chờ người dân: 2 hồ sơ",
        "Chưa đến lấy kết quả: 1 hồ sơ",
    ]
    assert table.sections[0].rows[0][:3] == (codes["late"], "Đăng ký khai sinh", "Trần Văn Bảo")
    assert (table.count, table.note) == (7, "7 hồ sơ không chờ được.")
