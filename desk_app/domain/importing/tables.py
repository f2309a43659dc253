"""Tables as decisions print them: headers somewhere, groups ("LĨNH VỰC … (n TTHC)"), notes, repeated headers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desk_app.domain.folding import fold
from desk_app.domain.importing.findings import Fault, Item, Known, TableFound, Weight
from desk_app.domain.importing.papers import paper, read_quantity, without_quantity
from desk_app.domain.importing.rows import Around, Columns, RowReader
from desk_app.domain.importing.sheet import Row, Sheet, text_of
from desk_app.domain.importing.vocabulary import Vocabulary
from desk_app.domain.procedure import ProcedureStatus
from desk_app.domain.procedure_code import codes_within

HEADER_WITHIN = 30
_NUMBERING = r"(?:[ivxlc]+|[a-z]|\d{1,3}(?:\.\d{1,2})*)"
_GROUP = re.compile(rf"(?:{_NUMBERING}[.)\s]*)?linh vuc\b.*")
_COUNT = re.compile(r"\(?\s*(\d{1,3})\s*(?:tthc|thu tuc)[^()]*\)?\s*$")
_ENDED = re.compile(r"\b(bi bai bo|bai bo|het hieu luc|bi thay the)\b")
_BEGUN = re.compile(r"\b(moi ban hanh|sua doi|bo sung|chuan hoa|con hieu luc)\b")
_COUNTER = re.compile(r"\(?(?:\d{1,2}|[a-z])\)?(?:\s*=.*)?")


class TableReader:
    """Reads one sheet from top to bottom; what it found is in `items`, `papers`, `faults`, `tables`."""

    def __init__(self, sheet: Sheet, vocabulary: Vocabulary, known: Known) -> None:
        self._sheet, self._vocabulary, self._known = sheet, vocabulary, known
        self._columns: Columns | None = None
        self._group, self._announced, self._taken, self._group_row = "", 0, 0, 0
        self._status = ProcedureStatus.IN_FORCE
        self.items: list[Item] = []
        self.papers: list[Item] = []  # one paper each, under the code of its procedure
        self.faults: list[Fault] = []
        self.tables: list[TableFound] = []

    @property
    def name(self) -> str:
        """Return the name of the sheet."""
        return self._sheet.name

    def read(self) -> None:
        """Read every row."""
        for told in self._sheet.remarks:
            self._say(0, Weight.LOOK, told)
        for row in self._sheet.rows:
            texts = [text_of(cell) for cell in row.cells]
            if not any(texts):
                continue
            if meanings := self._vocabulary.columns_of(row.cells):
                self._header(row, texts, meanings)
            elif self._columns is not None:
                self._row(row, texts, self._columns)
            elif row.number > HEADER_WITHIN:
                break
        self._close_group()
        if self._columns is None and self._sheet.rows:
            told = (
                f"Không thấy dòng tiêu đề (Mã TTHC, Tên TTHC …) trong {HEADER_WITHIN} dòng đầu của trang này."
            )
            self._say(0, Weight.PASSED_OVER, told)

    def _header(self, row: Row, texts: Sequence[str], meanings: dict[int, str]) -> None:
        """Take a row of headers; one right below another completes it (merged, two storeys)."""
        columns = Columns(row=row.number, meanings=meanings, headers=dict(enumerate(texts)))
        if self._columns is not None and row.number == self._columns.row + 1:
            columns = self._completed(self._columns, texts)
            self.tables.pop()
        self._columns = columns
        self.tables.append(
            TableFound(
                sheet=self._sheet.name,
                header_row=columns.row,
                columns={columns.headers[n]: meaning for n, meaning in columns.meanings.items()},
                left=tuple(text for n, text in columns.headers.items() if text and n not in columns.meanings),
            )
        )

    def _completed(self, above: Columns, texts: Sequence[str]) -> Columns:
        """Return the columns with their second storey: "Thời hạn" over "Theo quy định" and "Sau cắt giảm"."""
        meanings, headers = dict(above.meanings), dict(above.headers)
        for n, text in enumerate(texts):
            if not text or text == above.headers.get(n):
                continue
            headers[n] = " ".join(filter(None, (above.headers.get(n), text)))
            meaning = self._vocabulary.meaning_of(text)
            if self._vocabulary.says_other(text):
                meanings.pop(n, None)
            if meaning and n not in meanings:
                meanings[n] = meaning
        return Columns(row=above.row + 1, meanings=meanings, headers=headers)

    @staticmethod
    def _says(texts: Sequence[str], columns: Columns, *meanings: str) -> bool:
        """Return whether a row says something under one of these."""
        return any(n < len(texts) and texts[n] for meaning in meanings for n in columns.of(meaning))

    def _row(self, row: Row, texts: list[str], columns: Columns) -> None:
        said = list(dict.fromkeys(text for text in texts if text))
        if all(_COUNTER.fullmatch(fold(text)) for text in said):
            return  # the line under the headers that numbers them
        if row.number == columns.row + 1 and not self._says(texts, columns, "code", "name"):
            self._columns = self._completed(columns, texts)
            return
        has_code = len(said) > 1 and self._says(
            texts, columns, "code"
        )  # a merged text stands in every column
        if not has_code and (group := self._group_in(said)):
            self._open_group(row.number, group)
        elif columns.of("paper") and not columns.of("time"):
            self._paper(row, texts, columns)
        elif len(said) == 1 and not codes_within(said[0]) and not self._broken(row, columns):
            self._remark(row.number, said[0])
        else:
            self._procedure(row, columns)

    def _procedure(self, row: Row, columns: Columns) -> None:
        around = Around(
            sheet=self._sheet.name, columns=columns, vocabulary=self._vocabulary, known=self._known,
            group=self._group, status=self._status, broken=self._sheet.broken,
        )  # fmt: skip
        reader = RowReader(row.number, row.cells, around)
        item = reader.item()
        self.faults += reader.faults
        if item is not None:
            self.items.append(item)
            self._taken += 1

    def _paper(self, row: Row, texts: list[str], columns: Columns) -> None:
        """Take one paper of a table of papers; its code may stand in a cell merged over several rows."""
        first = {meaning: next((texts[n] for n in columns.of(meaning) if n < len(texts) and texts[n]), "")
                 for meaning in ("code", "paper", "originals", "copies", "quantity", "form")}  # fmt: skip
        codes = codes_within(first["code"])
        if not codes or not first["paper"]:
            missing = "mã TTHC" if not codes else "tên giấy tờ"
            self._say(row.number, Weight.REFUSED, f"Giấy tờ này thiếu {missing}.")
            return
        quantity = read_quantity(first["quantity"]) or read_quantity(first["paper"])
        if columns.of("originals") or columns.of("copies"):
            counts = [first[meaning].strip() for meaning in ("originals", "copies")]
            if not all(count.isdecimal() or not count for count in counts):
                told = f"Số bản “{counts[0]} / {counts[1]}” không phải là số; lấy một bản chính."
                self._say(row.number, Weight.LOOK, told, codes[0])
            else:
                quantity = (int(counts[0] or 0), int(counts[1] or 0))
        if quantity == (0, 0):
            self._say(
                row.number, Weight.PASSED_OVER, "Không bản chính, không bản sao: coi là ghi chú.", codes[0]
            )
            return
        note = f"Mẫu: {first['form']}" if first["form"] else ""
        made = paper(without_quantity(first["paper"]), quantity, note=note)
        self.papers.append(
            Item(code=codes[0], fields={"documents": [made]}, sheet=self._sheet.name, row=row.number)
        )

    def _group_in(self, said: Sequence[str]) -> str:
        """Return the group that a row opens: "III. LĨNH VỰC …", or a known field's name on its own."""
        for text in said:
            if _GROUP.fullmatch(fold(text)):
                return text
        bare = [text for text in said if not re.fullmatch(rf"{_NUMBERING}[.)]?", fold(text))]
        return bare[0] if len(bare) == 1 and _field_name(bare[0], self._known)[0] else ""

    def _open_group(self, number: int, text: str) -> None:
        self._close_group()
        count = _COUNT.search(fold(text))
        self._announced, self._taken, self._group_row = int(count[1]) if count else 0, 0, number
        known, plain = _field_name(text, self._known)
        self._group = known or plain

    def _close_group(self) -> None:
        if self._announced and self._announced != self._taken:
            told = f"Nhóm “{self._group}” ghi {self._announced} TTHC nhưng nhận được {self._taken} dòng."
            self._say(self._group_row, Weight.LOOK, told)
        self._announced = self._taken = 0

    def _remark(self, number: int, text: str) -> None:
        """Take a row that says one thing: a part of the decision, or a note."""
        folded = fold(text)
        if _ENDED.search(folded) and re.search(r"\b(danh muc|thu tuc|tthc)\b", folded):
            self._close_group()
            self._status, self._group = ProcedureStatus.REPEALED, ""
        elif _BEGUN.search(folded) and re.search(r"\b(danh muc|thu tuc|tthc)\b", folded):
            self._close_group()
            self._status, self._group = ProcedureStatus.IN_FORCE, ""
        else:
            short = text if len(text) <= 60 else text[:59] + "…"
            self._say(number, Weight.PASSED_OVER, f"Không phải dòng thủ tục, coi là ghi chú: “{short}”.")

    def _broken(self, row: Row, columns: Columns) -> bool:
        return any((row.number, n) in self._sheet.broken for n in columns.meanings)

    def _say(self, row: int, weight: Weight, sentence: str, code: str = "") -> None:
        self.faults.append(
            Fault(sheet=self._sheet.name, row=row, weight=weight, sentence=sentence, code=code)
        )


def _field_name(text: str, known: Known) -> tuple[str, str]:
    """Return the catalogue's name of a field, empty when it has none, and the name as it stands alone."""
    plain = re.sub(r"\(?\s*\d{1,3}\s*(?:TTHC|thủ tục)[^()]*\)?\s*$", "", text, flags=re.IGNORECASE)
    plain = re.sub(
        r"^\s*(?:(?:[IVXLC]+|[A-Z]|\d{1,3})[.)\s]+)?(?:lĩnh\s+vực\s*:?)?\s*", "", plain, flags=re.IGNORECASE
    )
    found = known.fields.get(fold(plain))
    return (found[0] if found else ""), plain.strip(" .:-")
