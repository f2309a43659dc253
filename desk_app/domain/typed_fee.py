"""An amount of money as a clerk types it."""

from __future__ import annotations

import re

from desk_app.domain.errors import UnclearAmount
from desk_app.domain.folding import fold

MOST = 100_000_000  # đồng: no commune's procedure comes near it; a slip of the keyboard does
_WRITTEN = re.compile(r"(\d{1,3}(?:[., ]\d{3})+|\d+) ?(?:d|dong|vnd|₫)?", re.ASCII)  # as folded


def read_fee(text: str) -> int | None:
    """Read "8.000", "8000 đ" or nothing; nothing = nobody set a fee.

    Raises:
        UnclearAmount: it is no whole amount, below zero or beyond `MOST`.
    """
    if not text.strip():
        return None
    found = _WRITTEN.fullmatch(fold(text))
    amount = int(re.sub("[., ]", "", found[1])) if found else MOST + 1
    if amount > MOST:
        raise UnclearAmount(text=text.strip())
    return amount
