"""The specimens of demo/papers: every paper in both sets, each with days that fit together."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from support import cases, sheets
from support.cases import DESK, HOA, ended, guided
from support.desk import RULES
from support.drawn import text_of

from desk_app.app.day.specimens import Drawn, write_specimens
from desk_app.domain.case import State
from desk_app.domain.moment import moment
from desk_app.domain.slip import Slip, SlipKind
from desk_app.domain.turns import Forward
from desk_app.printing.known import KNOWN

AT = moment("2026-11-23T09:00:00")
DAYS = re.compile(r"\b(\d{1,2})/(\d{1,2})/(20\d\d)\b|ngày (\d{1,2}) tháng (\d{1,2}) năm (20\d\d)")


def gave(case, *kinds: SlipKind):
    slips = tuple(Slip(kind=kind, number=n, seq=n, at=AT, by="hoa") for n, kind in enumerate(kinds, 1))
    return replace(case, slips=slips)


K = SlipKind
THREE = cases.case(
    intake=cases.intake(term="3wd"),
    due_at=moment("2026-11-27T17:00:00"),  # 24/11 is a holiday
    forwards=(Forward(to="Công chức Tư pháp – Hộ tịch", at=AT, by="hoa", slip_number=5),),
)
LIVES = [  # newest first: the withdrawn one before the one that was handed over
    gave(ended(State.WITHDRAWN), K.RECEIPT, K.RETURN_SLIP),
    gave(THREE, K.RECEIPT, K.CONTROL),
    gave(replace(cases.HANDED, result_number="8/2026/TL"), K.RECEIPT, K.RETURN_SLIP),
    gave(cases.case(supplements=(cases.ASKED,)), K.COMPLETION),
    gave(cases.case(supplements=(cases.HALF,)), K.COMPLETION, K.SUPPLEMENT_PART),
    gave(ended(State.REFUSED), K.REFUSAL),
    gave(cases.EXTENDED, K.EXTENSION),
    gave(ended(State.STOPPED), K.STOP_NOTICE),
    gave(cases.PAYING, K.PAYMENT_NOTICE),
    gave(cases.PAID, K.FEE_NOTE),
    gave(ended(State.CLOSED, supplements=(cases.ASKED,)), K.CLOSING_NOTICE),
    gave(cases.RECALLED, K.RECALL),
]


@pytest.fixture(scope="module")
def papers(tmp_path_factory):
    folder = tmp_path_factory.mktemp("papers")
    drawn = Drawn(
        cases=LIVES, guided=[guided(K.COMPLETION), guided(K.REFUSAL)], sheet=sheets.AGREED, procedure=cases.PROCEDURE,
        desk=DESK, staff=HOA, rules=RULES,
    )  # fmt: skip
    many = write_specimens(folder, drawn)
    found = {form_set: {path.stem: text_of(path) for path in sorted((folder / form_set).glob("*.pdf"))} for form_set in ("2018", "2025")}  # fmt: skip
    assert many == sum(map(len, found.values()))
    return found


def test_every_paper_is_there_in_both_sets(papers):
    told = {"before_completion", "before_refusal"}

    assert set(papers["2025"]) == set(KNOWN) | told
    assert set(papers["2018"]) == set(KNOWN) - {"stop_notice"} | told  # a form of the later set only


@pytest.mark.parametrize("form_set", ["2018", "2025"])
def test_both_slips_of_return_are_there_each_under_its_name(papers, form_set):
    assert "PHIẾU TRẢ KẾT QUẢ" in papers[form_set]["return_slip"]
    assert "PHIẾU TRẢ LẠI HỒ SƠ" in papers[form_set]["withdrawal"]


def test_the_days_of_a_paper_are_of_its_own_set(papers):
    years = {
        form_set: {
            (name, int(found[2] or found[5]))
            for name, words in texts.items()
            for found in (match.groups() for match in DAYS.finditer(words))
        }
        for form_set, texts in papers.items()
    }
    born = {1990}

    assert {year for _, year in years["2018"]} - born == {2025}
    assert {year for _, year in years["2025"]} - born == {2026}
    assert {name for name, _ in years["2018"]} >= {
        "receipt",
        "control",
        "extension",
        "return_slip",
        "register",
    }
    for words in papers["2018"].values():
        assert "-2611" not in words  # nor do the codes bear another day
    assert "8/2025/TL" in papers["2018"]["return_slip"]


def test_the_older_sets_due_dates_are_those_of_its_own_weeks(papers):
    assert "17 giờ 00 phút, ngày 27 tháng 11 năm 2026" in papers["2025"]["control"]
    assert "17 giờ 00 phút, ngày 14 tháng 8 năm 2025" in papers["2018"]["control"]  # no holiday in that week
    assert "ngày 11 tháng 8 năm 2025" in papers["2018"]["control"]
