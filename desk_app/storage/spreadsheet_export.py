"""A list as an .xlsx file."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from desk_app.domain.errors import ExportNotWritten
from desk_app.domain.table import Cell, Table

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

CHARACTERS_A_SHARE = 1.5


def write_table(table: Table, path: Path) -> None:
    """Write the file: whole or not at all.

    Raises:
        ExportNotWritten: the folder is not there or cannot be written, or the file is open elsewhere.
    """
    from openpyxl import Workbook  # imported here: 120 ms that the start need not pay
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    assert sheet is not None, "a new book has a sheet"
    sheet.title = _sheet_name(table.title)
    for n, column in enumerate(table.columns, 1):
        sheet.column_dimensions[get_column_letter(n)].width = max(8.0, column.share * CHARACTERS_A_SHARE)
    for row, (values, bold) in enumerate(_rows(table), 1):
        _write_row(sheet, row, values, bold=bold)
    sheet.freeze_panes = "A4"
    made = io.BytesIO()
    book.save(made)
    _write_whole(path, made.getvalue())


def _write_whole(path: Path, content: bytes) -> None:
    """Write beside the place and move there: a stick that is pulled out leaves no half file under the name."""
    fresh = path.with_name(f".{path.name}.new")
    try:
        fresh.write_bytes(content)
        fresh.replace(path)
    except OSError as error:
        with suppress(OSError):
            fresh.unlink()
        raise ExportNotWritten(path=path) from error


def _rows(table: Table) -> Iterator[tuple[Sequence[Cell], bool]]:
    """Yield each row of the sheet and whether it stands out."""
    yield [table.title], True
    yield [table.period], False
    yield [column.heading for column in table.columns], True
    for section in table.sections:
        if section.heading:
            yield [section.heading], True
        for row in section.rows:
            yield row, False
        if section.sums:
            yield section.sums, True
    if table.note:
        yield [table.note], False


def _write_row(sheet: Worksheet, row: int, values: Sequence[Cell], *, bold: bool) -> None:
    from openpyxl.styles import Font

    for column, value in enumerate(values, 1):
        if value == "":
            continue
        cell = sheet.cell(row, column, str(value) if isinstance(value, str) else value)
        if isinstance(value, str):
            cell.data_type = (
                "s"  # else a name that begins with "=" would be computed by whoever opens the file
            )
        else:
            cell.number_format = "#,##0"
        if bold:
            cell.font = Font(bold=True)


def _sheet_name(title: str) -> str:
    return "".join(letter for letter in title if letter not in "[]:*?/\\")[:31]
