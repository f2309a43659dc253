"""A list as an .xlsx file."""

from __future__ import annotations

import io
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from desk_app.domain.errors import ExportNotWritten
from desk_app.domain.table import Cell, Section, Table

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
    _row(sheet, [table.title], bold=True)
    _row(sheet, [table.period])
    _row(sheet, [column.heading for column in table.columns], bold=True)
    sheet.freeze_panes = "A4"
    for section in table.sections:
        _write_section(sheet, section)
    if table.note:
        _row(sheet, [table.note])
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


def _write_section(sheet: Worksheet, section: Section) -> None:
    if section.heading:
        _row(sheet, [section.heading], bold=True)
    for row in section.rows:
        _row(sheet, row)
    if section.sums:
        _row(sheet, section.sums, bold=True)


def _row(sheet: Worksheet, values: Sequence[Cell], *, bold: bool = False) -> None:
    from openpyxl.styles import Font

    sheet.append([str(value) if isinstance(value, str) else value for value in values])
    for cell, value in zip(sheet[sheet.max_row], values, strict=False):
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
