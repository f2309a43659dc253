"""The encrypted store (ports.Store): one file, one log, rows made from it."""

from __future__ import annotations

import json
import secrets
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import sqlcipher3
from sqlite_utils import Database

from desk_app.domain.code_pattern import check_pattern
from desk_app.domain.day_ports import CopyProof
from desk_app.domain.desk import Desk, desk_body
from desk_app.domain.errors import NotSendable, StorageUnreadable
from desk_app.domain.happening import TRAIL
from desk_app.domain.superior import Frame
from desk_app.storage import database as files
from desk_app.storage import event_log, projections
from desk_app.storage.books import StoreBooks
from desk_app.storage.catalogue import CatalogueTexts
from desk_app.storage.copying import copy_store
from desk_app.storage.errors import known_errors
from desk_app.storage.migrate import migrate
from desk_app.storage.reading import StoreReading
from wire.errors import WireError
from wire.event import Event
from wire.frame import pack, read_head
from wire.limits import EVENTS, FRAME_BYTES


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """What `doctor` found; every flag is True when all is well."""

    integrity: bool
    chain: bool
    projections: bool
    head: int


class Store:
    """Opened once with the raw key, used from any lane, closed when the desk is locked."""

    def __init__(
        self, path: Path, key: bytes, *, migrations: Path, catalogues: Path | Sequence[Path]
    ) -> None:
        self._connections = files.Connections(path, key)
        self._texts = CatalogueTexts(catalogues)
        self.never_on: int | None = None  # the thread that must not wait for a disk: the window's
        try:
            self._begin(migrations)
        except BaseException:
            self._connections.close()
            raise

    def _begin(self, migrations: Path) -> None:
        migrate(self._connections.here(), migrations)
        with known_errors():
            self._log_key = StoreReading(self._connections.here(), self._texts).log_key()

    @classmethod
    def create(
        cls,
        path: Path,
        key: bytes,
        *,
        migrations: Path,
        catalogues: Path | Sequence[Path],
        desk: Desk,
        log_key: bytes = b"",
        recovery_key: bytes = b"",
    ) -> Store:
        """Make a new store for `desk`, with a log key of its own unless its log is to come from the superior.

        `recovery_key` = the public half of what the recovery sheet's words give.

        Raises:
            NotOurStore: a file of that name exists.
            BadCasePattern: the desk's case codes could not be told apart.
        """
        check_pattern(desk.case_code_format, desk.agency_code)
        made = files.create(path, key)
        try:
            migrate(made, migrations)
            with _transaction(made):
                for name, value in (
                    ("desk", json.dumps(desk_body(desk), ensure_ascii=False).encode()),
                    ("log_key", log_key or secrets.token_bytes(32)),
                    ("recovery_key", recovery_key),
                ):
                    made.execute("insert into identity (name, value) values (?, ?)", [name, value])
        finally:
            made.conn.close()
        return cls(path, key, migrations=migrations, catalogues=catalogues)

    @contextmanager
    def reading(self) -> Iterator[StoreReading]:
        """Give what can be read, on this thread's connection; rows are read inside the block."""
        with known_errors(), self._used() as database:
            yield StoreReading(database, self._texts)

    @contextmanager
    def transaction(self) -> Iterator[StoreBooks]:
        """Begin immediately, commit with one fsync, roll back on any error."""
        with self._used() as database, _transaction(database):
            yield StoreBooks(database, self._texts, self._log_key)

    def frames_after(self, seq: int, *, most_bytes: int = 6144) -> list[Frame]:
        """Return the log after `seq` as frames that stand alone.

        Raises:
            NotSendable: naming the first event that no frame can carry.
        """
        with known_errors(), self._used() as database:
            events = list(event_log.events(database, after=seq, most=EVENTS))
        frames, taken = [], 0
        for data in _packed(events, most_bytes):
            head = read_head(data)
            part = events[taken : taken + head.count]
            taken += head.count
            cases = {e.case_code for e in part if e.case_code is not None and e.kind not in TRAIL}
            frames.append(
                Frame(first=head.first, last=head.last, head=head.head, data=data, cases=len(cases))
            )
        return frames

    def tidy(self) -> None:
        """Move what was committed from the write-ahead log into the file; never waits for a reader."""
        with known_errors(), self._used() as database:
            database.execute("pragma wal_checkpoint(passive)").fetchall()

    def rebuild(self) -> bool:
        """Make the projections anew from the log; True when the same rows came out."""
        with self._used() as database, _transaction(database):
            return projections.rebuild(database)

    def health(self) -> Health:
        """Check file, chain and projections without changing anything.

        Raises:
            DamagedLog: the file can be read, and says something else than was written.
        """
        with self._used() as database:
            return self._health(database)

    def _health(self, database: Database) -> Health:
        try:
            with known_errors():
                pages = database.execute("pragma cipher_integrity_check").fetchall()
                quick = database.execute("pragma quick_check").fetchall()
                head = event_log.check(database, self._log_key)
        except StorageUnreadable:
            return Health(integrity=False, chain=False, projections=False, head=0)
        return Health(
            integrity=not pages and [tuple(row) for row in quick] == [("ok",)],
            chain=True,
            projections=self._same_when_rebuilt(database),
            head=head,
        )

    def copy_to(self, path: Path) -> CopyProof:
        """Write an encrypted copy with the same key into a new file, and check it; see storage/copying.py."""
        with self._used() as database:
            return copy_store(database, path, self._connections.key)

    def close(self) -> None:
        """Close every connection; waits for what other threads are about."""
        self._connections.close()

    @contextmanager
    def _used(self) -> Iterator[Database]:
        assert threading.get_ident() != self.never_on, "the window's thread waits for no disk"
        with self._connections.used() as database:
            yield database

    def _same_when_rebuilt(self, database: Database) -> bool:
        with known_errors():
            database.execute("begin immediate")
            try:
                return projections.rebuild(database)
            except sqlcipher3.DatabaseError:  # a broken page of theirs
                return False
            finally:
                database.rollback()


def _packed(events: Sequence[Event], most_bytes: int) -> list[bytes]:
    try:
        return pack(events, most_bytes)
    except WireError as error:
        raise NotSendable(seq=next(event.seq for event in events if not _fits(event))) from error


def _fits(event: Event) -> bool:
    try:
        pack([event], FRAME_BYTES)
    except WireError:
        return False
    return True


@contextmanager
def _transaction(database: Database) -> Iterator[None]:
    with known_errors():
        database.execute("begin immediate")
        try:
            yield
            database.commit()
        except BaseException:
            database.rollback()
            raise
