"""Where the superior keeps what desks sent: SQLAlchemy Core, SQLite by default."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from district_server.append_only import forbid_changes

metadata = sa.MetaData()

server_key = sa.Table(
    "server_key", metadata, sa.Column("name", sa.Text, primary_key=True), sa.Column("value", sa.LargeBinary)
)
enrolment_code = sa.Table(
    "enrolment_code",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("desk", sa.Text, nullable=False, index=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("key", sa.LargeBinary, nullable=False),
    sa.Column("expires_at", sa.Text, nullable=False),
    sa.Column("wrong", sa.Integer, nullable=False, default=0),
    sa.Column("used_at", sa.Text),
)
desk = sa.Table(
    "desk",
    metadata,
    sa.Column("desk", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),  # of the commune: where results are collected
    sa.Column("ed25519", sa.LargeBinary, nullable=False),
    sa.Column("x25519", sa.LargeBinary, nullable=False),
    sa.Column("log_key", sa.LargeBinary, nullable=False),
    sa.Column("counter", sa.BigInteger, nullable=False, default=0),
    sa.Column("seq", sa.BigInteger, nullable=False, default=0),
    sa.Column("hash", sa.LargeBinary, nullable=False),
    sa.Column("enrolled_at", sa.Text, nullable=False),
    sa.Column("revoked_at", sa.Text),
    sa.Column("last_contact", sa.Text),  # when it was last answered
)
event = sa.Table(
    "event",
    metadata,
    sa.Column("desk", sa.Text, primary_key=True),
    sa.Column("seq", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("case_code", sa.Text),
    sa.Column("at", sa.Text, nullable=False),
    sa.Column("staff", sa.Text, nullable=False),
    sa.Column("body", sa.LargeBinary, nullable=False),
    sa.Column("body_digest", sa.LargeBinary, nullable=False),
    sa.Column("prev_hash", sa.LargeBinary, nullable=False),
    sa.Column("hash", sa.LargeBinary, nullable=False),
)
case_record = sa.Table(
    "case_record",
    metadata,
    sa.Column("desk", sa.Text, primary_key=True),
    sa.Column("case_code", sa.Text, primary_key=True, index=True),
    sa.Column("received_seq", sa.BigInteger, nullable=False),
    sa.Column("procedure_code", sa.Text, nullable=False),
    sa.Column("state", sa.Integer, nullable=False),  # the national TrangThaiHoSo
    sa.Column("received_at", sa.Text, nullable=False),
    sa.Column("due_at", sa.Text),
    sa.Column("completed_at", sa.Text),
    sa.Column("returned_at", sa.Text),
)
look_up = sa.Table(  # all that the citizens' page reads; nothing here names a person
    "look_up",
    metadata,
    sa.Column("case_code", sa.Text, primary_key=True),
    sa.Column("desk", sa.Text, nullable=False),  # whose case it is, where two gave the number
    sa.Column("procedure_name", sa.Text, nullable=False),
    sa.Column("state", sa.Integer, nullable=False),
    sa.Column("due_at", sa.Text),
    sa.Column("collect_at", sa.Text, nullable=False),
    sa.Column("code_mac", sa.LargeBinary, nullable=False),
    sa.Column("phone_mac", sa.LargeBinary),
)
look_up_try = sa.Table(
    "look_up_try",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("at", sa.Text, nullable=False),
    sa.Column("who", sa.LargeBinary, nullable=False, index=True),  # mac of the address, or of the case
)
item = sa.Table(
    "item",
    metadata,
    sa.Column("cursor", sa.Integer, primary_key=True),
    sa.Column("desk", sa.Text, nullable=False, index=True),
    sa.Column("seq", sa.BigInteger, nullable=False),
    sa.Column("code", sa.Text, nullable=False),
    sa.Column("sentence", sa.Text, nullable=False),
    sa.Column("who_acts", sa.Text, nullable=False),
)
procedure = sa.Table(
    "procedure",
    metadata,
    sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("code", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
)
parcel = (
    sa.Table(  # files that came on a stick: the same again is told, another under its number is a copied desk
        "parcel",
        metadata,
        sa.Column("desk", sa.Text, primary_key=True),
        sa.Column("key", sa.LargeBinary, primary_key=True),  # Ed25519: a desk enrolled anew counts anew
        sa.Column("counter", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("digest", sa.LargeBinary, nullable=False),
        sa.Column("first", sa.BigInteger, nullable=False),
        sa.Column("last", sa.BigInteger, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
    )
)
scan = sa.Table(  # which scans the desks' events name
    "scan",
    metadata,
    sa.Column("desk", sa.Text, primary_key=True),
    sa.Column("seq", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("case_code", sa.Text, nullable=False),
    sa.Column("sha256", sa.LargeBinary, nullable=False),
    sa.Column("size", sa.Integer, nullable=False),
    sa.Column("removed_seq", sa.BigInteger),
    sa.Index("scan_by_hash", "desk", "sha256"),
)
scan_content = sa.Table(  # what of them has come
    "scan_content",
    metadata,
    sa.Column("desk", sa.Text, primary_key=True),
    sa.Column("sha256", sa.LargeBinary, primary_key=True),
    sa.Column("size", sa.Integer, nullable=False),
    sa.Column("held", sa.Integer, nullable=False),
    sa.Column("wrong", sa.Integer, nullable=False),  # how often all bytes came and were others
    sa.Column("whole_at", sa.Text),
)
scan_part = sa.Table(
    "scan_part",
    metadata,
    sa.Column("desk", sa.Text, primary_key=True),
    sa.Column("sha256", sa.LargeBinary, primary_key=True),
    sa.Column("start", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("data", sa.LargeBinary, nullable=False),
)


procedure_field = sa.Table(  # lĩnh vực of a published procedure: the national export names it
    "procedure_field",
    metadata,
    sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("code", sa.Text, primary_key=True),
    sa.Column("field_code", sa.Text, nullable=False),
    sa.Column("field", sa.Text, nullable=False),
)
settled = sa.Table(  # refusals that the superior's side has dealt with
    "settled",
    metadata,
    sa.Column("desk", sa.Text, primary_key=True),
    sa.Column("seq", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("operator", sa.Text, nullable=False),
    sa.Column("at", sa.Text, nullable=False),
    sa.Column("note", sa.Text, nullable=False),
)
operator = sa.Table(
    "operator",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("passphrase", sa.Text, nullable=False),  # Argon2id with its parameters
    sa.Column("roles", sa.Text, nullable=False),  # words with commas
    sa.Column("made_at", sa.Text, nullable=False),
    sa.Column("ended_at", sa.Text),
)
operator_try = (
    sa.Table(  # wrong sign-ins, also under names that nobody has: else the lock would tell which exist
        "operator_try",
        metadata,
        sa.Column("who", sa.LargeBinary, primary_key=True),  # mac of the name, or of the address
        sa.Column("wrong", sa.Integer, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("locked_until", sa.Text),
    )
)
operator_session = sa.Table(
    "operator_session",
    metadata,
    sa.Column("digest", sa.LargeBinary, primary_key=True),  # SHA-256 of what the cookie says
    sa.Column("operator", sa.Text, nullable=False, index=True),
    sa.Column("opened_at", sa.Text, nullable=False),
    sa.Column("seen_at", sa.Text, nullable=False),
)
operator_act = sa.Table(  # append-only: a trigger forbids every change (operators/acts.py)
    "operator_act",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("at", sa.Text, nullable=False),
    sa.Column("operator", sa.Text, nullable=False),
    sa.Column("address", sa.Text, nullable=False),
    sa.Column("act", sa.Text, nullable=False),
    sa.Column("about", sa.Text, nullable=False),
)
operator_file = sa.Table(  # what an operator brought or is to take away, for an hour
    "operator_file",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("operator", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("at", sa.Text, nullable=False),
    sa.Column("content", sa.LargeBinary, nullable=False),
)
forbid_changes(operator_act)


class Ledger:
    """One database; every act is one transaction."""

    def __init__(self, folder: Path) -> None:
        self._engine = sa.create_engine(f"sqlite:///{_private(folder)}")
        _prepare_sqlite(self._engine)
        metadata.create_all(self._engine)
        with self.act() as connection:
            for name in ("signing", "box", "look_up"):
                _make_key(connection, name)

    @contextmanager
    def act(self) -> Iterator[sa.Connection]:
        """Begin, commit at the end, roll back on any error."""
        with self._engine.begin() as connection:
            yield connection

    def key(self, name: str) -> bytes:
        """Return one of the superior's own keys: signing, box, look_up."""
        with self.act() as connection:
            return bytes(
                connection.execute(
                    sa.select(server_key.c.value).where(server_key.c.name == name)
                ).scalar_one()
            )

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()


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
    for kept in (path, path.with_name("superior.db-wal"), path.with_name("superior.db-shm")):
        if kept.exists():
            kept.chmod(0o600)
    return path


def _make_key(connection: sa.Connection, name: str) -> None:
    found = connection.execute(sa.select(server_key.c.name).where(server_key.c.name == name)).first()
    if found is None:
        connection.execute(sa.insert(server_key), {"name": name, "value": secrets.token_bytes(32)})


def _prepare_sqlite(engine: sa.Engine) -> None:
    """Begin immediately and sync fully: an acknowledged frame must outlive a power cut."""

    @sa.event.listens_for(engine, "connect")
    def _open(connection: Any, _record: object) -> None:  # noqa: ANN401 - sqlite3's own
        connection.isolation_level = None
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "busy_timeout = 10000"):
            connection.execute(f"pragma {pragma}")

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql("begin immediate")
