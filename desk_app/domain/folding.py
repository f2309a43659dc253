"""Text as it is searched: without diacritics, đ as d, lower case, single spaces."""

from __future__ import annotations

import unicodedata

_WITHOUT_D = str.maketrans("đĐ", "dD")  # NFD leaves đ whole, and so does FTS5


def without_marks(text: str) -> str:
    """Return `text` without diacritics, capitals and spaces as they are: "Lệ phí Đất" gives "Le phi Dat"."""
    apart = unicodedata.normalize("NFD", text.translate(_WITHOUT_D))
    return "".join(c for c in apart if not unicodedata.combining(c))


def fold(text: str) -> str:
    """Return `text` as a clerk types it in a hurry: "Nguyễn Thị Đào" gives "nguyen thi dao"."""
    return " ".join(without_marks(text).casefold().split())
