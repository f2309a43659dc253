"""Operators' accounts: passphrases as Argon2id, roles, and the lock after five wrong tries."""

from __future__ import annotations

import re
import threading
import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa
from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

from district_server.engines import hold
from district_server.judge import mac
from district_server.ledger import Ledger, operator, operator_session, operator_try
from district_server.operators.acts import note
from district_server.operators.errors import CannotDo, Locked, TooManyHere, WrongLogin

ROLES = {
    "view": "xem",
    "import": "nhập USB, xử lý ngoại lệ",
    "publish": "công bố danh mục",
    "enrol": "đăng ký, thu hồi quầy; khóa tài khoản",
}
WRONG_TRIES, LOCK = 5, timedelta(minutes=15)
TRIES_HERE = 30  # an hour, from one address, whatever the names
LEAST, MOST = 12, 200  # letters of a passphrase
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{1,31}", re.ASCII)
_HASHER = PasswordHasher(time_cost=3, memory_cost=64 * 1024, parallelism=1)
# Of no passphrase that anybody knows, by the same parameters: who is not there takes as long as who is.
_NOBODY = "$argon2id$v=19$m=65536,t=3,p=1$8Kq+mazvHIMKNzMOzW6y1g$MRN9blekCX0x7uxkG+kP9g9+tclIiQ8iCIWFQo2PBnM"
_AT_ONCE = threading.Semaphore(2)  # else forty tries at once take 2.5 GB


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """An operator; `roles` are words of ROLES. Whoever has an account may look."""

    name: str
    roles: frozenset[str]
    made_at: str
    ended_at: str | None


def add(
    connection: sa.Connection, name: str, passphrase: str, roles: list[str], by: str, now: datetime
) -> None:
    """Make an account.

    Raises:
        CannotDo: the name, the passphrase or a role cannot be, or somebody has the name.
    """
    if not _NAME.fullmatch(name):
        raise CannotDo("Tên tài khoản gồm 2-32 chữ thường không dấu, số và . _ -; hãy chọn tên khác.")
    unknown = [role for role in roles if role not in ROLES]
    if unknown or not roles:
        raise CannotDo(f"Quyền phải là một trong: {', '.join(ROLES)}; hãy sửa lại.")
    kept = hashed(name, passphrase)
    if connection.execute(sa.select(operator.c.name).where(operator.c.name == name)).first():
        raise CannotDo(f"Đã có tài khoản {name}; hãy chọn tên khác.")
    row = {"name": name, "passphrase": kept, "roles": ",".join(roles), "made_at": now.isoformat()}
    connection.execute(sa.insert(operator), row)
    note(connection, now, by, "added", f"{name}: {', '.join(roles)}")


def hashed(name: str, passphrase: str) -> str:
    """Return what is kept of a passphrase.

    Raises:
        CannotDo: too short, too long, or the name itself.
    """
    whole = unicodedata.normalize("NFC", passphrase)
    if not LEAST <= len(whole) <= MOST or name in whole.lower() or len(set(whole)) < 5:
        raise CannotDo(
            f"Mật khẩu cần {LEAST}-{MOST} ký tự, ít nhất 5 ký tự khác nhau, không chứa tên tài khoản; hãy chọn lại."
        )
    with _AT_ONCE:
        return _HASHER.hash(whole)


def change_passphrase(
    connection: sa.Connection, name: str, passphrase: str, by: str, now: datetime, *, keep: bytes = b""
) -> None:
    """Give an account another passphrase; its sessions end, but for the one of digest `keep`.

    Raises:
        CannotDo.
    """
    kept = hashed(name, passphrase)
    done = connection.execute(sa.update(operator).where(operator.c.name == name).values(passphrase=kept))
    if done.rowcount != 1:
        raise CannotDo(f"Không có tài khoản {name}; hãy kiểm tra lại tên.")
    connection.execute(
        sa.delete(operator_session).where(
            operator_session.c.operator == name, operator_session.c.digest != keep
        )
    )
    note(connection, now, by, "passphrase", name)


def end(connection: sa.Connection, name: str, by: str, now: datetime, address: str = "") -> None:
    """End an account and its sessions; the name stays taken, its lines in the log stay true.

    Raises:
        CannotDo: nobody has it, or it has ended.
    """
    done = connection.execute(
        sa.update(operator)
        .where(operator.c.name == name, operator.c.ended_at.is_(None))
        .values(ended_at=now.isoformat())
    )
    if done.rowcount != 1:
        raise CannotDo(f"Không có tài khoản {name} đang dùng; hãy kiểm tra lại tên.")
    connection.execute(sa.delete(operator_session).where(operator_session.c.operator == name))
    note(connection, now, by, "ended", name, address)


def accounts(ledger: Ledger) -> list[Account]:
    """Return every account by name."""
    with ledger.act() as connection:
        return [account_of(row) for row in connection.execute(sa.select(operator).order_by(operator.c.name))]


def account_of(row: sa.Row[tuple[object, ...]]) -> Account:
    """Return the account of a row."""
    roles = frozenset(row.roles.split(",")) & ROLES.keys()
    return Account(name=row.name, roles=roles, made_at=row.made_at, ended_at=row.ended_at)


def check(ledger: Ledger, name: str, passphrase: str, address: str, now: datetime) -> None:
    """Insist that this is the passphrase of the account.

    The try is counted before it is looked at, so that many at once are no more than five; being right takes it back.

    Raises:
        WrongLogin, Locked, TooManyHere.
    """
    key = ledger.key("look_up")
    who, here = mac(key, "operator", name[:64]), mac(key, "operator from", address)
    with ledger.act() as connection:
        tried_here = _count(connection, here, TRIES_HERE, timedelta(hours=1), now)
        tried = None if tried_here.shut else _count(connection, who, WRONG_TRIES, LOCK, now)
        row = connection.execute(sa.select(operator).where(operator.c.name == name[:64])).first()
    if tried is None:
        raise TooManyHere()
    if tried.shut and tried.until is not None:
        raise Locked(tried.until)
    known = row is not None and row.ended_at is None
    right = _is_right(row.passphrase if row else _NOBODY, passphrase) and known
    with ledger.act() as connection:
        if right:
            connection.execute(  # in the order in which they are counted: else two would wait for each other
                sa.update(operator_try)
                .where(operator_try.c.who == here)
                .values(wrong=operator_try.c.wrong - 1, locked_until=None)
            )
            connection.execute(sa.delete(operator_try).where(operator_try.c.who == who))
        else:  # a name that nobody has may be a passphrase in the wrong field: it is not written down
            note(connection, now, row.name if row else "", "sign_in_failed", "", address)
    if not right and tried.until is not None:
        raise Locked(tried.until)
    if not right:
        raise WrongLogin()


@dataclass(frozen=True, slots=True)
class _Tried:
    """`shut` = it was locked before this try; `until` = locked from now on, if it is wrong."""

    shut: bool
    until: datetime | None


def _count(connection: sa.Connection, who: bytes, most: int, lock: timedelta, now: datetime) -> _Tried:
    tries = operator_try.c
    hold(connection, who)  # else two first tries at once would both write its row
    connection.execute(sa.delete(operator_try).where(tries.at < (now - timedelta(days=1)).isoformat()))
    row = connection.execute(sa.select(operator_try).where(tries.who == who).with_for_update()).first()
    until = datetime.fromisoformat(row.locked_until) if row and row.locked_until else None
    if until is not None and until > now:
        return _Tried(shut=True, until=until)
    wrong = 1 if row is None or until is not None else row.wrong + 1
    until = now + lock if wrong >= most else None
    kept = {"wrong": wrong, "at": now.isoformat(), "locked_until": until.isoformat() if until else None}
    if row is None:
        connection.execute(sa.insert(operator_try), kept | {"who": who})
    else:
        connection.execute(sa.update(operator_try).where(tries.who == who).values(**kept))
    return _Tried(shut=False, until=until)


def _is_right(kept: str, passphrase: str) -> bool:
    whole = unicodedata.normalize("NFC", passphrase[:MOST])
    with _AT_ONCE:
        try:
            return _HASHER.verify(kept, whole)
        except VerificationError:
            return False
