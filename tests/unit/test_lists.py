"""Register, hand-over list, collected fees, void register and gap report say what the store holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.busy_desk import busy
from support.desk import RULES, Clock, intake, new_store, receive
from support.fees import NATIONAL

from desk_app.domain.act_bodies import collected_body
from desk_app.domain.fee import FeeKind
from desk_app.domain.happening import Happening, Kind
from desk_app.domain.list_tables import collected_table, hand_over_table, register_table
from desk_app.domain.moment import moment
from desk_app.domain.number_tables import gap_table, void_table
from desk_app.domain.numbers_given import SerialUse, day_numbers, runs
from desk_app.domain.payment import PaymentWay
from desk_app.domain.period import Period
from desk_app.domain.reckoned import Reckoned
from desk_app.domain.turns import Forward, PaymentAsked, Taking
from desk_app.domain.typed_day import read_day, read_month
from desk_app.services import lists, payment
from desk_app.services.correct_case import correct_case
from desk_app.services.forward_case import forward_case, take_back
from desk_app.services.procedure_page import fee_name
from desk_app.services.receive_case import receive_case

DAY = Period.of_day(date(2026, 11, 23))
MONTH = Period.of_month(date(2026, 11, 23))


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


@pytest.fixture
def ports(store, clock):
    return {"staff": "hoa", "store": store, "clock": clock}


def names(code, day):
    return fee_name(code, day, fees=NATIONAL)


def collected(store, day="2026-11-23"):
    return lists.collected(date.fromisoformat(day), fee_names=names, store=store)


def test_the_register_has_every_number_of_its_period_in_order(store, codes):
    month = lists.register(MONTH, store=store)
    today = lists.register(DAY, store=store)

    assert [line.number for line in month] == list(range(1, 10))
    assert [line.case_code for line in today] == [codes["void"], codes["new"]]
    assert today[0].note == "Đã hủy mã", "a voided number stays in the book"
    assert (today[1].agency, today[1].phone) == ("UBND XÃ TÂN LẬP", "0912345678")
    assert register_table(month, MONTH).note == "Nhận 9 hồ sơ, đã trả 0."


def test_a_month_is_from_its_first_day_to_its_last(store, clock, codes):
    clock.at = moment("2026-12-01T08:00")
    after = receive(store, clock)
    november = [line.case_code for line in lists.register(MONTH, store=store)]
    december = [line.case_code for line in lists.register(MONTH.moved(1), store=store)]

    assert after not in november
    assert december == [after]


def test_dossiers_are_listed_by_who_gets_them(store, clock, codes):
    sent = lists.forwarded(DAY.first, store=store)
    table = hand_over_table(sent, DAY.first)

    assert [(one.to, one.line.case_code, one.line.note) for one in sent] == [
        ("Công chức Tư pháp – Hộ tịch", codes["new"], "bản chính"),
        ("Công an xã", codes["today"], ""),
    ]
    assert [section.heading for section in table.sections] == [
        "Công an xã: 1 hồ sơ",
        "Công chức Tư pháp – Hộ tịch: 1 hồ sơ",
    ]


def test_a_dossier_that_came_back_and_went_on_is_in_both_lists(store, clock, codes, ports):
    clock.at = moment("2026-11-23T11:00")
    take_back(codes["new"], "thiếu chữ ký", **ports)
    forward_case(codes["new"], Forward(to="Công an xã", note="lần hai"), rules=RULES, **ports)
    sent = [one for one in lists.forwarded(DAY.first, store=store) if one.line.case_code == codes["new"]]

    assert [(one.to, one.line.note) for one in sent] == [
        ("Công chức Tư pháp – Hộ tịch", "bản chính"),
        ("Công an xã", "lần hai"),
    ]
    assert lists.forwarded(date(2026, 11, 22), store=store) == ()


def test_collected_and_cancelled_fees_of_a_day_make_its_totals(store, clock, codes, ports):
    taken = Taking(amount=7_000, way=PaymentWay.TRANSFER)
    payment.collect_fee(codes["late"], taken, **ports)
    wrong = Taking(amount=5_000, way=PaymentWay.CASH)
    payment.collect_fee(codes["today"], wrong, **ports)
    with store.reading() as reading:
        seq = reading.case(codes["today"]).collected[-1].seq
    clock.at = moment("2026-11-23T11:30")
    payment.cancel_fee(codes["today"], seq, "thu nhầm", **ports)
    found = collected(store)
    table = collected_table(found)

    assert [entry.payment.amount for entry in found.taken] == [8_000, 7_000, 5_000]
    assert [(entry.payment.amount, entry.reason, entry.cancelled_by) for entry in found.cancelled] == [
        (5_000, "thu nhầm", "Lê Thị Hoa")
    ]
    assert found.net == 15_000
    assert found.net_by_way() == {PaymentWay.CASH: 8_000, PaymentWay.TRANSFER: 7_000}
    assert found.net_by_kind() == {FeeKind.FEE: 0, FeeKind.CHARGE: 15_000}
    assert [section.heading for section in table.sections] == [
        "Đã thu",
        "Đã hủy trong ngày",
        "Tổng cộng (đã trừ khoản hủy)",
    ]
    assert table.sections[-1].sums[-1] == 15_000
    assert table.note == "2 khoản thu chưa ghi số biên lai."


def test_an_obligation_stands_in_the_list_by_its_own_name_and_in_no_sum_of_fees(store, clock, codes, ports):
    """It stood there as the procedure's lệ phí, whose accounts then said too much."""
    before = collected(store)
    payment.request_payment(codes["late"], PaymentAsked(amount=150_000, what="Lệ phí trước bạ"), **ports)
    payment.take_payment(codes["late"], Taking(amount=150_000), rules=RULES, **ports)
    found = collected(store)
    entry = found.taken[-1]

    assert (entry.name, entry.kind, entry.how) == ("Nghĩa vụ tài chính: Lệ phí trước bạ", None, "")
    assert found.net_by_kind() == before.net_by_kind()
    assert (before.net_obligations, found.net_obligations) == (None, 150_000)
    assert found.net == sum(found.net_by_kind().values()) + 150_000
    sums = collected_table(found).sections[-1].rows
    assert ("", "Nghĩa vụ tài chính", "", "", "", "", 150_000) in sums


def test_a_fee_given_back_the_next_day_leaves_yesterdays_list_as_it_was(store, clock, codes, ports):
    before = collected(store)
    with store.reading() as reading:
        seq = reading.case(codes["new"]).collected[-1].seq
    clock.at = moment("2026-11-25T08:00")
    payment.cancel_fee(codes["new"], seq, "trả lại", **ports)

    assert [entry.payment for entry in collected(store).taken] == [entry.payment for entry in before.taken]
    assert collected(store).net == 8_000
    assert (collected(store, "2026-11-25").net, collected(store, "2026-11-25").taken) == (-8_000, ())


def test_what_was_not_taken_is_no_payment(store, codes, ports):
    payment.collect_fee(codes["today"], Taking(amount=0, exemption="hộ nghèo"), **ports)

    assert codes["today"] not in {entry.case_code for entry in collected(store).taken}


def test_a_receipt_typed_wrong_hides_nothing_and_is_told(store, codes, ports):
    """Whole receipts alone are taken now; the log of an older program holds what it let pass."""
    body = collected_body(Taking(amount=9_000, receipt_number="12a"))
    with store.transaction() as books:
        books.append(
            Happening(
                kind=Kind.FEE_COLLECTED,
                at=ports["clock"].now(),
                staff="hoa",
                body=body,
                case_code=codes["today"],
            )
        )
    entry = collected(store).taken[-1]

    assert (entry.payment.amount, entry.payment.has_receipt) == (9_000, False)
    assert "Biên lai chưa rõ" in entry.reason


def test_the_list_says_how_a_fee_was_reckoned(store, clock, ports):
    how = Reckoned(
        amount=27_000, pages=7, copies=3, words="3 bản × (2 trang × 2.000 đ + 5 trang × 1.000 đ) = 27.000 đ"
    )
    receive_case(
        intake(fee=27_000, reckoned=how, at_once=True, term=""), print_receipt=False, rules=RULES,
        taken=Taking(amount=27_000), **ports,
    )  # fmt: skip
    found = collected(store, clock.now().date().isoformat())
    [row] = [row for row in collected_table(found).sections[0].rows if row[-1] == 27_000]

    assert row[5] == f"Lê Thị Hoa; {how.words}"


def test_a_procedures_fee_has_the_name_of_a_receipt():
    assert names("1.001193", DAY.first) == ("Lệ phí hộ tịch", FeeKind.CHARGE)
    assert names("9.999999", DAY.first) == ("Phí, lệ phí", FeeKind.CHARGE)


def test_voids_name_the_number_who_gave_it_and_why(store, clock, codes, ports):
    with store.reading() as reading:
        intake = reading.case(codes["late"]).intake
    correct_case(codes["late"], replace(intake, note="đã xem lại"), "ghi chú sai", rules=RULES, **ports)
    found = lists.voids(MONTH, store=store)
    table = void_table(found.cases, found.slips, MONTH)

    assert [(one.number, one.of, one.staff, one.reason) for one in found.cases] == [
        (codes["void"], "Sổ 2026-1, số 8", "Lê Thị Hoa", "nhập nhầm người")
    ]
    assert [(one.number, one.of, one.case_code, one.reason) for one in found.slips] == [
        ("1/2026", "Giấy tiếp nhận", codes["late"], "thay bằng số 10"),
        ("8/2026", "Giấy tiếp nhận", codes["void"], "nhập nhầm người"),
    ]
    assert table.count == 3


def test_the_gap_report_finds_nothing_missing_where_nothing_is(store, codes):
    gaps = lists.gaps(DAY, store=store)
    (today,) = gaps.days

    assert (today.first, today.last, today.given, today.void, today.missing) == (5001, 5002, 2, (5001,), ())
    assert all(form.missing == () for form in gaps.slips)
    assert gap_table(gaps.days, gaps.slips, DAY).note == "Không thiếu số nào."


def test_numbers_set_aside_for_paper_are_told_until_they_are_keyed_in(store, clock, codes):
    aside = [[f"H56.22.17-261123-{serial}", serial] for serial in (5003, 5004)]
    with store.transaction() as books:
        books.append(
            Happening(
                kind=Kind.NUMBERS_SET_ASIDE,
                at=clock.at,
                staff="hoa",
                body={"numbers": aside, "day": "2026-11-23"},
            )
        )
    after = receive(store, clock)
    (today,) = lists.gaps(DAY, store=store).days

    assert after.endswith("5005")
    assert (today.given, today.paper, today.missing) == (3, (5003, 5004), ())


def test_a_missing_number_is_named():
    day = date(2026, 11, 23)
    uses = [SerialUse(day=day, serial=serial, case_code="") for serial in (5001, 5004, 5005, 5009)]
    (found,) = day_numbers(uses, range(5001, 5900), range(5901, 6000))

    assert found.missing == (5002, 5003, 5006, 5007, 5008)
    assert runs(found.missing) == "5002–5003, 5006–5008"
    assert gap_table([found], [], DAY).note == "Thiếu 5 số: hãy tìm giấy đã dùng số đó."


def test_numbers_of_another_block_are_not_this_desks():
    day = date(2026, 11, 23)
    uses = [SerialUse(day=day, serial=serial, case_code="") for serial in (12, 5001)]

    assert [found.missing for found in day_numbers(uses, range(5001, 5900), range(5901, 6000))] == [()]


@given(st.sets(st.integers(min_value=1, max_value=60), min_size=1))
def test_runs_name_each_number_once(numbers):
    named = []
    for run in runs(numbers).split(", "):
        first, _, last = run.partition("–")
        named += range(int(first), int(last or first) + 1)

    assert named == sorted(numbers)


def test_lists_of_a_day_read_the_index_and_not_the_whole_log(store, codes):
    with store.reading() as reading:
        plan = reading._all(
            "explain query plan select seq from event"
            " where kind in ('forwarded', 'paid', 'fee_collected', 'fee_cancelled') and at >= '2026' and at < '2027'"
        )

    assert "event_of_lists" in plan[0]["detail"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("23/11/2026", date(2026, 11, 23)), ("3.1.2027", date(2027, 1, 3)), (" 23112026 ", date(2026, 11, 23)),
        ("31/11/2026", None), ("23/11", None), ("", None), ("23/11/26", None),
    ],
)  # fmt: skip
def test_a_day_is_read_as_it_is_typed(text, day):
    assert read_day(text) == day


@pytest.mark.parametrize(
    ("text", "month"),
    [("11/2026", date(2026, 11, 1)), ("112026", date(2026, 11, 1)), ("23/11/2026", date(2026, 11, 23)), ("13/2026", None)],
)  # fmt: skip
def test_a_month_is_read_as_it_is_typed(text, month):
    assert read_month(text) == month


def test_periods_go_on_over_the_end_of_a_year():
    assert Period.of_month(date(2026, 12, 5)).moved(1) == Period(date(2027, 1, 1), date(2027, 1, 31))
    assert Period.of_month(date(2027, 3, 31)).moved(-1) == Period(date(2027, 2, 1), date(2027, 2, 28))
    assert Period.of_day(date(2026, 12, 31)).moved(1) == Period.of_day(date(2027, 1, 1))
