"""The superior's signing keys: the present one, and the one before it while desks still go by that."""

from __future__ import annotations

import secrets

import sqlalchemy as sa

from district_server.errors import CannotServe
from district_server.ledger import Ledger, server_key
from district_server.words import ALL, put_word
from wire.news import announced_key
from wire.signatures import box_public_key, public_key

SIGNING, BEFORE = "signing", "signing_before"


def signing_keys(ledger: Ledger) -> tuple[bytes, ...]:
    """Return the seeds that an answer is signed with, the present one first."""
    with ledger.act() as connection:
        rows = connection.execute(
            sa.select(server_key.c.name, server_key.c.value).where(server_key.c.name.in_((SIGNING, BEFORE)))
        ).all()
    found = {row.name: bytes(row.value) for row in rows}
    return tuple(found[name] for name in (SIGNING, BEFORE) if name in found)


def change_key(ledger: Ledger) -> str:
    """Make a new signing key and announce it to all desks with the present one; return the new public key, hex.

    Raises:
        CannotServe: desks may still go by a key before the present one.
    """
    fresh = secrets.token_bytes(32)
    with ledger.act() as connection:
        keys = {row.name: bytes(row.value) for row in connection.execute(sa.select(server_key))}
        if BEFORE in keys:
            raise CannotServe(
                "Khóa trước vẫn đang dùng song song; khi mọi quầy đã đổi, chạy new-key --drop-old rồi làm lại."
            )
        body = announced_key(keys[SIGNING], public_key(fresh), box_public_key(keys["box"]))
        connection.execute(sa.insert(server_key), {"name": BEFORE, "value": keys[SIGNING]})
        connection.execute(sa.update(server_key).where(server_key.c.name == SIGNING).values(value=fresh))
        put_word(connection, ALL, "key", body)
    return public_key(fresh).hex()


def drop_old(ledger: Ledger) -> None:
    """Sign with the present key alone: desks that have not heard of it must be enrolled anew."""
    with ledger.act() as connection:
        connection.execute(sa.delete(server_key).where(server_key.c.name == BEFORE))
