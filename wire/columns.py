r"""Events laid out column by column, so that like stands beside like and zstd finds it.

No schema: a body is its shape, said once a kind and then by number, and its leaves, one column a path.
Anything that JSON can hold survives, also kinds and fields that this version has never heard of.

    a column:  name \n mode \n cell \n cell …      columns are joined by \0

Modes: s text (escaped), i whole numbers, d differences of whole numbers, j JSON.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

from wire.canonical import Json, canonical, read_body
from wire.errors import BadFrame, NotCanonical
from wire.event import Event

_START = datetime.fromisoformat("2020-01-01T00:00:00+07:00")
_ESCAPES = str.maketrans({"\\": "\\\\", "\n": "\\n", "\0": "\\0"})
_ESCAPED = re.compile(r"\\(.)")
_EMPTIED = "-"  # in place of a shape: this body's retention has ended


def encode_columns(events: list[Event]) -> bytes:
    """Return the columns of `events`; bodies must be canonical or empty."""
    columns: dict[str, list[Json]] = defaultdict(list)
    shapes: dict[str, dict[str, int]] = defaultdict(dict)
    clock, cases = _Clock(), _Cases()
    for event in events:
        columns["kind"].append(event.kind)
        columns["staff"].append(event.staff)
        columns["at"].append(clock.say(event.at))
        columns["case"].append(cases.say(event.case_code))
        if not event.body:
            columns[f"#{event.kind}"].append(_EMPTIED)
            columns["digest"].append(event.body_digest.hex())
            continue
        shape, leaves = _apart(f".{event.kind}", read_body(event.body))
        text, known = _compact(shape), shapes[event.kind]
        columns[f"#{event.kind}"].append(known.setdefault(text, len(known)) if text in known else text)
        known.setdefault(text, len(known))
        for path, value in leaves:
            columns[path].append(value)
    return "\0".join(_column(name, cells) for name, cells in sorted(columns.items())).encode()


def decode_columns(data: bytes) -> Iterator[tuple[str, str | None, str, str, bytes, bytes]]:
    """Yield (kind, case_code, at, staff, body, digest); digest is empty unless the body was emptied.

    Raises:
        BadFrame: these are no columns.
    """
    try:
        yield from _decoded(_columns(data.decode()))
    except (UnicodeDecodeError, ValueError, IndexError, KeyError, TypeError, OverflowError,
            RecursionError, AttributeError, NotCanonical) as error:  # fmt: skip
        raise BadFrame("the columns cannot be read") from error


def _decoded(
    columns: dict[str, Iterator[Json]],
) -> Iterator[tuple[str, str | None, str, str, bytes, bytes]]:
    shapes: dict[str, list[Json]] = defaultdict(list)
    clock, cases = _Clock(), _Cases()
    for kind in columns.pop("kind"):
        if not isinstance(kind, str):
            raise BadFrame("a kind that is not text")
        staff, at = _take(columns, "staff"), clock.hear(_take(columns, "at"))
        case_code = cases.hear(_take(columns, "case"))
        said = _take(columns, f"#{kind}")
        if said == _EMPTIED:
            yield kind, case_code, at, str(staff), b"", bytes.fromhex(str(_take(columns, "digest")))
            continue
        if isinstance(said, str):
            shapes[kind].append(json.loads(said))
        shape = shapes[kind][-1 if isinstance(said, str) else int(str(said))]
        body = _together(f".{kind}", shape, columns)
        if not isinstance(body, dict):
            raise BadFrame("a body that is no object")
        yield kind, case_code, at, str(staff), canonical(body), b""
    for name, cells in columns.items():
        if next(cells, None) is not None:
            raise BadFrame(f"cells left over in {name[:40]}")


class _Clock:
    """Times as seconds since the one before."""

    def __init__(self) -> None:
        self._last = _START

    def say(self, at: str) -> Json:
        read = _exact(at)
        if read is None:
            return at
        seconds = (read - self._last) // timedelta(seconds=1)
        self._last = read
        return seconds

    def hear(self, said: Json) -> str:
        if isinstance(said, str):
            return said
        self._last += timedelta(seconds=int(str(said)))
        return self._last.isoformat()


class _Cases:
    """Case codes by how lately they were named; the next serial after the newest is "+"."""

    def __init__(self) -> None:
        self._recent: list[str] = []
        self._newest = ""

    def say(self, code: str | None) -> Json:
        if code is None:
            return ""
        if code in self._recent:
            place = self._recent.index(code)
            self._recent.insert(0, self._recent.pop(place))
            return str(place)
        said = "+" if code == _following(self._newest) else "=" + code
        self._meet(code)
        return said

    def hear(self, said: Json) -> str | None:
        if not isinstance(said, str):
            raise BadFrame("a case that is not text")
        if said == "":
            return None
        if said[0] not in "+=":
            self._recent.insert(0, self._recent.pop(int(said)))
            return self._recent[0]
        code = _following(self._newest) if said == "+" else said[1:]
        self._meet(code)
        return code

    def _meet(self, code: str) -> None:
        self._recent.insert(0, code)
        self._newest = code


def _following(code: str) -> str:
    """Return the code with the next serial, or something that no code is."""
    head, dash, serial = code.rpartition("-")
    if not (dash and serial.isascii() and serial.isdigit()):
        return "\0"
    return f"{head}-{int(serial) + 1:0{len(serial)}d}"


def _exact(at: str) -> datetime | None:
    """Return the time when its text can be made again from it."""
    try:
        read = datetime.fromisoformat(at)
    except ValueError:
        return None
    return read if read.utcoffset() == _START.utcoffset() and read.isoformat() == at else None


def _apart(path: str, value: Json) -> tuple[Any, list[tuple[str, Json]]]:
    """Return the shape of a value (0 for a leaf) and its leaves with their paths, in order."""
    if isinstance(value, dict) and value:
        shape, leaves = {}, []
        for key in sorted(value):
            shape[key], found = _apart(f"{path}.{key}", value[key])
            leaves += found
        return shape, leaves
    if isinstance(value, list) and value:
        parts = [_apart(_place(path, n), item) for n, item in enumerate(value)]
        return [shape for shape, _ in parts], [leaf for _, found in parts for leaf in found]
    return 0, [(path, value)]


def _together(path: str, shape: Any, columns: dict[str, Iterator[Json]]) -> Any:  # noqa: ANN401 - JSON
    if isinstance(shape, dict):
        return {key: _together(f"{path}.{key}", shape[key], columns) for key in sorted(shape)}
    if isinstance(shape, list):
        return [_together(_place(path, n), item, columns) for n, item in enumerate(shape)]
    return _take(columns, path)


def _take(columns: dict[str, Iterator[Json]], name: str) -> Json:
    try:
        return next(columns[name])
    except StopIteration as error:  # inside a generator it would surface as a RuntimeError
        raise BadFrame(f"too few cells in {name[:40]}") from error


def _place(path: str, n: int) -> str:
    """Name a list's item: alike in a list, by its place in a list within a list (a row of a table)."""
    return f"{path}[{n}]" if path.endswith("[]") else f"{path}[]"


def _column(name: str, cells: list[Json]) -> str:
    if all(isinstance(cell, str) for cell in cells):
        mode, texts = "s", [str(cell).translate(_ESCAPES) for cell in cells]
    elif all(type(cell) is int for cell in cells):
        numbers = [cell for cell in cells if type(cell) is int]
        rising = len(numbers) > 1 and all(a <= b for a, b in pairwise(numbers))
        mode = "d" if rising else "i"
        texts = [str(number) for number in (_differences(numbers) if rising else numbers)]
    else:
        mode, texts = "j", [_compact(cell) for cell in cells]
    return "\n".join([name.translate(_ESCAPES), mode, *texts])


def _columns(text: str) -> dict[str, Iterator[Json]]:
    found: dict[str, Iterator[Json]] = {}
    for column in text.split("\0"):
        name, mode, *cells = column.split("\n")
        if not cells or name in found:
            raise BadFrame("a column without cells, or twice")
        found[_plain(name)] = iter(_cells(mode, cells))
    return found


def _cells(mode: str, cells: list[str]) -> list[Json]:
    match mode:
        case "s":
            return [_plain(cell) for cell in cells]
        case "i":
            return [int(cell) for cell in cells]
        case "d":
            total, numbers = 0, list[Json]()
            for cell in cells:
                total += int(cell)
                numbers.append(total)
            return numbers
        case "j":
            return [json.loads(cell) for cell in cells]
    raise BadFrame("an unknown mode")


def _differences(numbers: list[int]) -> list[int]:
    return [b - a for a, b in zip([0, *numbers], numbers, strict=False)]


def _plain(text: str) -> str:
    return _ESCAPED.sub(lambda found: {"n": "\n", "0": "\0"}.get(found[1], found[1]), text)


def _compact(value: Any) -> str:  # noqa: ANN401 - JSON
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
