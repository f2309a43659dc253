"""Begin a recovery in `first-start/`, or take up one that was cut: a code goes with the keys that it was tried with."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from pathlib import Path

from desk_app.domain.errors import KeysUnreadable, OtherPassphraseThen, UnknownStaff, WrongPassphrase
from desk_app.domain.staff import Staff
from desk_app.domain.superior import DeskKeys
from desk_app.machine import first_start, key_slots, keys_file, recovery_tries
from desk_app.machine.key_slots import Cost, Opened
from desk_app.machine.recovery_tries import Tries


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """The new store's key with the new sheet's words, and the desk's keys that the code of this try goes with."""

    opened: Opened
    keys: DeskKeys


def begin(
    folder: Path, code: str, first: Staff, passphrase: str, cost: Cost | None, opened: Opened | None
) -> Begun:
    """Return the keys that the code of this hex digest was tried with, or fresh ones, kept before anything is sent.

    `opened` = what this process had from a try before: then login and passphrase may be others than in that try.

    Raises:
        PassphraseTooShort, StorageFull, StorageUnreadable.
        StoreMissing: something of a desk lies here already.
        OtherPassphraseThen: this code was tried before a restart, with another login or passphrase.
    """
    first_start.check_vacant(folder)
    making = folder / first_start.FOLDER
    key_slots.check_length(passphrase)
    if code not in recovery_tries.codes(making) and code in recovery_tries.codes(folder / first_start.ASIDE):
        first_start.go_back(folder)  # a mistyped code with a mistyped passphrase began something else over it
        opened = None
    key = opened.key if opened else _key(making, code, first, passphrase)
    tries = recovery_tries.read(making, key) if key else None
    if key is None or tries is None:
        made = key_slots.create(first_start.begin(folder), first, passphrase, cost)
        tries = Tries(recovery=made.recovery)
    else:
        made = Opened(key=key, recovery=tries.recovery)
        if opened or keys_file.members(making) != [first]:  # the passphrase or a name was put right meanwhile
            key_slots.create(making, first, passphrase, cost, made)
    keys = tries.keys.get(code)
    if keys is None:  # those of other codes stay: a slip in typing must not lose what was sent before
        keys = DeskKeys(signing=secrets.token_bytes(32), box=secrets.token_bytes(32))
        kept = Tries(recovery=made.recovery, keys={**tries.keys, code: keys})
        recovery_tries.keep(making, made.key, kept)
    return Begun(opened=made, keys=keys)


def _key(making: Path, code: str, first: Staff, passphrase: str) -> bytes | None:
    """Return the key of what a try before a restart left; None where there is nothing to go on with."""
    try:
        return key_slots.open_slot(making, first.login, passphrase)
    except KeysUnreadable:
        return None
    except (UnknownStaff, WrongPassphrase) as error:
        if code in recovery_tries.codes(making):
            raise OtherPassphraseThen() from error
        return None
