"""A desk's log comes back to it: the recovery sheet's key, the proof of the log key, parts of a log (protocol, 11)."""

from __future__ import annotations

import hashlib
import hmac
import struct
from collections.abc import Iterable
from dataclasses import dataclass

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

from wire.canonical import Json, canonical, read_body
from wire.errors import BadFrame, BadSignature, NotCanonical
from wire.limits import ANSWER_BYTES
from wire.lookup import ALPHABET
from wire.signatures import box_public_key

SHEET_CHARACTERS = 32
LOG_REQUEST_BYTES = 1024
PART_BYTES = (
    24 * 1024
)  # of one answer: 3 s at 64 kbit/s, so that a line that is cut every few seconds gets on
_PURPOSE = b"quay-mot-cua recovery sheet v1"
_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None})
_LENGTH = struct.Struct(">I")
_HEX = frozenset("0123456789abcdef")


@dataclass(frozen=True, slots=True, kw_only=True)
class LogPart:
    """What follows a seq in a log: one frame, empty at the head; `seq`, `hash` = the head that the superior holds."""

    seq: int
    hash: bytes
    frame: bytes = b""


def sheet_seed(words: str) -> bytes:
    """Return the 32-byte X25519 seed that the 32 characters of a recovery sheet give.

    They hold 160 bits, so nothing is stretched. Dashes, spaces, O for 0 and I or L for 1 are forgiven.

    Raises:
        BadSignature: no sheet looks like this.
    """
    read = words.upper().translate(_MISREAD).strip()
    if len(read) != SHEET_CHARACTERS or not set(read) <= set(ALPHABET):
        raise BadSignature("not the words of a recovery sheet")
    return hmac.digest(_PURPOSE, read.encode(), hashlib.sha256)


def sheet_key(words: str) -> bytes:
    """Return the public half of a sheet's key: what the superior may hold."""
    return box_public_key(sheet_seed(words))


def seal_to(public: bytes, secret: bytes) -> bytes:
    """Return `secret` for the owner of an X25519 key alone."""
    return bytes(SealedBox(PublicKey(public)).encrypt(secret))


def can_be_sealed_to(public: bytes) -> bool:
    """Return whether 32 bytes are a key that something can be sealed to: points of a small order are none."""
    try:
        seal_to(public, b"")
    except CryptoError:
        return False
    return True


def open_sealed(seed: bytes, boxes: Iterable[bytes]) -> bytes:
    """Return what one of `boxes` holds for the owner of `seed`.

    Raises:
        BadSignature: none is for it.
    """
    own = SealedBox(PrivateKey(seed))
    for box in boxes:
        try:
            return bytes(own.decrypt(box))
        except CryptoError:  # for another sheet, or spoilt
            continue
    raise BadSignature("sealed to somebody else")


def log_proof(log_key: bytes, desk: str, counter: int) -> str:
    """Return the hex proof that whoever asks for a log has its key: a code alone opens no citizen's data."""
    return hmac.digest(log_key, canonical(["log", desk, counter]), hashlib.sha256).hex()


def check_proof(log_key: bytes, desk: str, counter: int, proof: str) -> None:
    """Insist that whoever asks has the log's key.

    Raises:
        BadSignature.
    """
    if not (proof.isascii() and hmac.compare_digest(proof, log_proof(log_key, desk, counter))):
        raise BadSignature("the log's key is not known to whoever asks")


def pack_log_request(after: int, proof: str) -> bytes:
    """Return the body of `POST /v1/log`."""
    return canonical({"after": after, "proof": proof})


def unpack_log_request(body: bytes) -> tuple[int, str]:
    """Return (seq after which the log is asked for, proof).

    Raises:
        BadFrame: not such a request.
    """
    try:
        match read_body(body):
            case {"after": int(after), "proof": str(proof)} if 0 <= after < 2**53 and after is not True:
                return after, proof
    except NotCanonical as error:
        raise BadFrame("not a request for a log") from error
    raise BadFrame("not a request for a log")


def pack_log_part(part: LogPart) -> bytes:
    """Return the answer to `POST /v1/log`: u32 length, the head, a frame or nothing."""
    head: Json = {"hash": part.hash.hex(), "seq": part.seq}
    packed = canonical(head)
    return _LENGTH.pack(len(packed)) + packed + part.frame


def unpack_log_part(body: bytes) -> LogPart:
    """Read an answer to `POST /v1/log`.

    Raises:
        BadFrame: not such an answer.
    """
    if not _LENGTH.size <= len(body) <= ANSWER_BYTES:
        raise BadFrame("the size is none of a part of a log")
    (length,) = _LENGTH.unpack_from(body)
    end = _LENGTH.size + length
    try:
        match read_body(body[_LENGTH.size : end]):
            case {"seq": int(seq), "hash": str(head)} if (
                seq >= 0 and len(head) == 64 and set(head) <= _HEX and end <= len(body)
            ):
                return LogPart(seq=seq, hash=bytes.fromhex(head), frame=body[end:])
    except NotCanonical as error:
        raise BadFrame("a part of a log without a head") from error
    raise BadFrame("a part of a log without a head")
