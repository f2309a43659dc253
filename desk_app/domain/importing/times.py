"""Processing times as lists write them ("0,5 ngày làm việc", "10 ngày + 15 ngày"), as terms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from desk_app.domain.folding import fold
from desk_app.domain.importing.sheet import Cell, text_of
from desk_app.domain.procedure import TermChoice

HOURS_A_DAY = 8
LONGEST = 2_000  # beyond it the patterns below would take their time
CUTOFF = 15  # NĐ 23/2015 Đ.7 and the civil status law: the hour up to which "same day" means today

_UNITS = {
    "ngay lam viec": "wd", "ngay lv": "wd", "nlv": "wd", "working day": "wd",
    "ngay": "d", "gio lam viec": "h", "gio": "h", "h": "h",
}  # fmt: skip
_NUMBER = r"(?:\b[a-z]+ \()?(?P<count>\d{1,3}(?:[.,]\d{1,3})?)\)?(?: ?\([a-z ]+\))?"
_UNIT = rf"(?P<unit>{'|'.join(sorted(_UNITS, key=len, reverse=True))})\b"
_TIME = re.compile(rf"{_NUMBER} ?{_UNIT}")
_STAGE = re.compile(rf"\D*?{_NUMBER}(?: ?{_UNIT})?(?: ?\([^()\d]*\)| [a-z ]*)?")
_TAIL = re.compile(
    r"\W*(?:$|\(|ke tu|tinh tu|tu ngay|tu khi|sau khi|doi voi|truong hop|neu|theo|nhan du|tai|cho )"
)
_SAME_DAY = re.compile(r"(?:\D{0,40} )?trong (?:ngay|buoi)\b(?! lam viec (?:tiep|ke|sau))")
_TODAY = re.compile(r"(?:ngay )?trong ngay(?: lam viec)?")
_AFTER = re.compile(r"\bsau (\d{1,2}) ?(?:gio|h)\b")
_MINUS = re.compile(r"[-−]\d")  # a dash and a space begin a line of a list
_NONE = re.compile(r"(?:khong (?:quy dinh|tinh|co|xac dinh)\b.{0,60}|khong|theo quy dinh.{0,60}|[-–—./ ]*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeRead:
    """`choices` empty = no term known, the text alone stays; `look` is a sentence for a person.

    `bare`: the text says nothing but the term. `mistaken`: it is no processing time at all.
    """

    text: str
    choices: tuple[TermChoice, ...] = ()
    look: str = ""
    bare: bool = False
    mistaken: bool = False


def read_time(cell: Cell, unit: str = "") -> TimeRead:
    """Read a processing time; `unit` is what the column's header says ("ngày làm việc") for bare numbers."""
    text = text_of(cell)
    if len(text) > LONGEST:
        return TimeRead(text=text, look="thời hạn dài như một bài văn nên chỉ giữ nguyên văn")
    folded = fold(text)
    if _MINUS.match(folded):
        return TimeRead(text=text, look="thời hạn có dấu trừ nên chỉ giữ nguyên văn")
    if _NONE.fullmatch(folded):
        return TimeRead(text=text, bare=True)
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{1,3})?", folded):
        if not unit:
            return TimeRead(text=text, look="thời hạn không ghi đơn vị nên chỉ giữ nguyên văn")
        text, folded = f"{text} {unit}", f"{folded} {fold(unit)}"
    if re.fullmatch(r"15 ?(?:gio|h)", folded):
        told = "“15 giờ” là mốc nhận trong ngày bị ghi thành thời hạn, nên không lấy làm thời hạn"
        return TimeRead(text=text, look=told, mistaken=True)
    if "+" in folded:
        return _two_stages(text, folded)
    return _cases(text)


def _two_stages(text: str, folded: str) -> TimeRead:
    stages = [_STAGE.fullmatch(part.strip()) for part in folded.split("+")]
    read: list[str | None] = []
    unit = ""
    for stage in reversed(stages):  # "10 + 15 ngày": a stage without a unit has that of the next
        unit = (stage and stage["unit"]) or unit
        read.append(_term(stage["count"], unit) if stage and unit else None)
    terms = [term for term in reversed(read) if term is not None]
    if len(terms) != 2 or len(read) != 2:
        return TimeRead(text=text, look="thời hạn nhiều giai đoạn chưa hiểu được nên chỉ giữ nguyên văn")
    return TimeRead(text=text, choices=(TermChoice(term="+".join(terms), text=text),), bare=True)


def _cases(text: str) -> TimeRead:
    """Read one term, or one for each case where they stand on lines or between semicolons."""
    after = _AFTER.search(fold(text))
    cutoff = int(after[1]) if after and 0 < int(after[1]) < 24 else CUTOFF
    parts = [part.strip() for part in re.split(r"[;\n]", text) if part.strip()]
    if ";" not in text and _one_term(fold(text), cutoff):  # one term, its lines broken by a narrow column
        parts = [text.replace("\n", " ")]
    choices: list[TermChoice] = []
    bare = True
    for part in parts:
        folded = fold(part)
        term = _one_term(folded, cutoff)
        if term is not None:
            choices.append(TermChoice(term=term, text=part))
            bare = bare and bool(_TIME.fullmatch(folded) or _TODAY.fullmatch(folded))
        elif any(c.isdigit() for c in folded) and not _AFTER.search(folded):
            choices.clear()
            break
        else:
            bare = False
    if not choices:
        return TimeRead(text=text, look="chưa hiểu được thời hạn nên chỉ giữ nguyên văn")
    distinct = tuple(_distinct(choices))
    if len(distinct) == 1:
        distinct = (TermChoice(term=distinct[0].term, text=text),)
    look = "có nhiều thời hạn; cán bộ chọn theo trường hợp khi tiếp nhận" if len(distinct) > 1 else ""
    return TimeRead(text=text, choices=distinct, look=look, bare=bare and len(parts) == 1)


def _distinct(choices: list[TermChoice]) -> Iterator[TermChoice]:
    seen: set[str] = set()
    for choice in choices:
        if choice.term not in seen:
            seen.add(choice.term)
            yield choice


def _one_term(folded: str, cutoff: int) -> str | None:
    """Return the term of one case, None when there is none or more than one number could be it."""
    folded = _AFTER.sub("", folded)
    if _SAME_DAY.match(folded) and not _TIME.search(folded):
        return f"same-day@{cutoff}"
    found = _TIME.search(folded)
    if found is None or any(c.isdigit() for c in folded[: found.start()]):
        return None
    tail = folded[found.end() :]
    if not _TAIL.match(tail) or _TIME.search(tail):
        return None
    return _term(found["count"], found["unit"])


def _term(count: str, unit: str) -> str | None:
    """Return a term in the grammar of `desk-app due`; a part of a day becomes working hours."""
    value, short = Decimal(count.replace(",", ".")), _UNITS[unit]
    if value % 1:
        value, short = value * HOURS_A_DAY, "h" if short != "h" else ""
    if not short or value % 1 or not 0 < value < 1000:
        return None
    return f"{int(value)}{short}"
