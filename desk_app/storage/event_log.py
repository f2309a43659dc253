"""The log: append, read, check."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlite_utils import Database

from desk_app.domain.errors import ClockWentBack, DamagedLog, TooLong
from desk_app.domain.happening import TRAIL, Happening, Kind
from desk_app.domain.moment import iso
from wire.canonical import canonical
from wire.errors import BrokenChain
from wire.event import FIRST_PREVIOUS, Event, check_chain, next_event
from wire.limits import BODY_BYTES

COLUMNS = "seq, kind, case_code, at, staff, body, body_digest, prev_hash, hash"
REBASE_BYTES = 256  # left free in each body: what a rebase adds to it
CLOCK_SLACK = timedelta(minutes=10)  # what setting a clock right may take back without a word


def append(database: Database, log_key: bytes, happening: Happening, *, again: bool = False) -> Event:
    """Append one event inside the open transaction; `again`: it happened before, and is carried over from another log.

    Raises:
        ClockWentBack: the PC's clock stands well before the last event.
        TooLong: what was entered is more than an event carries; it would never reach the superior.
    """
    seq, previous, _ = head(database)
    body = canonical(_composed(happening.body))
    if len(body) > BODY_BYTES - (0 if again else REBASE_BYTES):
        raise TooLong()
    if not again and happening.kind not in TRAIL and happening.kind is not Kind.CLOCK_CONFIRMED:
        _check_clock(database, happening.at)
    event = next_event(
        log_key,
        (seq, previous),
        kind=happening.kind.value,
        case_code=happening.case_code,
        at=iso(happening.at),
        staff=happening.staff,
        body=body,
    )
    insert(database, event)
    return event


def insert(database: Database, event: Event) -> None:
    """Write an event that follows the last one, inside the open transaction."""
    database.execute(
        f"insert into event ({COLUMNS}) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [getattr(event, name) for name in Event.__slots__],
    )


def _check_clock(database: Database, at: datetime) -> None:
    """Compare with the last act, not with trail events: whoever signs in under a wrong clock locks nobody out."""
    trail = ", ".join(f"'{kind.value}'" for kind in sorted(TRAIL))
    row = database.execute(
        f"select at from event where kind not in ({trail}) order by seq desc limit 1"
    ).fetchone()
    if row and at < datetime.fromisoformat(row[0]) - CLOCK_SLACK:
        raise ClockWentBack(last=row[0][:16].replace("T", " "))


def head(database: Database) -> tuple[int, bytes, str]:
    """Return seq, hash and time of the last event; (0, 32 zero bytes, "") of an empty log."""
    row = database.execute("select seq, hash, at from event order by seq desc limit 1").fetchone()
    return (row[0], bytes(row[1]), row[2]) if row else (0, FIRST_PREVIOUS, "")


def hash_at(database: Database, seq: int) -> bytes:
    """Return the hash of event `seq`: 32 zero bytes for 0, empty when there is none."""
    if seq == 0:
        return FIRST_PREVIOUS
    row = database.execute("select hash from event where seq = ?", [seq]).fetchone()
    return bytes(row[0]) if row else b""


def events(database: Database, *, after: int = 0, most: int = -1) -> Iterator[Event]:
    """Yield the events after seq `after` in order, at most `most` (-1 = all)."""
    rows = database.execute(
        f"select {COLUMNS} from event where seq > ? order by seq limit ?",
        [after, most],
    )
    return (event_of(row) for row in rows)


def events_of(database: Database, case_code: str) -> Iterator[Event]:
    """Yield the events of one case in order."""
    rows = database.execute(
        f"select {COLUMNS} from event where case_code = ? order by seq",
        [case_code],
    )
    return (event_of(row) for row in rows)


def body_of(event: Event) -> dict[str, Any]:
    """Return the body as a mapping; empty when its retention ended."""
    return read_body(event.body)


def read_body(body: bytes) -> dict[str, Any]:
    """Return a stored body as a mapping; empty when its retention ended."""
    return dict(json.loads(body)) if body else {}


def check(database: Database, log_key: bytes) -> int:
    """Walk the whole chain and return the seq of its head.

    Raises:
        DamagedLog: naming the first event that does not follow the one before.
    """
    previous = (0, FIRST_PREVIOUS)
    for event in events(database):
        try:
            check_chain((event,), previous, log_key)
        except BrokenChain as error:
            raise DamagedLog(seq=event.seq) from error
        previous = (event.seq, event.hash)
    return previous[0]


def event_of(row: tuple[Any, ...]) -> Event:
    """Return the event of a row of COLUMNS."""
    fields = dict(zip(Event.__slots__, row, strict=True))
    return Event(**fields)


def _composed(value: Any) -> Any:  # noqa: ANN401 - JSON
    """Return `value` with every text in NFC: a Mac or an input method may give NFD."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, Mapping):
        return {_composed(key): _composed(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_composed(item) for item in value]
    return value
