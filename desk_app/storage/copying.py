"""An encrypted copy of the store in a new file, opened again before anybody calls it a copy."""

from __future__ import annotations

import os
from pathlib import Path

import sqlcipher3
from sqlite_utils import Database

from desk_app.domain.day_ports import CopyProof
from desk_app.domain.errors import CopyNotWhole, StorageUnreadable
from desk_app.storage import event_log
from desk_app.storage.errors import known_errors


def copy_store(source: Database, path: Path, key: bytes) -> CopyProof:
    """Copy in one step (a copy by parts beside a writer begins anew at each commit and never ends); then check.

    The copy has the source's key, so its key slots open it. Commits go on meanwhile.

    Raises:
        CopyNotWhole: what was read back is not what was written.
        StorageFull, StorageUnreadable: the place refuses.
    """
    with known_errors():
        before = event_log.head(source)
        target = _open(path, key)
        try:
            source.conn.backup(target, pages=-1)
        finally:
            target.close()
    _to_disk(path)
    return check_copy(path, key, source, before)


def check_copy(path: Path, key: bytes, source: Database, before: tuple[int, bytes, str]) -> CopyProof:
    """Open a copy and compare it with its source, whose log had the head `before` when the copy began.

    Raises:
        CopyNotWhole: a page, a table or the log is not what it was.
    """
    try:
        with known_errors():
            return _checked(path, key, source, before)
    except StorageUnreadable as error:  # the copy, not the store: that one was read a moment ago
        raise CopyNotWhole() from error


def _checked(path: Path, key: bytes, source: Database, before: tuple[int, bytes, str]) -> CopyProof:
    copy = _open(path, key)
    try:
        copy.execute("pragma query_only = ON")
        pages = copy.execute("pragma cipher_integrity_check").fetchall()
        quick = copy.execute("pragma quick_check").fetchall()
        database = Database(copy, execute_plugins=False)
        seq, digest, _ = event_log.head(database)
        same = (
            seq >= before[0]
            and event_log.hash_at(database, before[0]) == before[1]
            and event_log.hash_at(source, seq) == digest
        )
    finally:
        copy.close()
    if pages or [tuple(row) for row in quick] != [("ok",)] or not same:
        raise CopyNotWhole()
    return CopyProof(head_seq=seq, head_hash=digest, size=path.stat().st_size)


def _open(path: Path, key: bytes) -> sqlcipher3.Connection:
    connection = sqlcipher3.connect(str(path), isolation_level=None)
    for pragma in (
        "cipher_log_level = NONE",
        f"key = \"x'{key.hex()}'\"",
        "locking_mode = EXCLUSIVE",  # no -shm file: a memory stick or a shared folder may not map one
        "synchronous = FULL",
    ):
        connection.execute(f"pragma {pragma}")
    return connection


def _to_disk(path: Path) -> None:
    """Bring the file to its disk, and let the check read the disk and not what memory remembers of it."""
    try:
        with path.open("rb+") as file:
            os.fsync(file.fileno())
            if hasattr(os, "posix_fadvise"):
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    except OSError as error:
        raise StorageUnreadable() from error
