"""Letters that our papers can print, and text brought into the one shape in which it is kept."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar

from desk_app.domain.errors import NotPrintable

# what the bundled paper fonts have (installer/subset_fonts.py; a test compares), but for the sign of a lost letter
_RANGES = (
    (0x20, 0x7E), (0xA0, 0x17F), (0x1A0, 0x1A1), (0x1AF, 0x1B0), (0x300, 0x303), (0x306, 0x306), (0x309, 0x309),
    (0x31B, 0x31B), (0x323, 0x323), (0x1EA0, 0x1EF9), (0x2010, 0x2014), (0x2018, 0x201E), (0x2022, 0x2022),
    (0x2026, 0x2026), (0x20AB, 0x20AB), (0x2116, 0x2116), (0x2190, 0x2190), (0x2192, 0x2193), (0x2212, 0x2212),
    (0x25CF, 0x25CF),
)  # fmt: skip
PRINTABLE = frozenset(chr(code) for first, last in _RANGES for code in range(first, last + 1))

T = TypeVar("T")


def visible(text: str) -> str:
    """Return `text` composed (NFC), without what nobody sees: zero width, direction marks.

    Pasted from web pages and chats, such signs make equal names unequal and stop every print.
    """
    return "".join(c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c) != "Cf")


def tidied(text: str) -> str:
    """Return what is visible of `text` on one line, with single spaces."""
    return " ".join("".join(" " if unicodedata.category(c) == "Cc" else c for c in visible(text)).split())


def tidied_all(value: T) -> T:
    """Return a value of the domain with every text in it tidied."""
    return _tidied(value)  # type: ignore[no-any-return]


def unprintable(text: str) -> str:
    """Return the letters of a tidied text that no paper of ours can print, each once."""
    return "".join(dict.fromkeys(c for c in tidied(text) if c not in PRINTABLE))


def check_printable(value: object) -> None:
    """Return when our papers can print every text in a value of the domain or in an event's body.

    Raises:
        NotPrintable: naming the letters.
    """
    for text in texts_of(value):
        if letters := unprintable(text):
            raise NotPrintable(letters=letters, text=tidied(text)[:40])


def visible_body(body: Mapping[str, object]) -> dict[str, object]:
    """Return an event's body with only what is visible of its texts."""
    return {name: _visible(value) for name, value in body.items()}


def texts_of(value: object) -> list[str]:
    """Return every text in a value of the domain or in an event's body."""
    if isinstance(value, Enum):  # a StrEnum is a code of ours
        return []
    if isinstance(value, str):
        return [value]
    if isinstance(value, Mapping):
        value = tuple(value.values())
    if isinstance(value, tuple | list):
        return [text for item in value for text in texts_of(item)]
    if is_dataclass(value):
        return [text for field in fields(value) for text in texts_of(getattr(value, field.name))]
    return []


def _visible(value: Any) -> Any:  # noqa: ANN401 - JSON
    if isinstance(value, str) and not isinstance(value, Enum):
        return visible(value)
    if isinstance(value, Mapping):
        return visible_body(value)
    return [_visible(item) for item in value] if isinstance(value, tuple | list) else value


def _tidied(value: Any) -> Any:  # noqa: ANN401 - any value of the domain
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return tidied(value)
    if isinstance(value, tuple):
        return tuple(_tidied(item) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _tidied(getattr(value, field.name)) for field in fields(value)})
    return value
