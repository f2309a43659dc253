"""Files on a stick that may be full, locked, broken or pulled out at any moment (domain.usb.Stick)."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from desk_app.domain.errors import (
    CopyStopped,
    DeskError,
    NoStick,
    StickBad,
    StickFull,
    StickLocked,
    StickPulled,
)
from desk_app.domain.usb import SUFFIX, Copying, Sealed
from desk_app.machine.whole_file import sync_folder

HALF = ".dang-chep"  # behind the name while it is being written: nobody takes it for a whole file
BLOCK = 256 * 1024
ANSWER_BYTES = 4 * 1024 * 1024  # an acknowledgement with all its news is smaller
START_BYTES = 4 * 1024
MOST_FILES = 200  # in one folder that are looked into
_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_LOCKED = {errno.EROFS, errno.EACCES, errno.EPERM}
_BINARY = getattr(os, "O_BINARY", 0)


class Disk:
    """The calls to the system that a stick can fail; a test lets each of them fail."""

    def open(self, path: Path, flags: int) -> int:
        return os.open(path, flags | _BINARY, 0o644)

    def write(self, handle: int, data: bytes) -> int:
        return os.write(handle, data)

    def sync(self, handle: int) -> None:
        os.fsync(handle)

    def forget(self, handle: int) -> None:
        """Let memory go of a file, so that the next reading asks the device; only Linux has such a call."""
        if sys.platform == "linux":
            os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)

    def read(self, handle: int) -> bytes:
        return os.read(handle, BLOCK)

    def close(self, handle: int) -> None:
        os.close(handle)

    def rename(self, path: Path, to: Path) -> None:
        path.replace(to)

    def sync_folder(self, folder: Path) -> None:
        sync_folder(folder)

    def unlink(self, path: Path) -> None:
        path.unlink(missing_ok=True)


class UsbStick:
    """Writes under another name first; the right name stands for bytes that came back from the device."""

    def __init__(self, disk: Disk | None = None) -> None:
        self._disk = disk or Disk()

    def put(
        self,
        folder: Path,
        name: str,
        sealed: Sealed,
        *,
        told: Callable[[Copying], None],
        stopped: Callable[[], bool],
    ) -> None:
        """Write a file whole or not at all; see domain.usb.Stick."""
        half = folder / f"{name}{HALF}"
        copying = _Copy(told, stopped, sealed.size)
        with _stick_errors(sealed.size):
            _check_there(folder)
            self._sweep(folder, name)
            _check_room(folder, sealed.size)
        try:
            with _stick_errors(sealed.size):
                written = self._write(half, sealed.chunks, copying)
                if self._digest(half, copying) != written:
                    raise StickBad()
                self._disk.rename(half, folder / name)
                self._disk.sync_folder(folder)
        except DeskError:
            with suppress(OSError):  # the stick is gone, and the half with it: the next copy writes over it
                self._disk.unlink(half)
            raise

    def read(self, path: Path) -> bytes:
        """Return a file up to the size that an acknowledgement may have; what is larger comes cut, and is told so."""
        try:
            with path.open("rb") as file:
                return file.read(ANSWER_BYTES)
        except OSError as error:
            raise NoStick(path=path) from error

    def starts(self, folder: Path) -> list[tuple[Path, bytes]]:
        """Return the parcels in a folder with their first bytes, newest first."""
        found: list[tuple[float, Path, bytes]] = []
        names: list[str] = []
        with suppress(OSError):  # pulled while we look: what was found so far
            names = sorted(entry.name for entry in os.scandir(folder) if entry.name.endswith(SUFFIX))
        for name in names[-MOST_FILES:]:
            path = folder / name
            with suppress(OSError), path.open("rb") as file:  # one that cannot be read hides no other
                found.append((os.fstat(file.fileno()).st_mtime, path, file.read(START_BYTES)))
        return [(path, start) for _, path, start in sorted(found, key=lambda one: one[:2], reverse=True)]

    def _sweep(self, folder: Path, name: str) -> None:
        """Take away the halves that this desk left when a stick was pulled."""
        desk = name.partition("_")[0]
        with suppress(OSError):
            for half in folder.glob(f"{desk}_*{SUFFIX}{HALF}"):
                self._disk.unlink(half)

    def _write(self, half: Path, chunks: Iterator[bytes], copying: _Copy) -> bytes:
        written = hashlib.sha256()
        with self._opened(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC) as handle:
            for piece in chunks:
                written.update(piece)
                rest = piece
                while rest:
                    rest = rest[self._disk.write(handle, rest) :]
                copying.step(len(piece))
            self._disk.sync(handle)
            self._disk.forget(handle)
        return written.digest()

    def _digest(self, half: Path, copying: _Copy) -> bytes:
        read = hashlib.sha256()
        with self._opened(half, os.O_RDONLY) as handle:
            while block := self._disk.read(handle):
                read.update(block)
                copying.step(len(block))
        return read.digest()

    @contextmanager
    def _opened(self, path: Path, flags: int) -> Iterator[int]:
        handle = self._disk.open(path, flags)
        try:
            yield handle
        finally:
            self._disk.close(handle)


class _Copy:
    """Tells how far it is, and ends where the clerk said so."""

    def __init__(self, told: Callable[[Copying], None], stopped: Callable[[], bool], size: int) -> None:
        self._told, self._stopped, self._total, self._done = told, stopped, 2 * size, 0

    def step(self, many: int) -> None:
        if self._stopped():
            raise CopyStopped()
        self._done += many
        self._told(Copying(done=self._done, total=self._total))


def _check_there(folder: Path) -> None:
    if not folder.is_dir():
        raise NoStick(path=folder)


def _check_room(folder: Path, size: int) -> None:
    if shutil.disk_usage(folder).free < size:  # before a slow stick is filled to its end
        raise StickFull(needed=_kilobytes(size))


@contextmanager
def _stick_errors(size: int) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise StickFull(needed=_kilobytes(size)) from error
        raise (StickLocked if error.errno in _LOCKED else StickPulled)() from error


def _kilobytes(size: int) -> int:
    return -(-size // 1024)
