"""A processing time as a clerk types it, turned into the grammar that `read_term` reads."""

from __future__ import annotations

import re

from desk_app.domain.deadline import read_term
from desk_app.domain.errors import UnclearTerm, UnknownTerm
from desk_app.domain.folding import fold

SAME_DAY = "same-day@15"  # received up to 15:00: NĐ 23/2015 Đ.7
_COUNTED = re.compile(
    r"([1-9]\d{0,2}) ?(?:(?P<wd>ngay lam viec|nlv|working days?|wd)"
    r"|(?P<h>gio lam viec|gio|working hours?|hours?|h)|(?P<d>ngay|days?|d))",
    re.ASCII,
)
_SAME_DAY = re.compile(r"trong ngay(?: \(nhan den (?P<hour>\d{1,2}):00\))?|same day")


def read_term_words(text: str) -> str:
    """Read "5 ngày làm việc", "8 giờ", "15 ngày", "trong ngày" or the grammar itself; nothing stays nothing.

    Raises:
        UnclearTerm: it is none of these; months and bare numbers are not guessed at.
    """
    words = " ".join(fold(text).split())
    if not words:
        return ""
    if found := _COUNTED.fullmatch(words):
        return f"{found[1]}{found.lastgroup}"
    if found := _SAME_DAY.fullmatch(words):
        words = f"same-day@{found['hour']}" if found["hour"] else SAME_DAY
    try:
        read_term(words)
    except UnknownTerm as error:
        raise UnclearTerm(text=text.strip()) from error
    return words
