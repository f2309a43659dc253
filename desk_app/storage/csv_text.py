"""Text files with columns: their encoding and delimiter found, not asked for."""

from __future__ import annotations

import codecs
import csv
import io
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from desk_app.domain.errors import NotAnImport
from desk_app.domain.importing.sheet import Cell, Row, Sheet

MOST_ROWS = 50_000
MOST_COLUMNS = 64
DELIMITERS = (";", ",", "\t", "|")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_GUESSED = ("cp1258", "cp1252")  # Windows' Vietnamese, then its western code page


def decoded(data: bytes, name: str) -> tuple[str, str]:
    """Return the text in NFC, and a sentence when the encoding had to be guessed.

    Raises:
        NotAnImport: it is no text.
    """
    encodings = [encoding for bom, encoding in _BOMS if data.startswith(bom)] or _without_bom(data)
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        told = f"Tệp không phải UTF-8, đọc theo bảng mã {encoding}; hãy kiểm tra dấu tiếng Việt."
        return unicodedata.normalize("NFC", text), told if encoding in _GUESSED else ""
    raise NotAnImport(file=name, why="tệp không phải bảng tính hay văn bản")


def read_csv(text: str, path: Path, remark: str, header_score: Callable[[Sequence[Cell]], int]) -> Sheet:
    """Read a text with columns; the delimiter is the one that shows most known headers.

    Raises:
        NotAnImport: a cell without end, or no delimiter shows a row of headers.
    """
    best = max(DELIMITERS, key=lambda delimiter: _score(text, delimiter, header_score))
    if not _score(text, best, header_score):
        raise NotAnImport(file=path.name, why="không thấy dòng tiêu đề (Mã TTHC, Tên TTHC …)")
    remarks = [remark] if remark else []
    try:
        rows = [
            Row(number=number, cells=tuple(cells[:MOST_COLUMNS]))
            for number, cells in enumerate(islice(_rows(text, best), MOST_ROWS + 1), 1)
        ]
    except csv.Error as error:
        why = "có ô quá dài hoặc thiếu dấu ngoặc kép đóng; hãy lưu lại tệp từ Excel"
        raise NotAnImport(file=path.name, why=why) from error
    if len(rows) > MOST_ROWS:
        remarks.append(f"Tệp có hơn {MOST_ROWS} dòng; phần sau không đọc.")
    return Sheet(name=path.name, rows=tuple(rows[:MOST_ROWS]), remarks=tuple(remarks))


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)


def _score(text: str, delimiter: str, header_score: Callable[[Sequence[Cell]], int]) -> int:
    best = 0
    try:
        for row in islice(_rows(text, delimiter), 30):
            best = max(best, header_score(row))
    except csv.Error:
        return best  # told when the file is read with this delimiter
    return best


def _without_bom(data: bytes) -> list[str]:
    head = data[:4096]
    if head[1::2].count(0) > len(head) // 4:
        return ["utf-16-le"]
    if head[::2].count(0) > len(head) // 4:
        return ["utf-16-be"]
    return ["utf-8", *_GUESSED]
