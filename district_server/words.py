"""News for desks that are no refusals: kept once, also when they are for all."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

import sqlalchemy as sa

from district_server.ledger import item, word
from wire.canonical import Json, canonical
from wire.exchange import Item
from wire.news import Word

ALL = "*"  # no desk is named so
_AT_ONCE = 100  # items are at least 40 bytes: more never fit an answer


def put_word(
    connection: sa.Connection,
    desk: str,
    kind: str,
    body: Mapping[str, Json],
    *,
    effective_from: date | None = None,
    until: date | None = None,
) -> int:
    """Put news for a desk, or for ALL, after everything that was told before; return its cursor.

    `effective_from` is given for a published thing: from then on the older ones of its kind are told to nobody.
    """
    if connection.dialect.name == "postgresql":
        # else a number that was taken earlier could be committed later, and desks that were told the later one miss it
        connection.execute(sa.text("lock table item in share row exclusive mode"))
    row = {"desk": desk, "seq": 0, "code": kind, "sentence": "", "who_acts": "superior"}
    key = connection.execute(sa.insert(item), row).inserted_primary_key
    assert key is not None, "each item has a number"
    connection.execute(
        sa.insert(word),
        {
            "cursor": key[0],
            "kind": kind,
            "body": canonical(body).decode(),
            "series": f"{desk} {kind}" if effective_from else None,
            "effective_from": effective_from.isoformat() if effective_from else None,
            "until": until.isoformat() if until else None,
        },
    )
    return int(key[0])


def news_after(connection: sa.Connection, desk: str, cursor: int, today: date) -> tuple[Item | Word, ...]:
    """Return what a desk is told after `cursor`, oldest first.

    Of things that replace each other these are the newest in force and those that begin later; of notices, those
    that are not over.
    """
    later = word.alias("later")
    replaced = sa.exists().where(
        later.c.series == word.c.series,
        later.c.cursor > word.c.cursor,
        later.c.effective_from >= word.c.effective_from,  # else it would hide one that begins after it
        later.c.effective_from <= today.isoformat(),
    )
    rows = connection.execute(
        sa.select(item, word.c.kind, word.c.body)
        .outerjoin(word, word.c.cursor == item.c.cursor)
        .where(
            item.c.desk.in_((desk, ALL)),
            item.c.cursor > cursor,
            sa.or_(word.c.until.is_(None), word.c.until >= today.isoformat()),
            sa.or_(word.c.series.is_(None), ~replaced),
        )
        .order_by(item.c.cursor)
        .limit(_AT_ONCE)
    )
    return tuple(_news(row) for row in rows)


def _news(row: sa.Row[tuple[object, ...]]) -> Item | Word:
    if row.kind is not None:
        return Word(row.cursor, row.kind, json.loads(row.body))
    return Item(cursor=row.cursor, seq=row.seq, code=row.code, sentence=row.sentence, who_acts=row.who_acts)
