"""Put a new store in the place of one that fell behind, and keep that one beside it, read-only.

At every moment one whole store lies in its place: the old one gets a second name, then the new one takes the first.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from datetime import date
from pathlib import Path

from desk_app.domain.errors import StorageFull
from desk_app.machine.first_start import STORE
from desk_app.machine.whole_file import disk_errors, sync_folder

FOLDER = "rebase"
_PARTS = ("", "-wal", "-shm", "-journal")


def begin(folder: Path) -> Path:
    """Return where the new store is to be made; what a try before left there goes."""
    making = folder / FOLDER
    with disk_errors():
        making.mkdir(parents=True, exist_ok=True)
        for part in _PARTS:
            (making / f"{STORE}{part}").unlink(missing_ok=True)
    return making / STORE


def swap(folder: Path, day: date) -> Path:
    """Put the store that was made and closed in its place; return under which name the old one is kept.

    Raises:
        StorageFull: closing could not bring a write-ahead log into its file; the old store is where it was.
        StorageUnreadable.
    """
    store, made = folder / STORE, folder / FOLDER / STORE
    for closed in (store, made):
        if closed.with_name(f"{STORE}-wal").exists():
            raise StorageFull()
    with disk_errors():
        kept = _free_name(folder, day)
        try:
            os.link(store, kept)
        except OSError:  # a disk without links: FAT
            shutil.copy2(store, kept)
        sync_folder(folder)
        made.replace(store)
        sync_folder(folder)
        kept.chmod(0o400)
    with suppress(OSError):  # an odd folder does no harm
        made.parent.rmdir()
    return kept


def _free_name(folder: Path, day: date) -> Path:
    names = (f"desk-{day.isoformat()}{tail}.db" for tail in ("", *(f"-{n}" for n in range(2, 1000))))
    return next(folder / name for name in names if not (folder / name).exists())
