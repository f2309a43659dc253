"""Text as it is searched: without diacritics, đ as d, lower case, single spaces."""

from __future__ import annotations

import unicodedata

# NFD leaves đ whole, and so does FTS5; ð is what old code pages made of it
_WITHOUT_D = str.maketrans("đĐðÐ", "dDdD")
_APOSTROPHES = str.maketrans("", "", "'’ʼ`")  # H'Bia is typed hbia


def without_marks(text: str) -> str:
    """Return `text` without diacritics, capitals and spaces as they are: "Lệ phí Đất" gives "Le phi Dat"."""
    apart = unicodedata.normalize("NFD", text.translate(_WITHOUT_D))
    return "".join(c for c in apart if not unicodedata.combining(c))


def fold(text: str) -> str:
    """Return `text` as a clerk types it in a hurry: "Nguyễn Thị Đào" gives "nguyen thi dao"."""
    return " ".join(without_marks(text).casefold().split())


def folded_words(text: str) -> list[str]:
    """Return the folded words of `text`, letters and digits only: "261123-5001, H'Bia" gives 261123, 5001, hbia."""
    plain = fold(text).translate(_APOSTROPHES)
    return "".join(c if c.isalnum() else " " for c in plain).split()
