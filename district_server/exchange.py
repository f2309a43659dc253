"""Take a desk's frames: stored whole, then judged; the same again changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from operator import attrgetter

import sqlalchemy as sa

from district_server.engines import put_rows
from district_server.errors import Fork, Gap, Refused, UnknownSigner
from district_server.halves import drop_half, half_held
from district_server.judge import Bench, judge_all
from district_server.ledger import Ledger, desk, event, log_of
from district_server.numbers import agency_of
from district_server.words import news_after
from wire.errors import WireError
from wire.event import Event
from wire.exchange import Answer, Item, pack_answer
from wire.frame import FrameHead, decode, read_head
from wire.limits import ITEMS_BYTES
from wire.news import Word


def take_frames(ledger: Ledger, name: str, frames: Sequence[bytes]) -> None:
    """Store and judge frames in order, one transaction each.

    Raises:
        Refused: the frame at hand; those before it stay stored.
    """
    look_up_key = ledger.key("look_up")
    for frame in frames:
        take_frame(ledger, name, frame, look_up_key)


def take_frame(
    ledger: Ledger, name: str, frame: bytes, look_up_key: bytes, counter: int = 0, *, drops_half: bool = False
) -> None:
    """Store and judge one frame in one transaction; `look_up_key` is the ledger's own.

    `drops_half`: the beginning that was kept of a frame of this desk ends with it.

    `counter` is of the request that brings it, 0 on a stick: a request may come in for twenty minutes, and its
    desk be revoked or enrolled anew meanwhile.

    Raises:
        Refused: nothing of it is stored.
    """
    try:
        head = read_head(frame)
    except WireError as error:
        raise Refused() from error
    take = partial(_take, name=name, frame=frame, head=head, look_up_key=look_up_key, counter=counter)

    def take_and_drop(connection: sa.Connection) -> None:
        take(connection)
        drop_half(connection, name)

    ledger.run(take_and_drop if drops_half else take)


def answer(
    ledger: Ledger, name: str, cursor: int | None, now: datetime, *, asks_half: bool = False
) -> Answer:
    """Return up to where we hold the desk's log, and the oldest news after `cursor` that fits; none for None.

    `asks_half`: also what is kept of a frame that a cut left.
    """
    with ledger.act() as connection:
        heard = sa.update(desk).where(desk.c.desk == name).values(last_contact=now.isoformat())
        connection.execute(heard)
        row = connection.execute(sa.select(desk.c.seq, desk.c.hash).where(desk.c.desk == name)).one()
        items = () if cursor is None else news_after(connection, name, cursor, now.date())
        half = half_held(connection, name, row.seq) if asks_half else None
    given = Answer(
        seq=row.seq, hash=bytes(row.hash), server_time=now.isoformat(), cursor=cursor or 0, half=half
    )
    return _within(given, items)


def _within(given: Answer, items: tuple[Item | Word, ...]) -> Answer:
    """Return the answer with as many items as its limit allows; the cursor stands at the last one."""
    while True:
        cursor = items[-1].cursor if items else given.cursor
        full = replace(given, cursor=cursor, items=items)
        if len(items) <= 1 or len(pack_answer(full)) <= ITEMS_BYTES:
            return full  # the first always goes: one that never fitted would hold up all that come after
        items = items[:-1]


def _take(
    connection: sa.Connection, name: str, frame: bytes, head: FrameHead, look_up_key: bytes, counter: int
) -> None:
    # the row is held until the end: two frames of one desk at once would both be taken after the same head
    row = connection.execute(sa.select(desk).where(desk.c.desk == name).with_for_update()).one()
    if row.revoked_at is not None or row.counter < counter:  # counters begin again with a new key
        raise UnknownSigner()
    if head.last <= row.seq:
        if _hash_at(connection, name, head.last) != head.head:
            raise Fork()
        return  # known, and not inflated
    if head.first > row.seq + 1:
        raise Gap()
    try:
        events = decode(frame, bytes(row.log_key))
    except WireError as error:
        raise Refused() from error
    fresh = [one for one in events if one.seq > row.seq]
    if fresh[0].prev_hash != bytes(row.hash):  # the chain ties every event before it, and `before`, to this
        raise Fork()
    _store(connection, name, fresh)
    bench = Bench(
        connection=connection,
        desk=name,
        desk_name=row.name,
        log_key=bytes(row.log_key),
        look_up_key=look_up_key,
    )
    judge_all(bench, fresh)


def _store(connection: sa.Connection, name: str, events: Sequence[Event]) -> None:
    commune, fields = agency_of(name), Event.__slots__
    values = attrgetter(*fields)
    put_rows(
        connection, event, ("commune", "desk", *fields), ((commune, name, *values(one)) for one in events)
    )
    last = events[-1]
    connection.execute(sa.update(desk).where(desk.c.desk == name).values(seq=last.seq, hash=last.hash))


def _hash_at(connection: sa.Connection, name: str, seq: int) -> bytes | None:
    found = connection.execute(sa.select(event.c.hash).where(log_of(name), event.c.seq == seq)).scalar()
    return bytes(found) if found is not None else None
