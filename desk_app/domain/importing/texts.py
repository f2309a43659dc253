"""Small readings of what lists write: names, fields, fees, levels, days; and when two texts say the same."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from desk_app.domain.folding import fold

_LEADING = re.compile(r"thủ\s+tục\s*:?\s+(?!hành\s+chính)", re.IGNORECASE)
_AMOUNT = re.compile(
    r"(\d{1,3}(?:[.,]\d{3})+|\d{1,9})\s*(?:đồng|đ|vnđ|vnd)(?:\s*/\s*(?:\d+\s+)?([\w ]{1,30}))?\.?",
    re.IGNORECASE,
)
_FREE = ("khong", "khong co", "khong thu", "khong thu phi", "mien phi", "mien le phi", "0", "0 dong")
_LEVELS = (
    (r"\b(xa|phuong|dac khu)\b", "xã"),
    (r"\bhuyen\b", "huyện"),
    (r"\b(tinh|thanh pho truc thuoc|so)\b", "tỉnh"),
    (r"\b(trung uong|bo)\b", "bộ"),
)
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


def name_of(text: str) -> str:
    """Return a procedure's name on one line, without the leading "Thủ tục", its first letter capital."""
    line = unicodedata.normalize("NFC", " ".join(text.split())).strip(" .;")
    bare = _LEADING.sub("", line, count=1) if _LEADING.match(line) else line
    return bare[:1].upper() + bare[1:]


def field_of(text: str) -> str:
    """Return a field's name as a sentence: lists shout "HỘ TỊCH"."""
    line = unicodedata.normalize("NFC", " ".join(text.split())).strip(" .:;")
    return line.capitalize() if line.isupper() else line[:1].upper() + line[1:]


def fee_of(text: str) -> dict[str, object]:
    """Return a fee as an entry has it: the text as written, an amount in đồng only where nothing else is said."""
    fee: dict[str, object] = {"text": text}
    if found := _AMOUNT.fullmatch(" ".join(text.split())):
        fee["amount_vnd"] = int(re.sub(r"[.,]", "", found[1]))
        if found[2]:
            fee["unit"] = found[2].strip()
    elif fold(text).strip(" .") in _FREE:
        fee["amount_vnd"] = 0
    return fee


def level_of(text: str) -> str:
    """Return who settles it ("xã", "tỉnh, xã"), the text itself where it names no level."""
    folded = fold(text)
    found = [level for pattern, level in _LEVELS if re.search(pattern, folded)]
    return ", ".join(found) or text


def day_of(text: str) -> date | None:
    """Read 01/03/2027 or 2027-03-01; None when it is no day."""
    text = text.strip()
    try:
        if found := _DAY.fullmatch(text):
            return date(int(found[3]), int(found[2]), int(found[1]))
        return date.fromisoformat(text)
    except ValueError:
        return None


def say_the_same(one: str, other: str) -> bool:
    """Return whether two texts differ only in case, spacing, leading zeros or where a tone mark sits (oà, òa)."""
    return _essence(one) == _essence(other)


def _essence(text: str) -> list[tuple[str, tuple[str, ...]]]:
    words = re.sub(r"\b0+(?=\d)", "", unicodedata.normalize("NFD", text).casefold()).split()
    return [
        (
            "".join(c for c in word if not unicodedata.combining(c)),
            tuple(sorted(c for c in word if unicodedata.combining(c))),
        )
        for word in words
    ]
