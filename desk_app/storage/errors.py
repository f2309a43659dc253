"""Errors of the store in the desk's words; anything not named here is our bug and flies on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import sqlcipher3

from desk_app.domain.errors import DeskError, StorageBusy, StorageFull, StorageUnreadable

# Primary result codes, https://sqlite.org/rescode.html
_KNOWN: dict[int, type[DeskError]] = {
    5: StorageBusy,  # SQLITE_BUSY
    8: StorageUnreadable,  # SQLITE_READONLY
    10: StorageUnreadable,  # SQLITE_IOERR
    11: StorageUnreadable,  # SQLITE_CORRUPT
    13: StorageFull,  # SQLITE_FULL
    14: StorageUnreadable,  # SQLITE_CANTOPEN
    26: StorageUnreadable,  # SQLITE_NOTADB: a page that the key does not fit
}


@contextmanager
def known_errors() -> Iterator[None]:
    """Raise the DeskError that a SQLite error means; let every other one through."""
    try:
        yield
    except sqlcipher3.Error as error:
        kind = _KNOWN.get(getattr(error, "sqlite_errorcode", 0) & 0xFF) or _by_text(str(error))
        if kind is None:
            raise
        raise kind() from error


def _by_text(text: str) -> type[DeskError] | None:
    """Tell by the message: older wheels of sqlcipher3 give no result code."""
    for words, kind in (
        ("is locked", StorageBusy),
        ("is full", StorageFull),
        ("disk I/O", StorageUnreadable),
        ("malformed", StorageUnreadable),
        ("readonly", StorageUnreadable),
        ("unable to open", StorageUnreadable),
        ("not a database", StorageUnreadable),
    ):
        if words in text:
            return kind
    return None
