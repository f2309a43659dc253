"""Running text of a form: words with fields in them.

`{field}` is a value. A text is not printed when a field in it is empty, so that nothing stands on paper that
nobody entered. `[… {field} …]` is a part that goes alone when its field is empty; `[?flag …]` is a part that
is printed only while the flag is set. Parts do not nest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_MARK = re.compile(r"\{(?P<field>\w+)\}|(?P<open>\[(?:\?(?P<flag>\w+) ?)?)|(?P<close>\])")
Value = Callable[[str], str]


class TextBrokenError(ValueError):
    """A brace or bracket is not closed, or parts nest."""


@dataclass(frozen=True, slots=True)
class _Field:
    name: str


@dataclass(frozen=True, slots=True)
class _Part:
    flag: str
    pieces: tuple[str | _Field, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """A text taken apart once, filled for each paper."""

    pieces: tuple[str | _Field | _Part, ...]

    @property
    def fields(self) -> frozenset[str]:
        """Return every field and flag that it names."""
        return frozenset(_names(self.pieces))

    def fill(self, value: Value) -> str:
        """Return the text with its values, empty when it is not to be printed."""
        made = _fill(self.pieces, value)
        return made.strip() if made else ""


def read_template(text: str) -> Template:
    """Take a text apart.

    Raises:
        TextBrokenError.
    """
    pieces: list[str | _Field | _Part] = []
    inner: list[str | _Field] | None = None
    flag, at = "", 0
    for found in _MARK.finditer(text):
        _put(pieces if inner is None else inner, text[at : found.start()])
        at = found.end()
        if found["field"]:
            (pieces if inner is None else inner).append(_Field(found["field"]))
        elif found["open"]:
            if inner is not None:
                raise TextBrokenError(text)
            inner, flag = [], found["flag"] or ""
        elif inner is None:
            raise TextBrokenError(text)
        else:
            pieces.append(_Part(flag, tuple(inner)))
            inner = None
    if inner is not None:
        raise TextBrokenError(text)
    _put(pieces, text[at:])
    return Template(tuple(pieces))


def _put(pieces: list[str | _Field | _Part] | list[str | _Field], plain: str) -> None:
    if "{" in plain or "}" in plain:
        raise TextBrokenError(plain)
    if plain:
        pieces.append(plain)


def _fill(pieces: tuple[str | _Field | _Part, ...], value: Value) -> str | None:
    made = []
    for piece in pieces:
        if isinstance(piece, str):
            made.append(piece)
        elif isinstance(piece, _Field):
            got = value(piece.name)
            if not got:
                return None
            made.append(got)
        elif not piece.flag or value(piece.flag):
            made.append(_fill(piece.pieces, value) or "")
    return "".join(made)


def _names(pieces: tuple[str | _Field | _Part, ...]) -> Iterator[str]:
    for piece in pieces:
        if isinstance(piece, _Field):
            yield piece.name
        elif isinstance(piece, _Part):
            if piece.flag:
                yield piece.flag
            yield from _names(piece.pieces)
