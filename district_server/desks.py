"""Desks: enrolment by one-time code, and whose request this is."""

from __future__ import annotations

import hmac
import logging
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from district_server.errors import HasLog, Replayed, UnknownSigner, WrongCode
from district_server.ledger import Ledger, desk, enrolment_code, recovery_key
from district_server.logs import told
from district_server.numbers import granted, is_desk
from wire.canonical import canonical, read_body
from wire.enrolment import check_seal, code_key, new_code, sealed
from wire.errors import BadSignature
from wire.event import FIRST_PREVIOUS
from wire.recovery import can_be_sealed_to
from wire.signatures import box_public_key, bytes_of, public_key, text_of, verify_request

log = logging.getLogger("district_server")

ENROL, RECOVER = "enrol", "recover"  # what a code was used for
CODE_LIVES = timedelta(hours=72)
WRONG_TRIES = 5
SHEETS = 4  # newest keys of recovery sheets that are kept of a desk


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
    """Make a desk known and return our half; to the same message again the same, and nothing is written.

    Raises:
        WrongCode: whatever was wrong with it.
        HasLog: a log of this desk is here, and this is not its key; the code stays good.
    """
    name = message.get("desk")
    if not is_desk(name):  # nothing of what it is reaches SQL
        raise WrongCode()
    with ledger.act() as connection:
        code = code_of(connection, str(name), now)
        again = given_before(code, ENROL, message) is not None
        keys = {} if again else keys_of(message, bytes(code.key), "ed25519", "x25519", "log_key")
        if keys:
            _check_log_key(connection, str(name), keys["log_key"])
            let_in(connection, code, keys, now)
            use_up(connection, code, ENROL, message, {}, now)
            keep_sheet(connection, str(name), message)
        elif not again:
            count_wrong(connection, code)
    if not (again or keys):  # said after the transaction: the wrong try is counted
        raise WrongCode()
    if not again:
        told(log, ENROL, desk=str(name))
    return sealed(bytes(code.key), our_half(ledger, code, now), after=str(message["mac"]))


def keys_of(message: Mapping[str, Any], key: bytes, *names: str) -> dict[str, bytes]:
    """Return the desk's named keys of 32 bytes, `x25519` among them; none unless the desk knows the code."""
    try:
        check_seal(key, message)
        keys = {name: bytes_of(message[name]) for name in names}
    except (BadSignature, KeyError, TypeError):
        return {}
    whole = all(len(one) == 32 for one in keys.values())
    return keys if whole and can_be_sealed_to(keys["x25519"]) else {}


def count_wrong(connection: sa.Connection, code: sa.Row[Any]) -> None:
    """Count a wrong try of a code."""
    connection.execute(
        sa.update(enrolment_code)
        .where(enrolment_code.c.id == code.id)
        .values(wrong=enrolment_code.c.wrong + 1)
    )


def _check_log_key(connection: sa.Connection, name: str, log_key: bytes) -> None:
    """Insist that a log that we hold keeps its key: under another its digests would prove nothing any more."""
    held = connection.execute(sa.select(desk.c.log_key, desk.c.seq).where(desk.c.desk == name)).first()
    if held is not None and held.seq and not hmac.compare_digest(bytes(held.log_key), log_key):
        raise HasLog()


def keep_sheet(connection: sa.Connection, name: str, message: Mapping[str, Any]) -> None:
    """Keep the key of a desk's recovery sheet as the newest, beside the few before it.

    A recovery that is cut leaves a sheet that is on no paper: an older one must still open the log.
    """
    of_desk = recovery_key.c.desk == name
    for key in keys_in(message, "recovery"):
        connection.execute(sa.delete(recovery_key).where(of_desk, recovery_key.c.key == key))
        connection.execute(sa.insert(recovery_key), {"desk": name, "key": key})
        newest = sa.select(recovery_key.c.id).where(of_desk).order_by(recovery_key.c.id.desc()).limit(SHEETS)
        kept = connection.execute(newest).scalars().all()
        connection.execute(sa.delete(recovery_key).where(of_desk, recovery_key.c.id.not_in(kept)))


def keys_in(message: Mapping[str, Any], *names: str) -> list[bytes]:
    """Return those of the named keys of a checked message that are there and can be used."""
    found = []
    for name in names:
        try:
            found.append(bytes_of(message.get(name, "")))
        except (BadSignature, TypeError):
            continue
    return [key for key in found if len(key) == 32 and can_be_sealed_to(key)]


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
        key = _key_of(connection, name)
        try:
            verify_request(key, signature, method, path, name, int(counter), body)
        except BadSignature as error:
            raise UnknownSigner() from error
        # looked at and taken in one statement: of two requests with one counter only the first is let in
        mine = (desk.c.desk == name, desk.c.ed25519 == key, desk.c.revoked_at.is_(None))
        taken = sa.update(desk).where(*mine, desk.c.counter < int(counter)).values(counter=int(counter))
        if connection.execute(taken).rowcount == 0:
            if _key_of(connection, name) != key:  # enrolled anew or revoked meanwhile
                raise UnknownSigner()
            raise Replayed()
    return name, int(counter)


def _key_of(connection: sa.Connection, name: str) -> bytes:
    known = sa.select(desk.c.ed25519).where(desk.c.desk == name, desk.c.revoked_at.is_(None))
    key = connection.execute(known).scalar() if is_desk(name) else None
    if key is None:
        raise UnknownSigner()
    return bytes(key)


def code_of(connection: sa.Connection, name: str, now: datetime) -> sa.Row[Any]:
    """Return the code of a desk that can still be used, or was and is still within its time, or raise WrongCode."""
    # held until the try is counted: five at once would each be the first
    codes = sa.select(enrolment_code).where(enrolment_code.c.desk == name).with_for_update()
    row = connection.execute(codes.order_by(enrolment_code.c.id.desc())).first()
    if row is None or row.wrong >= WRONG_TRIES or datetime.fromisoformat(row.expires_at) < now:
        raise WrongCode()
    return row


def given_before(code: sa.Row[Any], purpose: str, message: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return what was answered beside our half to the very message that used a code up; None: it is unused.

    A mac with the code's key covers all of a message, so another key, sheet or purpose is another message: whoever
    else has the code gets nothing, and whoever overheard the message gets what he overheard.

    Raises:
        WrongCode: something else used it. No try is counted: there is nothing left to be guessed.
    """
    if code.used_at is None:
        return None
    try:
        check_seal(bytes(code.key), message)
    except BadSignature as error:
        raise WrongCode() from error
    if code.asked is None or not hmac.compare_digest(code.asked, _asked(purpose, message)):
        raise WrongCode()
    return read_body(code.given.encode())


def use_up(
    connection: sa.Connection,
    code: sa.Row[Any],
    purpose: str,
    message: Mapping[str, Any],
    given: Mapping[str, Any],
    now: datetime,
) -> None:
    """End a code, for all but the checked message that used it: its answer may not have arrived."""
    used = {"used_at": now.isoformat(), "asked": _asked(purpose, message), "given": canonical(given).decode()}
    connection.execute(sa.update(enrolment_code).where(enrolment_code.c.id == code.id).values(**used))


def _asked(purpose: str, message: Mapping[str, Any]) -> str:
    return f"{purpose} {message['mac']}"


def let_in(connection: sa.Connection, code: sa.Row[Any], keys: Mapping[str, bytes], now: datetime) -> None:
    """Make a desk known by its new keys."""
    known = connection.execute(sa.select(desk.c.desk).where(desk.c.desk == code.desk)).first()
    fresh: dict[str, Any] = {**keys, "name": code.name, "enrolled_at": now.isoformat(), "revoked_at": None}
    if known is None:
        first = {"desk": code.desk, "counter": 0, "seq": 0, "hash": FIRST_PREVIOUS}
        connection.execute(sa.insert(desk), fresh | first)
    else:  # enrolled anew: its log goes on where we hold it, its counter starts again with the new key
        connection.execute(sa.update(desk).where(desk.c.desk == code.desk).values(**fresh, counter=0))


def our_half(ledger: Ledger, code: sa.Row[Any], now: datetime) -> dict[str, Any]:
    """Return what a desk that was let in must know of us."""
    return {
        "desk": code.desk,
        "ed25519": text_of(public_key(ledger.key("signing"))),
        "x25519": text_of(box_public_key(ledger.key("box"))),
        "block": [*granted(code.desk)],
        "server_time": now.isoformat(),
    }
