"""A citizen pays what an instrument sets, no đồng more, and is told how it came about."""

from __future__ import annotations

from datetime import date

import pytest
from support.fees import HAI_DUONG, HAI_PHONG, NATIONAL, costs, row, table_file

from desk_app.domain.errors import FeeCountBelowOne, UnknownExemption, UnknownFeeChoice
from desk_app.domain.fee import Channel, FeeKind
from desk_app.domain.fee_lines import FeeAsked, together
from desk_app.domain.reckoned import reckoned, reckoned_body, reckoned_of
from desk_app.storage.fee_tables import read_fee_table

ONLINE, POST = Channel.ONLINE, Channel.POST
LATE = "Khai sinh không đúng hạn"


@pytest.mark.parametrize(
    ("code", "asked", "total", "words"),
    [
        ("2.000635", {}, 8000, "1 bản × 8.000 đ = 8.000 đ"),
        ("2.000635", {"copies": 3}, 24_000, "3 bản × 8.000 đ = 24.000 đ"),
        ("2.000635", {"copies": 3, "cases": 2}, 48_000, "2 sự kiện hộ tịch × 3 bản × 8.000 đ = 48.000 đ"),
        ("2.002516", {}, 8000, "1 văn bản × 8.000 đ = 8.000 đ"),
        ("2.000815", {"pages": 1}, 2000, "1 trang × 2.000 đ = 2.000 đ"),
        ("2.000815", {"pages": 2}, 4000, "2 trang × 2.000 đ = 4.000 đ"),
        ("2.000815", {"pages": 3}, 5000, "2 trang × 2.000 đ + 1 trang × 1.000 đ = 5.000 đ"),
        ("2.000815", {"pages": 7, "copies": 2}, 18_000, "2 bản × (2 trang × 2.000 đ + 5 trang × 1.000 đ) = 18.000 đ"),
        ("2.000815", {"pages": 3, "copies": 2, "cases": 4}, 40_000,
         "4 giấy tờ × 2 bản × (2 trang × 2.000 đ + 1 trang × 1.000 đ) = 40.000 đ"),
        ("2.000815", {"pages": 1, "copies": 5}, 10_000, "5 bản × 1 trang × 2.000 đ = 10.000 đ"),
        ("2.000815", {"pages": 198}, 200_000, "2 trang × 2.000 đ + 196 trang × 1.000 đ = 200.000 đ"),
        ("2.000815", {"pages": 199}, 200_000, "200.000 đ (mức cao nhất một bản; tính theo trang là 201.000 đ) = 200.000 đ"),
        ("2.000815", {"pages": 300, "copies": 2}, 400_000,
         "2 bản × 200.000 đ (mức cao nhất một bản; tính theo trang là 302.000 đ) = 400.000 đ"),
        ("2.000942", {"pages": 4}, 6000, "2 trang × 2.000 đ + 2 trang × 1.000 đ = 6.000 đ"),
        ("2.000884", {"cases": 2}, 20_000, "2 trường hợp × 10.000 đ = 20.000 đ"),
        ("2.000884", {"copies": 9, "pages": 9}, 10_000, "1 trường hợp × 10.000 đ = 10.000 đ"),
        ("2.001008", {}, 10_000, "1 trường hợp × 10.000 đ = 10.000 đ"),
        ("2.001035", {}, 50_000, "1 giao dịch × 50.000 đ = 50.000 đ"),
        ("2.001019", {}, 50_000, "1 di chúc × 50.000 đ = 50.000 đ"),
        ("2.000913", {}, 30_000, "1 giao dịch × 30.000 đ = 30.000 đ"),
        ("2.000927", {}, 25_000, "1 giao dịch × 25.000 đ = 25.000 đ"),
        ("2.001263", {}, 400_000, "1 trường hợp × 400.000 đ = 400.000 đ"),
        ("1.004222", {}, 20_000, "1 lần × 20.000 đ = 20.000 đ"),
        ("1.004222", {"channel": ONLINE}, 10_000, "1 lần × 10.000 đ = 10.000 đ"),
        ("1.000894", {}, 0, "Không thu"),
    ],
)  # fmt: skip
def test_national_amounts_are_counted_and_explained(code, asked, total, words):
    found = costs(code, **asked)

    assert (found.total, [line.words for line in found.lines]) == (total, [words])


@pytest.mark.parametrize(
    ("code", "choice", "total"),
    [
        ("1.001193", LATE, 8000), ("1.000656", "Khai tử không đúng hạn", 8000), ("1.004884", "", 8000),
        ("1.005461", "", 8000), ("1.004772", "", 8000), ("1.004746", "", 30_000), ("1.001022", "", 10_000),
        ("1.004859", "Thay đổi, cải chính cho người chưa đủ 14 tuổi", 10_000),
        ("1.004859", "Bổ sung thông tin hộ tịch", 10_000), ("1.004873", "", 5000), ("2.000547", "", 5000),
        ("1.013225", "Nhà ở riêng lẻ", 75_000), ("1.013226", "Công trình khác", 150_000),
        ("1.013227", "", 15_000), ("1.013228", "", 15_000),
        ("1.013978", "Đất", 135_000), ("1.013978", "Tài sản gắn liền với đất", 135_000),
        ("1.013978", "Đất và tài sản gắn liền với đất", 190_000),
        ("1.012783", "Đất", 125_000), ("1.012783", "Đất và tài sản gắn liền với đất", 145_000),
        ("1.013980", "Đất", 150_000), ("1.013980", "Tài sản gắn liền với đất", 180_000),
        ("1.013980", "Đất và tài sản gắn liền với đất", 200_000), ("1.001612", "", 0),
    ],
)  # fmt: skip
def test_the_figures_of_hai_phong(code, choice, total):
    assert costs(code, HAI_PHONG, choice=choice).total == total
    assert costs(code, HAI_PHONG, choice=choice, channel=POST).total == total


@pytest.mark.parametrize("code", ["1.001193", "1.004873", "1.013225", "1.013978", "1.012783", "1.001612"])
def test_online_is_free_in_the_whole_merged_province_from_its_day(code):
    for table in (HAI_PHONG, HAI_DUONG):
        found = costs(code, table, channel=ONLINE)
        assert (found.total, "2026/NQ-HĐND" in found.reason) == (0, True)
    assert costs(code, HAI_PHONG, date(2026, 8, 7), channel=ONLINE).unknown


def test_two_fees_of_one_procedure_are_two_lines_of_two_kinds():
    found = costs("1.013978", HAI_PHONG, choice="đất")

    assert [(line.kind, line.amount) for line in found.lines] == [
        (FeeKind.CHARGE, 35_000),
        (FeeKind.FEE, 100_000),
    ]
    assert found.words == "Một trăm ba mươi lăm nghìn đồng"


def test_electronic_copies_are_paid_by_the_province_and_paper_ones_by_the_citizen():
    assert costs("2.000815", HAI_PHONG, choice="bản sao điện tử", pages=9).total == 0
    assert costs("2.000815", HAI_PHONG, pages=9).total == 11_000
    with pytest.raises(UnknownFeeChoice, match="không có"):
        costs("2.000815", NATIONAL, choice="bản sao điện tử")


@pytest.mark.parametrize("code", ["1.001193", "1.013225", "1.013978", "1.001612", "1.012812", "9.999999"])
def test_what_nobody_has_set_is_unknown_and_not_nothing(code):
    found = costs(code)

    assert (found.total, found.unknown, found.words) == (None, True, "")
    assert found.why.startswith(("Mức thu do Hội đồng nhân dân", "Chưa có mức thu cho thủ tục này"))


def test_a_former_province_without_rows_is_unknown_at_the_desk():
    assert costs("1.004873", HAI_DUONG).unknown
    assert costs("1.004873", HAI_PHONG).total == 5000


def test_a_choice_that_is_open_is_asked_for_with_its_names():
    found = costs("1.004859", HAI_PHONG)

    assert found.unknown
    assert "Bổ sung thông tin hộ tịch" in found.why
    assert "Xác định lại dân tộc" in found.choices


def test_a_choice_whose_amount_is_unsettled_is_unknown():
    assert costs("1.004859", HAI_PHONG, choice="Xác định lại dân tộc").unknown


def test_a_choice_is_understood_without_diacritics_and_a_wrong_one_is_named():
    assert costs("1.001193", HAI_PHONG, choice="khai sinh khong dung han").total == 8000
    with pytest.raises(UnknownFeeChoice, match=LATE):
        costs("1.001193", HAI_PHONG, choice="song sinh")


def test_an_exemption_gives_nothing_to_pay_and_says_why():
    found = costs("2.000635", copies=4, exemption="merit")

    assert (found.total, found.reason) == (0, "Người thuộc gia đình có công với cách mạng")
    assert [line.words for line in found.lines] == ["Miễn: Người thuộc gia đình có công với cách mạng"]


def test_what_the_law_exempts_is_free_even_where_nobody_knows_the_amount():
    found = costs("1.001193", exemption="birth_on_time")

    assert (found.total, found.unknown) == (0, False)
    assert "đúng hạn" in found.reason


def test_what_the_law_exempts_is_free_also_under_a_provinces_amount():
    assert costs("1.001193", HAI_PHONG, exemption="birth_on_time").total == 0
    assert costs("1.001193", HAI_PHONG, choice=LATE, exemption="poor").total == 0
    assert costs("1.004873", HAI_PHONG, exemption="elderly").total == 0


def test_who_registers_late_is_not_in_time():
    found = costs("1.001193", HAI_PHONG, choice=LATE)

    assert "birth_on_time" not in [exemption.id for exemption in found.exemptions]
    with pytest.raises(UnknownExemption, match="birth_on_time"):
        costs("1.001193", HAI_PHONG, choice=LATE, exemption="birth_on_time")


def test_an_exemption_of_one_choice_frees_nobody_who_has_not_chosen():
    """Only the province exempts children, and only its choices say so: which one is still open."""
    found = costs("1.001193", HAI_PHONG, exemption="child")

    assert (found.unknown, found.exemption) == (True, None)


@pytest.mark.parametrize(
    ("day", "offered"), [("2026-08-14", False), ("2026-08-15", True), ("2027-03-01", False)]
)
def test_an_exemption_has_its_own_days(day, offered):
    found = costs("2.000635", NATIONAL, date.fromisoformat(day))

    assert ("vneid_2" in [exemption.id for exemption in found.exemptions]) is offered


def test_an_exemption_that_nobody_gives_is_named_with_those_there_are():
    with pytest.raises(UnknownExemption, match="không có"):
        costs("2.000884", exemption="poor")
    with pytest.raises(UnknownExemption, match="merit, poor, disabled"):
        costs("2.000635", exemption="rich")


def test_an_exemption_of_a_charge_leaves_the_fee(tmp_path):
    exemptions = {"poor": {"words": "Hộ nghèo", "verified": True}}
    table_file(
        tmp_path / "national.json",
        row(exemptions=["poor"]),
        row(id="b", name="Phí thử", kind="fee", amount=7000),
        exemptions=exemptions,
    )
    found = costs("1.000001", read_fee_table(tmp_path), exemption="poor")

    assert (found.total, [line.amount for line in found.lines]) == (7000, [0, 7000])


def test_one_fee_that_is_unknown_makes_the_sum_unknown_and_keeps_the_known_line(tmp_path):
    table_file(
        tmp_path / "national.json", row(), row(id="b", name="Phí thử", kind="fee", basis="unset", amount=...)
    )
    found = costs("1.000001", read_fee_table(tmp_path))

    assert (found.total, [line.amount for line in found.lines]) == (None, [5000])


def test_a_fee_that_does_not_belong_to_the_choice_is_left_out(tmp_path):
    table_file(
        tmp_path / "national.json",
        row(choice="A"),
        row(id="b", choice="B"),
        row(id="c", name="Phí thử", choice="B", amount=1),
    )
    table = read_fee_table(tmp_path)

    assert [costs("1.000001", table, choice=choice).total for choice in "AB"] == [5000, 5001]
    assert costs("1.000001", table).unknown


def test_a_fixed_amount_is_taken_once(tmp_path):
    table_file(tmp_path / "national.json", row(basis="fixed"))
    found = costs("1.000001", read_fee_table(tmp_path), cases=3, copies=3)

    assert (found.total, found.lines[0].words) == (5000, "5.000 đ")


def test_an_amount_ends_with_its_day_and_the_next_one_follows(tmp_path):
    table_file(
        tmp_path / "national.json",
        row(valid_to="2026-06-30"),
        row(id="b", amount=6000, valid_from="2026-07-01"),
    )
    table = read_fee_table(tmp_path)
    days = ["2025-12-31", "2026-01-01", "2026-06-30", "2026-07-01"]

    assert [costs("1.000001", table, date.fromisoformat(day)).total for day in days] == [
        None,
        5000,
        5000,
        6000,
    ]


def test_the_communes_own_amount_stands_before_all_others():
    table = HAI_PHONG.with_own({"1.004873": 15_000})

    assert costs("1.004873", table).total == 15_000
    assert costs("1.004873", table, exemption="poor").total == 0
    assert costs("1.004873", table, channel=ONLINE).total == 0


def test_the_communes_own_amount_counts_as_what_it_stands_over():
    table = NATIONAL.with_own(
        {"2.000635": 9000, "2.000815": 2000, "2.000942": 1500, "1.001193": 8000, "9.999999": 7}
    )

    assert costs("2.000635", table, copies=3).total == 27_000
    assert costs("2.000815", table, pages=7).total == 9000
    assert costs("2.000942", table, pages=7).total == 10_500
    assert costs("2.000942", table, pages=700).total == 200_000
    assert costs("1.001193", table).total == 8000
    assert costs("1.001193", table, exemption="birth_on_time").total == 0
    assert costs("9.999999", table, cases=2).total == 14


def test_the_communes_own_amount_stands_for_all_fees_of_a_procedure():
    found = costs("1.013978", HAI_PHONG.with_own({"1.013978": 120_000}), choice="Đất")

    assert (found.total, [line.name for line in found.lines]) == (120_000, ["Phí, lệ phí"])


def test_the_nearer_table_stands_before_the_narrower_choice(tmp_path):
    table_file(tmp_path / "national.json", row(choice="A"))
    table_file(
        tmp_path / "province_31.json", row(amount=7000), scope="province", province="31", province_codes="34"
    )

    assert costs("1.000001", read_fee_table(tmp_path, province="31"), choice="A").total == 7000


def test_a_narrower_choice_stands_before_the_general_amount(tmp_path):
    table_file(
        tmp_path / "national.json", row(), row(id="b", choice="A", amount=7000, valid_from="2025-01-01")
    )
    table = read_fee_table(tmp_path)

    assert [costs("1.000001", table, choice=choice).total for choice in ("", "A")] == [5000, 7000]


def test_the_communes_own_nothing_is_known_to_be_nothing():
    found = costs("1.013225", NATIONAL.with_own({"1.013225": 0}))

    assert (found.total, found.reason) == (0, "Mức thu do xã khai")


def test_papers_of_different_lengths_are_added_up():
    bill = together([costs("2.000815", pages=2, copies=2), costs("2.000815", pages=5)])

    assert (bill.total, len(bill.lines)) == (15_000, 2)
    assert together([costs("2.000815"), costs("1.001193")]).unknown
    assert together([]).unknown
    assert together([costs("2.000635", exemption="poor"), costs("2.000635", exemption="poor")]).reason


@pytest.mark.parametrize("count", ["pages", "copies", "cases"])
def test_a_count_below_one_is_refused(count):
    with pytest.raises(FeeCountBelowOne):
        FeeAsked(**{count: 0})


@pytest.mark.parametrize(
    ("code", "table", "asked", "counts"),
    [
        ("2.000815", NATIONAL, {}, {"pages": "trang", "copies": "bản", "cases": "giấy tờ"}),
        ("2.000635", NATIONAL, {}, {"copies": "bản", "cases": "sự kiện hộ tịch"}),
        ("2.000884", NATIONAL, {}, {"cases": "trường hợp"}),
        ("1.004222", NATIONAL, {}, {}),  # a registration is one by itself
        ("1.000894", NATIONAL, {}, {}),
        ("1.001193", NATIONAL, {}, {}),
        ("1.004194", NATIONAL, {}, {}),
        ("1.004194", NATIONAL, {"choice": "Theo danh sách"}, {"cases": "người"}),
        ("2.000815", HAI_PHONG, {"choice": "Bản sao điện tử"}, {}),
    ],
)
def test_a_clerk_is_asked_for_what_the_row_multiplies_and_for_nothing_else(code, table, asked, counts):
    assert {count.value: unit for count, unit in costs(code, table, **asked).counts.items()} == counts


def test_what_is_kept_of_a_reckoning_names_rows_counts_and_table():
    asked = FeeAsked(pages=7, copies=3)
    kept = reckoned([asked], costs("2.000815", pages=7, copies=3), "")

    assert (kept.amount, kept.rows, kept.table) == (27_000, ("certified-copy",), NATIONAL.version)
    assert kept.told(27_000) == "3 bản × (2 trang × 2.000 đ + 5 trang × 1.000 đ) = 27.000 đ"
    assert reckoned_of(reckoned_body(kept)) == kept
    assert reckoned([FeeAsked()], costs("1.001193"), "") is None  # nobody set it, nobody is exempt


def test_an_exemption_of_the_table_and_one_of_the_clerks_own_are_kept_in_words():
    poor = next(one for one in costs("2.000635").exemptions if one.id == "poor").words
    listed = reckoned([FeeAsked(exemption="poor")], costs("2.000635", exemption="poor"), poor)
    own = reckoned([FeeAsked()], costs("2.000635"), "Bị thiên tai")

    assert (listed.amount, listed.exemption, listed.words) == (0, poor, f"Miễn: {poor}")
    assert (own.amount, own.exemption, own.words) == (0, "Bị thiên tai", "Miễn: Bị thiên tai")


def test_a_table_that_was_changed_has_another_version(tmp_path):
    one = read_fee_table(table_file(tmp_path / "national.json", row()).parent).version
    other = read_fee_table(table_file(tmp_path / "national.json", row(amount=6000)).parent).version

    assert one != other
    assert NATIONAL.version != HAI_PHONG.version
