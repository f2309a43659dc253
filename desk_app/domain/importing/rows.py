"""One row of a list, its columns understood: a procedure, or why not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from desk_app.domain.folding import fold
from desk_app.domain.importing import texts
from desk_app.domain.importing.findings import Fault, Item, Known, Weight
from desk_app.domain.importing.papers import papers_of
from desk_app.domain.importing.sheet import Cell, letter, text_of
from desk_app.domain.importing.times import TimeRead, read_time
from desk_app.domain.importing.vocabulary import Vocabulary, unit_in
from desk_app.domain.local_edits import never_later
from desk_app.domain.procedure import ProcedureStatus
from desk_app.domain.procedure_code import ProcedureCode, codes_within, read_code

LONGEST_CELL = 8_000
LONGEST_NAME = 1_500
_REPLACED = re.compile(r"(?:duoc |bi |da )*thay the (?:boi|bang)\b|thay bang\b")
_REPEALED = re.compile(r"(?:da |bi )*bai bo\b(?! (?:qd|quyet dinh|cac quyet dinh))|het hieu luc\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Where a table's known columns are: column from 0 to its meaning, and to its header."""

    row: int
    meanings: Mapping[int, str]
    headers: Mapping[int, str]

    def of(self, meaning: str) -> list[int]:
        """Return the columns of one meaning."""
        return [column for column, found in self.meanings.items() if found == meaning]

    def place(self, meaning: str) -> str:
        """Return how a person finds a column: "C (Thời hạn giải quyết)"; empty when there is none."""
        return next((f"{letter(n)} ({self.headers[n]})" for n in self.of(meaning)), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What stands around a row: its sheet, the group's field, the part of the decision that it is in."""

    sheet: str
    columns: Columns
    vocabulary: Vocabulary
    known: Known
    group: str  # the field that the last group row named
    status: ProcedureStatus
    broken: Mapping[tuple[int, int], str]


class RowReader:
    """Reads one row; `faults` grow as it goes."""

    def __init__(self, number: int, cells: Sequence[Cell], around: Around) -> None:
        self._number, self._cells, self._around = number, cells, around
        self._code = ""
        self.faults: list[Fault] = []

    def item(self) -> Item | None:
        """Return the procedure of this row, None when it cannot be taken."""
        for meaning in ("code", "name"):
            if self._unreadable(meaning, Weight.REFUSED):
                return None
        code = self._read_code()
        if code is None:
            return None
        self._code = code.national
        name = texts.name_of(self._text("name"))
        if self._wrong_name(name, code):
            return None
        named = {"name": name} if name else {}
        suffix = {"code_suffix": code.suffix} if code.suffix else {}
        return Item(
            code=code.national,
            fields={**named, **suffix, **dict(self._fields())},
            sheet=self._around.sheet,
            row=self._number,
        )

    def _read_code(self) -> ProcedureCode | None:
        if not self._around.columns.of("code"):
            return self._code_by_name()
        cell = self._cell("code")
        if found := read_code(cell):
            self._judge(found.national)
            return found
        text = text_of(cell)
        within = codes_within(text)
        if len(within) == 1:
            self._code = within[0]
            self._judge(within[0])
            self._look("code", f"ô mã ghi thêm chữ (“{_short(text)}”), lấy mã {within[0]}")
            return ProcedureCode(within[0])
        if not text:
            told = "thiếu mã TTHC"
        elif within:
            told = f"một ô có {len(within)} mã; hãy tách thành từng dòng"
        else:
            told = f"“{_short(text)}” không phải mã TTHC (dạng 1.001193)"
        self._say("code", Weight.REFUSED, told)
        return None

    def _code_by_name(self) -> ProcedureCode | None:
        """Return the code that the current catalogue has for a name: some lists give names alone."""
        name = texts.name_of(self._text("name"))
        code = self._around.known.names.get(fold(name))
        if code is None:
            told = f"danh sách không có mã và danh mục hiện hành không có “{_short(name)}”"
            self._say("name", Weight.REFUSED, told)
            return None
        self._code = code
        self._look("name", f"danh sách không có mã; khớp theo tên với {code}")
        return ProcedureCode(code)

    def _judge(self, code: str) -> None:
        self._code = code
        if code in self._around.vocabulary.placeholder_codes:
            self._look("code", f"mã {code} từng được dùng làm mã giữ chỗ, hãy đối chiếu quyết định")
        elif code not in self._around.known.codes:
            self._look("code", f"mã {code} chưa có trong danh mục hiện hành, hãy đối chiếu quyết định")

    def _wrong_name(self, name: str, code: ProcedureCode) -> bool:
        if not name and code.national not in self._around.known.codes:
            told = "thủ tục mới mà thiếu tên"
        elif len(name) > LONGEST_NAME:
            told = f"tên dài {len(name)} ký tự, nhiều nhất {LONGEST_NAME}"
        elif name.startswith("="):
            told = "tên là công thức; hãy thay bằng chữ"
        else:
            return False
        self._say("name", Weight.REFUSED, told)
        return True

    def _fields(self) -> Iterator[tuple[str, Any]]:
        if group := self._text("field") or self._around.group:
            known = self._around.known.fields.get(fold(group))
            yield "field", known[0] if known else texts.field_of(group)
            if code := self._text("field_code") or (known[1] if known else ""):
                yield "field_code", code
        yield from self._time()
        yield from self._fee()
        if listed := self._text("papers"):
            yield "documents", papers_of(listed)
        if legal := self._text("legal_basis"):
            yield (
                "legal_basis",
                [part.strip(" -+•") for part in re.split(r"[;\n]", legal) if part.strip(" -+•")],
            )
        if level := self._text("level"):
            yield "level", texts.level_of(level)
            if "xã" not in texts.level_of(level):
                self._look(
                    "level", f"“{_short(level)}” không có cấp xã; kiểm tra thủ tục này có thuộc xã không"
                )
        for meaning in ("result", "place", "method", "online_level", "decision", "note"):
            if text := self._text(meaning):
                yield meaning, text
        yield from self._standing()

    def _time(self) -> Iterator[tuple[str, Any]]:
        if self._unreadable("time", Weight.LOOK):
            return
        text = self._text("time")
        if not text:
            return
        columns = self._around.columns
        unit = unit_in(columns.headers[columns.of("time")[0]])
        read = read_time(text, unit)
        if read.look:
            self._look("time", f"{read.look} (“{_short(read.text)}”)")
        if read.mistaken and self._code in self._around.known.codes:
            return  # what the catalogue has is better
        yield (
            "processing_time",
            {
                "text": read.text,
                "choices": [{"term": choice.term, "text": choice.text} for choice in read.choices],
            },
        )
        yield from self._promised(read, unit)

    def _promised(self, by_law: TimeRead, unit: str) -> Iterator[tuple[str, Any]]:
        """Yield the shorter term that stands beside the law's; one that is none is told and left out."""
        if self._unreadable("promised", Weight.LOOK) or not (text := self._text("promised")):
            return
        columns = self._around.columns
        read = read_time(text, unit_in(columns.headers[columns.of("promised")[0]]) or unit)
        if [len(one.choices) for one in (by_law, read)] != [1, 1]:
            told = "thời hạn sau cắt giảm không đi với đúng một thời hạn theo quy định nên không lấy"
            self._look("promised", f"{told}; hãy khai ở trang Danh mục (“{_short(text)}”)")
            return
        law, promised = by_law.choices[0].term, read.choices[0].term
        if not never_later(promised, law):
            told = f"thời hạn sau cắt giảm “{_short(text)}” dài hơn thời hạn theo quy định nên không lấy"
            self._look("promised", told)
            return
        yield "commitments", [{"by_law": law, "promised": promised}] if promised != law else []

    def _fee(self) -> Iterator[tuple[str, Any]]:
        if not self._unreadable("fee", Weight.LOOK) and (text := self._text("fee")):
            yield "fee", texts.fee_of(text)

    def _standing(self) -> Iterator[tuple[str, Any]]:
        note = self._text("note")
        by = codes_within(self._text("replaced_by"))
        if not by and _REPLACED.match(fold(note)):
            by = codes_within(note)
        ended = self._day("ended_from")
        status = self._around.status
        if by:
            status = ProcedureStatus.REPLACED
            yield "replaced_by", [code for code in by if code != self._code]
        elif ended is not None or _REPEALED.match(fold(note)):
            status = ProcedureStatus.REPEALED
        yield "status", status.value
        begins = self._day("effective_from")
        if begins is not None:
            yield "effective_from", begins.isoformat()
        last = self._day("effective_to")
        if last is None and ended is not None:
            last = ended - timedelta(days=1)
        if last is not None:
            yield "effective_to", last.isoformat()

    def _day(self, meaning: str) -> date | None:
        text = self._text(meaning)
        day = texts.day_of(text) if text else None
        if text and day is None:
            self._look(meaning, f"“{_short(text)}” không phải ngày (dạng 01/03/2027), bỏ qua ô này")
        return day

    def _cell(self, meaning: str) -> Cell:
        """Return the first cell of a meaning that says something."""
        cells = [self._cells[n] for n in self._around.columns.of(meaning) if n < len(self._cells)]
        return next((cell for cell in cells if text_of(cell)), "")

    def _text(self, meaning: str) -> str:
        """Return what the columns of a meaning say, each once."""
        cells = [self._cells[n] for n in self._around.columns.of(meaning) if n < len(self._cells)]
        said = dict.fromkeys(text for cell in cells if (text := text_of(cell)))
        text = "; ".join(said) if meaning == "fee" else "\n".join(said)
        if len(text) > LONGEST_CELL:
            self._look(meaning, f"ô dài {len(text)} ký tự, nhiều nhất {LONGEST_CELL}; bỏ qua ô này")
            return ""
        return text

    def _unreadable(self, meaning: str, weight: Weight) -> bool:
        broken = [self._around.broken.get((self._number, n), "") for n in self._around.columns.of(meaning)]
        for told in filter(None, broken):
            self._say(meaning, weight, told)
            return True
        return False

    def _look(self, meaning: str, told: str) -> None:
        self._say(meaning, Weight.LOOK, told)

    def _say(self, meaning: str, weight: Weight, told: str) -> None:
        fault = Fault(
            sheet=self._around.sheet,
            row=self._number,
            column=self._around.columns.place(meaning),
            weight=weight,
            sentence=f"{told[:1].upper()}{told[1:]}.",
            code=self._code,
        )
        if fault not in self.faults:
            self.faults.append(fault)


def _short(text: str, most: int = 60) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
