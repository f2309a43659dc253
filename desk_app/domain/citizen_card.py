"""What the QR text of a citizen card says (thẻ căn cước công dân 2021, thẻ căn cước 2024).

    id | old 9-digit id | name | ddMMyyyy born | Nam or Nữ | residence | ddMMyyyy issued | more …

Reading a QR code fills a form; it does not authenticate anybody.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from desk_app.domain.folding import fold
from desk_app.domain.letters import visible
from desk_app.domain.personal_id import check_personal_id, is_personal_id
from desk_app.domain.words import Words

CITIZEN_CARD, HEALTH_INSURANCE, UNKNOWN = "citizen_card", "health_insurance", "unknown"
_AROUND = "".join(map(chr, range(0x21))) + "\xa0"
FEWEST_FIELDS = 6  # readers that leave the last field away have been seen
_HEALTH_NUMBER = re.compile(r"(?:[A-Z]{2}\d{13}|\d{10})")
_LOST = re.compile(r"[?\ufffd]|Ã.|Æ°|áº|á»")  # what a wrong keyboard layout or code page leaves
_CAPITALS = (
    *range(0xC0, 0xC4),
    *range(0xC8, 0xCB),
    0xCC,
    0xCD,
    *range(0xD2, 0xD6),
    0xD9,
    0xDA,
    0xDD,
)  # of ours
# TCVN3 keeps its letters where Latin-1 has signs and letters of other languages: NguyÔn ThÞ Minh §øc
_OLD_LETTERS = frozenset(chr(n) for n in range(0xA1, 0x100) if not {n, n - 0x20} & set(_CAPITALS))
_OLD_CASE = re.compile(r"[a-z][\u00c0-\u00dd]")  # a capital inside a word: what it wrote for \u1ec5
_SYMBOLOGY = re.compile(
    r"\][A-Za-z][0-9A-Za-z]"
)  # a reader set to say what it read puts ]Q1 before a QR code
_SYMBOLOGY_BEHIND = re.compile(_SYMBOLOGY.pattern + r"\Z")
_DATE = re.compile(r"(\d{2})/?(\d{2})/?(\d{4})")


@dataclass(frozen=True, slots=True, kw_only=True)
class CitizenCard:
    """A card's text, taken apart. None = missing or unreadable; dates are ISO 8601; `more` as printed."""

    kind: str
    id: str | None = None
    old_id: str | None = None
    name: str | None = None
    birth_date: str | None = None
    sex: str | None = None
    address: str | None = None
    issued_on: str | None = None
    more: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(slots=True)
class _Reader:
    """Collects what could not be read while the fields are taken one by one."""

    warnings: list[str] = field(default_factory=list)

    def number(self, text: str, what: Words, *lengths: int) -> str | None:
        if text.isascii() and text.isdigit() and len(text) in lengths:
            return text
        self.warnings.append(Words("Không đọc được {what}; hãy nhập tay.", what=what))
        return None

    def date(self, text: str, what: Words) -> str | None:
        found = _DATE.fullmatch(text)
        try:
            if found:
                return date(int(found[3]), int(found[2]), int(found[1])).isoformat()
        except ValueError:
            pass  # 30/02 and the like: said below, the clerk types it
        self.warnings.append(Words("Không đọc được {what}; hãy nhập tay.", what=what))
        return None

    def sex(self, text: str) -> str | None:
        known = {"nam": "Nam", "nu": "Nữ"}.get(fold(text))
        if known is None:
            self.warnings.append(Words("Không đọc được giới tính; hãy chọn tay."))
        return known

    def words(self, text: str, what: Words, *, lost: bool) -> str | None:
        spoilt = _LOST.search(text) or _OLD_CASE.search(text) or not _OLD_LETTERS.isdisjoint(text)
        if text and not lost and not spoilt:
            return text
        self.warnings.append(Words("{what} bị mất dấu hoặc thiếu; hãy nhập lại bằng tay.", what=what))
        return None


def read_card(text: str) -> CitizenCard:
    """Take a scanned or pasted text apart; never raises, what cannot be read is None with a warning."""
    fields = [part.strip() for part in _one_read(_clean(text)).split("|")]
    if _is_health_insurance(fields):
        told = Words("Đây là mã của thẻ bảo hiểm y tế; hãy quét thẻ căn cước.")
        return CitizenCard(kind=HEALTH_INSURANCE, warnings=(told,))
    if len(fields) < FEWEST_FIELDS or not re.fullmatch(r"\d{9}|\d{12}", fields[0], re.ASCII):
        told = Words("Không phải mã của thẻ căn cước, hoặc mã bị cắt.")
        return CitizenCard(kind=UNKNOWN, warnings=(told,))
    return _citizen_card(fields)


def _citizen_card(fields: list[str]) -> CitizenCard:
    reader = _Reader()
    number, old, name, born, sex, address = fields[:6]
    # a scanner that types without diacritics loses them everywhere; a name alone may have none (Kim Anh)
    lost = (name + address).isascii()
    birth_date = reader.date(born, Words("ngày sinh"))
    told_sex = reader.sex(sex)
    old_id = reader.number(old, Words("số chứng minh cũ"), 9) if old else None
    read_name = reader.words(name, Words("Họ tên"), lost=lost)
    read_address = reader.words(address, Words("Nơi cư trú"), lost=lost)
    issued_on = reader.date(fields[6] if len(fields) > 6 else "", Words("ngày cấp"))
    if birth_date and issued_on and birth_date > issued_on:
        birth_date = reader.date("", Words("ngày sinh"))  # nobody is born after the card
    odd = check_personal_id(number, birth_date or "", told_sex or "") if is_personal_id(number) else ()
    return CitizenCard(
        kind=CITIZEN_CARD,
        id=number,
        old_id=old_id,
        name=read_name,
        birth_date=birth_date,
        sex=told_sex,
        address=read_address,
        issued_on=issued_on,
        more=tuple(part for part in fields[7:] if part),
        warnings=(*reader.warnings, *odd),
    )


def _clean(text: str) -> str:
    """Return the text without what readers lay around it: zero width, control signs, the name of the symbology."""
    bare = visible(text).strip(_AROUND)
    return _SYMBOLOGY.sub("", bare, count=1).strip(_AROUND) if _SYMBOLOGY.match(bare) else bare


def _one_read(text: str) -> str:
    """Return the first of several reads, however joined: a scanner that triggers again sends the card again."""
    first = re.split(r"[\r\n]+", text, maxsplit=1)[0]
    begins = "|".join(first.split("|")[:3]) + "|"  # number, old number and name
    again = first.find(begins, len(begins))
    return first if again < 0 else _SYMBOLOGY_BEHIND.sub("", first[:again]).rstrip(_AROUND)


def _is_health_insurance(fields: list[str]) -> bool:
    return (
        len(fields) > 3
        and _HEALTH_NUMBER.fullmatch(fields[0]) is not None
        and _is_hex_text(fields[1])
        and fields[3] in {"1", "2"}
    )


def _is_hex_text(text: str) -> bool:
    try:
        return bytes.fromhex(text).decode() != ""
    except ValueError:
        return False
