"""Files between two pages of one operator: kept for an hour where every process of the server finds them."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from district_server.ledger import operator_file
from district_server.operators.errors import UnknownThing

KEPT, MOST = timedelta(hours=1), 5  # of one operator and kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A file under its random name."""

    id: str
    name: str
    content: bytes


def keep(connection: sa.Connection, owner: str, kind: str, name: str, content: bytes, now: datetime) -> str:
    """Keep a file and return its id; what is older than an hour, or more than five, goes."""
    kept = operator_file.c
    connection.execute(sa.delete(operator_file).where(kept.at < (now - KEPT).isoformat()))
    mine = sa.select(kept.id).where(kept.operator == owner, kept.kind == kind).order_by(kept.at.desc())
    too_many = list(connection.execute(mine.offset(MOST - 1)).scalars())
    connection.execute(sa.delete(operator_file).where(kept.id.in_(too_many)))
    row = {"id": secrets.token_urlsafe(16), "operator": owner, "kind": kind, "name": name[:200]}
    connection.execute(sa.insert(operator_file), row | {"at": now.isoformat(), "content": content})
    return row["id"]


def take(connection: sa.Connection, owner: str, kind: str, which: str, now: datetime) -> Kept:
    """Return a file that this operator kept.

    Raises:
        UnknownThing: it is not there, older than an hour, or another's.
    """
    kept = operator_file.c
    row = connection.execute(
        sa.select(operator_file).where(
            kept.id == which[:40],
            kept.operator == owner,
            kept.kind == kind,
            kept.at >= (now - KEPT).isoformat(),
        )
    ).first()
    if row is None:
        raise UnknownThing()
    return Kept(id=row.id, name=row.name, content=bytes(row.content))
