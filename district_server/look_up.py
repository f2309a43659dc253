"""The citizens' page: what has become of one case, for whoever holds its receipt or phone."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from district_server.engines import hold
from district_server.judge import mac
from district_server.ledger import Ledger, look_up, look_up_try
from district_server.life import PROCESSING, STATES

WRONG_PHONE_TRIES = 5
TRIES_AN_HOUR = 30
KEPT = timedelta(days=1)  # a try: nothing is counted for longer, which is since midnight at most
_FORGOTTEN = 100  # tries a question at most: each leaves two


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the page may say; never a name, number, address or phone."""

    case_code: str
    procedure_name: str
    state: str
    due: str
    collect_at: str


class TooMany(Exception):
    """One address has asked too often within the hour."""


def find(ledger: Ledger, case_code: str, proof: str, address: str, now: datetime) -> Found | None:
    """Return the case when `proof` is its mã tra cứu or the last four digits of the phone, else None.

    An unknown case, a wrong proof and a closed phone way take the same steps.

    Raises:
        TooMany.
    """
    key = ledger.key("look_up")
    code, proof = case_code.strip().upper()[:60], proof.strip().upper()[:12]
    with ledger.act() as connection:
        asked, missed = mac(key, "address", address), mac(key, "case", code)
        hold(connection, asked)  # else many at once would each be counted as the first
        _count(connection, asked, now)
        row = connection.execute(sa.select(look_up).where(look_up.c.case_code == code)).first()
        given = mac(key, code, proof)
        by_code = hmac.compare_digest(bytes(row.code_mac) if row else bytes(32), given)
        by_phone = hmac.compare_digest(bytes(row.phone_mac or bytes(32)) if row else bytes(32), given)
        hold(connection, missed)
        if _tries(connection, missed, _midnight(now)) >= WRONG_PHONE_TRIES:
            by_phone = False
        if not (by_code or by_phone):
            connection.execute(sa.insert(look_up_try), {"at": now.isoformat(), "who": missed})
            return None
    return _found(row) if row else None


def _count(connection: sa.Connection, who: bytes, now: datetime) -> None:
    if _tries(connection, who, now - timedelta(hours=1)) >= TRIES_AN_HOUR:
        raise TooMany()
    _forget(connection, now - KEPT)
    connection.execute(sa.insert(look_up_try), {"at": now.isoformat(), "who": who})


def _forget(connection: sa.Connection, before: datetime) -> None:
    """Delete the oldest tries: the page is everybody's, and would fill the disk.

    By the rows' order and not by `at` alone, which no index knows: each question would read the whole day's.
    """
    tries = look_up_try.c
    oldest = sa.select(tries.id).order_by(tries.id).limit(_FORGOTTEN)
    gone = sa.select(tries.id).where(tries.id.in_(oldest), tries.at < before.isoformat())
    # two questions at once must not wait for each other's rows
    free = gone.with_for_update(skip_locked=True)
    connection.execute(sa.delete(look_up_try).where(tries.id.in_(free)))


def _tries(connection: sa.Connection, who: bytes, since: datetime) -> int:
    chosen = sa.select(sa.func.count()).where(look_up_try.c.who == who, look_up_try.c.at > since.isoformat())
    return int(connection.execute(chosen).scalar_one())


def _midnight(now: datetime) -> datetime:
    return now.replace(hour=0, minute=0, second=0, microsecond=0)


def _found(row: sa.Row[tuple[object, ...]]) -> Found:
    owed = (
        row.due_at and row.state == PROCESSING
    )  # while the citizen is waited for, and after the end, nothing is
    due = datetime.fromisoformat(row.due_at) if owed else None
    return Found(
        case_code=row.case_code,
        procedure_name=row.procedure_name,
        state=STATES[row.state],
        due=f"{due:%H:%M ngày %d/%m/%Y}" if due else "",
        collect_at=row.collect_at,
    )
