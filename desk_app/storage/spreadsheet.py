"""Spreadsheets (.xlsx) by openpyxl, as tables of cells with their places."""

from __future__ import annotations

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import TypeAlias
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from desk_app.domain.errors import NotAnImport
from desk_app.domain.importing.sheet import Cell, Row, Sheet
from desk_app.storage.spreadsheet_weight import weighed

Place: TypeAlias = tuple[int, int]  # row from 1, column from 0

MOST_COLUMNS = 64
ERRORS = frozenset(("#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!"))

# openpyxl checks nothing: a damaged file shows itself as any of these, and only while it is being loaded
_DAMAGED = (
    ValueError, KeyError, TypeError, AttributeError, IndexError, OSError, EOFError, OverflowError,
    NotImplementedError, RuntimeError, AssertionError, zlib.error, zipfile.BadZipFile, ParseError,
    InvalidFileException,
)  # fmt: skip


def read_xlsx(data: bytes, name: str) -> tuple[Sheet, ...]:
    """Return every sheet, hidden ones without rows; a merged cell's text stands in each cell that it covers.

    Raises:
        NotAnImport: damaged, too large when unpacked, locked, or no spreadsheet.
    """
    weight = weighed(data, name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl tells of styles and validations that it leaves out
            values = openpyxl.load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
            formulas = openpyxl.load_workbook(io.BytesIO(data), keep_links=False) if weight.formulas else None
    except _DAMAGED as error:
        why = "tệp hỏng hoặc không phải bảng tính; hãy mở bằng Excel rồi lưu lại"
        raise NotAnImport(file=name, why=why) from error
    sheets = tuple(
        _sheet(sheet, formulas, weight.rows)
        if sheet.sheet_state == "visible"
        else Sheet(name=sheet.title, rows=(), remarks=("Trang ẩn nên không đọc.",))
        for sheet in values.worksheets
    )
    if not any(sheet.rows for sheet in sheets):
        raise NotAnImport(file=name, why="bảng tính trống")
    return sheets


def _sheet(sheet: Worksheet, formulas: Workbook | None, filled: Sequence[int]) -> Sheet:
    covered = dict(_covered(sheet))
    numbers = sorted({*filled, *(row for row, _ in covered)})
    beside = formulas[sheet.title] if formulas else None
    uncounted = dict(_uncounted(beside, sheet, numbers)) if isinstance(beside, Worksheet) else {}
    spoilt = {row for row, _ in uncounted}
    broken: dict[Place, str] = {}
    rows = []
    for number, values in _values(sheet, numbers):
        cells = tuple(
            _cell(covered.get((number, column), value), (number, column), broken)
            for column, value in enumerate(values)
        )
        if any(cells) or number in spoilt:
            rows.append(Row(number=number, cells=cells))
    return Sheet(name=sheet.title, rows=tuple(rows), broken={**broken, **uncounted})


def _values(sheet: Worksheet, numbers: Sequence[int]) -> Iterator[tuple[int, tuple[object, ...]]]:
    """Yield the rows of these numbers that lie in the sheet: a stray cell far below costs one row, not a million."""
    width, height = min(sheet.max_column, MOST_COLUMNS), sheet.max_row
    for number in numbers:
        if number <= height:
            yield number, next(sheet.iter_rows(number, number, 1, width, values_only=True))


def _covered(sheet: Worksheet) -> Iterator[tuple[Place, object]]:
    """Yield each cell that a merged one covers, with the value that stands in it for a reader."""
    for area in sheet.merged_cells.ranges:
        left, top, right, bottom = area.bounds
        value = sheet.cell(top, left).value
        if value is not None:
            for row in range(top, bottom + 1):
                for column in range(left - 1, min(right, MOST_COLUMNS)):
                    yield (row, column), value


def _uncounted(formulas: Worksheet, values: Worksheet, numbers: Sequence[int]) -> Iterator[tuple[Place, str]]:
    """Yield the cells whose formula no office program has worked out: they have no value to read."""
    for number, row in _values(formulas, numbers):
        for column, formula in enumerate(row):
            if formula is not None and values.cell(number, column + 1).value is None:
                yield (number, column), "ô là công thức chưa tính; hãy mở bằng Excel rồi lưu lại"


def _cell(value: object, place: Place, broken: dict[Place, str]) -> Cell:
    match value:
        case None:
            return ""
        case bool():
            return "x" if value else ""
        case float() if not value.is_integer():
            return value
        case int() | float():
            return str(int(value))
        case datetime() | date():
            return f"{value:%d/%m/%Y}"
        case str() if value in ERRORS:
            broken[place] = f"ô báo lỗi {value}; hãy sửa trong Excel"
            return ""
    return str(value)
