"""A desk's own log comes back to it: who may have it, and part after part of it (docs/protocol.md, 11)."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from district_server import desks
from district_server.errors import CannotServe, UnknownSigner, WrongCode
from district_server.ledger import Ledger, desk, event, log_of, recovery_grant, recovery_key
from district_server.logs import told
from district_server.numbers import is_desk
from wire.enrolment import code_key, sealed
from wire.errors import BadFrame, BadSignature
from wire.event import Event
from wire.frame import pack
from wire.limits import FRAME_BYTES
from wire.recovery import PART_BYTES, LogPart, can_be_sealed_to, check_proof, seal_to
from wire.signatures import text_of

log = logging.getLogger("district_server")

EVENTS_A_PART = 600
BODIES_A_PART = 256 * 1024  # bytes


def allow(ledger: Ledger, name: str, code: str, *, needs_sheet: bool) -> None:
    """Let a fresh code recover a desk's log; without its sheet only where somebody has looked at who asks.

    Raises:
        CannotServe: there is no log to recover, or no sheet that could open it.
    """
    check_recoverable(ledger, name, needs_sheet=needs_sheet)
    with ledger.act() as connection:
        connection.execute(sa.insert(recovery_grant), {"code": code_key(code), "needs_sheet": needs_sheet})


def check_recoverable(ledger: Ledger, name: str, *, needs_sheet: bool) -> None:
    """Insist that a desk's log can be recovered, before a code is made: that ends the code that was given before.

    Raises:
        CannotServe: there is no log to recover, or no sheet that could open it.
    """
    with ledger.act() as connection:
        if not connection.execute(sa.select(desk.c.seq).where(desk.c.desk == name)).scalar():
            raise CannotServe(
                f"Chưa giữ nhật ký nào của quầy {name}: hãy lập phiếu đăng ký thường, không có --recover."
            )
        if needs_sheet and not _sheets(connection, name):
            raise CannotServe(
                f"Quầy {name} chưa từng gửi khóa của tờ khôi phục: sau khi kiểm tra người đề nghị, "
                "hãy lập lại với --without-sheet."
            )


def recover(ledger: Ledger, message: Mapping[str, Any], now: datetime) -> dict[str, Any]:
    """Make a new machine known as a desk that we hold the log of, and return our half with the sealed log key.

    To the same message again the same is given, and nothing is written.

    Raises:
        WrongCode: whatever was wrong with it.
    """
    name = message.get("desk")
    if not is_desk(name):  # nothing of what it is reaches SQL
        raise WrongCode()
    with ledger.act() as connection:
        code = desks.code_of(connection, str(name), now)
        given = desks.given_before(code, desks.RECOVER, message)
        again = given is not None
        if given is None:
            given = _let_back_in(connection, code, message, now)
    if given is None:  # said after the transaction: the wrong try is counted
        raise WrongCode()
    if not again:
        told(log, desks.RECOVER, desk=str(name))
    return sealed(bytes(code.key), desks.our_half(ledger, code, now) | given, after=str(message["mac"]))


def _let_back_in(
    connection: sa.Connection, code: sa.Row[Any], message: Mapping[str, Any], now: datetime
) -> dict[str, Any] | None:
    """Let a machine in by a code that may recover, and return what it gets beside our half; None is a wrong try.

    What is given is kept with the code: the sheet that opens it today may be beyond the newest ones afterwards.
    """
    name = str(code.desk)
    granted = connection.execute(
        sa.select(recovery_grant.c.needs_sheet).where(recovery_grant.c.code == bytes(code.key))
    ).first()
    keys = desks.keys_of(message, bytes(code.key), "ed25519", "x25519") if granted is not None else {}
    if granted is None or not keys:
        desks.count_wrong(connection, code)
        return None
    held = connection.execute(sa.select(desk).where(desk.c.desk == name)).one()
    sheets = _sheets(connection, name) if granted.needs_sheet else [keys["x25519"]]
    given: dict[str, Any] = {
        "name": held.name,
        "sealed": [
            text_of(seal_to(sheet, bytes(held.log_key))) for sheet in sheets if can_be_sealed_to(sheet)
        ],
        "seq": held.seq,
        "sheet": granted.needs_sheet,
    }
    desks.let_in(connection, code, keys, now)
    desks.use_up(connection, code, desks.RECOVER, message, given, now)
    desks.keep_sheet(connection, name, message)
    return given


def part_of_log(ledger: Ledger, name: str, counter: int, after: int, proof: str) -> LogPart:
    """Return what follows `after` in a desk's log, one frame of bounded size, to whoever has the log's key.

    Raises:
        UnknownSigner: it has not; no more is told.
    """
    with ledger.act() as connection:
        row = connection.execute(sa.select(desk).where(desk.c.desk == name)).one()
        try:
            check_proof(bytes(row.log_key), name, counter, proof)
        except BadSignature as error:
            raise UnknownSigner() from error
        found = connection.execute(
            sa.select(*(event.c[field] for field in Event.__slots__))
            .where(log_of(name), event.c.seq > after)
            .order_by(event.c.seq)
            .limit(EVENTS_A_PART)
        ).all()
    events = [Event(**one._asdict()) for one in found]
    return LogPart(seq=row.seq, hash=bytes(row.hash), frame=_first_frame(_within(events)))


def _within(events: list[Event]) -> list[Event]:
    """Return as many of the first as are worth packing: large bodies would be packed for the next part again."""
    size = 0
    for n, one in enumerate(events):
        size += len(one.body)
        if size > BODIES_A_PART:
            return events[: max(1, n)]
    return events


def _first_frame(events: list[Event]) -> bytes:
    if not events:
        return b""
    try:
        return pack(events, PART_BYTES)[0]
    except BadFrame:  # one of them alone is larger than a part
        return pack(events[:1], FRAME_BYTES)[0]


def _sheets(connection: sa.Connection, name: str) -> list[bytes]:
    """Return the keys of a desk's sheets, the newest first."""
    rows = connection.execute(
        sa.select(recovery_key.c.key).where(recovery_key.c.desk == name).order_by(recovery_key.c.id.desc())
    )
    return [bytes(row.key) for row in rows]
