"""Exceptions: events of desks that could not be used; who acts, and when one is over.

One is over when the superior's side has settled it, or when a later event of the same case at the same desk was used:
the desk's own list ends them alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from district_server.ledger import Ledger, desk, event, item, settled
from district_server.life import MOVES
from district_server.operators.errors import CannotDo, UnknownThing

PAGE = 50
NOTE = 500  # letters
CODES = {
    "bad_body": "thiếu hoặc sai mục",
    "foreign_number": "mã ngoài dãy số",
    "number_taken": "mã đã có",
    "unknown_procedure": "thủ tục lạ",
    "unknown_case": "hồ sơ lạ",
    "nothing_to_undo": "hoàn tác sai",
    "wrong_state": "sai trạng thái",
}
WHO = {"desk": "quầy", "superior": "cấp trên"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """One event that could not be used; `settled_at` is None while nobody here has settled it."""

    desk: str
    desk_name: str
    seq: int
    at: str  # of the event, as its desk said
    kind: str
    case_code: str | None
    code: str
    sentence: str
    who_acts: str
    settled_at: str | None
    settled_by: str | None
    note: str | None


def how_many_open() -> sa.ScalarSelect[int]:
    """Return what counts the open ones of each desk within a select on `desk`."""
    mine = (item.c.desk == desk.c.desk, item.c.code.in_(CODES), settled.c.seq.is_(None), ~_followed())
    return sa.select(sa.func.count()).select_from(_rows()).where(*mine).correlate(desk).scalar_subquery()


def refusals(
    ledger: Ledger, *, name: str, code: str, who: str, ended: bool, page: int
) -> tuple[list[Refusal], bool]:
    """Return a page of exceptions, newest first, and whether older ones follow; empty filters choose all.

    `ended` gives those that the superior's side settled instead of the open ones.
    """
    asked = _whole().where(settled.c.seq.is_not(None) if ended else settled.c.seq.is_(None))
    if not ended:
        asked = asked.where(~_followed())
    for column, value in ((item.c.desk, name), (item.c.code, code), (item.c.who_acts, who)):
        if value:
            asked = asked.where(column == value[:60])
    asked = asked.order_by(item.c.cursor.desc()).limit(PAGE + 1).offset(min(page, 10_000) * PAGE)
    with ledger.act() as connection:
        rows = connection.execute(asked).all()
    return [_refusal_of(row) for row in rows[:PAGE]], len(rows) > PAGE


def one_refusal(ledger: Ledger, name: str, seq: int) -> Refusal:
    """Return the newest exception of one event.

    Raises:
        UnknownThing.
    """
    with ledger.act() as connection:
        row = connection.execute(
            _whole().where(item.c.desk == name, item.c.seq == seq).order_by(item.c.cursor.desc())
        ).first()
    if row is None:
        raise UnknownThing()
    return _refusal_of(row)


def settle(connection: sa.Connection, name: str, seq: int, by: str, note: str, now: datetime) -> None:
    """Mark an exception that the superior must act on as settled; the event itself stays as it is.

    Raises:
        UnknownThing: no such exception, or the desk must act on it.
        CannotDo: no note, too long a note, or settled before.
    """
    note = " ".join(note.split())
    if not 0 < len(note) <= NOTE:
        raise CannotDo(f"Hãy ghi đã xử lý thế nào, đến {NOTE} chữ.")
    ours = sa.select(item.c.cursor).where(
        item.c.desk == name, item.c.seq == seq, item.c.who_acts == "superior", item.c.code.in_(CODES)
    )
    if connection.execute(ours).first() is None:
        raise UnknownThing()
    if not mark_settled(connection, name, seq, by, note, now):
        raise CannotDo("Ngoại lệ này đã được xử lý rồi; hãy tải lại trang.")


def mark_settled(connection: sa.Connection, name: str, seq: int, by: str, note: str, now: datetime) -> bool:
    """Take an exception off the open ones, whoever must act on it; False when it was before."""
    held = sa.select(settled.c.seq).where(settled.c.desk == name, settled.c.seq == seq)
    if connection.execute(held).first() is not None:
        return False
    row = {"desk": name, "seq": seq, "operator": by, "at": now.isoformat(timespec="seconds"), "note": note}
    connection.execute(sa.insert(settled), row)
    return True


def _rows() -> sa.FromClause:
    commune = sa.func.substr(item.c.desk, 1, sa.func.length(item.c.desk) - 2)  # AGENCY of AGENCY/N
    same = sa.and_(event.c.commune == commune, event.c.desk == item.c.desk, event.c.seq == item.c.seq)
    over = sa.and_(settled.c.desk == item.c.desk, settled.c.seq == item.c.seq)
    return item.join(event, same).outerjoin(settled, over)


def _whole() -> sa.Select[Any]:
    return (
        sa.select(
            item.c.desk,
            desk.c.name.label("desk_name"),
            item.c.seq,
            event.c.at,
            event.c.kind,
            event.c.case_code,
            item.c.code,
            item.c.sentence,
            item.c.who_acts,
            settled.c.at.label("settled_at"),
            settled.c.operator.label("settled_by"),
            settled.c.note,
        )
        .select_from(_rows().join(desk, desk.c.desk == item.c.desk))
        .where(item.c.code.in_(CODES))  # other news of the superior are no exceptions
    )


def _followed() -> sa.Exists:
    later, refused = event.alias("later"), item.alias("refused")
    told = sa.exists().where(refused.c.desk == later.c.desk, refused.c.seq == later.c.seq)
    return sa.exists().where(
        later.c.commune == event.c.commune,
        later.c.desk == event.c.desk,
        later.c.seq > item.c.seq,
        later.c.case_code == event.c.case_code,
        later.c.kind.in_(("received", "undone", *MOVES)),
        ~told,
    )


def _refusal_of(row: sa.Row[Any]) -> Refusal:
    return Refusal(**{name: getattr(row, name) for name in Refusal.__slots__})
