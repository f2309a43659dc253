"""A statutory line tells the law's term, and the commune's shorter one stands beside it; the control slip has the local date."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.cases import AT_ONCE, FORWARDED, HOA, PROCEDURE, case, intake
from support.drawn import CENTRE, ONE, PAPERS, text_of

from desk_app.domain.moment import moment
from desk_app.domain.procedure import TermChoice
from desk_app.domain.slip import SlipKind

LAW = "Thời gian giải quyết hồ sơ theo quy định là: 3 ngày làm việc"
CUT = intake(term="2wd", term_by_law="3wd")
DUE = moment("2026-11-26T17:00:00")
STAGED = intake(term="3wd+5wd")
LOCAL = moment("2026-11-27T17:00:00")


@pytest.fixture
def read(tmp_path):
    def words(pdf: bytes) -> str:
        path = tmp_path / "paper.pdf"
        path.write_bytes(pdf)
        return text_of(path)

    return words


@pytest.mark.parametrize("form_set", ["2018", "2025"])
def test_the_receipt_tells_the_laws_term_and_the_promise_beside_it(read, form_set):
    words = read(PAPERS.receipt(case(intake=CUT, due_at=DUE, form_set=form_set), ONE, HOA))

    assert LAW in words
    assert "Đơn vị cam kết, cắt giảm còn: 2 ngày làm việc" in words
    assert "17 giờ 00 phút, ngày 26 tháng 11 năm 2026" in words


@pytest.mark.parametrize("form_set", ["2018", "2025"])
def test_a_receipt_without_a_cut_says_nothing_of_one(read, form_set):
    words = read(PAPERS.receipt(case(intake=intake(term="3wd"), form_set=form_set), ONE, HOA))

    assert LAW in words
    assert "cắt giảm" not in words


def cut(*terms: TermChoice):
    return replace(PROCEDURE, terms=terms)


ONE_CUT = cut(TermChoice(term="2wd", text="03 ngày làm việc", term_by_law="3wd"))
CASES = cut(
    TermChoice(term="2wd", text="03 ngày làm việc", term_by_law="3wd"),
    TermChoice(term="8wd", text="Phải xác minh"),
    TermChoice(term="9wd", text="Có yếu tố nước ngoài", term_by_law="12wd"),
)


def test_the_guidance_sheet_tells_both(read):
    words = read(PAPERS.guidance_sheet(ONE_CUT, CENTRE))

    assert "2. Thời hạn giải quyết theo quy định: 3 ngày làm việc" in words
    assert "Đơn vị cam kết, cắt giảm còn: 2 ngày làm việc" in words
    assert "cắt giảm" not in read(PAPERS.guidance_sheet(PROCEDURE, CENTRE))


def test_of_several_cases_each_cut_stands_beside_the_laws(read):
    words = read(PAPERS.guidance_sheet(CASES, CENTRE))

    assert (
        "theo quy định: 3 ngày làm việc Phải xác minh: 8 ngày làm việc Có yếu tố nước ngoài: 12 ngày làm việc"
        in words
    )
    assert (
        "3 ngày làm việc → 2 ngày làm việc Có yếu tố nước ngoài: 12 ngày làm việc → 9 ngày làm việc" in words
    )


def test_the_posting_tells_both(read):
    words = read(PAPERS.posting([ONE_CUT, AT_ONCE], CENTRE, moment("2026-11-23")))

    assert "Cam kết" in words
    assert "cắt giảm" in words
    assert "2 ngày" in words
    assert "3 ngày" in words


@pytest.mark.parametrize("form_set", ["2018", "2025"])
def test_the_control_slip_has_the_communes_own_date(read, form_set):
    of = replace(FORWARDED, intake=STAGED, due_at=moment("2026-12-04T17:00:00"), form_set=form_set)
    words = read(PAPERS.slip(SlipKind.CONTROL, of, ONE, HOA, local_due_at=LOCAL))

    assert "Hạn giải quyết tại xã (giai đoạn 1): 17 giờ 00 phút, ngày 27 tháng 11 năm 2026" in words
    assert "giai đoạn 1" not in read(PAPERS.slip(SlipKind.CONTROL, of, ONE, HOA))
