"""Where the superior keeps what desks sent: SQLAlchemy Core, the same statements on SQLite and PostgreSQL."""

from __future__ import annotations

import random
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import sqlalchemy as sa

from district_server.append_only import forbid_changes
from district_server.engines import open_engine, would_do_again
from district_server.errors import CannotServe
from district_server.numbers import agency_of
from district_server.schema import bring_on

PARTITIONS = 32
TRIES = 10  # of a transaction that the engine ends for the sake of another
PAUSE_S, LONGEST_PAUSE_S = 0.05, 1.0  # at most, before the second; each later one may wait twice as long
Given = TypeVar("Given")


class AnyText(sa.TypeDecorator[str]):
    """Text of a desk's own making: PostgreSQL holds no NUL, and no text may keep a log from being stored."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: sa.Dialect) -> str | None:
        if value is None or not ("\0" in value or "\ufffe" in value):
            return value
        return value.replace("\ufffe", "\ufffe1").replace("\0", "\ufffe0")

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> str | None:
        if value is None or "\ufffe" not in value:
            return value
        return value.replace("\ufffe0", "\0").replace("\ufffe1", "\ufffe")


metadata = sa.MetaData()
schema_version = sa.Table(
    "schema_version", metadata, sa.Column("number", sa.Integer, primary_key=True, autoincrement=False)
)

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
    sa.Column("asked", sa.Text),  # purpose and mac of the message that used it: only that is answered again
    sa.Column("given", sa.Text),  # canonical JSON of what was answered beside our half
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
half_frame = sa.Table(  # the beginning of a frame that a cut left: one a desk at most, replaced by the next
    "half_frame",
    metadata,
    sa.Column("desk", sa.Text, primary_key=True),
    sa.Column("digest", sa.LargeBinary, nullable=False),  # SHA-256 of the whole frame
    sa.Column("data", sa.LargeBinary, nullable=False),
)
event = sa.Table(  # to be asked by `log_of`: by the desk alone all partitions are looked into
    "event",
    metadata,
    sa.Column("commune", sa.Text, nullable=False),  # the desk's agency: what the partitions go by
    sa.Column("desk", sa.Text, nullable=False),
    sa.Column("seq", sa.BigInteger, nullable=False),
    sa.Column("kind", AnyText, nullable=False),
    sa.Column("case_code", AnyText),
    sa.Column("at", AnyText, nullable=False),
    sa.Column("staff", AnyText, nullable=False),
    sa.Column("body", sa.LargeBinary, nullable=False),
    sa.Column("body_digest", sa.LargeBinary, nullable=False),
    sa.Column("prev_hash", sa.LargeBinary, nullable=False),
    sa.Column("hash", sa.LargeBinary, nullable=False),
    sa.PrimaryKeyConstraint("desk", "seq", "commune"),  # in this order a log is found by its desk as well
    sa.Index("event_by_case", "desk", "case_code", "seq"),
    postgresql_partition_by="HASH (commune)",
)
for _n in range(PARTITIONS):
    sa.event.listen(
        event,
        "after_create",
        sa.DDL(  # type: ignore[no-untyped-call]
            f"create table event_{_n:02} partition of event"
            f" for values with (modulus {PARTITIONS}, remainder {_n})"
        ).execute_if(dialect="postgresql"),
    )
case_record = sa.Table(
    "case_record",
    metadata,
    sa.Column("desk", sa.Text, primary_key=True),
    sa.Column("case_code", AnyText, primary_key=True, index=True),
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
    sa.Column("case_code", AnyText, primary_key=True),
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
    sa.Column("case_code", AnyText, nullable=False),
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
word = sa.Table(  # what an item says that is no refusal; an item of the desk "*" is for all
    "word",
    metadata,
    sa.Column("cursor", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("body", sa.Text, nullable=False),  # canonical JSON
    sa.Column("series", sa.Text, index=True),  # of a published thing: who gets it and what it is
    sa.Column("effective_from", sa.Text),  # from then on it stands for all before it in its series
    sa.Column("until", sa.Text),  # a day after which nobody needs to be told
)
thing = sa.Table(
    "thing",
    metadata,
    sa.Column("sha256", sa.Text, primary_key=True),
    sa.Column("content", sa.LargeBinary, nullable=False),
)
recovery_key = sa.Table(  # the public keys of a desk's recovery sheets: its log key is sealed to them
    "recovery_key",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("desk", sa.Text, nullable=False, index=True),
    sa.Column("key", sa.LargeBinary, nullable=False),
)
recovery_grant = sa.Table(  # by the key of the code and not by its id, which SQLite gives again
    "recovery_grant",
    metadata,
    sa.Column("code", sa.LargeBinary, primary_key=True),
    sa.Column("needs_sheet", sa.Boolean, nullable=False),
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

    def __init__(self, place: Path | str) -> None:
        """Open a folder (SQLite) or the address of a database (PostgreSQL); its tables are made where missing.

        Raises:
            CannotServe: a newer server made it.
        """
        self._engine = open_engine(place)
        try:
            with self.act() as connection:
                bring_on(connection, metadata, schema_version)
                for name in ("signing", "box", "look_up"):
                    _make_key(connection, name)
                rows = connection.execute(sa.select(server_key.c.name, server_key.c.value))
                self._keys = {row.name: bytes(row.value) for row in rows}
        except (CannotServe, sa.exc.SQLAlchemyError):
            self.close()
            raise

    @contextmanager
    def act(self) -> Iterator[sa.Connection]:
        """Begin, commit at the end, roll back on any error."""
        with self._engine.begin() as connection:
            yield connection

    def run(self, deed: Callable[[sa.Connection], Given]) -> Given:
        """Return what `deed` gives within one transaction; done anew when the engine ended it for another's sake."""
        for tries in range(TRIES - 1):
            try:
                with self.act() as connection:
                    return deed(connection)
            except sa.exc.DBAPIError as error:
                if not would_do_again(error):
                    raise
            time.sleep(
                random.uniform(0, PAUSE_S * 2**tries)
            )  # at once again, it would meet the same ones again
        with self.act() as connection:
            return deed(connection)

    def ask(self) -> None:
        """Insist that the database answers."""
        with self._engine.connect() as connection:
            connection.execute(sa.select(server_key.c.name)).first()

    def key(self, name: str) -> bytes:
        """Return one of the superior's own keys, the same in every process: signing, which may change; box, look_up."""
        if name != "signing":
            return self._keys[name]
        with self.act() as connection:  # another command may change it while we serve
            return bytes(
                connection.execute(
                    sa.select(server_key.c.value).where(server_key.c.name == name)
                ).scalar_one()
            )

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()


def log_of(name: str) -> sa.ColumnElement[bool]:
    """Return what picks the events of one desk: in its commune's partition, by the key."""
    return sa.and_(event.c.commune == agency_of(name), event.c.desk == name)


def _make_key(connection: sa.Connection, name: str) -> None:
    found = connection.execute(sa.select(server_key.c.name).where(server_key.c.name == name)).first()
    if found is None:
        connection.execute(sa.insert(server_key), {"name": name, "value": secrets.token_bytes(32)})
