"""The pattern of case codes as data: judged before a desk works by it; and codes that others gave."""

from __future__ import annotations

import re
from datetime import date

from desk_app.domain.case_code import case_code
from desk_app.domain.errors import BadCasePattern, UnclearSuperiorCode, UnclearUnit
from desk_app.domain.words import Words

USUAL = "{AGENCY}-{YYMMDD}-{SEQ:4}"
MOST = 50  # characters of a code (QĐ 20/2020/QĐ-TTg, practice of the national portal)
_TOKEN = re.compile(r"\{[^{}]*\}")
_SEQ = re.compile(r"\{SEQ:[4-6]\}")
_BETWEEN = re.compile(r"[0-9A-Z.\-/_]*", re.ASCII)
_AGENCY = re.compile(r"[A-Z]\d{2}(?:\.[0-9A-Z]{1,6})*|\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}", re.ASCII)
_SUPERIOR = re.compile(r"[0-9A-Z][0-9A-Z.\-/_]{5,49}", re.ASCII)


def check_pattern(pattern: str, agency_code: str) -> None:
    """Insist that a pattern gives codes that nobody can mistake for another's.

    Tokens: {AGENCY}, {YYMMDD}, {SEQ:4} … {SEQ:6}, each once; the serial stands last behind a sign that is no digit.

    Raises:
        BadCasePattern: saying what is wrong with it.
    """
    fault = _fault(pattern, agency_code)
    if fault is not None:
        raise BadCasePattern(pattern=pattern, fault=fault, usual=USUAL)


def read_agency_code(text: str) -> str:
    """Return the code of an agency as it stands in case codes: H56.22.18.

    Raises:
        UnclearUnit.
    """
    code = "".join(text.split()).upper()
    if not _AGENCY.fullmatch(code):
        raise UnclearUnit(text=text.strip())
    return code


def read_superior_code(text: str) -> str:
    """Return a code that the superior's system gave; its shape is the superior's own.

    Raises:
        UnclearSuperiorCode: no code can look like this.
    """
    code = "".join(text.split()).upper()
    if not _SUPERIOR.fullmatch(code) or not any(sign.isdigit() for sign in code):
        raise UnclearSuperiorCode(text=text.strip())
    return code


def _fault(pattern: str, agency_code: str) -> Words | None:
    tokens = _TOKEN.findall(pattern)
    for token in tokens:
        if token not in {"{AGENCY}", "{YYMMDD}"} and not _SEQ.fullmatch(token):
            return Words("không có phần “{token}”", token=token)
    for wanted, known in (("{AGENCY}", "{AGENCY}"), ("{YYMMDD}", "{YYMMDD}"), ("{SEQ:4}", "{SEQ:")):
        many = sum(token.startswith(known) for token in tokens)
        if many != 1:
            return Words("phần {token} phải có đúng một lần", token=wanted)
    between = _TOKEN.sub("", pattern)
    if not _BETWEEN.fullmatch(between):
        return Words("giữa các phần chỉ được dùng chữ in hoa không dấu, chữ số và . - / _")
    head = pattern[: pattern.index("{SEQ:")]
    if not pattern.endswith(tokens[-1]) or not tokens[-1].startswith("{SEQ:"):
        return Words("số thứ tự {token} phải đứng cuối", token="{SEQ:4}")
    if not head or head[-1] not in ".-/_":
        return Words("trước số thứ tự phải có một dấu như -")
    if len(case_code(pattern, agency_code, date(2026, 1, 1), 1)) > MOST:
        return Words("mã dài quá {most} ký tự", most=MOST)
    return None
