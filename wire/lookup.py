"""Mã tra cứu: six characters that let the citizen ask for one case (docs/protocol.md, 5)."""

from __future__ import annotations

import hashlib
import hmac

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base32: no I, L, O, U


def lookup_code(log_key: bytes, case_code: str) -> str:
    """Return the mã tra cứu of a case: 30 bits that nobody can guess without the desk's log key."""
    key = hmac.digest(log_key, b"lookup", hashlib.sha256)
    bits = int.from_bytes(hmac.digest(key, case_code.encode(), hashlib.sha256)[:4], "big") >> 2
    return "".join(ALPHABET[bits >> shift & 31] for shift in range(25, -1, -5))
