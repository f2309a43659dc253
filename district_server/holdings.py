"""What we hold of one day of a desk: its cases that something happened to, and what was refused of them."""

from __future__ import annotations

from datetime import date, timedelta

import sqlalchemy as sa

from district_server.ledger import Ledger, case_record, desk, event, item, log_of
from wire.holdings import (
    COMPLETED,
    HANDED_OVER,
    MARKS,
    MOST_CASES,
    RECEIVED,
    REFUSED,
    Holding,
    Holdings,
    pack_holdings,
)


def holdings(ledger: Ledger, name: str, day: date) -> bytes:
    """Return the packed answer for a desk; the times are those of its own events."""
    with ledger.act() as connection:
        head = connection.execute(sa.select(desk.c.seq, desk.c.hash).where(desk.c.desk == name)).one()
        cases = _cases(connection, name, day)
    held = Holdings(day=day.isoformat(), seq=head.seq, hash=bytes(head.hash), cases=tuple(cases[:MOST_CASES]))
    return pack_holdings(held)


def _cases(connection: sa.Connection, name: str, day: date) -> list[Holding]:
    first, last = day.isoformat(), (day + timedelta(days=1)).isoformat()
    c = case_record.c
    times = {RECEIVED: c.received_at, COMPLETED: c.completed_at, HANDED_OVER: c.returned_at}
    rows = connection.execute(
        sa.select(c.case_code, c.procedure_code, c.received_at, c.completed_at, c.returned_at).where(
            c.desk == name, sa.or_(*(sa.and_(at >= first, at < last) for at in times.values()))
        )
    ).all()
    found: dict[str, tuple[str, set[str]]] = {}
    for row in rows:
        on = {mark for mark, at in zip(times, row[2:], strict=True) if at and first <= at < last}
        found[row.case_code] = (row.procedure_code, on)
    refused = connection.execute(
        sa.select(event.c.case_code)
        .join(item, sa.and_(item.c.desk == event.c.desk, item.c.seq == event.c.seq))
        .where(log_of(name), event.c.at >= first, event.c.at < last, event.c.case_code.is_not(None))
    ).scalars()
    for code in refused:
        procedure, on = found.get(code, ("", set()))
        found[code] = (procedure, on | {REFUSED})
    return [
        Holding(code=code, procedure=procedure, marks="".join(mark for mark in MARKS if mark in on))
        for code, (procedure, on) in sorted(found.items())
    ]
