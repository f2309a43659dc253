"""A larger thing that an item names: a document as one zstd stream, known by its SHA-256 (docs/protocol.md, 10)."""

from __future__ import annotations

import hashlib
import json

import zstandard

from wire.errors import BadThing
from wire.limits import DOCUMENT_BYTES, THING_BYTES


def pack_thing(document: bytes) -> bytes:
    """Return what is sent by parts.

    Raises:
        BadThing: larger than either side takes.
    """
    if len(document) > DOCUMENT_BYTES:
        raise BadThing("the document is too large")
    packed = zstandard.ZstdCompressor(level=19).compress(document)
    if len(packed) > THING_BYTES:
        raise BadThing("the thing is too large")
    return packed


def unpack_thing(packed: bytes, sha256: str) -> bytes:
    """Return the document of a thing that came whole.

    Raises:
        BadThing: not what was named, or it would become larger than stated or allowed.
    """
    if name_of(packed) != sha256:
        raise BadThing("not the bytes that were named")
    try:
        stated = zstandard.frame_content_size(packed)
        if not 0 <= stated <= DOCUMENT_BYTES:  # zstd ignores a limit when the frame states its size
            raise BadThing("it states no size, or too large a one")
        return zstandard.ZstdDecompressor().decompress(packed, max_output_size=DOCUMENT_BYTES)
    except zstandard.ZstdError as error:
        raise BadThing("no zstd stream") from error


def name_of(packed: bytes) -> str:
    """Return the SHA-256 of a thing, hex."""
    return hashlib.sha256(packed).hexdigest()


def is_name(text: object) -> bool:
    """Return whether `text` can be the name of a thing: 64 small hex digits."""
    return isinstance(text, str) and len(text) == 64 and set(text) <= set("0123456789abcdef")


def digest_of(document: object) -> str:
    """Return what tells one published document from another however its file is laid out: hex SHA-256.

    Raises:
        ValueError, TypeError: it is no JSON.
    """
    text = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return hashlib.sha256(text.encode()).hexdigest()
