"""A parcel: what one side carries to the other on a stick (docs/protocol.md, 8).

Read and written part by part: nothing here holds more than one part in memory.
"""

from __future__ import annotations

import hashlib
import secrets
import struct
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, fields
from typing import BinaryIO, NamedTuple

from nacl.exceptions import BadSignatureError, CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox
from nacl.secret import SecretBox
from nacl.signing import SigningKey, VerifyKey

from wire.canonical import Json, canonical, read_body
from wire.errors import BadParcel, BadSignature, CutParcel, NotCanonical
from wire.limits import LABEL_BYTES, PARCEL_BYTES, PARCEL_PART_BYTES, PARTS
from wire.signatures import VERSION, bytes_of, text_of

MAGIC = b"QMC1\n"
SUFFIX = ".qmc"
LOG, ANSWER = "log", "answer"  # what a parcel brings: a desk's frames, or the superior's word for them
ASKED, FRAME, GIVEN, END = b"q", b"f", b"a", b"s"  # kinds of parts; others are of later versions, passed over
SCAN, SCANS_HELD = b"b", b"h"  # bytes of a scan, up; what the superior has of those that came, down
DESK_LETTERS = 64
_LENGTH = struct.Struct(">I")
_KEY_BYTES = 32 + 48  # a sealed box is 48 bytes longer than what is in it
_TAG_BYTES = 16
_SIGNATURE_BYTES = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What stands on a parcel in the clear, and is signed with what is inside.

    `desk` is named as the protocol does and owns the log; `sender` is the Ed25519 key that signed, `receiver` the
    X25519 key that it is sealed to; `counter` is the desk's request counter, which an answer repeats; `at` an ISO time;
    events `first` … `last`, of which `cases` cases speak. An answer has `last` = up to where the log is held.
    """

    kind: str
    desk: str
    sender: bytes
    receiver: bytes
    counter: int
    at: str
    cases: int
    first: int
    last: int


class Part(NamedTuple):
    """One thing in a parcel: its kind, one byte, and what it is."""

    kind: bytes
    data: bytes


def seal(label: Label, parts: Iterable[Part], seed: bytes) -> Iterator[bytes]:
    """Yield the bytes of a parcel, signed with the sender's Ed25519 seed, sealed to the receiver's X25519 key."""
    outside = _outside(label)
    key = secrets.token_bytes(SecretBox.KEY_SIZE)
    yield MAGIC + _LENGTH.pack(len(outside)) + outside + SealedBox(PublicKey(label.receiver)).encrypt(key)
    box, said, number = SecretBox(key), hashlib.sha256(), 0
    for part in parts:
        plain = part.kind + part.data
        said.update(_LENGTH.pack(len(plain)) + plain)
        yield _sealed(box, number, plain)
        number += 1
    signature = SigningKey(seed).sign(_signed(outside, said.digest())).signature
    yield _sealed(box, number, END + signature)


def sealed_size(label: Label, sizes: Iterable[int]) -> int:
    """Return how many bytes a parcel with parts of these sizes has."""
    each = _LENGTH.size + _TAG_BYTES + 1
    head = len(MAGIC) + _LENGTH.size + len(_outside(label)) + _KEY_BYTES
    return head + sum(each + size for size in sizes) + each + _SIGNATURE_BYTES


def read_label(file: BinaryIO) -> Label:
    """Read what stands on a parcel; nobody has vouched for it yet.

    Raises:
        CutParcel, BadParcel.
    """
    return _label(_read_outside(file))


def open_parts(file: BinaryIO, label: Label, box_seed: bytes) -> Iterator[Part]:
    """Yield the parts of a parcel from its start; only when the last was read is it known whose they are.

    So read it twice: once to the end, and if nothing was raised once more to use it. `label` is what was read
    before and whose keys were found right; no part can be changed between by anybody but the sender.

    Raises:
        CutParcel: it ends too early.
        BadParcel: something in it was changed, or it is larger than allowed.
        BadSignature: the sender did not sign this, or not for this receiver.
    """
    file.seek(0)
    outside = _read_outside(file)
    if _label(outside) != label:
        raise BadParcel("another label")
    box, said = SecretBox(_key(file, box_seed)), hashlib.sha256()
    size = 0
    for number in range(PARTS + 1):
        plain = _unsealed(file, box, number)
        size += len(plain)
        if size > PARCEL_BYTES:
            raise BadParcel("larger than a parcel may be")
        if plain[:1] == END:
            _check_end(file, label, _signed(outside, said.digest()), plain[1:])
            return
        said.update(_LENGTH.pack(len(plain)) + plain)
        yield Part(plain[:1], plain[1:])
    raise BadParcel("more parts than allowed")


def check_parcel(file: BinaryIO, label: Label, box_seed: bytes) -> None:
    """Read a parcel to its end, so that its parts may be used; raises as `open_parts` does."""
    for _ in open_parts(file, label, box_seed):
        pass


def _outside(label: Label) -> bytes:
    said: dict[str, Json] = {
        name: text_of(value) if isinstance(value, bytes) else value for name, value in asdict(label).items()
    }
    return canonical(said)


def _read_outside(file: BinaryIO) -> bytes:
    if _exactly(file, len(MAGIC)) != MAGIC:
        raise BadParcel("not a parcel")
    (length,) = _LENGTH.unpack(_exactly(file, _LENGTH.size))
    if length > LABEL_BYTES:
        raise BadParcel("a label that is too long")
    return _exactly(file, length)


def _label(outside: bytes) -> Label:
    try:
        said = read_body(outside)
        values: dict[str, object] = {}
        for field in fields(Label):
            value = said.get(field.name)
            values[field.name] = (
                bytes_of(value) if field.type == "bytes" and isinstance(value, str) else value
            )
            if type(values[field.name]).__name__ != field.type:
                raise BadParcel("a label that lacks something")
    except (NotCanonical, BadSignature) as error:
        raise BadParcel("a label that cannot be read") from error
    label = Label(**values)  # type: ignore[arg-type]  # each was looked at above
    numbers = (label.counter, label.cases, label.first, label.last)
    if len(label.sender) != 32 or len(label.receiver) != 32 or min(numbers) < 0:
        raise BadParcel("a label that no side wrote")
    if len(label.desk) > DESK_LETTERS or not label.desk.isprintable():  # it is told to people as it stands
        raise BadParcel("a desk that no side names so")
    return label


def _key(file: BinaryIO, box_seed: bytes) -> bytes:
    sealed = _exactly(file, _KEY_BYTES)
    try:
        return SealedBox(PrivateKey(box_seed)).decrypt(sealed)
    except CryptoError as error:
        raise BadParcel("sealed to another key, or changed") from error


def _sealed(box: SecretBox, number: int, plain: bytes) -> bytes:
    sealed = box.encrypt(plain, _nonce(number)).ciphertext
    return _LENGTH.pack(len(sealed)) + sealed


def _unsealed(file: BinaryIO, box: SecretBox, number: int) -> bytes:
    (length,) = _LENGTH.unpack(_exactly(file, _LENGTH.size))
    if not _TAG_BYTES < length <= PARCEL_PART_BYTES + _TAG_BYTES:
        raise BadParcel("a part of no possible size")
    try:
        return box.decrypt(_exactly(file, length), _nonce(number))
    except CryptoError as error:
        raise BadParcel("a part that was changed") from error


def _nonce(number: int) -> bytes:
    return number.to_bytes(SecretBox.NONCE_SIZE, "big")  # the key is of this parcel alone


def _signed(outside: bytes, parts: bytes) -> bytes:
    return canonical([VERSION, "parcel", hashlib.sha256(outside).hexdigest(), parts.hex()])


def _check_end(file: BinaryIO, label: Label, signed: bytes, signature: bytes) -> None:
    if file.read(1):
        raise BadParcel("something behind the end")
    try:
        VerifyKey(label.sender).verify(signed, signature)
    except (BadSignatureError, ValueError, TypeError) as error:
        raise BadSignature("not signed by its sender for this receiver") from error


def _exactly(file: BinaryIO, size: int) -> bytes:
    data = file.read(size)
    if len(data) != size:
        raise CutParcel("it ends too early")
    return data
