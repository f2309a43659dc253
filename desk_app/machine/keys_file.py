"""keys.json beside the store, read and replaced whole; without cryptography: the sign-in screen waits for it."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from desk_app.domain.errors import KeysUnreadable
from desk_app.domain.staff import Staff
from desk_app.machine.whole_file import write_whole

FILE = "keys.json"
RECOVERY = "#recovery"  # no login: logins are letters and digits
WRAPPED_BYTES = 24 + 16 + 32  # nonce, authenticator, key
_MOST_BYTES = 1_000_000
_FITS: Mapping[str, Callable[[Any], bool]] = {
    "login": lambda value: isinstance(value, str) and value != "",
    "name": lambda value: isinstance(value, str),
    "title": lambda value: isinstance(value, str),
    # what a slot of ours may cost at most: a spoilt number must not take all memory, or an hour
    "memory_kib": lambda value: _is_number(value, 8, 2**20),
    "passes": lambda value: _is_number(value, 1, 32),
    "lanes": lambda value: _is_number(value, 1, 16),
    "salt": lambda value: len(_bytes(value)) == 16,
    "wrapped": lambda value: len(_bytes(value)) == WRAPPED_BYTES,
}


def members(folder: Path) -> list[Staff]:
    """Return who can sign in."""
    return [
        Staff(login=slot["login"], name=slot["name"], title=slot["title"])
        for slot in read(folder)
        if slot["login"] != RECOVERY
    ]


def read(folder: Path) -> list[dict[str, Any]]:
    """Return the slots.

    Raises:
        KeysUnreadable: the file is missing, or is not ours.
    """
    path = folder / FILE
    try:
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES)
        slots = json.loads(content.decode())["slots"]
        fit = isinstance(slots, list) and all(
            fits(slot[name]) for slot in slots for name, fits in _FITS.items()
        )
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise KeysUnreadable(path=path) from error
    if not fit or all(slot["login"] == RECOVERY for slot in slots):
        raise KeysUnreadable(path=path)
    return list(slots)


def write(folder: Path, slots: list[dict[str, Any]]) -> None:
    """Replace keys.json whole: a power cut leaves the old file or the new one.

    Raises:
        StorageFull, StorageUnreadable.
    """
    text = json.dumps({"version": 1, "slots": slots}, ensure_ascii=False, indent=1)
    write_whole(folder / FILE, text)


def _is_number(value: object, least: int, most: int) -> bool:
    return type(value) is int and least <= value <= most  # True is no number


def _bytes(value: object) -> bytes:
    try:
        return base64.b64decode(value, validate=True) if isinstance(value, str) else b""
    except binascii.Error:
        return b""
