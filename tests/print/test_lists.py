"""Register, hand-over list, guidance sheet and posting: numbered on, summed, headed on every page."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from support import cases
from support.cases import DESK, case, ended
from support.drawn import CENTRE, PAPERS, SAMPLES, text_of

from desk_app.domain.case import ReturnMethod, State
from desk_app.domain.moment import moment
from desk_app.domain.register import day_period, hand_over_line, month_period, register_line
from desk_app.machine.paths import brought
from desk_app.storage.catalogue import FileCatalogue


@pytest.fixture
def register(tmp_path):
    path = tmp_path / "register.pdf"
    path.write_bytes(SAMPLES["register"]())
    return path


def test_the_register_numbers_its_columns_and_goes_on_numbering_over_its_pages(register):
    pages = [text_of(register, n) for n in range(1, 5)]

    codes = [code for page in pages for code in re.findall(r"\d{1,2} H56\.22\.17-261123-", page)]
    assert [int(code.split()[0]) for code in codes] == list(range(1, 41))
    for n, page in enumerate(pages, 1):
        assert " ".join(f"({column})" for column in range(1, 14)) in page
        assert "Tên cá nhân, tổ chức" in page
        assert "SỔ THEO DÕI HỒ SƠ" in page
        assert "Tháng 11/2026" in page
        assert f"Trang {n}/4" in page


def test_each_page_of_the_register_is_summed_and_carried_on(register):
    sums = [
        tuple(map(int, re.search(r"Cộng trang (\d): (\d+) hồ sơ, đã trả kết quả (\d+)\. Cộng dồn: (\d+) hồ sơ, đã trả kết quả (\d+)", text_of(register, n)).groups()))
        for n in range(1, 5)
    ]  # fmt: skip
    lines = cases.register_lines(40)
    returned = sum(line.returned_at is not None for line in lines)

    assert [page for page, *_ in sums] == [1, 2, 3, 4]
    assert sum(count for _, count, *_ in sums) == 40
    assert sums[-1][3:] == (40, returned)
    for before, after in pairwise(sums):
        assert after[3] == before[3] + after[1]
        assert after[4] == before[4] + after[2]


def test_what_the_register_says_of_a_case(tmp_path):
    lines = [
        register_line(cases.HANDED, "UBND xã Tân Lập"),
        register_line(
            ended(State.WITHDRAWN, register_number=8, intake=cases.intake(for_unit="Sở Tư pháp", return_method=ReturnMethod.POST)),
            "UBND xã Tân Lập",
        ),
        register_line(case(due_at=None, register_number=9), "UBND xã Tân Lập"),
    ]  # fmt: skip
    path = tmp_path / "lines.pdf"
    path.write_bytes(PAPERS.register(lines, DESK, day_period(moment("2026-11-23").date())))
    text = text_of(path)

    assert [line.number for line in lines] == [7, 8, 9]
    assert [line.note for line in lines] == ["", "Đã rút", ""]
    for said in (
        "Ngày 23/11/2026",
        "Sở Tư pháp",
        "Đã rút",
        "Trực tiếp",
        "Bưu chính",
        "Thôn Đồng Tâm, xã Tân Lập",
        "0912345678",
    ):
        assert said in text, said
    assert "Cộng trang 1: 3 hồ sơ, đã trả kết quả 1." in text


def test_an_empty_register_is_a_page_with_a_sum_of_nothing(tmp_path):
    path = tmp_path / "none.pdf"
    path.write_bytes(PAPERS.register([], DESK, month_period(moment("2026-12-01").date())))

    assert "Tháng 12/2026" in text_of(path)
    assert "0 hồ sơ" in text_of(path)


def test_a_row_higher_than_a_page_goes_on_and_counts_once(tmp_path):
    lines = [replace(line, address=" ".join([cases.LONG_REASON] * 3)) for line in cases.register_lines(2)]
    path = tmp_path / "high.pdf"
    path.write_bytes(PAPERS.register(lines, DESK, "Năm 2026"))
    text = text_of(path)

    assert text.count("nơi.") == 2 * 3 * 17
    assert "Cộng dồn: 2 hồ sơ" in text
    assert "Cộng dồn: 3 hồ sơ" not in text


def test_the_hand_over_list_has_its_thirteen_columns(tmp_path):
    path = tmp_path / "list.pdf"
    path.write_bytes(SAMPLES["hand_over_list"]())
    text = text_of(path)

    for said in (
        "DANH SÁCH BÀN GIAO HỒ SƠ", "Cơ quan chủ trì giải quyết: Chi nhánh Văn phòng Đăng ký đất đai",
        "Thời gian bàn giao: 16 giờ 00 phút, ngày 23 tháng 11 năm 2026", "Tổng số hồ sơ bàn giao: 05 hồ sơ.",
        " ".join(f"({n})" for n in range(1, 14)), "BÊN GIAO", "BÊN NHẬN", "XÁC NHẬN CỦA TRUNG TÂM", "15/12/2026",
        "(Thành phần chi tiết của mỗi hồ sơ được bàn giao đầy đủ theo quy định)",
    ):  # fmt: skip
        assert said in text, said
    assert hand_over_line(cases.FORWARDED).note == "xác minh cư trú"


def test_a_guidance_sheet_tells_papers_time_fee_and_way(tmp_path):
    path = tmp_path / "sheet.pdf"
    path.write_bytes(SAMPLES["guidance_sheet"]())
    text = text_of(path)

    for said in (
        "Đăng ký nhận cha, mẹ, con", "1.001022", "Tờ khai đăng ký nhận cha, mẹ, con", "Thẻ căn cước", "Xuất trình.",
        "3 ngày làm việc", "Trường hợp phải xác minh: 8 ngày làm việc", "15.000 đ (Mười lăm nghìn đồng)",
        "Trích lục đăng ký nhận cha, mẹ, con", "dichvucong.gov.vn", "02373 123 456",
    ):  # fmt: skip
        assert said in text, said


def test_a_posting_of_the_whole_catalogue_loses_no_paper(tmp_path):
    catalogue = FileCatalogue(brought("resources") / "catalogue", date(2026, 11, 23))
    procedures = catalogue.search("", limit=1000)
    path = tmp_path / "posting.pdf"
    path.write_bytes(PAPERS.posting(procedures, CENTRE))
    text = text_of(path)

    assert len(procedures) > 20
    for procedure in procedures:
        assert f"Mã: {procedure.code}" in text
