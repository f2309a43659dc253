"""What officers lay over the catalogue: a time may be cut, never stretched; the law's stays beside it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain.errors import (
    FeeNotPossible,
    LocalEditsUnreadable,
    NoSuchTerm,
    StepsTooLong,
    TermTooLong,
    UnknownTerm,
)
from desk_app.domain.local_edits import Commitment, LocalEdit, LocalEdits, check_edit, laid_over, never_later
from desk_app.domain.local_edits_document import edit_document, edit_of, edits_document, edits_of
from desk_app.domain.procedure import ProcessStep, TermChoice
from desk_app.machine.paths import brought
from desk_app.storage.catalogue import FileCatalogue

FOLDER = brought("resources") / "catalogue"
DAY = date(2026, 11, 23)
CATALOGUE = FileCatalogue(FOLDER, DAY)
GUARDIAN = CATALOGUE.get("1.004837")  # 3wd
BUILDING = CATALOGUE.get("1.013225")  # 7wd, by cases 7wd and 10wd
STEPS = (ProcessStep(action="Thẩm định", role="Công chức", minutes=240), ProcessStep(action="Ký", minutes=30))
EDIT = LocalEdit(
    code="1.004837",
    fee=5000,
    fee_text="5.000 đồng theo nghị quyết",
    commitments=(Commitment(by_law="3wd", promised="2wd"),),
    steps=STEPS,
    decision="QĐ 12/QĐ-UBND",
)


@pytest.mark.parametrize(
    ("promised", "by_law"),
    [
        ("2wd", "3wd"), ("3wd", "3wd"), ("16h", "2wd"), ("8h", "1wd"), ("4h", "8h"), ("5d", "5wd"),
        ("same-day@15", "1wd"), ("same-day@16", "same-day@15"), ("10d", "15d"), ("10wd", "15d"), ("1wd", "1d"),
    ],
)  # fmt: skip
def test_a_shorter_promise_is_kept_whenever_the_law_is(promised, by_law):
    assert never_later(promised, by_law)


@pytest.mark.parametrize(
    ("promised", "by_law"),
    [
        ("4wd", "3wd"), ("17h", "2wd"), ("1wd", "8h"), ("2wd", "2d"), ("15d", "10wd"), ("12wd", "15d"),
        ("same-day@14", "same-day@15"), ("1wd", "same-day@15"), ("16d", "15d"), ("same-day@15", "4h"),
    ],
)  # fmt: skip
def test_a_promise_that_may_end_later_is_none(promised, by_law):
    assert not never_later(promised, by_law)


def test_the_promised_time_stands_beside_the_time_by_law():
    check_edit(EDIT, GUARDIAN)
    whole = laid_over(GUARDIAN, EDIT)

    assert whole.terms == (TermChoice(term="2wd", text=GUARDIAN.terms[0].text, term_by_law="3wd"),)
    assert whole.terms[0].reduced
    assert (whole.fee, whole.fee_text, whole.steps) == (5000, "5.000 đồng theo nghị quyết", STEPS)
    assert (whole.name, whole.components) == (GUARDIAN.name, GUARDIAN.components)


def test_one_case_is_cut_and_the_other_stays():
    cut = LocalEdit(
        code="1.013225",
        commitments=(Commitment(by_law="10wd", promised="8wd", case="công trình còn lại"),),
    )
    check_edit(cut, BUILDING)

    assert [(t.term, t.term_by_law) for t in laid_over(BUILDING, cut).terms] == [
        ("7wd", ""), ("7wd", ""), ("8wd", "10wd"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "error", "told"),
    [
        ({"commitments": (Commitment(by_law="3wd", promised="4wd"),)}, TermTooLong,
         "4 ngày làm việc dài hơn thời hạn theo quy định \\(3 ngày làm việc\\)"),
        ({"commitments": (Commitment(by_law="5wd", promised="4wd"),)}, NoSuchTerm, "không còn thời hạn 5wd"),
        ({"commitments": (Commitment(by_law="3wd", promised="mai"),)}, UnknownTerm, "mai"),
        ({"steps": (ProcessStep(action="Xử lý", minutes=16 * 60 + 1),)}, StepsTooLong, "cộng lại 16 giờ 1 phút, nhiều hơn thời hạn 16 giờ;"),
        ({"fee": -1}, FeeNotPossible, "nhỏ hơn 0"),
    ],
)  # fmt: skip
def test_what_the_law_does_not_allow_is_refused_in_a_sentence(changes, error, told):
    with pytest.raises(error, match=told):
        check_edit(replace(EDIT, **changes), GUARDIAN)


def test_edits_lie_over_the_version_in_force():
    catalogue = FileCatalogue(FOLDER, DAY, edits=LocalEdits((EDIT,)))

    assert catalogue.get("1.004837").terms[0].term == "2wd"
    assert catalogue.published("1.004837") == GUARDIAN
    assert catalogue.search("1.004837")[0] == catalogue.get("1.004837")
    assert catalogue.edits_out_of_date() == ()


def test_a_promise_for_a_time_that_the_law_changed_is_left_out_and_told():
    old = replace(EDIT, commitments=(Commitment(by_law="5wd", promised="4wd"),))
    gone = LocalEdit(code="9.999999", fee=1)
    catalogue = FileCatalogue(FOLDER, DAY, edits=LocalEdits((old, gone)))

    assert catalogue.get("1.004837").terms == GUARDIAN.terms
    assert catalogue.get("1.004837").fee == 5000
    told = catalogue.edits_out_of_date()
    assert ["1.004837" in told[0], "9.999999" in told[1], len(told)] == [True, True, 2]


def test_an_edit_replaces_the_one_before_and_an_empty_one_takes_it_away():
    edits = (
        LocalEdits((EDIT,))
        .keeping(LocalEdit(code="1.004837", fee=1))
        .keeping(LocalEdit(code="1.001193", fee=2))
    )

    assert [(edit.code, edit.fee) for edit in edits.edits] == [("1.004837", 1), ("1.001193", 2)]
    assert edits.keeping(LocalEdit(code="1.004837")).edits == (LocalEdit(code="1.001193", fee=2),)


TEXTS = st.text(max_size=12)
EDITS = st.builds(
    LocalEdit,
    code=st.from_regex(r"\d\.\d{6}", fullmatch=True),
    fee=st.none() | st.integers(0, 10**9),
    fee_text=TEXTS,
    decision=TEXTS,
    commitments=st.lists(
        st.builds(Commitment, by_law=TEXTS, promised=TEXTS, case=TEXTS), max_size=3
    ).map(tuple),
    steps=st.lists(
        st.builds(ProcessStep, action=TEXTS, role=TEXTS, department=TEXTS, minutes=st.none() | st.integers(0, 9999)),
        max_size=3,
    ).map(tuple),
)  # fmt: skip


@given(st.lists(EDITS, max_size=4, unique_by=lambda edit: edit.code))
def test_edits_come_back_from_their_document_whole(edits):
    document = json.loads(json.dumps(edits_document(LocalEdits(tuple(edits)))))

    assert set(edits_of(document).edits) == set(edits)
    assert edits_document(edits_of(document)) == document


def test_a_document_holds_nothing_empty():
    assert edit_document(LocalEdit(code="1.001193", fee=0)) == {"code": "1.001193", "fee": 0}
    assert edit_of({"code": "1.001193"}) == LocalEdit(code="1.001193")


@pytest.mark.parametrize(
    ("document", "named"),
    [
        ({}, "edits"),
        ({"edits": [{"fee": 1}]}, "code"),
        ({"edits": [{"code": "1.001193"}, {"code": "1.001193"}]}, "edits"),
        ({"edits": [{"code": "1.001193", "fee": "8000"}]}, "1.001193"),
        ({"edits": [{"code": "1.001193", "fee": True}]}, "1.001193"),
        ({"edits": [{"code": "1.001193", "terms": [{"by_law": 3}]}]}, "1.001193"),
        ({"edits": [{"code": "1.001193", "terms": ["x"]}]}, "1.001193"),
        ({"edits": [{"code": "1.001193", "steps": [{"action": "x", "minutes": 0.5}]}]}, "1.001193"),
        ({"edits": ["x"]}, "code"),
    ],
)
def test_a_document_that_is_none_says_where(document, named):
    with pytest.raises(LocalEditsUnreadable, match=named):
        edits_of(document)
