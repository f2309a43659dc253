"""The beginning of a frame that a cut left: the desk goes on at the byte where the line ended."""

from __future__ import annotations

import sqlalchemy as sa

from district_server.errors import HalfGone
from district_server.ledger import Ledger, desk, half_frame
from wire.errors import WireError
from wire.exchange import HalfHeld
from wire.frame import read_head
from wire.request import Half


def keep_half(ledger: Ledger, name: str, counter: int, half: Half) -> bool:
    """Keep the beginning of a frame in place of what was kept of the desk; return whether it was.

    Not for a request that another of the same desk has followed: that one may have been told what is held.
    """
    with ledger.act() as connection:
        mine = (desk.c.desk == name, desk.c.counter == counter, desk.c.revoked_at.is_(None))
        if connection.execute(sa.select(desk.c.desk).where(*mine).with_for_update()).first() is None:
            return False
        drop_half(connection, name)
        connection.execute(
            sa.insert(half_frame), {"desk": name, "digest": half.digest, "data": bytes(half.data)}
        )
    return True


def drop_half(connection: sa.Connection, name: str) -> None:
    """Forget what is kept of a desk's frame: it came whole, or another did."""
    connection.execute(sa.delete(half_frame).where(half_frame.c.desk == name))


def half_of(ledger: Ledger, name: str, digest: bytes, size: int) -> bytes:
    """Return the first `size` bytes of the frame with this digest.

    Raises:
        HalfGone: fewer are kept, or of another frame.
    """
    with ledger.act() as connection:
        mine = (half_frame.c.desk == name, half_frame.c.digest == digest)
        data = connection.execute(sa.select(half_frame.c.data).where(*mine)).scalar()
    if data is None or len(data) < size:
        raise HalfGone()
    return bytes(data)[:size]


def half_held(connection: sa.Connection, name: str, seq: int) -> HalfHeld | None:
    """Return what is kept of a frame that leads beyond `seq`; one that came another way is told to nobody."""
    row = connection.execute(sa.select(half_frame).where(half_frame.c.desk == name)).first()
    if row is None:
        return None
    data = bytes(row.data)
    try:
        if read_head(data).last <= seq:
            return None
    except WireError:  # too short to say: it costs no more than those few bytes
        pass
    return HalfHeld(digest=bytes(row.digest), bytes=len(data))
