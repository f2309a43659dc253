"""What an unfinished recovery keeps in `first-start/` beside the keys and the store that it makes.

With each code that was tried go the desk's keys, and with all of them the words of the new sheet, whose public half was
sent along: after a lost answer or a power cut the same code has to send the same message, since a superior answers no
other. Sealed with the new store's key, which the passphrase of that try opens; gone when the desk is in its place.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from desk_app.domain.superior import DeskKeys
from desk_app.machine import first_start
from desk_app.machine.whole_file import write_whole

FILE = first_start.TRIES
_MOST_BYTES = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Tries:
    """The words of the new sheet, and the keys by the hex digest of the code that they were tried with."""

    recovery: str
    keys: Mapping[str, DeskKeys] = field(default_factory=dict)


def codes(making: Path) -> list[str]:
    """Return the digests of the codes that were tried; none where nothing is kept."""
    return [str(code) for code in _said(making).get("codes", [])]


def read(making: Path, key: bytes) -> Tries | None:
    """Return what is kept; None where nothing is, or nothing that this key opens."""
    said = _said(making)
    try:
        return _tries(json.loads(SecretBox(key).decrypt(base64.b64decode(said["sealed"]))))
    except (CryptoError, ValueError, KeyError, TypeError):
        return None


def keep(making: Path, key: bytes, tries: Tries) -> None:
    """Replace what is kept.

    Raises:
        StorageFull, StorageUnreadable: what was kept before still is.
    """
    inner = {
        "recovery": tries.recovery,
        "keys": {code: [one.signing.hex(), one.box.hex()] for code, one in tries.keys.items()},
    }
    sealed = base64.b64encode(bytes(SecretBox(key).encrypt(json.dumps(inner).encode()))).decode()
    write_whole(making / FILE, json.dumps({"version": 1, "codes": [*tries.keys], "sealed": sealed}))


def _said(making: Path) -> dict[str, Any]:
    try:
        with (making / FILE).open("rb") as file:
            said = json.loads(file.read(_MOST_BYTES))
    except (OSError, ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) and isinstance(said.get("codes"), list) else {}


def _tries(inner: dict[str, Any]) -> Tries:
    keys = {
        code: DeskKeys(signing=bytes.fromhex(signing), box=bytes.fromhex(box))
        for code, (signing, box) in inner["keys"].items()
    }
    return Tries(recovery=inner["recovery"], keys=keys)
