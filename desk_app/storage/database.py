"""Connections to the encrypted file: one a thread, opened with the raw key, kept until the store is closed."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3
from sqlite_utils import Database

from desk_app.domain.errors import NoStore, NotOurStore, StoreLocked
from desk_app.storage.errors import known_errors

BUSY_S = 5.0
LONGEST_USE_S = (
    60.0  # a copy of a large store; beyond it something hangs, and the desk is locked all the same
)


class Connections:
    """Gives each thread its own connection and closes all of them at the end.

    The last connection to close checkpoints the log of a WAL store (5 syncs), so they are kept open. Kept by the
    thread's number and not in a threading.local: a thread of Qt's is a new one to Python in every job, and each
    would leave two open files behind until there are no more.
    """

    def __init__(self, path: Path, key: bytes) -> None:
        self._path, self.key = path, key
        self._of_thread: dict[int, Database] = {}
        self._closed = False
        self._guard = threading.Lock()
        self._idle = threading.Condition()
        self._users: Counter[int] = Counter()  # by thread, how often within itself

    @contextmanager
    def used(self) -> Iterator[Database]:
        """Give this thread's connection, which close() leaves open as long: SQLite dies of a handle that goes in use.

        Raises:
            StoreLocked: close() was called, and this thread had not begun before.
        """
        me = threading.get_ident()
        with self._idle:
            if not self._users[me]:
                self._check_open()
            self._users[me] += 1
        try:
            yield self._of_thread.get(me) or self.here()
        finally:
            with self._idle:
                self._users[me] -= 1
                if not self._users[me]:
                    del self._users[me]
                self._idle.notify_all()

    def here(self) -> Database:
        """Return this thread's connection, opened at first use.

        Raises:
            StoreLocked: close() was called; a lane that still runs must not open the desk again.
        """
        self._check_open()
        found = self._of_thread.get(threading.get_ident())
        if found is None:
            found = connect(self._path, self.key)
            with self._guard:
                self._of_thread[threading.get_ident()] = found
                if self._closed:  # meanwhile
                    found.conn.close()
            self._check_open()
        return found

    def _check_open(self) -> None:
        if self._closed:
            raise StoreLocked()

    def close(self) -> None:
        """Close every connection, for good, once no other thread is using its own; nobody can begin meanwhile."""
        me = threading.get_ident()
        with self._idle:
            self._closed = True
            self._idle.wait_for(lambda: not set(self._users) - {me}, LONGEST_USE_S)
        with self._guard:
            for database in self._of_thread.values():
                database.conn.close()
            self._of_thread.clear()


def connect(path: Path, key: bytes) -> Database:
    """Open the store's file with its raw 32-byte key.

    Raises:
        NoStore: there is no file.
        NotOurStore: it is empty, another file, or has another key.
    """
    if not path.exists():
        raise NoStore(path=path)
    if path.stat().st_size == 0:  # SQLite would take it for a new store
        raise NotOurStore(path=path)
    return _open(path, key)


def create(path: Path, key: bytes) -> Database:
    """Make a new store's file; one that is there already is not touched.

    Raises:
        NotOurStore: something of that name exists.
    """
    if path.exists():
        raise NotOurStore(path=path)
    return _open(path, key)


def _open(path: Path, key: bytes) -> Database:
    with known_errors():
        # checked by hand: a lane's connection is used on its thread and closed by close() on another
        connection = sqlcipher3.connect(
            str(path), isolation_level=None, timeout=BUSY_S, check_same_thread=False
        )
        try:
            for pragma in (
                "cipher_log_level = NONE",  # else a wrong key writes to standard error
                f"key = \"x'{key.hex()}'\"",
                "journal_mode = WAL",
                "synchronous = FULL",
                "foreign_keys = ON",
                "cache_size = -64000",  # KiB, taken as needed; a page that falls out is deciphered again
                "wal_autocheckpoint = 0",  # a checkpoint in the middle of a case stalled a slow disk for 5.8 s
            ):
                connection.execute(f"pragma {pragma}")
        except sqlcipher3.DatabaseError as error:
            connection.close()
            if "not a database" in str(error):
                raise NotOurStore(path=path) from error
            raise
        except BaseException:
            connection.close()
            raise
    # recursive triggers: else REPLACE passes the triggers by
    return Database(connection, execute_plugins=False, recursive_triggers=True)
