"""In which line of a JSON text a value stands: json itself forgets, and a fault without a line is hard to find."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

Path = tuple[str | int, ...]
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]:,]|[^\s{}\[\]:,"]+')


@dataclass(slots=True)
class _Frame:
    listing: bool
    at: str | int
    key_next: bool


def line_of(text: str, path: Path) -> int:
    """Return the line, from 1, of the value at `path` in a valid JSON text; 1 when it is not there."""
    return next((line for found, line in places(text) if found == path), 1)


def repeated(text: str) -> tuple[str, int]:
    """Return the first key that an object has twice, and the line of its second time."""
    seen = set()
    for path, line in places(text):
        if path in seen:
            return str(path[-1]), line
        seen.add(path)
    return "", 1


def places(text: str) -> Iterator[tuple[Path, int]]:
    """Yield every path of a valid JSON text with its line, in the order of the text."""
    frames: list[_Frame] = []
    line, counted = 1, 0
    for found in _TOKEN.finditer(text):
        token = found.group()
        line += text.count("\n", counted, found.start())
        counted = found.start()
        inner = frames[-1] if frames else None
        if token in "}]":
            frames.pop()
        elif token == "," and inner:
            inner.key_next = not inner.listing
            if inner.listing:
                inner.at = int(inner.at) + 1
        elif token == ":":
            continue
        elif inner and inner.key_next:
            inner.at, inner.key_next = json.loads(token), False
            yield tuple(frame.at for frame in frames), line
        else:
            if inner is None or inner.listing:
                yield tuple(frame.at for frame in frames), line
            if token in "{[":
                frames.append(_Frame(token == "[", 0, token == "{"))
