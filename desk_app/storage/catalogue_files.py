"""The files of the catalogue: one a version, in the folders that hold any (brought along, the desk's own)."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from desk_app.domain.catalogue_version import CatalogueVersion
from desk_app.domain.errors import CatalogueUnreadable, StorageFull, StorageUnreadable

# What is published is numbered from 1; what a desk imports itself from here on: else a later release or
# the superior would bring another file under a number that cases of this desk are pinned to.
OWN_VERSIONS = 10_001


class CatalogueFiles:
    """The versions in `folders`; of two files with one number the earlier folder's counts."""

    def __init__(self, folders: Path | Sequence[Path]) -> None:
        self._folders = (folders,) if isinstance(folders, Path) else tuple(folders)
        self._read: dict[int, CatalogueVersion] = {}

    def get(self, number: int) -> CatalogueVersion:
        """Return a version.

        Raises:
            CatalogueUnreadable: it is not here, or not whole.
        """
        if number not in self._read:
            paths = self._paths()
            missing = self._folders[0] / f"{number}.json"
            self._read[number] = _version(paths.get(number, missing), number)
        return self._read[number]

    def all(self) -> list[CatalogueVersion]:
        """Return every version, in the order in which they come into force."""
        return sorted(
            (self.get(number) for number in self._paths()), key=lambda v: (v.effective_from, v.number)
        )

    def numbers(self) -> list[int]:
        """Return the numbers of the versions that lie here now."""
        return sorted(self._paths())

    def in_force(self, day: date) -> CatalogueVersion:
        """Return the version in force on `day`: the last that began; of one day's, the highest number.

        Raises:
            CatalogueUnreadable: none has begun.
        """
        begun = [version for version in self.all() if version.effective_from <= day]
        if not begun:
            raise CatalogueUnreadable(path=self._folders[0])
        return begun[-1]

    def next_own(self) -> int:
        """Return the number of this desk's next version."""
        return max([OWN_VERSIONS, *(number + 1 for number in self._paths())])

    def write(self, number: int, document: Mapping[str, Any]) -> Path:
        """Write a new version into the last folder: whole or not at all, never over another.

        Raises:
            StorageFull, StorageUnreadable: nothing was written.
            FileExistsError: the number is taken, which only a bug does.
        """
        folder = self._folders[-1]
        path, fresh = folder / f"{number}.json", folder / f".{number}.json.new"
        if path.exists():
            raise FileExistsError(path)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            _write(fresh, document)
            fresh.replace(path)
            _settle(folder)
        except OSError as error:
            fresh.unlink(missing_ok=True)
            raise (StorageFull() if error.errno == errno.ENOSPC else StorageUnreadable()) from error
        return path

    def _paths(self) -> dict[int, Path]:
        return {number: path for folder in reversed(self._folders) for number, path in _numbered(folder)}


def _numbered(folder: Path) -> Iterator[tuple[int, Path]]:
    for path in folder.glob("*.json"):
        if path.stem.isdecimal() and path.stem.isascii():
            yield int(path.stem), path


def _version(path: Path, number: int) -> CatalogueVersion:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise CatalogueUnreadable(path=path) from error
    match data:
        case {"version": int(version), "effective_from": str(day), "procedures": list()} if version == number:
            try:
                return CatalogueVersion(number=number, effective_from=date.fromisoformat(day), document=data)
            except ValueError as error:
                raise CatalogueUnreadable(path=path) from error
    raise CatalogueUnreadable(path=path)


def _write(path: Path, document: Mapping[str, Any]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        json.dump(document, file, ensure_ascii=False, indent=1)
        file.write("\n")
        file.flush()
        os.fsync(file.fileno())


def _settle(folder: Path) -> None:
    """Make the new name last; Windows cannot open a folder, and renames durably."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
