"""Rows are as high as their texts need, a month's list opens without a stall, and no height is left over from before."""

from __future__ import annotations

import time
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from desk_app.app.startup import application
from desk_app.domain.list_tables import register_table
from desk_app.domain.moment import moment
from desk_app.domain.period import Period
from desk_app.domain.register import RegisterLine
from desk_app.domain.table import Column, Section, Table
from desk_app.ui.lists.model import ListTable

LONG = "Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan, tổ chức có thẩm quyền của Việt Nam cấp"


@pytest.fixture(scope="session")
def qapp():
    return application()


@pytest.fixture
def table(qtbot):
    made = ListTable()
    qtbot.addWidget(made)
    made.resize(1140, 560)
    made.show()
    QApplication.processEvents()
    return made


def of(*texts, heading=""):
    rows = tuple((text, "") for text in texts)
    return Table(key="a", title="", period="", columns=(Column(heading="A", share=1), Column(heading="B", share=3)),
                 sections=(Section(heading=heading, rows=rows),))  # fmt: skip


def test_a_text_that_breaks_makes_its_row_higher_and_only_its_row(table):
    table.show_list(of("ngắn", LONG))

    assert table.rowHeight(0) < table.rowHeight(1)


def test_the_next_list_does_not_keep_the_heights_of_the_one_before(table):
    table.show_list(of(LONG, LONG))
    tall = table.rowHeight(0)
    table.show_list(of("ngắn", "ngắn", heading=LONG))

    assert {table.rowHeight(row) for row in range(3)} == {table.rowHeight(1)}
    assert table.rowHeight(0) < tall, "a heading has the whole width"


def test_narrower_columns_make_rows_higher(qtbot, table):
    table.show_list(of("Đăng ký thành lập hộ kinh doanh"))
    before = table.rowHeight(0)
    table.resize(500, 560)

    qtbot.waitUntil(lambda: table.rowHeight(0) > before)


@pytest.mark.parametrize("cases", [150, 3000])
def test_the_register_of_a_day_and_of_a_month_open_at_once(table, cases):
    lines = [
        RegisterLine(
            number=n,
            case_code=f"H56.22.17-261123-{n:04d}",
            procedure_name=LONG,
            applicant_name=f"Nguyễn Thị Minh Đức {n}",
            received_at=moment("2026-11-23T08:00"),
            address="Thôn Đồng Tâm, xã Tân Lập, tỉnh Thanh Hóa",
        )
        for n in range(cases)
    ]
    made = register_table(lines, Period.of_month(date(2026, 11, 1)))
    began = time.perf_counter()
    table.show_list(made)
    QApplication.processEvents()

    # measured 50 ms; asking every cell at every width took 5 s for a day and 74 s for a month
    assert time.perf_counter() - began < 1.0
    assert table.list.rowCount() == cases
