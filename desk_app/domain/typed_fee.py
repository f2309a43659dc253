"""An amount of money as a clerk types it."""

from __future__ import annotations

import re

from desk_app.domain.errors import UnclearAmount
from desk_app.domain.folding import fold

MOST = 100_000_000  # đồng: no commune's procedure comes near it; a slip of the keyboard does
MOST_OWED = 999_999_999_999  # an obligation, as for land, may be far more
_WRITTEN = re.compile(r"(\d{1,3}(?:[., ]\d{3})+|\d+) ?(?:d|dong|vnd|₫)?", re.ASCII)  # as folded


def read_fee(text: str) -> int | None:
    """Read "8.000", "8000 đ" or nothing; nothing = nobody set a fee.

    Raises:
        UnclearAmount: it is no whole amount, below zero or beyond `MOST`.
    """
    if not text.strip():
        return None
    return _read(text, MOST)


def read_amount(text: str) -> int:
    """Read the same of any obligation; nothing = 0.

    Raises:
        UnclearAmount: it is no whole amount, below zero or beyond `MOST_OWED`.
    """
    return _read(text, MOST_OWED) if text.strip() else 0


def _read(text: str, most: int) -> int:
    found = _WRITTEN.fullmatch(fold(text))
    amount = int(re.sub("[., ]", "", found[1])) if found else most + 1
    if amount > most:
        raise UnclearAmount(text=text.strip())
    return amount
