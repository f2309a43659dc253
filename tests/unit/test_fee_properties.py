"""What holds of every fee, whatever the rows: caps, order, exemptions."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from support.fees import DAY, HAI_PHONG

from desk_app.domain.fee import Exemption, FeeBasis, FeeKind, FeeRow, FeeScope, FeeTable, PageStep
from desk_app.domain.fee_lines import FeeAsked, fee_lines

CODE = "1.000001"
AMOUNTS = st.integers(0, 500_000)
COUNTS = st.integers(1, 2000)


@st.composite
def rows(draw):
    """Return a row of any basis that sets an amount."""
    basis = draw(st.sampled_from([basis for basis in FeeBasis if basis is not FeeBasis.UNSET]))
    firsts = sorted({1, *draw(st.lists(st.integers(1, 500), max_size=3))})
    paged = basis is FeeBasis.PAGE
    return FeeRow(
        id="a",
        scope=FeeScope.NATIONAL,
        name="Phí thử",
        kind=draw(st.sampled_from(FeeKind)),
        procedures=frozenset({CODE}),
        basis=basis,
        instrument="NQ 1/2026",
        valid_from=date(2026, 1, 1),
        amount=0 if paged else draw(AMOUNTS),
        steps=tuple(PageStep(first=first, amount=draw(AMOUNTS)) for first in firsts) if paged else (),
        most_per_copy=draw(st.none() | AMOUNTS) if paged else None,
        exemptions=(Exemption(id="poor", words="Hộ nghèo"),),
    )


def total(row, **asked):
    return fee_lines(CODE, FeeAsked(**asked), FeeTable(rows=(row,)), DAY).total


@given(rows(), COUNTS, COUNTS, st.integers(1, 20))
def test_no_copy_ever_costs_more_than_the_cap(row, pages, copies, cases):
    if row.most_per_copy is not None:
        assert total(row, pages=pages, copies=copies, cases=cases) <= row.most_per_copy * copies * cases


@given(rows(), COUNTS, COUNTS, COUNTS)
def test_more_pages_copies_or_cases_never_cost_less(row, pages, copies, cases):
    asked = {"pages": pages, "copies": copies, "cases": cases}
    before = total(row, **asked)

    for count in asked:
        assert total(row, **asked | {count: asked[count] + 1}) >= before


@given(rows(), COUNTS, COUNTS)
def test_copies_of_a_paper_cost_the_same_each(row, pages, copies):
    if row.basis in (FeeBasis.PAGE, FeeBasis.COPY):
        assert total(row, pages=pages, copies=copies) == copies * total(row, pages=pages)


@given(rows(), COUNTS)
def test_pages_are_added_up_one_by_one_as_a_clerk_would(row, pages):
    if row.basis is FeeBasis.PAGE:
        by_hand = sum(
            max((step for step in row.steps if step.first <= page), key=lambda step: step.first).amount
            for page in range(1, pages + 1)
        )
        cap = by_hand if row.most_per_copy is None else row.most_per_copy
        assert total(row, pages=pages) == min(by_hand, cap)


@given(rows(), COUNTS, COUNTS)
def test_the_words_end_with_the_amount(row, pages, copies):
    line = fee_lines(CODE, FeeAsked(pages=pages, copies=copies), FeeTable(rows=(row,)), DAY).lines[0]
    said = line.words.rsplit("= ", maxsplit=1)[-1]

    assert said == (
        f"{line.amount:,} đ".replace(",", ".") if line.amount or "=" in line.words else "Không thu"
    )


@given(rows(), COUNTS, COUNTS, COUNTS)
def test_an_exemption_gives_nothing_to_pay_with_its_reason(row, pages, copies, cases):
    asked = FeeAsked(pages=pages, copies=copies, cases=cases, exemption="poor")
    found = fee_lines(CODE, asked, FeeTable(rows=(row,)), DAY)

    assert (found.total, found.reason, found.lines[0].words) == (0, "Hộ nghèo", "Miễn: Hộ nghèo")


@given(st.data())
def test_every_exemption_that_is_offered_may_be_asked_for(data):
    """Of the tables we bring: what the window offers never fails when it is chosen."""
    code = data.draw(st.sampled_from(sorted({code for row in HAI_PHONG.rows for code in row.procedures})))
    choices = fee_lines(code, FeeAsked(), HAI_PHONG, DAY).choices
    choice = data.draw(st.sampled_from(["", *choices]))
    offered = fee_lines(code, FeeAsked(choice=choice), HAI_PHONG, DAY).exemptions
    for exemption in offered:
        found = fee_lines(code, FeeAsked(choice=choice, exemption=exemption.id), HAI_PHONG, DAY)
        assert found.total == 0 or (found.unknown and not choice)


@given(st.dictionaries(st.sampled_from(["1.001193", "2.000635", "9.000001"]), AMOUNTS, min_size=1))
def test_the_communes_own_amount_is_what_one_case_costs(own):
    table = HAI_PHONG.with_own(own)

    assert {code: fee_lines(code, FeeAsked(), table, DAY).total for code in own} == own
