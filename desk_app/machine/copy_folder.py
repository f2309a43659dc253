"""Folders of copies on a second drive or a memory stick: whole, under their names, or not there."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from desk_app.domain.errors import (
    CopyBesideStore,
    CopyNotWritten,
    CopyPlaceFull,
    CopyPlaceMissing,
    StorageFull,
    StorageUnreadable,
)
from desk_app.machine import keys_file
from desk_app.machine.whole_file import sync_folder

STORE = "desk.db"
UNFINISHED = ".dang-chep-"  # a folder of this name is no copy, whatever lies in it
SLACK = 4 * 2**20  # bytes: key slots, and what is committed while the copy is made


@dataclass(frozen=True, slots=True)
class CopyFolder:
    """Makes copies of the desk whose data lie in `data`."""

    data: Path

    @contextmanager
    def making(self, place: Path, name: str) -> Iterator[Path]:
        """Give a folder to fill; see day_ports.CopyShelf.

        A power cut leaves a folder whose name says that it is unfinished; the next copy takes it away.
        """
        self._check(place)
        folder = place / f"{UNFINISHED}{name}"
        try:
            with _refusals(place):
                self._clear(place)
                folder.mkdir(mode=0o700)
                yield folder
                slots = keys_file.read(self.data)
                keys_file.write(folder, slots)
                sync_folder(folder)
                folder.rename(place / name)
                sync_folder(place)
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _check(self, place: Path) -> None:
        inside = place.resolve()
        if inside == self.data.resolve() or self.data.resolve() in inside.parents:
            raise CopyBesideStore(place=place)
        if not place.is_dir():
            raise CopyPlaceMissing(place=place)
        with _refusals(place):
            files = (self.data / f"{STORE}{end}" for end in ("", "-wal"))
            needed = sum(file.stat().st_size for file in files if file.exists()) + SLACK
            if shutil.disk_usage(place).free < needed:
                raise CopyPlaceFull(place=place)

    def _clear(self, place: Path) -> None:
        for left in place.glob(f"{UNFINISHED}*"):
            shutil.rmtree(left, ignore_errors=True)


def same_drive(data: Path, place: Path) -> bool:
    """Return whether both lie on one drive: a broken drive would take store and copy. False where nobody can tell."""
    try:
        return data.stat().st_dev == place.stat().st_dev
    except OSError:
        return False


@contextmanager
def _refusals(place: Path) -> Iterator[None]:
    """Say of the chosen place what a disk refuses, not of the desk's own disk."""
    try:
        yield
    except StorageFull as error:
        raise CopyPlaceFull(place=place) from error
    except StorageUnreadable as error:
        raise CopyNotWritten(place=place) from error
    except OSError as error:
        full = error.errno in {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
        raise (CopyPlaceFull if full else CopyNotWritten)(place=place) from error
