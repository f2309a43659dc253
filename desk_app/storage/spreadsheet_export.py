"""A list as an .xlsx file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from desk_app.domain.errors import ExportNotWritten
from desk_app.domain.table import Cell, Section, Table

WIDTH = 1.1  # characters a share


def write_table(table: Table, path: Path) -> None:
    """Write the file beside its place and move it there: whole or not at all.

    Raises:
        ExportNotWritten: the folder is not there or cannot be written, or the file is open elsewhere.
    """
    from openpyxl import Workbook  # imported here: 120 ms that the start need not pay

    book = Workbook(write_only=True)
    sheet = book.create_sheet(_sheet_name(table.title))
    for n, column in enumerate(table.columns):
        sheet.column_dimensions[chr(ord("A") + n)].width = max(8, column.share * WIDTH * 1.4)
    sheet.freeze_panes = "A4"
    sheet.append([_cell(sheet, table.title, bold=True)])
    sheet.append([_cell(sheet, table.period)])
    sheet.append([_cell(sheet, column.heading, bold=True) for column in table.columns])
    for section in table.sections:
        _write_section(sheet, section)
    if table.note:
        sheet.append([_cell(sheet, table.note)])
    fresh = path.with_name(f".{path.name}.new")
    try:
        book.save(fresh)
        fresh.replace(path)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise ExportNotWritten(path=path) from error


def _write_section(sheet: Any, section: Section) -> None:  # noqa: ANN401 - openpyxl
    if section.heading:
        sheet.append([_cell(sheet, section.heading, bold=True)])
    for row in section.rows:
        sheet.append([_cell(sheet, cell) for cell in row])
    if section.sums:
        sheet.append([_cell(sheet, cell, bold=True) for cell in section.sums])


def _cell(sheet: Any, value: Cell, *, bold: bool = False) -> Any:  # noqa: ANN401 - openpyxl
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    cell = WriteOnlyCell(sheet, value=str(value) if isinstance(value, str) else value)
    if isinstance(value, str):
        cell.data_type = "s"  # else a name that begins with "=" would be computed by whoever opens the file
    else:
        cell.number_format = "#,##0"
    if bold:
        cell.font = Font(bold=True)
    return cell


def _sheet_name(title: str) -> str:
    return "".join(letter for letter in title if letter not in "[]:*?/\\")[:31]
