"""A correction of a case whose `received` could not be used: what the case has been up to it, as corrected."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from district_server import ledger
from district_server.life import MOVES, standing
from wire.event import Event

MOST_EVENTS = 40  # a desk may send thousands of corrections in one frame: each reads the case's life

Heard = list[tuple[Event, dict[str, Any]]]


def to_hear_again(connection: sa.Connection, desk: str, event: Event) -> Heard:
    """Return `received` with its body as all corrections up to `event` leave it, then the moves since.

    Of a correction among these only the due moment is left, where it promised another.
    Empty when this desk never sent the case's beginning, its retention ended, or the life is too long.
    """
    columns = [ledger.event.c[name] for name in Event.__slots__]
    rows = connection.execute(
        sa.select(*columns)
        .where(
            ledger.log_of(desk),
            ledger.event.c.case_code == event.case_code,
            ledger.event.c.seq <= event.seq,
        )
        .order_by(ledger.event.c.seq)
        .limit(MOST_EVENTS + 1)
    ).mappings()
    life = [Event(**row) for row in rows]
    if len(life) > MOST_EVENTS or not life or life[0].kind != "received" or not life[0].body:
        return []
    told = [(one, json.loads(one.body)) for one in life if one.body]
    _, gone = standing((one.seq, one.kind, body) for one, body in told)
    told = [(one, body) for one, body in told if one.seq not in gone and one.seq not in gone.values()]
    received = told[0][1]
    for one, body in told[1:]:
        if one.kind == "corrected":
            received = _corrected(received, body)
    moves = [(one, _moving(one, body)) for one, body in told[1:] if one.kind in MOVES]
    return [(life[0], received), *moves]


def _moving(event: Event, body: dict[str, Any]) -> dict[str, Any]:
    if event.kind != "corrected":
        return body
    return {"due_at": body["due_at"]} if "due_at" in body else {}


def _corrected(received: Mapping[str, Any], body: Mapping[str, Any]) -> dict[str, Any]:
    now, gone = body.get("now"), body.get("gone")
    laid = {**received, **(now if isinstance(now, Mapping) else {})}
    return {name: value for name, value in laid.items() if not (isinstance(gone, list) and name in gone)}
