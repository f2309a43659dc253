"""A list that leaves the store is recorded, and a spreadsheet computes nothing out of a citizen's name."""

from __future__ import annotations

import openpyxl
import pytest
from support.desk import Clock, new_store

from desk_app.domain.errors import ExportNotWritten, NoPrinter
from desk_app.domain.table import Column, Section, Table
from desk_app.services.send_list import export_list, print_list
from desk_app.storage import event_log
from desk_app.storage.spreadsheet_export import write_table

TABLE = Table(
    key="register",
    title="Sổ theo dõi hồ sơ",
    period="Ngày 23/11/2026",
    columns=(Column(heading="Tên", share=20), Column(heading="Số tiền", number=True)),
    sections=(
        Section(heading="Đã thu", rows=(("=1+1", 8000), ("Nguyễn Thị Đào", 15000)), sums=("", 23000)),
        Section(heading="Tổng cộng", rows=(("Tiền mặt", 23000),)),
    ),
    note="Hết.",
)


@pytest.fixture
def store(tmp_path):
    made = new_store(tmp_path)
    yield made
    made.close()


def recorded(store):
    with store.reading() as reading:
        return [
            (event.staff, event_log.body_of(event))
            for event in event_log.events(reading._db)
            if event.kind == "exported"
        ]


def test_the_file_has_the_list_as_it_stands_on_the_screen(tmp_path):
    write_table(TABLE, tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active

    assert [[cell.value for cell in row if cell.value is not None] for row in sheet.iter_rows()] == [
        ["Sổ theo dõi hồ sơ"],
        ["Ngày 23/11/2026"],
        ["Tên", "Số tiền"],
        ["Đã thu"],
        ["=1+1", 8000],
        ["Nguyễn Thị Đào", 15000],
        [23000],
        ["Tổng cộng"],
        ["Tiền mặt", 23000],
        ["Hết."],
    ]
    assert (sheet["A5"].data_type, sheet["B5"].number_format) == ("s", "#,##0")


def test_an_export_is_in_the_log_with_what_and_who_and_no_name_of_a_citizen(tmp_path, store):
    path = export_list(TABLE, tmp_path / "so", write=write_table, staff="hoa", store=store, clock=Clock())

    assert path == tmp_path / "so.xlsx"
    assert path.exists()
    assert recorded(store) == [
        ("hoa", {"list": "register", "period": "Ngày 23/11/2026", "way": "file", "rows": 3})
    ]


def test_an_export_makes_no_day_unsent(tmp_path, store):
    with store.reading() as reading:
        before = reading.sync_state().pending_cases
    export_list(TABLE, tmp_path / "a.xlsx", write=write_table, staff="hoa", store=store, clock=Clock())
    with store.reading() as reading:
        assert reading.sync_state().pending_cases == before
    assert store.health().projections


def test_a_place_that_cannot_be_written_is_a_sentence_and_leaves_no_half_file(tmp_path, store):
    (tmp_path / "folder").write_text("a file where a folder should be")
    with pytest.raises(ExportNotWritten, match="chọn nơi lưu khác"):
        write_table(TABLE, tmp_path / "folder" / "a.xlsx")
    (tmp_path / "a.xlsx").mkdir()
    with pytest.raises(ExportNotWritten):
        write_table(TABLE, tmp_path / "a.xlsx")

    assert [path.name for path in tmp_path.glob(".*new")] == []


class NoPaper:
    def send(self, paper, name):
        raise NoPrinter()


def test_a_list_that_no_printer_took_is_not_recorded_as_printed(store):
    with pytest.raises(NoPrinter):
        print_list(TABLE, lambda: [b"pdf"], printer=NoPaper(), staff="hoa", store=store, clock=Clock())

    assert recorded(store) == []


def test_numbers_are_written_with_points_and_serials_without():
    table = Table(
        key="a",
        title="",
        period="",
        columns=(Column(heading="Số"), Column(heading="Tiền", number=True)),
        sections=(Section(heading="h", rows=((5001, 12345),), sums=("", 0)),),
    )

    assert list(table.shown()) == [("heading", ("h",)), ("row", ("5001", "12.345")), ("sums", ("", "0"))]
