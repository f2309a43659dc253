"""VietQR: a transfer as a text of EMVCo elements (id 2, length 2 in characters, value), with a check sum.

Made and read without a line. Whether the money came is not in it: only the bank's statement says that.
Source: NAPAS' VietQR specification and its examples (tests/unit/test_viet_qr.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from desk_app.domain.errors import AccountUnclear, QrUnclear
from desk_app.domain.folding import without_marks
from desk_app.domain.words import Words

NAPAS = "A000000727"
VIETNAM_DONG = "704"
MOST_PURPOSE = 25  # characters; banks cut off what is longer, and with it the case's serial
MOST_VALUE = 99  # two digits of length

_BIN = re.compile(r"[0-9]{6}")
_OTHER = re.compile(r"[^0-9A-Za-z]+")


class AccountKind(StrEnum):
    """Which service of NAPAS takes the transfer."""

    ACCOUNT = "QRIBFTTA"
    CARD = "QRIBFTTC"


_NUMBER = {
    AccountKind.ACCOUNT: re.compile(r"[0-9A-Za-z]{1,19}"),
    AccountKind.CARD: re.compile(r"[0-9]{16,19}"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Where the money goes: the bank's BIN (6 digits), the number, and whose it is as printed beneath.

    Raises:
        AccountUnclear: BIN or number have not the shape that banks give them.
    """

    bank_bin: str
    number: str
    holder: str = ""
    kind: AccountKind = AccountKind.ACCOUNT

    def __post_init__(self) -> None:
        if not _BIN.fullmatch(self.bank_bin):
            raise AccountUnclear(
                fault=Words("mã ngân hàng (BIN) “{bank_bin}” phải có 6 chữ số", bank_bin=self.bank_bin)
            )
        if not _NUMBER[self.kind].fullmatch(self.number):
            raise AccountUnclear(
                fault=Words(
                    "số “{number}” phải là 1 đến 19 chữ và số, thẻ thì 16 đến 19 số", number=self.number
                )
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class VietQr:
    """What a text asks for. `amount` in đồng, None = whoever pays types it (static)."""

    account: Account
    amount: int | None = None
    bill: str = ""
    purpose: str = ""
    dynamic: bool = False


def purpose_for(case_code: str) -> str:
    """Return the purpose by which a transfer is found again: "LP 261123 5001" for H56.22.17-261123-5001.

    It is the tail of the code, day and serial, that no two cases of one account share.
    """
    words = [word for word in re.split(r"[-/_ ]", without_marks(case_code)) if word]
    return plain_purpose(" ".join(["LP", *words[-2:]]))


def plain_purpose(text: str) -> str:
    """Return `text` as every bank's system takes it: ASCII letters, digits, single spaces, at most 25.

    What is too long loses its first words: the serial stands at the end.
    """
    words = _OTHER.sub(" ", without_marks(text)).split()
    while len(words) > 1 and len(" ".join(words)) > MOST_PURPOSE:
        words = words[1:]
    return " ".join(words)[-MOST_PURPOSE:]


def viet_qr(account: Account, amount: int | None = None, *, bill: str = "", purpose: str = "") -> str:
    """Return the text of a QR: static without an amount, dynamic with one (đồng, more than 0).

    Raises:
        QrUnclear: the amount is not more than 0, or an element is longer than 99 characters.
    """
    if amount is not None and amount <= 0:
        raise QrUnclear(fault=Words("số tiền phải lớn hơn 0"))
    to_whom = _element("00", account.bank_bin) + _element("01", account.number)
    merchant = _element("00", NAPAS) + _element("01", to_whom) + _element("02", account.kind.value)
    more = _filled("01", bill and _ascii(bill)) + _filled("08", purpose and plain_purpose(purpose))
    text = "".join(
        (
            _element("00", "01"),
            _element("01", "11" if amount is None else "12"),
            _element("38", merchant),
            _element("53", VIETNAM_DONG),
            _filled("54", "" if amount is None else str(amount)),
            _element("58", "VN"),
            _filled("62", more),
            "6304",
        )
    )
    return text + check_sum(text)


def read_viet_qr(text: str) -> VietQr:
    """Take a text apart again, after its check sum and every length were found right.

    Raises:
        QrUnclear: it is cut, changed, or no VietQR in đồng.
        AccountUnclear: the bank or the number have not their shape.
    """
    body, found = text[:-4], text[-4:]
    if not text.isascii() or not body.endswith("6304") or check_sum(body) != found:
        raise QrUnclear(fault=Words("sai mã kiểm tra, có thể đã bị cắt hoặc sửa"))
    elements = _elements(body[:-4])
    merchant = _elements(elements.get("38", ""))
    if merchant.get("00") != NAPAS or elements.get("53") != VIETNAM_DONG:
        raise QrUnclear(fault=Words("không phải mã chuyển tiền VietQR bằng đồng Việt Nam"))
    to_whom, more = _elements(merchant.get("01", "")), _elements(elements.get("62", ""))
    amount = elements.get("54")
    if amount is not None and not amount.isdecimal():
        raise QrUnclear(fault=Words("số tiền “{amount}” không phải số nguyên", amount=amount))
    try:
        kind = AccountKind(merchant.get("02", ""))
    except ValueError as error:
        raise QrUnclear(fault=Words("không rõ chuyển đến tài khoản hay thẻ")) from error
    return VietQr(
        account=Account(
            bank_bin=to_whom.get("00", ""),
            number=to_whom.get("01", ""),
            holder=elements.get("59", ""),
            kind=kind,
        ),
        amount=None if amount is None else int(amount),
        bill=more.get("01", ""),
        purpose=more.get("08", ""),
        dynamic=elements.get("01") == "12",
    )


def check_sum(text: str) -> str:
    """Return CRC-16/CCITT-FALSE (poly 0x1021, start 0xFFFF) of ASCII text as four capital hex digits."""
    crc = 0xFFFF
    for byte in text.encode("ascii"):
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1 ^ 0x1021 if crc & 0x8000 else crc << 1) & 0xFFFF
    return f"{crc:04X}"


def _element(id_: str, value: str) -> str:
    if len(value) > MOST_VALUE:
        raise QrUnclear(fault=Words("phần {id_} dài quá {most} ký tự", id_=id_, most=MOST_VALUE))
    return f"{id_}{len(value):02d}{value}"


def _filled(id_: str, value: str) -> str:
    return _element(id_, value) if value else ""


def _ascii(text: str) -> str:
    return "".join(c for c in without_marks(text) if c.isascii() and c.isprintable())


def _elements(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for id_, value in _split(text):
        if id_ in found:
            raise QrUnclear(fault=Words("phần {id_} có hai lần", id_=id_))
        found[id_] = value
    return found


def _split(text: str) -> Iterator[tuple[str, str]]:
    while text:
        length = text[2:4]
        if not (length.isascii() and length.isdecimal()) or len(text) < 4 + int(length):
            raise QrUnclear(fault=Words("sai độ dài ở “{at}”", at=text[:8]))
        yield text[:2], text[4 : 4 + int(length)]
        text = text[4 + int(length) :]
