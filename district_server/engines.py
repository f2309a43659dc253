"""The engine under the ledger: SQLite in a folder of its own, or PostgreSQL by its address."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import psycopg
import sqlalchemy as sa
from psycopg import sql

from district_server.errors import CannotServe

POSTGRESQL = "postgresql+psycopg"
CONNECTIONS, MORE = 8, 8  # of one process: kept, and at most beside them when many ask at once
CONNECT_S = 10


def read_place(text: str) -> str:
    """Return the address of a database: `text` itself, or the first line of the file that it names.

    Raises:
        CannotServe: neither.
    """
    if "://" not in text:
        try:
            text = Path(text).read_text(encoding="utf-8").partition("\n")[0].strip()
        except (OSError, UnicodeDecodeError) as error:
            raise CannotServe(f"Không đọc được tệp {text}; hãy kiểm tra --database.") from error
    try:
        driver = sa.make_url(text).drivername
    except sa.exc.ArgumentError:
        driver = ""
    if driver != POSTGRESQL:
        raise CannotServe(
            f"--database cần địa chỉ như {POSTGRESQL}://user@host/dbname, hoặc tệp có địa chỉ ấy ở dòng đầu."
        )
    return text


def shown(place: Path | str) -> str:
    """Return a place as a sentence may name it: without its password."""
    return str(place) if isinstance(place, Path) else sa.make_url(place).render_as_string(hide_password=True)


def open_engine(place: Path | str) -> sa.Engine:
    """Return the engine of a folder (SQLite) or of an address (PostgreSQL); nothing is asked of it yet."""
    if isinstance(place, Path):
        engine = sa.create_engine(f"sqlite:///{_private(place)}", hide_parameters=True)
        _prepare_sqlite(engine)
        return engine
    return sa.create_engine(
        place,
        hide_parameters=True,  # else an error's text holds citizens
        pool_size=CONNECTIONS,
        max_overflow=MORE,
        pool_pre_ping=True,  # a database that was restarted is met by a new connection, not by an error
        connect_args={"connect_timeout": CONNECT_S, "application_name": "district-server"},
    )


def hold(connection: sa.Connection, what: bytes) -> None:
    """Let one transaction at a time pass here with this `what` (at least 8 bytes), until it ends.

    For counts that no row stands for. On SQLite every transaction is alone anyway.
    """
    if connection.dialect.name == "postgresql":
        number = int.from_bytes(what[:8], "big", signed=True)
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(number)))


def put_rows(
    connection: sa.Connection, table: sa.Table, columns: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    """Insert rows, each with a value for every one of `columns`.

    PostgreSQL takes them as one COPY: a row alone costs it and us five times as much.

    Raises:
        sqlalchemy.exc.DBAPIError: as an insert does; of its kinds IntegrityError, DataError, OperationalError.
    """
    if connection.dialect.name != "postgresql":
        named = [dict(zip(columns, row, strict=True)) for row in rows]
        connection.execute(sa.insert(table), named)
        return
    said = [
        column.type.process_bind_param if isinstance(column.type, sa.TypeDecorator) else None
        for column in (table.c[name] for name in columns)
    ]
    changed = [(n, say) for n, say in enumerate(said) if say is not None]
    copied = sql.SQL("copy {} ({}) from stdin").format(
        sql.Identifier(table.name), sql.SQL(", ").join(map(sql.Identifier, columns))
    )
    driver = connection.connection.driver_connection
    assert isinstance(driver, psycopg.Connection)
    try:
        with driver.cursor() as cursor, cursor.copy(copied) as copy:
            for row in rows:
                plain = list(row)
                for n, say in changed:
                    plain[n] = say(plain[n], connection.dialect)
                copy.write_row(plain)
    except psycopg.Error as error:  # our callers tell the kinds apart as SQLAlchemy names them
        raise sa.exc.DBAPIError.instance(None, None, error, psycopg.Error, hide_parameters=True) from error


def would_do_again(error: sa.exc.DBAPIError) -> bool:
    """Return whether the engine ended a transaction only for the sake of another: the same again can succeed."""
    return getattr(error.orig, "sqlstate", "") in {"40P01", "40001"}  # deadlock, serialization failure


def _private(folder: Path) -> Path:
    """Return the database's file, readable by its owner alone: it holds keys, and citizens in the clear.

    SQLite gives -wal and -shm the mode of the file. A folder that was there before may be somebody's:
    it is closed only when the database is in it.
    """
    path = folder / "superior.db"
    if not folder.exists():
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
    elif path.exists():
        folder.chmod(0o700)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    beside = (path.with_name("superior.db-wal"), path.with_name("superior.db-shm"))
    if _is_put_back(path):
        for kept in beside:
            if kept.exists():
                kept.replace(kept.with_name(f"{kept.name}.before"))
    for kept in (path, *beside):
        if kept.exists():
            kept.chmod(0o600)
    return path


def _is_put_back(path: Path) -> bool:
    """Return whether the file is a copy of `backup` that nobody has opened since: bytes 18 and 19 say "no WAL".

    What a killed server left beside it would be replayed into the copy, and spoil it.
    """
    with path.open("rb") as file:
        head = file.read(20)
    return head[18:] == b"\x01\x01"


def _prepare_sqlite(engine: sa.Engine) -> None:
    """Begin immediately and sync fully: an acknowledged frame must outlive a power cut."""

    @sa.event.listens_for(engine, "connect")
    def _open(connection: Any, _record: object) -> None:  # noqa: ANN401 - sqlite3's own
        connection.isolation_level = None
        # to change the journal waits for others too, and without patience it fails at once
        for pragma in ("busy_timeout = 10000", "journal_mode = WAL", "synchronous = FULL"):
            connection.execute(f"pragma {pragma}")

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql("begin immediate")
