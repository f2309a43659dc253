"""A file that somebody gave us to import: what it really is, then its tables or its objects."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from desk_app.domain.errors import NotAnImport
from desk_app.domain.importing.sheet import Cell, Sheet
from desk_app.storage.csv_text import decoded, read_csv
from desk_app.storage.spreadsheet import read_xlsx

LARGEST_MB = 64
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Excel up to 2003, and everything that Office encrypts
_OTHERS = {
    b"%PDF": "đây là tệp PDF",
    b"\x89PNG": "đây là tệp ảnh",
    b"\xff\xd8\xff": "đây là tệp ảnh",
    b"{\\rtf": "đây là tệp RTF",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportFile:
    """Either tables or JSON objects."""

    sheets: tuple[Sheet, ...] = ()
    documents: tuple[object, ...] = ()


def read_import(path: Path, header_score: Callable[[Sequence[Cell]], int]) -> ImportFile:
    """Read a file by what it holds, whatever its name ends in; `header_score` counts known headers in a row.

    Raises:
        NotAnImport: in one sentence why not: no table, damaged, locked by a password, too large.
    """
    try:
        size = path.stat().st_size
        if size > LARGEST_MB * 2**20:
            raise NotAnImport(file=path.name, why=f"tệp lớn hơn {LARGEST_MB} MB")
        data = path.read_bytes()
    except OSError as error:
        raise NotAnImport(file=path.name, why="không đọc được tệp; hãy kiểm tra đường dẫn") from error
    if data.startswith(b"PK"):
        return ImportFile(sheets=read_xlsx(data, path.name))
    _refuse_others(data, path.name)
    text, remark = decoded(data, path.name)
    if text.lstrip()[:1] in ("{", "["):
        return ImportFile(documents=_objects(text, path.name))
    return ImportFile(sheets=(read_csv(text, path, remark, header_score),))


def _refuse_others(data: bytes, name: str) -> None:
    if not data.strip():
        raise NotAnImport(file=name, why="tệp trống")
    if data.startswith(_OLE):
        locked = "EncryptedPackage".encode("utf-16-le") in data
        why = "tệp có mật khẩu; hãy mở bằng Excel, bỏ mật khẩu rồi lưu lại"
        old = "tệp .xls hoặc .doc đời cũ; hãy mở bằng Excel rồi lưu dạng .xlsx"
        raise NotAnImport(file=name, why=why if locked else old)
    for start, why in _OTHERS.items():
        if data.startswith(start):
            raise NotAnImport(file=name, why=f"{why}, không phải bảng tính")


def _objects(text: str, name: str) -> tuple[object, ...]:
    """Return the objects of a JSON file (one catalogue, one answer of the portal, a list) or of JSON lines."""
    try:
        return _listed(json.loads(text))
    except (ValueError, RecursionError) as error:
        lines = [line for line in text.splitlines() if line.strip()]
        if len(lines) < 2 or not lines[0].lstrip().startswith("{"):
            raise NotAnImport(file=name, why="tệp JSON không đúng dạng") from error
    return tuple(_line(line) for line in lines)


def _line(line: str) -> object:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return line[:80]  # named by its row like every object that is none


def _listed(data: object) -> tuple[object, ...]:
    match data:
        case {"procedures": list(entries)} | list(entries):
            return tuple(_answer(entry) for entry in entries)
    return (_answer(data),)


def _answer(data: object) -> object:
    """Return what the portal wraps in {"code": "OK", "data": …}."""
    match data:
        case {"data": dict(inner), "code": str()}:
            return inner
    return data
