"""What the superior sees of its desks: how far their logs are here, how long they are silent, what is open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from district_server.ledger import Ledger, case_record, desk, enrolment_code, scan, scan_content
from district_server.operators.errors import UnknownThing
from district_server.operators.refusals import how_many_open

PAGE = 50
SILENT_DAYS = 3  # from then on a desk is marked


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskSeen:
    """A desk as the list shows it; `silent_days` is None when it has never asked."""

    desk: str
    name: str
    seq: int
    contact_at: str | None
    silent_days: int | None
    exceptions: int
    revoked_at: str | None

    @property
    def silent(self) -> bool:
        return self.revoked_at is None and (self.silent_days is None or self.silent_days >= SILENT_DAYS)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskWhole:
    """One desk with what its page adds: its cases by national state, and a code that waits to be typed there."""

    seen: DeskSeen
    enrolled_at: str
    head: str
    cases: int
    open_cases: int
    code_until: str | None
    scans_waiting: int  # of those that its events name


def desks(ledger: Ledger, named: str, page: int, now: datetime) -> tuple[list[DeskSeen], bool]:
    """Return a page of desks with `named` in code or name, the longest silent first, and whether more follow."""
    order = (
        sa.case((desk.c.revoked_at.is_not(None), 1), else_=0),
        sa.func.coalesce(desk.c.last_contact, ""),
        desk.c.desk,
    )
    asked = _seen().order_by(*order).limit(PAGE + 1).offset(min(page, 10_000) * PAGE)
    if named:
        like = f"%{_literal(named[:60])}%"
        asked = asked.where(
            sa.or_(desk.c.desk.ilike(like, escape="\\"), desk.c.name.ilike(like, escape="\\"))
        )
    with ledger.act() as connection:
        rows = connection.execute(asked).all()
    return [_desk_of(row, now) for row in rows[:PAGE]], len(rows) > PAGE


def one_desk(ledger: Ledger, name: str, now: datetime) -> DeskWhole:
    """Return one desk.

    Raises:
        UnknownThing.
    """
    same = sa.and_(scan_content.c.desk == scan.c.desk, scan_content.c.sha256 == scan.c.sha256)
    with ledger.act() as connection:
        row = connection.execute(_seen().where(desk.c.desk == name)).first()
        if row is None:
            raise UnknownThing()
        cases = connection.execute(
            sa.select(
                sa.func.count(),
                sa.func.coalesce(
                    sa.func.sum(sa.case((case_record.c.state.in_((4, 5, 6, 9)), 1), else_=0)), 0
                ),
            ).where(case_record.c.desk == name)
        ).one()
        code = connection.execute(
            sa.select(enrolment_code.c.expires_at).where(
                enrolment_code.c.desk == name,
                enrolment_code.c.used_at.is_(None),
                enrolment_code.c.expires_at > now.isoformat(),
            )
        ).scalar()
        waiting = connection.execute(
            sa.select(sa.func.count(sa.distinct(scan.c.sha256)))
            .select_from(scan.join(scan_content, same))
            .where(scan.c.desk == name, scan.c.removed_seq.is_(None), scan_content.c.whole_at.is_(None))
        ).scalar_one()
    return DeskWhole(
        seen=_desk_of(row, now),
        enrolled_at=row.enrolled_at,
        head=bytes(row.hash).hex()[:16],
        cases=int(cases[0]),
        open_cases=int(cases[1]),
        code_until=code,
        scans_waiting=int(waiting),
    )


def revoke(connection: sa.Connection, name: str, now: datetime) -> None:
    """Take a desk's key off: it is told so at its next exchange; what it sent stays.

    Raises:
        UnknownThing: no such desk, or revoked before.
    """
    done = connection.execute(
        sa.update(desk)
        .where(desk.c.desk == name, desk.c.revoked_at.is_(None))
        .values(revoked_at=now.isoformat(timespec="seconds"))
    )
    if done.rowcount != 1:
        raise UnknownThing()
    connection.execute(sa.delete(enrolment_code).where(enrolment_code.c.desk == name))


def _seen() -> sa.Select[tuple[object, ...]]:
    return sa.select(desk, how_many_open().label("exceptions"))


def _desk_of(row: sa.Row[tuple[object, ...]], now: datetime) -> DeskSeen:
    at = row.last_contact
    return DeskSeen(
        desk=row.desk,
        name=row.name,
        seq=row.seq,
        contact_at=at,
        silent_days=max((now - datetime.fromisoformat(at)).days, 0) if at else None,
        exceptions=int(row.exceptions),
        revoked_at=row.revoked_at,
    )


def _literal(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
