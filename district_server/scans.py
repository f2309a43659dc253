"""Keep desks' scans: only what a stored event names, part by part, checked as a whole.

Parts are rows, not files: several processes take them over one database, a cut between two of them leaves nothing
half, and the engine's own backup has them. Each desk has its own copy: none's word makes another's scan whole.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import IO, Any

import sqlalchemy as sa

from district_server.bodies import BadBody
from district_server.ledger import Ledger, scan, scan_content, scan_part
from wire.errors import BadFrame
from wire.event import Event
from wire.scans import PART_BYTES, SCAN_BYTES, Held, Part, sha256_of

DESK_BYTES = 50 * 1024**3  # of one desk: half a million pages in black and white
KINDS = frozenset({"scan_attached", "scan_removed"})


def project(connection: sa.Connection, desk: str, event: Event, body: dict[str, Any]) -> None:
    """Tell which scans a desk may send after an event that names or takes off one.

    Raises:
        BadBody: it has no such name or size.
    """
    try:
        sha256 = sha256_of(body.get("sha256"))
    except BadFrame as error:
        raise BadBody("sha256") from error
    if event.case_code is None:
        raise BadBody("case_code")
    if event.kind == "scan_removed":
        _take_off(connection, desk, event, sha256)
        return
    size = body.get("size")
    if type(size) is not int or not 0 < size <= SCAN_BYTES:
        raise BadBody("size")
    fresh = {"desk": desk, "seq": event.seq, "case_code": event.case_code, "sha256": sha256, "size": size}
    connection.execute(sa.insert(scan), fresh)
    if _content(connection, desk, sha256) is None:
        row = {"desk": desk, "sha256": sha256, "size": size, "held": 0, "wrong": 0}
        connection.execute(sa.insert(scan_content), row)


def held(ledger: Ledger, desk: str, hashes: Sequence[bytes]) -> list[Held]:
    """Return what we have of each of these scans."""
    with ledger.act() as connection:
        rows = connection.execute(
            sa.select(scan_content).where(scan_content.c.desk == desk, scan_content.c.sha256.in_(hashes))
        ).all()
    found = {bytes(row.sha256): _word(row) for row in rows}
    return [found.get(one, Held(bytes=0, state="unknown")) for one in hashes]


def take_part(ledger: Ledger, desk: str, part: Part, now: datetime) -> Held:
    """Keep a part that begins where ours ends, or overlaps it; say what we have now.

    A part that begins beyond changes nothing, so a lost answer or a part sent twice costs one question.
    The last one is checked with all before it: bytes of another name are thrown away and begin anew.
    """
    with ledger.act() as connection:
        # held until the end: a scan that is taken off meanwhile would leave this part behind
        row = _content(connection, desk, part.sha256, held=True)
        if row is None:
            return Held(bytes=0, state="unknown")
        fresh = part.data[row.held - part.offset :] if part.offset <= row.held else b""
        if row.whole_at is not None or not fresh:
            return _word(row)
        end = row.held + len(fresh)
        if end > row.size:  # more than the event says: not the scan that it names
            return _begin_anew(connection, desk, row)
        if row.held == 0 and _begun_of(connection, desk) + row.size > DESK_BYTES:
            return Held(bytes=0, state="full")
        ours = _ours(desk, part.sha256)
        took = connection.execute(
            sa.update(scan_content).where(*ours, scan_content.c.held == row.held).values(held=end)
        )
        if took.rowcount != 1:  # another request was quicker
            return _word(_content(connection, desk, part.sha256))
        connection.execute(
            sa.insert(scan_part),
            {"desk": desk, "sha256": part.sha256, "start": row.held, "data": fresh},
        )
        if end < row.size:
            return Held(bytes=end, state="waiting")
        if _digest(connection, desk, part.sha256) != part.sha256:
            return _begin_anew(connection, desk, row)
        connection.execute(sa.update(scan_content).where(*ours).values(whole_at=now.isoformat()))
        return Held(bytes=end, state="whole")


def take_whole(
    ledger: Ledger, desk: str, sha256: bytes, open_: Callable[[], IO[bytes]], now: datetime
) -> Held:
    """Keep a scan that came as a file, by USB; goes on from where the line had come to."""
    (told,) = held(ledger, desk, [sha256])
    if told.state not in {"waiting", "wrong"}:
        return told
    with open_() as file:
        file.seek(told.bytes)
        while data := file.read(PART_BYTES):
            if told.bytes + len(data) > SCAN_BYTES:
                break
            before = told.bytes
            told = take_part(ledger, desk, Part(sha256=sha256, offset=before, data=data), now)
            if told.state != "waiting" or told.bytes <= before:
                break
    return told


def read(ledger: Ledger, desk: str, sha256: bytes) -> bytes:
    """Return a scan that we have whole, empty when we have not: for the operator, for a burnt PC."""
    with ledger.act() as connection:
        row = _content(connection, desk, sha256)
        if row is None or row.whole_at is None:
            return b""
        return b"".join(_parts(connection, desk, sha256))


def _take_off(connection: sa.Connection, desk: str, event: Event, sha256: bytes) -> None:
    """Take a scan off a case; its bytes go with the last case that had it: they were another citizen's paper."""
    connection.execute(
        sa.update(scan)
        .where(
            scan.c.desk == desk,
            scan.c.sha256 == sha256,
            scan.c.case_code == event.case_code,
            scan.c.removed_seq.is_(None),
        )
        .values(removed_seq=event.seq)
    )
    named = connection.execute(
        sa.select(scan.c.seq).where(
            scan.c.desk == desk, scan.c.sha256 == sha256, scan.c.removed_seq.is_(None)
        )
    ).first()
    if named is None:
        connection.execute(sa.delete(scan_content).where(*_ours(desk, sha256)))  # first: it waits for a part
        connection.execute(sa.delete(scan_part).where(*_parts_of(desk, sha256)))


def _begin_anew(connection: sa.Connection, desk: str, row: sa.Row[Any]) -> Held:
    sha256 = bytes(row.sha256)
    connection.execute(sa.delete(scan_part).where(*_parts_of(desk, sha256)))
    connection.execute(
        sa.update(scan_content).where(*_ours(desk, sha256)).values(held=0, wrong=scan_content.c.wrong + 1)
    )
    return Held(bytes=0, state="wrong")


def _word(row: Any) -> Held:  # noqa: ANN401 - a row, or none
    if row is None:
        return Held(bytes=0, state="unknown")
    return Held(bytes=row.held, state="waiting" if row.whole_at is None else "whole")


def _content(connection: sa.Connection, desk: str, sha256: bytes, *, held: bool = False) -> Any:  # noqa: ANN401 - a row, or none
    asked = sa.select(scan_content).where(*_ours(desk, sha256))
    return connection.execute(asked.with_for_update() if held else asked).first()


def _begun_of(connection: sa.Connection, desk: str) -> int:
    return int(
        connection.execute(
            sa.select(sa.func.coalesce(sa.func.sum(scan_content.c.size), 0)).where(
                scan_content.c.desk == desk, scan_content.c.held > 0
            )
        ).scalar_one()
    )


def _digest(connection: sa.Connection, desk: str, sha256: bytes) -> bytes:
    found = hashlib.sha256()
    for data in _parts(connection, desk, sha256):
        found.update(data)
    return found.digest()


def _parts(connection: sa.Connection, desk: str, sha256: bytes) -> Iterator[bytes]:
    rows = connection.execute(
        sa.select(scan_part.c.data).where(*_parts_of(desk, sha256)).order_by(scan_part.c.start)
    )
    return (bytes(row.data) for row in rows)


def _ours(desk: str, sha256: bytes) -> tuple[sa.ColumnElement[bool], ...]:
    return scan_content.c.desk == desk, scan_content.c.sha256 == sha256


def _parts_of(desk: str, sha256: bytes) -> tuple[sa.ColumnElement[bool], ...]:
    return scan_part.c.desk == desk, scan_part.c.sha256 == sha256
