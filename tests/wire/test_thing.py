"""Things that travel by parts: only the named bytes count, and none swells beyond what is allowed."""

from __future__ import annotations

import hashlib

import pytest
import zstandard

from wire.errors import BadSignature, BadThing
from wire.limits import DOCUMENT_BYTES
from wire.news import announced_key, check_announced
from wire.signatures import bytes_of, public_key
from wire.thing import is_name, name_of, pack_thing, unpack_thing

DOCUMENT = b'{"version":2}' * 99


def named(data: bytes) -> tuple[bytes, str]:
    return data, hashlib.sha256(data).hexdigest()


def test_a_document_comes_back():
    packed = pack_thing(DOCUMENT)

    assert unpack_thing(packed, name_of(packed)) == DOCUMENT
    assert is_name(name_of(packed))


def test_every_changed_byte_is_seen():
    packed = pack_thing(DOCUMENT)
    for at in range(len(packed)):
        with pytest.raises(BadThing):
            unpack_thing(packed[:at] + bytes([packed[at] ^ 1]) + packed[at + 1 :], name_of(packed))


def test_what_would_swell_is_refused_before_it_does():
    bomb = zstandard.ZstdCompressor().compress(bytes(DOCUMENT_BYTES + 1))
    unstated = zstandard.ZstdCompressor(write_content_size=False).compress(bytes(1000))
    assert len(bomb) < 4096

    for data in (bomb, unstated, b"", b"no zstd at all", zstandard.ZstdCompressor().compress(DOCUMENT)[:-9]):
        with pytest.raises(BadThing):
            unpack_thing(*named(data))


def test_a_document_that_is_too_large_is_not_packed():
    with pytest.raises(BadThing):
        pack_thing(bytes(DOCUMENT_BYTES + 1))


@pytest.mark.parametrize("name", ["", "a" * 63, "A" * 64, "../" + "a" * 61, 5, None, "٣" * 64])
def test_only_64_hex_digits_name_a_thing(name):
    assert not is_name(name)


def test_a_new_key_counts_only_with_the_signature_of_the_one_before():
    old, new, box = bytes(32), b"n" * 32, b"b" * 32
    said = announced_key(old, public_key(new), box)
    signing, signature = bytes_of(str(said["ed25519"])), str(said["signature"])

    check_announced(public_key(old), signature, signing, box)
    for other in ((public_key(new), signature, signing, box), (public_key(old), signature, signing, b"c" * 32),
                  (public_key(old), signature, signing[:31], box), (public_key(old), "x", signing, box)):  # fmt: skip
        with pytest.raises(BadSignature):
            check_announced(*other)
