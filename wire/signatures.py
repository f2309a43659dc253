"""Signatures on requests and answers (docs/protocol.md, 3): Ed25519 over canonical lists."""

from __future__ import annotations

import base64
import binascii
import hashlib

from nacl.exceptions import BadSignatureError
from nacl.public import PrivateKey
from nacl.signing import SigningKey, VerifyKey

from wire.canonical import Json, canonical
from wire.errors import BadSignature, NotCanonical

VERSION = 1
MOST_SIGNATURES = 2


def text_of(data: bytes) -> str:
    """Return base64, URL-safe, without padding."""
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def bytes_of(text: str) -> bytes:
    """Read what `text_of` wrote.

    Raises:
        BadSignature: it is not base64.
    """
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as error:
        raise BadSignature("not base64") from error


def public_key(seed: bytes) -> bytes:
    """Return the 32-byte Ed25519 public key of a 32-byte seed."""
    return bytes(SigningKey(seed).verify_key)


def box_public_key(seed: bytes) -> bytes:
    """Return the 32-byte X25519 public key of a 32-byte seed."""
    return bytes(PrivateKey(seed).public_key)


def sign_request(seed: bytes, method: str, path: str, desk: str, counter: int, body: bytes) -> str:
    """Return the Signature header of a request."""
    return _sign(seed, _request(method, path, desk, counter, body))


def verify_request(
    key: bytes, signature: str, method: str, path: str, desk: str, counter: int, body: bytes
) -> None:
    """Insist that the desk that owns `key` made this request.

    Raises:
        BadSignature.
    """
    _verify(key, signature, _request(method, path, desk, counter, body))


def sign_answer(
    seed: bytes, desk: str, counter: int, seq: int, head: bytes, server_time: str, body: bytes
) -> str:
    """Return the Superior-Signature header of an answer."""
    return _sign(seed, _answer(desk, counter, seq, head, server_time, body))


def verify_answer(
    key: bytes,
    signature: str,
    desk: str,
    counter: int,
    seq: int,
    head: bytes,
    server_time: str,
    body: bytes,
) -> bytes:
    """Insist that the superior that owns `key` gave this answer to this request; return its signature, 64 bytes.

    Raises:
        BadSignature.
    """
    return _verify_any(key, signature, _answer(desk, counter, seq, head, server_time, body))


def sign_reply(seed: bytes, desk: str, counter: int, body: bytes) -> str:
    """Return the Superior-Signature header of what is no acknowledgement: a part of a scan, of a list, of a log."""
    return _sign(seed, _reply(desk, counter, body))


def verify_reply(key: bytes, signature: str, desk: str, counter: int, body: bytes) -> None:
    """Insist that the superior that owns `key` gave these bytes to this request.

    Raises:
        BadSignature.
    """
    _verify_any(key, signature, _reply(desk, counter, body))


def sign_list(seed: bytes, fields: list[Json]) -> str:
    """Return the signature of a list that stands inside an item."""
    return _sign(seed, [VERSION, *fields])


def verify_list(key: bytes, signature: str, fields: list[Json]) -> None:
    """Insist that the owner of `key` signed this list.

    Raises:
        BadSignature.
    """
    _verify(key, signature, [VERSION, *fields])


def _reply(desk: str, counter: int, body: bytes) -> list[Json]:
    return [VERSION, "reply", desk, counter, hashlib.sha256(body).hexdigest()]


def _request(method: str, path: str, desk: str, counter: int, body: bytes) -> list[Json]:
    return [VERSION, method, path, desk, counter, hashlib.sha256(body).hexdigest()]


def _answer(desk: str, counter: int, seq: int, head: bytes, server_time: str, body: bytes) -> list[Json]:
    return [VERSION, desk, counter, seq, head.hex(), server_time, hashlib.sha256(body).hexdigest()]


def _sign(seed: bytes, fields: list[Json]) -> str:
    return text_of(SigningKey(seed).sign(canonical(fields)).signature)


def _verify_any(key: bytes, signatures: str, fields: list[Json]) -> bytes:
    """Return the one of the signatures that is of `key`: while its key changes a superior signs with both."""
    for one in signatures.split(",", MOST_SIGNATURES)[:MOST_SIGNATURES]:
        try:
            _verify(key, one.strip(), fields)
        except BadSignature:
            continue
        return bytes_of(one.strip())
    raise BadSignature("not signed with this key")


def _verify(key: bytes, signature: str, fields: list[Json]) -> None:
    try:
        VerifyKey(key).verify(canonical(fields), bytes_of(signature))
    except (BadSignatureError, NotCanonical, ValueError, TypeError) as error:
        raise BadSignature("not signed with this key") from error
