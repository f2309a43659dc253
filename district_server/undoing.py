"""Take an act back, as the desk did: the case is as before, by what its stored events say without that act."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa

from district_server import bodies, ledger
from district_server.bodies import BadBody
from district_server.life import ACTS, MOVES, PROCESSING, leads_to, settled_at_once, standing

MOST_ACTS = 1000  # of a case: a frame has room for thousands, and each `undone` walks them

Act = tuple[int, str, str, Mapping[str, Any]]  # seq, kind, at, body


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """Where a case stands without an act; `read_as` is what the citizens' page says."""

    state: int = 0
    read_as: int = 0
    due_at: str | None = None
    completed_at: str | None = None
    returned_at: str | None = None


def acts_of(connection: sa.Connection, desk: str, code: str) -> list[Act]:
    """Return what this desk's log says was done with a case, intake first; empty where that is too much to walk."""
    e = ledger.event.c
    rows = connection.execute(
        sa.select(e.seq, e.kind, e.at, e.body)
        .where(ledger.log_of(desk), e.case_code == code, e.kind.in_(("received", "undone", *sorted(ACTS))))
        .order_by(e.seq)
        .limit(MOST_ACTS + 1)
    ).all()
    if len(rows) > MOST_ACTS:
        return []
    told = [(row.seq, row.kind, row.at, json.loads(row.body)) for row in rows if row.body]
    return [one for one in told if isinstance(one[3], dict)]


def taken_back(acts: list[Act], seq: int) -> Before | None:
    """Return where the case stands after `undone` number `seq`; None where it does not name the newest act."""
    until = [one for one in acts if one[0] <= seq]
    _, gone = standing((one[0], one[1], one[3]) for one in until)
    if seq not in gone or until[0][1] != "received":
        return None
    without = {*gone, *gone.values()}
    now = Before()
    for one in until:
        if one[0] not in without:
            now = _after(now, one)
    return now if now.state else None


def was_settled_at_once(acts: list[Act], seq: int) -> bool:
    """Return whether before event `seq` the case was settled at once, and at most corrected since."""
    until = [one for one in acts if one[0] < seq]
    standing_acts, _ = standing((one[0], one[1], one[3]) for one in until)
    return bool(until) and settled_at_once(until[0][3], standing_acts)


def _after(now: Before, act: Act) -> Before:
    """Let an act move the case as it did when it was judged; what could not be used then moves nothing now."""
    _, kind, at, body = act
    try:
        bodies.moment(at, "at")
        due_at = bodies.due_at(body)
        if kind == "received":
            return Before(state=PROCESSING, read_as=PROCESSING, due_at=due_at)
        if kind == "handed_over":
            bodies.receiver(body)
        moved_to = leads_to(kind, body, now.state) if kind in MOVES else now.state
    except BadBody:
        return now if now.state else Before(state=PROCESSING, read_as=PROCESSING)  # it was corrected later
    move = MOVES.get(kind)
    if move is None or now.state not in move.since:
        return now
    shown = move.read_as or (now.read_as if moved_to == now.state else moved_to)
    then = replace(now, state=moved_to, read_as=shown, due_at=due_at or now.due_at)
    if kind == "completed":
        return replace(then, completed_at=at)
    if kind == "handed_over":
        return replace(then, returned_at=at)
    return replace(then, completed_at=None, returned_at=None) if kind == "result_recalled" else then
