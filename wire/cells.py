"""A column's cells as text, in whatever form their content allows (docs/protocol.md, 2).

    s text, a line a cell                     u whole numbers from 0
    i any whole numbers                       r whole numbers, rising, as differences
    y dates, as days after the earliest       w digits of one width, place by place
    t few different values, said once and then by number
    j JSON, a line a cell

Numbers are written without separators: `ENDS` ends a number, `MORE` goes before. A cell never costs less than
a character, so what is read is never many times what was inflated.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from itertools import accumulate, pairwise
from typing import Any

from wire.canonical import Json
from wire.errors import BadFrame

ENDS = "".join(map(chr, range(0x30, 0x70)))  # 64 characters: 0 to 63
MORE = "".join(map(chr, [*range(0x20, 0x30), *range(0x70, 0x7F)]))  # 31
_END_OF = {letter: n for n, letter in enumerate(ENDS)}
_MORE_OF = {letter: n for n, letter in enumerate(MORE)}
_PIECE = 1 << 16  # characters of a column of numbers that are taken apart at once
_NUMBER = re.compile(f"[{re.escape(MORE)}]{{0,12}}[{re.escape(ENDS)}]")  # 12: 2**54 is shorter
_ESCAPES = str.maketrans({"\\": "\\\\", "\n": "\\n", "\0": "\\0"})
_ESCAPED = re.compile(r"\\(.)")
_DIGITS = re.compile(r"[0-9]{2,64}")
FORMS_OF_NUMBERS = "urtwy"  # their letters are unlike a text's: they stand behind the texts


def say(cells: list[Json]) -> tuple[str, str]:
    """Return (mode, text) of one column's cells; the text has no NUL in it."""
    if all(type(cell) is int for cell in cells):
        numbers = [cell for cell in cells if type(cell) is int]
        least, largest = min(numbers), max(numbers)
        if len(numbers) > 1 and least >= 0 and all(a <= b for a, b in pairwise(numbers)):
            return "r", _numbers([b - a for a, b in zip([0, *numbers], numbers, strict=False)])
        if (least < 0 or largest >= len(ENDS)) and len(set(numbers)) * 8 <= len(numbers):
            return "t", _few(cells)
        if least >= 0:
            return "u", _numbers(numbers)
        return "i", _numbers([number * 2 if number >= 0 else -number * 2 - 1 for number in numbers])
    if len({_compact(cell) for cell in cells}) * 2 <= len(cells):
        return "t", _few(cells)
    if all(isinstance(cell, str) for cell in cells):
        return _texts([str(cell) for cell in cells])
    return "j", "\n".join(map(_compact, cells))


def hear(mode: str, text: str) -> Iterator[Json]:
    """Yield the cells of a column; only as they are asked for, since a character may stand for a long one.

    Raises:
        BadFrame, ValueError, IndexError, OverflowError, RecursionError: it is none; also while yielding.
    """
    match mode:
        case "s":
            return map(plain, text.split("\n"))
        case "u":
            return iter(_read_numbers(text))
        case "r":
            return accumulate(_read_numbers(text))
        case "i":
            return (number // 2 if number % 2 == 0 else -(number // 2) - 1 for number in _read_numbers(text))
        case "t":
            *values, said = text.split("\n")
            known = [json.loads(value) for value in values]
            if any(isinstance(value, list | dict) and value for value in known):
                raise BadFrame("a cell that is no leaf")  # it would stand many times for a character each
            return (known[number] for number in _read_numbers(said))
        case "w":
            return _read_digits(text)
        case "y":
            first, said = text.split("\n")
            start = int(first)
            return (date.fromordinal(start + days).isoformat() for days in _read_numbers(said))
        case "j":
            return map(json.loads, text.split("\n"))
    raise BadFrame("an unknown mode")


def escaped(text: str) -> str:
    """Return the text without line breaks and NULs."""
    return text.translate(_ESCAPES)


def plain(text: str) -> str:
    """Return what was escaped."""
    if "\\" not in text:
        return text
    return _ESCAPED.sub(lambda found: {"n": "\n", "0": "\0"}.get(found[1], found[1]), text)


def _texts(cells: list[str]) -> tuple[str, str]:
    width = len(cells[0])
    if all(len(cell) == width and _DIGITS.fullmatch(cell) for cell in cells):
        return "w", f"{width}\n" + "".join("".join(place) for place in zip(*cells, strict=True))
    days = [_day(cell) for cell in cells]
    read = [day for day in days if day is not None]
    if len(read) == len(days):
        return "y", f"{min(read)}\n" + _numbers([day - min(read) for day in read])
    return "s", "\n".join(map(escaped, cells))


def _few(cells: list[Json]) -> str:
    known: dict[str, int] = {}  # by their JSON: True and 1 are one key otherwise
    said = [known.setdefault(_compact(cell), len(known)) for cell in cells]
    return "\n".join([*known, _numbers(said)])


def _day(text: str) -> int | None:
    try:
        read = date.fromisoformat(text)
    except ValueError:
        return None
    return read.toordinal() if read.isoformat() == text else None


def _read_digits(text: str) -> Iterator[Json]:
    first, said = text.split("\n")
    width = int(first)
    if not 2 <= width <= 64 or not said or len(said) % width:
        raise BadFrame("digits of no width")
    many = len(said) // width
    return map("".join, zip(*(said[at : at + many] for at in range(0, len(said), many)), strict=True))


def _numbers(numbers: list[int]) -> str:
    return "".join(map(_number, numbers))


def _number(number: int) -> str:
    said = ""
    while number >= len(ENDS):
        number, low = divmod(number - len(ENDS), len(MORE))
        said += MORE[low]
    return said + ENDS[number]


def _read_numbers(text: str) -> list[int]:
    found: list[int] = []
    reached = 0
    while reached < len(text):  # piece by piece: millions of words at once would take 30 times their own size
        words = _NUMBER.findall(text, reached, reached + _PIECE)
        said = "".join(words)
        if not said or not text.startswith(said, reached):
            raise BadFrame("a number that is none")
        found += [_END_OF[word] if len(word) == 1 else _read_number(word) for word in words]
        reached += len(said)
    return found


def _read_number(word: str) -> int:
    number = _END_OF[word[-1]]
    for letter in word[-2::-1]:
        number = number * len(MORE) + _MORE_OF[letter] + len(ENDS)
    return number


def _compact(value: Any) -> str:  # noqa: ANN401 - JSON
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
