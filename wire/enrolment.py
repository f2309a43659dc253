"""How a desk and its superior come to know each other (docs/protocol.md, 4)."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Mapping

from wire.canonical import Json, canonical
from wire.errors import BadSignature, NotCanonical
from wire.lookup import ALPHABET

CHARACTERS = 16
_PURPOSE = b"quay-mot-cua enrol v1"
_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None})


def new_code() -> str:
    """Return a one-time code of 80 bits in groups of four."""
    code = "".join(secrets.choice(ALPHABET) for _ in range(CHARACTERS))
    return "-".join(code[n : n + 4] for n in range(0, CHARACTERS, 4))


def read_code(text: str) -> str:
    """Return a code as it was meant: dashes and spaces aside, O read as 0, I and L as 1.

    Raises:
        BadSignature: no code looks like this.
    """
    code = text.upper().translate(_MISREAD).strip()
    if len(code) != CHARACTERS or not set(code) <= set(ALPHABET):
        raise BadSignature("not an enrolment code")
    return code


def code_key(code: str) -> bytes:
    """Return the key that both sides make from the code."""
    return hmac.digest(_PURPOSE, read_code(code).encode(), hashlib.sha256)


def sealed(key: bytes, message: Mapping[str, Json], after: str = "") -> dict[str, Json]:
    """Return `message` with its mac; an answer's mac covers the request's (`after`) as well."""
    return {**message, "mac": _mac(key, message, after)}


def check_seal(key: bytes, message: Mapping[str, Json], after: str = "") -> None:
    """Insist that the other side knows the code.

    Raises:
        BadSignature: also for a message that no honest side could have sealed.
    """
    given = message.get("mac")
    rest = {name: value for name, value in message.items() if name != "mac"}
    try:
        own = _mac(key, rest, after)
    except NotCanonical as error:
        raise BadSignature("a message that has no mac") from error
    if not (isinstance(given, str) and given.isascii() and hmac.compare_digest(given, own)):
        raise BadSignature("the other side does not know the code")


def _mac(key: bytes, message: Mapping[str, Json], after: str) -> str:
    return hmac.digest(key, canonical({"after": after, "message": dict(message)}), hashlib.sha256).hex()
