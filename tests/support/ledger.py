"""The superior's ledger in this process, and logs to give to it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import sqlalchemy as sa
from support.engines import place_of

from district_server import exchange, ledger
from district_server.ledger import Ledger
from wire.canonical import canonical
from wire.event import FIRST_PREVIOUS, Event, next_event
from wire.frame import encode
from wire.signatures import public_key

NOW = datetime.fromisoformat("2026-11-23T08:00:00+07:00")
FIRST, SECOND, OTHER = "H56.22.17/1", "H56.22.17/2", "H56.22.18/2"
CODE = "H56.22.17-261123-5001"
RECEIVED = {
    "procedure": "1.001193",
    "catalogue": 1,
    "applicant": {"name": "Nguyễn Thị Minh Đức", "phone": "0912345678"},
    "return_method": "desk",
    "due_at": "2026-11-23T17:00:00+07:00",
}


def log_key(desk: str) -> bytes:
    """Return the log key of a desk that `open_ledger` made known."""
    return desk.encode().ljust(32, b"-")


def seed(desk: str) -> bytes:
    """Return the signing seed of a desk that `open_ledger` made known."""
    return desk.encode().ljust(32, b"+")


def open_ledger(folder: Path, *desks: str) -> Ledger:
    """Return a ledger that knows these desks and version 1 of a catalogue with one procedure."""
    return know(Ledger(place_of(folder)), *desks)


def know(made: Ledger, *desks: str) -> Ledger:
    """Return a ledger that has only been made, now with these desks and the catalogue."""
    with made.act() as connection:
        for desk in desks or (FIRST, SECOND, OTHER):
            row = {
                "desk": desk, "name": f"UBND xã của {desk}", "ed25519": public_key(seed(desk)), "x25519": bytes(32),
                "log_key": log_key(desk), "counter": 0, "seq": 0, "hash": FIRST_PREVIOUS, "enrolled_at": "",
            }  # fmt: skip
            connection.execute(sa.insert(ledger.desk), row)
        connection.execute(
            sa.insert(ledger.procedure), {"version": 1, "code": "1.001193", "name": "Đăng ký khai sinh"}
        )
    return made


def log(
    *rows, desk: str = FIRST, after: tuple[int, bytes] = (0, FIRST_PREVIOUS), at: str = ""
) -> list[Event]:
    """Return a desk's events of (kind, case code, body)."""
    events = []
    for kind, code, body in rows:
        one = next_event(
            log_key(desk), after, kind=kind, case_code=code, at=at or NOW.isoformat(), staff="hoa", body=canonical(body)
        )  # fmt: skip
        events.append(one)
        after = (one.seq, one.hash)
    return events


def take(made: Ledger, *rows, desk: str = FIRST, at: str = "") -> None:
    """Send the next events of a desk in one frame."""
    with made.act() as connection:
        row = connection.execute(sa.select(ledger.desk).where(ledger.desk.c.desk == desk)).one()
    events = log(*rows, desk=desk, after=(row.seq, bytes(row.hash)), at=at)
    exchange.take_frames(made, desk, [encode(events)])


def rows_of(made: Ledger, *columns) -> list[tuple]:
    """Return these columns of every row, in order."""
    with made.act() as connection:
        return [tuple(row) for row in connection.execute(sa.select(*columns).order_by(*columns))]


def news(made: Ledger, desk: str = FIRST) -> list[tuple[int, str]]:
    """Return (seq, word) of what a desk is told."""
    return [(one.seq, one.code) for one in exchange.answer(made, desk, 0, NOW).items]
