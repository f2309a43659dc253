"""The one form of a body: JSON with sorted keys, no spaces, NFC, whole numbers; absent instead of null."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from typing import NoReturn, TypeAlias

from wire.errors import NotCanonical

Json: TypeAlias = "str | int | bool | list[Json] | dict[str, Json] | None"
Body: TypeAlias = Mapping[str, "Json"]

LARGEST_INTEGER = 2**53 - 1  # the largest that every JSON reader keeps exact (RFC 8259, 6)
DEEPEST = 64  # lists and objects within each other; else the reader's stack would decide what is a body
_WRITES = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def canonical(value: Json | Body) -> bytes:
    """Return the canonical UTF-8 bytes of `value`.

    Raises:
        NotCanonical: the value holds a float, a number beyond 2**53, text that is not NFC
            or cannot be encoded, something that is not JSON, or lies too deep.
    """
    _check(value, DEEPEST)
    try:
        return _WRITES.encode(value).encode()
    except UnicodeEncodeError as error:
        raise NotCanonical("a lone surrogate") from error


def read_body(data: bytes) -> dict[str, Json]:
    """Read a body, or any other object of the protocol, and insist that `data` is its canonical form.

    Raises:
        NotCanonical: it is not JSON, not an object, or not in the one form; nothing else, whatever
            the other side sent.
    """
    try:
        value = json.loads(
            data.decode(),
            object_pairs_hook=_unique,
            parse_constant=_refuse,
            parse_float=_refuse,
        )
    except (ValueError, RecursionError) as error:  # ValueError: also more digits than int() takes
        raise NotCanonical("not JSON") from error
    if not isinstance(value, dict):
        raise NotCanonical("not an object")
    if canonical(value) != data:
        raise NotCanonical("not in the canonical form")
    return value


def _check(value: object, room: int) -> None:
    if isinstance(value, str):  # the order is that of how often each comes
        if not unicodedata.is_normalized("NFC", value):
            raise NotCanonical("text that is not NFC")
    elif value is None or isinstance(value, bool):
        pass
    elif isinstance(value, int):
        if abs(value) > LARGEST_INTEGER:
            raise NotCanonical("a number beyond 2**53")
    elif isinstance(value, (dict, Mapping)):
        if room == 0:
            raise NotCanonical("too deep")
        for key, item in value.items():
            if not isinstance(key, str):
                raise NotCanonical("a key that is not text")
            _check(key, room)
            _check(item, room - 1)
    elif isinstance(value, list):
        if room == 0:
            raise NotCanonical("too deep")
        for item in value:
            _check(item, room - 1)
    else:
        raise NotCanonical(f"a value of type {type(value).__name__}")


def _unique(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise NotCanonical("a key stands twice")
    return found


def _refuse(text: str) -> NoReturn:
    raise NotCanonical(f"the number {text[:20]}")
