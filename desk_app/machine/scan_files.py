"""Sealed files beside the store, named by the SHA-256 of what is in them (scan_ports.ScanFiles).

Each is a nonce and XSalsa20-Poly1305 over the whole: a wrong byte anywhere, another key, or a file under another's
name is noticed. Two letters of the name make a folder, since 100,000 files in one are slow to list.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path

from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from desk_app.domain.errors import ScanDamaged
from desk_app.machine.whole_file import disk_errors, sync_folder

FOLDER = "scans"
_END, _FRESH = ".scan", ".new"
_MAGIC = b"QMCS1\n"


class SealedScans:
    """One folder; `folder` is the desk's."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / FOLDER

    def write(self, sha256: bytes, data: bytes, key: bytes) -> None:
        """Write a file whole or not at all."""
        path = self._path(sha256)
        if self._is_whole(path, sha256, key):
            return
        fresh = path.with_suffix(_FRESH)
        sealed = _MAGIC + bytes(SecretBox(key).encrypt(data))
        with disk_errors():
            fresh_folder = not path.parent.exists()
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            try:
                fresh.touch(mode=0o600)  # nobody else reads it, not even while it grows
                with fresh.open("wb") as file:
                    file.write(sealed)
                    file.flush()
                    os.fsync(file.fileno())
                fresh.replace(path)
            except OSError:
                fresh.unlink(missing_ok=True)
                raise
            sync_folder(path.parent)
            if fresh_folder:  # its name, and perhaps that of the folder above, must reach the disk too
                sync_folder(self._folder)
                sync_folder(self._folder.parent)

    def read(self, sha256: bytes, key: bytes) -> bytes:
        """Return what is in a file."""
        try:
            sealed = self._path(sha256).read_bytes()
            data = SecretBox(key).decrypt(sealed.removeprefix(_MAGIC)) if key else b""
        except (OSError, CryptoError, ValueError) as error:  # ValueError: too short for a nonce
            raise ScanDamaged() from error
        if hashlib.sha256(data).digest() != sha256:
            raise ScanDamaged()
        return data

    def drop(self, sha256: bytes) -> None:
        """Delete a file, and its folder when nothing else is in it."""
        path = self._path(sha256)
        with disk_errors():
            for one in (path, path.with_suffix(_FRESH)):
                one.unlink(missing_ok=True)
            with suppress(OSError):  # others are in it
                path.parent.rmdir()

    def names(self) -> set[bytes]:
        """Return which files there are, whole or half; foreign ones are nobody's here."""
        found = set()
        for path in self._folder.glob("??/*"):
            with suppress(ValueError):
                if path.suffix in {_END, _FRESH} and len(path.stem) == 64:
                    found.add(bytes.fromhex(path.stem))
        return found

    def _is_whole(self, path: Path, sha256: bytes, key: bytes) -> bool:
        if not path.exists():
            return False
        try:
            self.read(sha256, key)
        except ScanDamaged:  # written anew
            return False
        return True

    def _path(self, sha256: bytes) -> Path:
        name = sha256.hex()
        return self._folder / name[:2] / f"{name}{_END}"
