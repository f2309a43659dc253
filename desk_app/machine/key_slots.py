"""The store's key, wrapped in keys.json once for each member of staff and for the recovery sheet."""

from __future__ import annotations

import base64
import secrets
import unicodedata
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw
from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from desk_app.domain.errors import MemoryShort, PassphraseTooShort, StaffExists, UnknownStaff, WrongPassphrase
from desk_app.domain.staff import Staff
from desk_app.machine.keys_file import RECOVERY, read, write

LEAST_CHARACTERS = 8
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD = str.maketrans("OIL", "011", " -")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Argon2id's parameters; each slot keeps those it was made with."""

    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What the first start gives: the store's key, and the 32 characters of the recovery sheet."""

    key: bytes
    recovery: str


def create(
    folder: Path, first: Staff, passphrase: str, cost: Cost | None = None, opened: Opened | None = None
) -> Opened:
    """Make keys.json with two slots: the first member of staff and the recovery sheet.

    For a new key and new words, unless `opened` says which a first start had before it was cut.
    """
    check_length(passphrase)
    made = opened or _new()
    recovery = Staff(login=RECOVERY, name="")
    cost = cost or Cost()
    words = made.recovery.replace("-", "")
    write(folder, [_slot(first, passphrase, made.key, cost), _slot(recovery, words, made.key, cost)])
    return made


def _new() -> Opened:
    words = "".join(secrets.choice(_ALPHABET) for _ in range(32))
    return Opened(
        key=secrets.token_bytes(SecretBox.KEY_SIZE),
        recovery="-".join(words[n : n + 4] for n in range(0, 32, 4)),
    )


def open_slot(folder: Path, login: str, passphrase: str) -> bytes:
    """Return the store's key.

    Raises:
        UnknownStaff, WrongPassphrase, KeysUnreadable.
    """
    for slot in read(folder):
        if slot["login"] == login:
            return _unwrap(slot, passphrase)
    raise UnknownStaff(staff=login)


def open_with_recovery(folder: Path, words: str) -> bytes:
    """Return the store's key by the recovery sheet; dashes, spaces, O for 0 and I or L for 1 are forgiven."""
    return open_slot(folder, RECOVERY, words.upper().translate(_MISREAD).replace("-", "").replace(" ", ""))


def add(folder: Path, key: bytes, member: Staff, passphrase: str, cost: Cost | None = None) -> None:
    """Add a slot for a new member of staff.

    Raises:
        StaffExists, PassphraseTooShort, KeysUnreadable.
    """
    check_length(passphrase)
    slots = read(folder)
    if any(slot["login"] == member.login for slot in slots):
        raise StaffExists(staff=member.login)
    write(folder, [*slots, _slot(member, passphrase, key, cost or Cost())])


def check_length(passphrase: str) -> None:
    """Return when a passphrase is long enough, or raise PassphraseTooShort."""
    if len(_composed(passphrase)) < LEAST_CHARACTERS:
        raise PassphraseTooShort(least=LEAST_CHARACTERS)


def _slot(member: Staff, passphrase: str, key: bytes, cost: Cost) -> dict[str, Any]:
    salt = secrets.token_bytes(16)
    wrapped = SecretBox(_stretched(passphrase, salt, cost)).encrypt(key)
    who = {
        "login": member.login,
        "name": member.name,
        "title": member.title,
    }  # what they may do stands in the log
    return who | asdict(cost) | {"salt": _text(salt), "wrapped": _text(bytes(wrapped))}


def _unwrap(slot: dict[str, Any], passphrase: str) -> bytes:
    cost = Cost(memory_kib=slot["memory_kib"], passes=slot["passes"], lanes=slot["lanes"])
    box = SecretBox(_stretched(passphrase, base64.b64decode(slot["salt"]), cost))
    try:
        return bytes(box.decrypt(base64.b64decode(slot["wrapped"])))
    except CryptoError as error:
        raise WrongPassphrase() from error


def _stretched(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    secret = _composed(passphrase).encode("utf-8", "surrogatepass")  # a wrong key, not a crash
    try:
        return hash_secret_raw(
            secret, salt, cost.passes, cost.memory_kib, cost.lanes, SecretBox.KEY_SIZE, Type.ID
        )
    except HashingError as error:  # of all that Argon2 checks, only memory is left to fail
        raise MemoryShort(needed=cost.memory_kib // 1024) from error


def _composed(passphrase: str) -> str:
    """Return the one spelling of what was typed: a Mac, an input method and Windows part ễ differently."""
    return unicodedata.normalize("NFC", passphrase)


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()
