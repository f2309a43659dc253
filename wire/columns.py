r"""Events laid out column by column, so that like stands beside like and zstd finds it.

No schema: a body is its shape, said once a kind and then by number, and its leaves, one column a path.
Anything that JSON can hold survives, also kinds and fields that this version has never heard of.

    a column:  name \n mode \n cells (wire/cells.py)      columns are joined by \0
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from wire.canonical import Json, canonical, read_body
from wire.cells import FORMS_OF_NUMBERS, escaped, hear, plain, say
from wire.errors import BadFrame, NotCanonical
from wire.event import Event
from wire.followers import Followers

_START = datetime.fromisoformat("2020-01-01T00:00:00+07:00")
_EMPTIED = "-"  # in place of a shape: this body's retention has ended


def encode_columns(events: list[Event]) -> bytes:
    """Return the columns of `events`; bodies must be canonical or empty."""
    columns: dict[str, list[Json]] = defaultdict(list)
    shapes: dict[str, dict[str, int]] = defaultdict(dict)
    clock, cases, kinds, staffs = _Clock(), _Cases(), Followers(), Followers()
    last: dict[str | None, tuple[str, str]] = {}
    for event in events:
        columns["case"].append(cases.say(event.case_code, columns["code"]))
        columns["at"].append(clock.say(event.at))
        kind, staff = last.get(event.case_code, ("", ""))
        columns["kind"].append(kinds.say(kind, event.kind, columns["kinds"]))
        columns["staff"].append(staffs.say(staff, event.staff, columns["staffs"]))
        last[event.case_code] = event.kind, event.staff
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
    said = [(name, *say(cells)) for name, cells in columns.items() if cells]
    said.sort(key=lambda column: (column[1] in FORMS_OF_NUMBERS, column[0]))
    return "\0".join(f"{escaped(name)}\n{mode}\n{cells}" for name, mode, cells in said).encode()


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
    shapes: dict[str, list[Any]] = defaultdict(list)
    clock, cases, kinds, staffs = _Clock(), _Cases(), Followers(), Followers()
    last: dict[str | None, tuple[str, str]] = {}
    leaves = _Leaves(columns)
    for said in columns.pop("case"):
        case_code = cases.hear(said, columns)
        at = clock.hear(_take(columns, "at"))
        kind, staff = last.get(case_code, ("", ""))
        kind = kinds.hear(kind, _natural(_take(columns, "kind")), lambda: _text(_take(columns, "kinds")))
        staff = staffs.hear(staff, _natural(_take(columns, "staff")), lambda: _text(_take(columns, "staffs")))
        last[case_code] = kind, staff
        shaped = _take(columns, f"#{kind}")
        if shaped == _EMPTIED:
            yield kind, case_code, at, staff, b"", bytes.fromhex(str(_take(columns, "digest")))
            continue
        if isinstance(shaped, str):
            shapes[kind].append(leaves.bound(f".{kind}", json.loads(shaped)))
        shape = shapes[kind][-1 if isinstance(shaped, str) else _natural(shaped)]
        body = _filled(shape)
        if not isinstance(body, dict):
            raise BadFrame("a body that is no object")
        yield kind, case_code, at, staff, canonical(body), b""
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
    """Case codes by how lately they were named: 0 none, 1 the next serial after the newest, 2 one said in full."""

    def __init__(self) -> None:
        self._recent: list[str] = []
        self._newest = ""

    def say(self, code: str | None, codes: list[Json]) -> int:
        if code is None:
            return 0
        if code in self._recent:
            place = self._recent.index(code)
            self._recent.insert(0, self._recent.pop(place))
            return place + 3
        said = 1 if code == _following(self._newest) else 2
        if said == 2:
            codes.append(code)
        self._meet(code)
        return said

    def hear(self, said: Json, columns: dict[str, Iterator[Json]]) -> str | None:
        number = _natural(said)
        if number == 0:
            return None
        if number >= 3:
            self._recent.insert(0, self._recent.pop(number - 3))
            return self._recent[0]
        code = _following(self._newest) if number == 1 else _text(_take(columns, "code"))
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


class _Leaves:
    """Binds the leaves of a shape to their columns once, however many events come in it.

    Each path is made and looked up once: a long one, made anew for each leaf, would cost its length times the leaves.
    """

    def __init__(self, columns: dict[str, Iterator[Json]]) -> None:
        self._columns = columns
        self._paths: dict[tuple[str, str | int], str] = {}
        self._found: dict[str, Iterator[Json]] = {}

    def bound(self, path: str, shape: Any) -> Any:  # noqa: ANN401 - JSON
        """Return the shape with the column's cells in place of each leaf."""
        if isinstance(shape, dict):
            return {key: self.bound(self._below(path, key), shape[key]) for key in sorted(shape)}
        if isinstance(shape, list):
            rows = path.endswith("[]")
            return [self.bound(self._below(path, n if rows else 0), item) for n, item in enumerate(shape)]
        cells = self._found.get(path)
        if cells is None:
            cells = self._found[path] = self._columns[path]
        return cells

    def _below(self, path: str, step: str | int) -> str:
        name = self._paths.get((path, step))
        if name is None:
            name = _place(path, step) if isinstance(step, int) else f"{path}.{step}"
            self._paths[path, step] = name
        return name


def _filled(bound: Any) -> Any:  # noqa: ANN401 - JSON
    if isinstance(bound, dict):
        return {key: _filled(value) for key, value in bound.items()}
    if isinstance(bound, list):
        return [_filled(value) for value in bound]
    try:
        return next(bound)
    except StopIteration as error:  # inside a generator it would surface as a RuntimeError
        raise BadFrame("too few cells") from error


def _natural(cell: Json) -> int:
    if type(cell) is not int or cell < 0:
        raise BadFrame("a number that is none")
    return cell


def _text(cell: Json) -> str:
    if not isinstance(cell, str):
        raise BadFrame("a word that is not text")
    return cell


def _take(columns: dict[str, Iterator[Json]], name: str) -> Json:
    try:
        return next(columns[name])
    except StopIteration as error:  # inside a generator it would surface as a RuntimeError
        raise BadFrame(f"too few cells in {name[:40]}") from error


def _place(path: str, n: int) -> str:
    """Name a list's item: alike in a list, by its place in a list within a list (a row of a table)."""
    return f"{path}[{n}]" if path.endswith("[]") else f"{path}[]"


def _columns(text: str) -> dict[str, Iterator[Json]]:
    found: dict[str, Iterator[Json]] = {}
    for column in text.split("\0"):
        name, mode, cells = column.split("\n", 2)
        if plain(name) in found:
            raise BadFrame("a column that stands twice")
        found[plain(name)] = hear(mode, cells)
    return found


def _compact(value: Any) -> str:  # noqa: ANN401 - JSON
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
