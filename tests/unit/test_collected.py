"""The list of a day agrees with the drawer, and does not change when somebody cancels later."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain.collected import Entry, ReceiptsUsed, collected_on
from desk_app.domain.fee import FeeKind
from desk_app.domain.moment import VIETNAM, moment
from desk_app.domain.payment import Payment, PaymentWay

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
CASH, TRANSFER = PaymentWay
EXTRACT, STATUS = "Phí cấp bản sao trích lục hộ tịch", "Lệ phí hộ tịch"


def entry(amount, at="2026-11-23T09:00", way=CASH, number="", cancelled="", name=EXTRACT):
    receipt = (
        {"receipt_form": "01BLP2-001", "receipt_sign": "AA-26T", "receipt_number": number} if number else {}
    )
    return Entry(
        case_code=f"H56.22.17-261123-{amount}",
        name=name,
        kind=FeeKind.FEE if name == EXTRACT else FeeKind.CHARGE,
        payment=Payment(amount=amount, way=way, at=moment(at), staff="hoa", **receipt),
        cancelled_at=moment(cancelled) if cancelled else None,
    )


DAY = [
    entry(16_000, "2026-11-23T10:00", TRANSFER, "0000013"),
    entry(8000, "2026-11-23T08:00", number="0000012"),
    entry(5000, "2026-11-23T11:00", name=STATUS),
    entry(24_000, "2026-11-23T14:00", number="0000014", cancelled="2026-11-23T14:05"),
    entry(30_000, "2026-11-20T14:00", name=STATUS, cancelled="2026-11-23T15:00"),
    entry(7000, "2026-11-24T08:00"),
]


def test_a_day_has_what_was_taken_and_cancelled_on_it_in_order():
    monday = collected_on(MONDAY, DAY)

    assert [taken.payment.amount for taken in monday.taken] == [8000, 16_000, 5000, 24_000]
    assert [gone.payment.amount for gone in monday.cancelled] == [24_000, 30_000]


def test_the_sums_are_what_is_in_the_drawer():
    monday = collected_on(MONDAY, DAY)

    assert monday.net == 8000 + 16_000 + 5000 + 24_000 - 24_000 - 30_000
    assert monday.net_by_way() == {CASH: -17_000, TRANSFER: 16_000}
    assert monday.net_by_kind() == {FeeKind.FEE: 24_000, FeeKind.CHARGE: -25_000}
    assert monday.net_by_name() == {STATUS: -25_000, EXTRACT: 24_000}


def test_an_empty_day_has_nothing_in_each_way():
    assert collected_on(date(2026, 11, 22), DAY).net_by_way() == {CASH: 0, TRANSFER: 0}


def test_receipts_are_listed_for_the_usage_report_and_missing_ones_are_named():
    monday = collected_on(MONDAY, DAY)

    assert monday.receipts_used() == (
        ReceiptsUsed(
            form="01BLP2-001", sign="AA-26T", first="0000012", last="0000014", count=3, amount=48_000
        ),
    )
    assert [missing.payment.amount for missing in monday.without_receipt()] == [5000]


def test_a_bien_lai_on_two_payments_is_noticed():
    assert collected_on(MONDAY, DAY).receipts_twice() == ()
    assert collected_on(MONDAY, [*DAY, entry(1000, number="0000012")]).receipts_twice() == (
        "01BLP2-001 AA-26T 0000012",
    )


def test_the_day_is_that_of_viet_nam_whatever_offset_a_time_is_written_with():
    late = datetime(2026, 11, 23, 17, 30, tzinfo=timezone.utc)  # noqa: UP017 - an offset on purpose
    moved = replace(DAY[0], payment=replace(DAY[0].payment, at=late))

    assert (collected_on(MONDAY, [moved]).taken, collected_on(TUESDAY, [moved]).taken) == ((), (moved,))


ENTRIES = st.lists(
    st.builds(
        lambda amount, way, kind, at: Entry(
            case_code="X",
            name=kind.value,
            kind=kind,
            payment=Payment(amount=amount, way=way, at=at.replace(tzinfo=VIETNAM), staff="hoa"),
        ),
        st.integers(1, 10**9),
        st.sampled_from(PaymentWay),
        st.sampled_from(FeeKind),
        st.datetimes(datetime(2026, 11, 23), datetime(2026, 11, 24, 23)),
    ),
    max_size=12,
)


@given(ENTRIES)
def test_all_sums_of_a_day_agree(entries):
    day = collected_on(MONDAY, entries)

    assert day.net == sum(day.net_by_way().values()) == sum(day.net_by_kind().values())
    assert day.net == sum(day.net_by_name().values())


@given(ENTRIES, st.integers(0, 11))
def test_a_cancelling_tomorrow_leaves_todays_list_as_it_was(entries, place):
    later = [
        replace(e, cancelled_at=e.payment.at + timedelta(days=5)) if n == place else e
        for n, e in enumerate(entries)
    ]

    for day in (MONDAY, TUESDAY):
        before, after = collected_on(day, entries), collected_on(day, later)
        assert (after.net, after.net_by_way(), after.cancelled) == (before.net, before.net_by_way(), ())
