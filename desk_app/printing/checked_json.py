"""A JSON text read part by part, strictly: what is missing, strange or of another kind is told with its line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from desk_app.domain import form_faults
from desk_app.domain.form_faults import FormFault
from desk_app.printing.json_places import Path, line_of, repeated

WIDEST_MM = 1000
NEVER_EMPTY = frozenset({"lines", "columns"})


class CheckedJson:
    """A text and where faults in it are told to stand; every method may raise a FormFault.

    Raises:
        FormFault: it is no JSON, or an object has a key twice.
    """

    def __init__(self, text: str, file: str) -> None:
        self.text, self.file = text, file
        try:
            self.whole = json.loads(text, object_pairs_hook=_once)
        except json.JSONDecodeError as error:
            raise form_faults.FormNotJson(file=file, line=error.lineno) from error
        except RecursionError as error:
            raise form_faults.FormNotJson(file=file, line=1) from error
        except _TwiceError as error:
            key, line = repeated(text)
            raise form_faults.FormKeyTwice(file=file, line=line, key=key) from error

    def group(
        self, data: object, path: Path, allowed: Iterable[str], needed: Iterable[str]
    ) -> Mapping[str, Any]:
        """Return a part that has only `allowed` keys and all that are `needed`."""
        if not isinstance(data, dict):
            raise self.wrong(path, str(path[-1]) if path else "{ }", form_faults.AN_OBJECT)
        for key in data:
            if key not in allowed:
                raise self.fault(form_faults.FormKeyUnknown, (*path, key), key=key)
        for key in sorted(needed):
            if key not in data:
                raise self.fault(form_faults.FormKeyMissing, path, key=key)
        return data

    def each(self, data: Mapping[str, Any], path: Path, key: str) -> Iterable[tuple[object, Path]]:
        """Return the members of a list, each with its path; no list = none."""
        listed = data.get(key, [])
        if not isinstance(listed, list) or (key in NEVER_EMPTY and not listed):
            raise self.wrong((*path, key), key, form_faults.A_LIST)
        return [(one, (*path, key, n)) for n, one in enumerate(listed)]

    def words(self, data: Mapping[str, Any], path: Path, key: str) -> str:
        """Return a text, empty where the key is not there."""
        if key not in data:
            return ""
        if not isinstance(data[key], str) or not data[key].strip():
            raise self.wrong((*path, key), key, form_faults.A_TEXT)
        return str(data[key])

    def texts(self, data: Mapping[str, Any], path: Path, key: str) -> tuple[str, ...]:
        """Return a list of texts."""
        texts = []
        for one, at in self.each(data, path, key):
            if not isinstance(one, str) or not one.strip():
                raise self.wrong(at, key, form_faults.A_TEXT)
            texts.append(one)
        return tuple(texts)

    def switch(self, data: Mapping[str, Any], path: Path, key: str) -> bool:
        """Return true or false; false where the key is not there."""
        if not isinstance(data.get(key, False), bool):
            raise self.wrong((*path, key), key, form_faults.A_SWITCH)
        return bool(data.get(key, False))

    def width(self, data: Mapping[str, Any], path: Path) -> float | None:
        """Return a number above 0, None where the key is not there."""
        if "width" not in data:
            return None
        width = data["width"]
        if isinstance(width, bool) or not isinstance(width, int | float) or not 0 < width < WIDEST_MM:
            raise self.wrong((*path, "width"), "width", form_faults.A_NUMBER)
        return float(width)

    def day(self, data: Mapping[str, Any], path: Path, key: str) -> date:
        """Return a civil day."""
        try:
            return date.fromisoformat(data[key])
        except (TypeError, ValueError) as error:
            raise self.wrong((*path, key), key, form_faults.A_DATE) from error

    def one_of(self, data: Mapping[str, Any], path: Path, key: str, allowed: Iterable[str]) -> str:
        """Return a text that is one of `allowed`."""
        found = self.words(data, path, key)
        if found not in allowed:
            raise self.wrong((*path, key), key, form_faults.one_of(allowed))
        return found

    def wrong(self, path: Path, key: str, wanted: str) -> FormFault:
        """Return the fault of a value of another kind."""
        return self.fault(form_faults.FormValueWrong, path, key=key, wanted=wanted)

    def fault(self, kind: Callable[..., FormFault], path: Path, **fields: object) -> FormFault:
        """Return a fault that stands at `path`."""
        return kind(file=self.file, line=line_of(self.text, path), **fields)


class _TwiceError(ValueError):
    """An object has a key twice."""


def _once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _TwiceError
    return found
