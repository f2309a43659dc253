"""A desk and a superior's ledger in one process, a line between them, a stick, and a disk that fails when it is told to."""

from __future__ import annotations

import errno
import secrets
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa

from desk_app.domain.errors import SuperiorBehind
from desk_app.domain.superior import Enrolment
from desk_app.machine.paths import brought
from desk_app.machine.stick import Disk, UsbStick
from desk_app.services.sync_round import sync_now
from desk_app.services.usb_export import usb_export
from desk_app.services.usb_import import usb_import
from desk_app.sync.asking import Heard
from desk_app.sync.parcels import SealedParcels
from desk_app.sync.superior_api import acknowledgement_of
from district_server import desks, exchange, usb
from district_server.catalogue_file import read_catalogue
from district_server.errors import Gap
from district_server.ledger import Ledger, case_record, desk, event, item, look_up
from district_server.operators.catalogues import publish
from wire.enrolment import code_key, sealed
from wire.exchange import pack_answer
from wire.signatures import box_public_key, bytes_of, public_key, sign_answer, text_of

NOW = datetime.fromisoformat("2026-11-23T16:45:00+07:00")
NAME = "H56.22.17/1"


def superior(folder: Path) -> Ledger:
    """Return a ledger with the catalogue published."""
    made = Ledger(folder)
    with made.act() as connection:
        publish(connection, read_catalogue(brought("resources") / "catalogue" / "1.json"))
    return made


def pair(store, ledger: Ledger, name: str = NAME) -> Enrolment:
    """Make a desk and its superior known to each other, as an enrolment slip does."""
    agency, number = name.split("/")
    code = desks.new_enrolment(ledger, agency, int(number), "UBND xã Tân Lập", NOW)
    with store.reading() as reading:
        log_key = reading.log_key()
    signing, box = secrets.token_bytes(32), secrets.token_bytes(32)
    keys = {"ed25519": public_key(signing), "x25519": box_public_key(box), "log_key": log_key}
    message = sealed(code_key(code), {"desk": name} | {key: text_of(value) for key, value in keys.items()})
    theirs = desks.enrol(ledger, message, NOW)
    made = Enrolment(
        url="http://127.0.0.1", agency_code=agency, desk=int(number), signing_key=signing, box_key=box,
        superior_key=bytes_of(theirs["ed25519"]), superior_box_key=bytes_of(theirs["x25519"]),
    )  # fmt: skip
    with store.transaction() as books:
        books.keep_enrolment(made)
    return made


@dataclass
class LineTo:
    """The line without HTTP (ports.Superior): the ledger's own answers, signed and checked."""

    ledger: Ledger

    def head(self, enrolment, counter):
        return self._answer(enrolment, counter, 0)

    def exchange(self, enrolment, counter, frames, cursor, sent):
        try:
            exchange.take_frames(self.ledger, NAME, [frame.data for frame in frames])
        except Gap as error:
            raise SuperiorBehind() from error
        return self._answer(enrolment, counter, cursor)

    def _answer(self, enrolment, counter, cursor):
        given = exchange.answer(self.ledger, NAME, cursor, NOW)
        body = pack_answer(given)
        signature = sign_answer(
            self.ledger.key("signing"), NAME, counter, given.seq, given.hash, given.server_time, body
        )
        return acknowledgement_of(enrolment, counter, Heard(body=body, signature=signature))


def export(
    folder: Path, store, clock, *, disk: Disk | None = None, told=lambda _copying: None, stopped=lambda: False
):
    """Copy to a stick; return the file."""
    made = usb_export(
        folder, store=store, parcels=SealedParcels(), stick=UsbStick(disk), clock=clock, told=told, stopped=stopped
    )  # fmt: skip
    return folder / made.name


def take(ledger: Ledger, file: Path):
    """Import a file at the superior; return what it did and the acknowledgement, beside the file."""
    done = usb.import_file(ledger, file, NOW)
    ack = file.parent / done.ack_name
    ack.write_bytes(done.ack)
    return done, ack


def back(file: Path, store, clock):
    """Read an acknowledgement at the desk."""
    return usb_import(file, store=store, parcels=SealedParcels(), stick=UsbStick(), clock=clock)


def head(ledger: Ledger, name: str = NAME) -> tuple[int, bytes]:
    """Return up to where the superior holds a desk's log."""
    with ledger.act() as connection:
        row = connection.execute(sa.select(desk.c.seq, desk.c.hash).where(desk.c.desk == name)).first()
    return (row.seq, bytes(row.hash)) if row else (0, b"")


def held(ledger: Ledger) -> list[list[tuple]]:
    """Return all that the superior made of what it was sent."""
    tables = (event, case_record, look_up, item)
    with ledger.act() as connection:
        return [
            [tuple(row) for row in connection.execute(sa.select(*table.c).order_by(*table.primary_key))]
            for table in tables
        ]


class FailingDisk(Disk):
    """A real folder whose `nth` call to the system fails with `code`; `gone`: and every one after it."""

    def __init__(self, nth: int, code: int = errno.EIO, *, gone: bool = False) -> None:
        self.nth, self.code, self.gone = nth, code, gone
        self.calls = 0

    def __getattribute__(self, name):
        found = super().__getattribute__(name)
        if name not in {"open", "write", "sync", "forget", "read", "rename", "sync_folder", "unlink"}:
            return found
        self.calls += 1
        if self.calls == self.nth or (self.gone and self.calls > self.nth):
            raise OSError(self.code, name)
        return found


def state(store):
    """Return what the desk tells of its exchange."""
    with store.reading() as reading:
        return reading.sync_state()


def own_head(store):
    """Return seq and hash of the last event of the desk's own log."""
    with store.reading() as reading:
        seq = reading.sync_state().acknowledged_seq + reading.sync_state().pending_events
        return seq, reading.hash_at(seq)


def send(store, ledger, clock):
    """Exchange over the line."""
    return sync_now(store=store, superior=LineTo(ledger), clock=clock, progress=lambda _progress: None)
