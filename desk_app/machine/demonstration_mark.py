"""The file that says of a folder: all that lies here is a demonstration's, and is made anew at its next start."""

from __future__ import annotations

from pathlib import Path

from desk_app.domain.errors import NotADemonstration
from desk_app.machine.whole_file import disk_errors, write_whole

FILE = "demonstration.txt"
_TEXT = "Made by the demonstration of desk-app, which replaces everything here at its next start.\n"
_REPLACED = (
    "desk.db",
    "desk.db-wal",
    "desk.db-shm",
    "keys.json",
    "superior",
    "papers",
    "screens",
    "summary.json",
)


def claim(folder: Path) -> None:
    """Mark a folder as a demonstration's.

    Raises:
        NotADemonstration: something that a demonstration replaces lies here, and none has made it.
        StorageFull, StorageUnreadable.
    """
    with disk_errors():
        marked = (folder / FILE).exists()
        if not marked and any((folder / name).exists() for name in _REPLACED):
            raise NotADemonstration(path=folder)
    if not marked:
        write_whole(folder / FILE, _TEXT)


def give_up(folder: Path) -> None:
    """Take the mark away: from now on a real desk lives here."""
    with disk_errors():
        (folder / FILE).unlink(missing_ok=True)
