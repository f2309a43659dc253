"""One program at a time writes to a store."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from desk_app.domain.errors import StoreInUse


@contextmanager
def only_one(folder: Path) -> Iterator[None]:
    """Hold the folder's lock; the system frees it when the process ends, however it ends.

    Raises:
        StoreInUse: another process holds it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "desk.lock").open("a+b") as file:
        try:
            _lock(file)
        except OSError as error:
            raise StoreInUse() from error
        yield


def _lock(file: IO[bytes]) -> None:
    if sys.platform == "win32":
        import msvcrt

        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
