"""Sessions of operators: what the cookie says is kept as its digest alone, and ends by itself."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from district_server.ledger import Ledger, operator, operator_session
from district_server.operators import accounts
from district_server.operators.accounts import Account, account_of
from district_server.operators.acts import note
from district_server.operators.errors import SignedOut

IDLE, ABSOLUTE = timedelta(minutes=30), timedelta(hours=12)
_SEEN_EVERY = timedelta(minutes=1)  # else every page is a write
_TOKEN = 43  # letters of 32 bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A signed-in operator; `csrf` is what each of this session's forms carries."""

    account: Account
    token: str
    csrf: str


def sign_in(ledger: Ledger, name: str, passphrase: str, address: str, now: datetime) -> str:
    """Return the token of a new session: never one that was there before.

    Raises:
        WrongLogin, Locked, TooManyHere.
    """
    accounts.check(ledger, name, passphrase, address, now)
    token = secrets.token_urlsafe(32)
    kept = operator_session.c
    with ledger.act() as connection:
        connection.execute(
            sa.delete(operator_session).where(
                sa.or_(kept.opened_at < (now - ABSOLUTE).isoformat(), kept.seen_at < (now - IDLE).isoformat())
            )
        )
        at = now.isoformat()
        row = {"digest": digest(token), "operator": name, "opened_at": at, "seen_at": at}
        connection.execute(sa.insert(operator_session), row)
        note(connection, now, name, "signed_in", "", address)
    return token


def find(ledger: Ledger, token: str, now: datetime) -> Session:
    """Return the session of a cookie, and note that it was used.

    Raises:
        SignedOut: there is none, it was idle for half an hour, is twelve hours old, or its account has ended.
    """
    if len(token) != _TOKEN or not token.isascii():
        raise SignedOut()
    kept = operator_session.c
    with ledger.act() as connection:
        row = connection.execute(
            sa.select(operator, kept.opened_at, kept.seen_at)
            .join(operator_session, kept.operator == operator.c.name)
            .where(kept.digest == digest(token))
        ).first()
        if row is None or row.ended_at is not None:
            raise SignedOut()
        seen = datetime.fromisoformat(row.seen_at)
        if now - datetime.fromisoformat(row.opened_at) >= ABSOLUTE or now - seen >= IDLE:
            raise SignedOut()
        if now - seen >= _SEEN_EVERY:
            connection.execute(
                sa.update(operator_session)
                .where(kept.digest == digest(token))
                .values(seen_at=now.isoformat())
            )
    return Session(account=account_of(row), token=token, csrf=csrf_of(token))


def sign_out(ledger: Ledger, session: Session, address: str, now: datetime) -> None:
    """End a session here, not only in the browser."""
    with ledger.act() as connection:
        connection.execute(
            sa.delete(operator_session).where(operator_session.c.digest == digest(session.token))
        )
        note(connection, now, session.account.name, "signed_out", "", address)


def digest(token: str) -> bytes:
    """Return what is kept of a token: who reads the database cannot sign in with it."""
    return hashlib.sha256(token.encode()).digest()


def csrf_of(token: str) -> str:
    """Return what the forms of this cookie carry."""
    return hmac.digest(token.encode(), b"form", hashlib.sha256).hex()
