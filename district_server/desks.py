"""Desks: enrolment by one-time code, and whose request this is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from district_server.errors import Replayed, UnknownSigner, WrongCode
from district_server.ledger import Ledger, desk, enrolment_code
from district_server.numbers import granted, is_desk
from wire.enrolment import check_seal, code_key, new_code, sealed
from wire.errors import BadSignature
from wire.event import FIRST_PREVIOUS
from wire.signatures import box_public_key, bytes_of, public_key, text_of, verify_request

CODE_LIVES = timedelta(hours=72)
WRONG_TRIES = 5


def new_enrolment(ledger: Ledger, agency: str, number: int, name: str, now: datetime) -> str:
    """Return a fresh one-time code for a desk; codes given before for it end."""
    code = new_code()
    with ledger.act() as connection:
        connection.execute(sa.delete(enrolment_code).where(enrolment_code.c.desk == f"{agency}/{number}"))
        connection.execute(
            sa.insert(enrolment_code),
            {
                "desk": f"{agency}/{number}",
                "name": name,
                "key": code_key(code),
                "expires_at": (now + CODE_LIVES).isoformat(),
                "wrong": 0,
            },
        )
    return code


def enrol(ledger: Ledger, message: Mapping[str, Any], now: datetime) -> dict[str, Any]:
    """Make a desk known and return our half.

    Raises:
        WrongCode: whatever was wrong with it.
    """
    name = message.get("desk")
    if not is_desk(name):  # nothing of what it is reaches SQL
        raise WrongCode()
    with ledger.act() as connection:
        code = _code_of(connection, str(name), now)
        keys = _keys_of(message, bytes(code.key))
        if keys:
            _let_in(connection, code, keys, now)
        else:
            connection.execute(
                sa.update(enrolment_code)
                .where(enrolment_code.c.id == code.id)
                .values(wrong=enrolment_code.c.wrong + 1)
            )
    if not keys:  # said after the transaction: the wrong try is counted
        raise WrongCode()
    return _our_half(ledger, code, str(message["mac"]), now)


def _keys_of(message: Mapping[str, Any], key: bytes) -> dict[str, bytes]:
    """Return the desk's three keys of 32 bytes; none unless the desk knows the code."""
    try:
        check_seal(key, message)
        keys = {name: bytes_of(message[name]) for name in ("ed25519", "x25519", "log_key")}
    except (BadSignature, KeyError, TypeError):
        return {}
    return keys if all(len(one) == 32 for one in keys.values()) else {}


def authenticate(
    ledger: Ledger, headers: Mapping[str, str], method: str, path: str, body: bytes
) -> tuple[str, int]:
    """Return desk and counter of a request, and take the counter; `body` is what its signature covers.

    Raises:
        UnknownSigner, Replayed.
    """
    name, signature = headers.get("desk", ""), headers.get("signature", "")
    counter = headers.get("counter", "")
    if not (counter.isascii() and counter.isdigit() and len(counter) < 16):
        raise UnknownSigner()
    with ledger.act() as connection:
        row = connection.execute(sa.select(desk).where(desk.c.desk == name)).first()
        if row is None or row.revoked_at is not None:
            raise UnknownSigner()
        try:
            verify_request(bytes(row.ed25519), signature, method, path, name, int(counter), body)
        except BadSignature as error:
            raise UnknownSigner() from error
        if int(counter) <= row.counter:
            raise Replayed()
        connection.execute(sa.update(desk).where(desk.c.desk == name).values(counter=int(counter)))
    return name, int(counter)


def _code_of(connection: sa.Connection, name: str, now: datetime) -> sa.Row[Any]:
    row = connection.execute(sa.select(enrolment_code).where(enrolment_code.c.desk == name)).first()
    if (
        row is None
        or row.used_at is not None
        or row.wrong >= WRONG_TRIES
        or datetime.fromisoformat(row.expires_at) < now
    ):
        raise WrongCode()
    return row


def _let_in(connection: sa.Connection, code: sa.Row[Any], keys: Mapping[str, bytes], now: datetime) -> None:
    connection.execute(
        sa.update(enrolment_code).where(enrolment_code.c.id == code.id).values(used_at=now.isoformat())
    )
    known = connection.execute(sa.select(desk.c.desk).where(desk.c.desk == code.desk)).first()
    fresh: dict[str, Any] = {**keys, "name": code.name, "enrolled_at": now.isoformat(), "revoked_at": None}
    if known is None:
        first = {"desk": code.desk, "counter": 0, "seq": 0, "hash": FIRST_PREVIOUS}
        connection.execute(sa.insert(desk), fresh | first)
    else:  # enrolled anew: its log goes on where we hold it, its counter starts again with the new key
        connection.execute(sa.update(desk).where(desk.c.desk == code.desk).values(**fresh, counter=0))


def _our_half(ledger: Ledger, code: sa.Row[Any], mac: str, now: datetime) -> dict[str, Any]:
    return sealed(
        bytes(code.key),
        {
            "desk": code.desk,
            "ed25519": text_of(public_key(ledger.key("signing"))),
            "x25519": text_of(box_public_key(ledger.key("box"))),
            "block": [*granted(code.desk)],
            "server_time": now.isoformat(),
        },
        after=mac,
    )
