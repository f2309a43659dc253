"""Amounts of money, in figures and in words."""

from __future__ import annotations

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_THOUSANDS = ("", "nghìn", "triệu")
BILLION = 10**9


def dong(amount: int) -> str:
    """Return "8.000 đ"."""
    return f"{amount:,}".replace(",", ".") + " đ"


def in_words(amount: int) -> str:
    """Return a whole amount of đồng as a receipt spells it: "Tám nghìn đồng".

    Raises:
        ValueError: the amount is negative.
    """
    if amount < 0:
        raise ValueError("an amount of money cannot be negative")
    words = f"{_number(amount)} đồng"
    return words[0].upper() + words[1:]


def _number(value: int) -> str:
    if value == 0:
        return _DIGITS[0]
    billions, rest = divmod(value, BILLION)
    parts = []
    if billions:
        parts.append(f"{_number(billions)} tỷ")
    parts += _below_billion(rest, follows=bool(billions))
    return " ".join(parts)


def _below_billion(value: int, *, follows: bool) -> list[str]:
    parts: list[str] = []
    for power in (2, 1, 0):
        group = value // 1000**power % 1000
        if group:
            words = _group(group, full=bool(parts) or follows)
            parts.append(f"{words} {_THOUSANDS[power]}".strip())
    return parts


def _group(value: int, *, full: bool) -> str:
    """Return three digits in words; `full` says the hundreds even when there are none."""
    hundreds, rest = divmod(value, 100)
    tens, ones = divmod(rest, 10)
    parts = [f"{_DIGITS[hundreds]} trăm"] if hundreds or full else []
    if tens > 1:
        parts.append(f"{_DIGITS[tens]} mươi")
    elif tens == 1:
        parts.append("mười")
    elif ones and parts:
        parts.append("linh")
    if ones:
        parts.append(_ones(ones, tens))
    return " ".join(parts)


def _ones(ones: int, tens: int) -> str:
    if ones == 1 and tens > 1:
        return "mốt"
    if ones == 5 and tens:
        return "lăm"
    return _DIGITS[ones]
