"""What is in an .xlsx, counted as a stream before openpyxl builds any of it: nobody knows where it comes from.

openpyxl makes an object of every cell that a merged area, a link or a remark covers: one line of XML that
names a whole sheet would never end.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections import Counter
from dataclasses import dataclass
from xml.parsers import expat

from openpyxl.utils.cell import range_boundaries

from desk_app.domain.errors import NotAnImport

LARGEST_MB = 64  # unpacked: a catalogue of 400 procedures takes about 2
MOST_ROWS = 100_000
MOST_FILLED_ROWS = 20_000
MOST_CELLS = 200_000
MOST_COVERED = 400_000
MOST_ELEMENTS = 500_000  # of styles and texts
_COVERING = frozenset(("mergeCell", "hyperlink", "comment"))


class _NotOurs(ValueError):
    """Ends the counting as soon as it is clear; says why in Vietnamese."""


@dataclass(frozen=True, slots=True)
class Weight:
    """Which rows of any sheet hold a value or formula, from 1 and in order, and whether there are formulas."""

    rows: tuple[int, ...]
    formulas: bool


class _Counter:
    """Counts the elements of the parts of one file."""

    def __init__(self) -> None:
        self.counted: Counter[str] = Counter()
        self.filled: set[int] = set()
        self._in_sheet, self._row = False, 0

    def part(self, archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
        """Count one part."""
        self._in_sheet, self._row = "/worksheets/" in part.filename, 0
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._element
        parser.StartDoctypeDeclHandler = self._doctype
        with archive.open(part) as file:
            parser.ParseFile(file)

    def _element(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(":")[2]
        self.counted["all" if self._in_sheet else "other"] += 1
        if tag in ("row", "c", "f"):
            self.counted[tag] += 1
        if tag == "row":
            self._row = int(attributes.get("r", self._row + 1))
        elif tag in ("v", "f", "is") and self._in_sheet:
            self.filled.add(self._row)
        if tag in _COVERING and ":" in attributes.get("ref", ""):
            left, top, right, bottom = (edge or 2**20 for edge in range_boundaries(attributes["ref"]))
            self.counted["covered"] += (right - left + 1) * (bottom - top + 1)
        if (
            self.counted["c"] > MOST_CELLS
            or self.counted["covered"] > MOST_COVERED
            or self.counted["other"] > MOST_ELEMENTS
        ):
            raise _NotOurs("bảng quá lớn; hãy chép riêng bảng danh mục sang tệp mới")
        if self.counted["row"] > MOST_ROWS:
            raise _NotOurs(f"bảng có hơn {MOST_ROWS} dòng; hãy xóa các dòng trống ở cuối rồi lưu lại")
        if len(self.filled) > MOST_FILLED_ROWS:
            raise _NotOurs(f"bảng có hơn {MOST_FILLED_ROWS} dòng có chữ; hãy chia thành nhiều tệp")

    def _doctype(self, *_: object) -> None:
        raise _NotOurs("tệp chứa khai báo XML lạ")


def weighed(data: bytes, name: str) -> Weight:
    """Return what a file holds, once it is clear that it is not too much.

    Raises:
        NotAnImport: damaged, too large when unpacked, locked, or no spreadsheet.
    """
    counter = _Counter()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            _check(parts)
            for part in parts:
                if part.filename.endswith((".xml", ".rels", ".vml")):
                    counter.part(archive, part)
    except _NotOurs as why:
        raise NotAnImport(file=name, why=str(why)) from why
    except (
        zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, expat.ExpatError, ValueError,
    ) as error:  # fmt: skip
        raise NotAnImport(file=name, why="tệp hỏng, không giải nén hoặc không đọc được") from error
    return Weight(tuple(sorted(counter.filled)), formulas=bool(counter.counted["f"]))


def _check(parts: list[zipfile.ZipInfo]) -> None:
    if not any(part.filename.startswith("xl/") for part in parts):
        raise _NotOurs("không phải bảng tính .xlsx")
    if any(part.flag_bits & 1 for part in parts):
        raise _NotOurs("tệp có mật khẩu; hãy bỏ mật khẩu rồi lưu lại")
    if sum(part.file_size for part in parts) > LARGEST_MB * 2**20:
        raise _NotOurs(f"giải nén ra lớn hơn {LARGEST_MB} MB; hãy chép riêng bảng danh mục sang tệp mới")
