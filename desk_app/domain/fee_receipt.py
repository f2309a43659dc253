"""Biên lai: a tax-controlled serial. Recorded as given, looked at for its shape, never made up here."""

from __future__ import annotations

import re

from desk_app.domain.errors import FeeReceiptUnclear
from desk_app.domain.words import Words

# NĐ 123/2020 as printed samples show it: 01BLP2-001, 02BLP3-001; 28AA-17T, BI-23T, AA/26P; up to 8 digits.
# The rules of NĐ 70/2025 and TT 32/2025 were not read: another shape is a doubt, not a fault.
_USUAL_FORM = re.compile(r"0[12]BLP[0-9]-[0-9]{3}")
_USUAL_SIGN = re.compile(r"([0-9]{2})?[A-Z]{2}[-/][0-9]{2}[TPE]")
_WRITTEN = re.compile(r"[0-9A-Z]([0-9A-Z/-]{0,18}[0-9A-Z])?")
_NUMBER = re.compile(r"[0-9]{1,8}")


def check_receipt(form: str, sign: str, number: str) -> None:
    """Refuse what can be no biên lai; all three empty = not issued yet.

    Raises:
        FeeReceiptUnclear: one is missing, or holds what none of them holds.
    """
    given = {Words("mẫu số"): form, Words("ký hiệu"): sign, Words("số"): number}
    if not any(given.values()):
        return
    for name, text in given.items():
        if not text:
            raise FeeReceiptUnclear(fault=Words("thiếu {name}", name=name))
    for name, text in list(given.items())[:2]:
        if not _WRITTEN.fullmatch(text):
            raise FeeReceiptUnclear(fault=Words("{name} “{text}” có ký tự lạ", name=name, text=text))
    if not _NUMBER.fullmatch(number) or not int(number):
        raise FeeReceiptUnclear(fault=Words("số “{number}” không phải dãy 1 đến 8 chữ số", number=number))


def receipt_doubts(form: str, sign: str) -> tuple[str, ...]:
    """Return what is unusual about a form and a sign, for the clerk to look at again."""
    doubts = []
    if form and not _USUAL_FORM.fullmatch(form):
        doubts.append(Words("Mẫu số “{form}” khác dạng thường gặp 01BLP2-001; hãy xem lại.", form=form))
    if sign and not _USUAL_SIGN.fullmatch(sign):
        doubts.append(Words("Ký hiệu “{sign}” khác dạng thường gặp AA-26T; hãy xem lại.", sign=sign))
    return tuple(doubts)
