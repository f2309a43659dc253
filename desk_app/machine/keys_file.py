"""keys.json beside the store, read and replaced whole; without cryptography: the sign-in screen waits for it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from desk_app.domain.errors import KeysUnreadable
from desk_app.domain.staff import Staff
from desk_app.machine.whole_file import write_whole

FILE = "keys.json"
RECOVERY = "#recovery"  # no login: logins are letters and digits


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
        slots = json.loads(path.read_text(encoding="utf-8"))["slots"]
        required = {"login", "name", "title", "memory_kib", "passes", "lanes", "salt", "wrapped"}
        if all(required <= slot.keys() for slot in slots):
            return list(slots)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise KeysUnreadable(path=path) from error
    raise KeysUnreadable(path=path)


def write(folder: Path, slots: list[dict[str, Any]]) -> None:
    """Replace keys.json whole: a power cut leaves the old file or the new one."""
    text = json.dumps({"version": 1, "slots": slots}, ensure_ascii=False, indent=1)
    write_whole(folder / FILE, text)
