"""Small files that are replaced whole."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desk_app.domain.errors import StorageFull, StorageUnreadable

_FULL = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}


@contextmanager
def disk_errors() -> Iterator[None]:
    """Raise StorageFull or StorageUnreadable for what a disk refuses."""
    try:
        yield
    except OSError as error:
        raise (StorageFull if error.errno in _FULL else StorageUnreadable)() from error


def write_whole(path: Path, text: str) -> None:
    """Replace a file: a power cut leaves the old one or the new one, never half of it. Only its owner reads it.

    Raises:
        StorageFull, StorageUnreadable: the old file is as it was, and nothing lies beside it.
    """
    fresh = path.with_name(f"{path.name}.new")
    with disk_errors():
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with fresh.open("w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            fresh.chmod(0o600)
            fresh.replace(path)
        except OSError:
            fresh.unlink(missing_ok=True)
            raise
        sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Bring names in a folder to the disk."""
    if os.name == "posix":  # Windows cannot open a folder, and renames durably
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
