"""The sheet's key, the proof of a log's key, parts of a log: what is read is bounded and of its form."""

from __future__ import annotations

import pytest

from wire.canonical import canonical
from wire.errors import BadFrame, BadSignature
from wire.recovery import (
    LogPart,
    check_proof,
    log_proof,
    open_sealed,
    pack_log_part,
    pack_log_request,
    seal_to,
    sheet_key,
    sheet_seed,
    unpack_log_part,
    unpack_log_request,
)

WORDS = "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ"


def test_vectors():
    assert sheet_seed(WORDS).hex() == "8654a6a1cdcdc72417922baf7bb5b9efe4aa6062247417c0298fe474c887a77a"
    assert sheet_key(WORDS).hex() == "05ed6fbf36b70e99f8be8f5c21a98feaa5527509f6f41201d52fc50bd3c9ba27"
    assert (
        log_proof(b"k" * 32, "H56.22.17/1", 7)
        == "18e1b8c92a5f2225c00482e17c682069f38245102f77721eb3dbcb7093586222"
    )


def test_a_sheet_is_read_as_people_copy_it():
    assert sheet_seed("o i23 4567 89ab cdef ghjk mnpq rstv wxyz".replace("o i", "oi")) == sheet_seed(WORDS)


@pytest.mark.parametrize("words", ["", WORDS[:-1], WORDS + "0", WORDS.replace("Z", "U"), "Ấ" * 32, "\0" * 32])
def test_what_is_no_sheet_is_refused(words):
    with pytest.raises(BadSignature):
        sheet_seed(words)


def test_only_the_sheet_opens_what_is_sealed_to_it():
    boxes = [seal_to(sheet_key("0" * 32), b"other"), b"junk", seal_to(sheet_key(WORDS), b"secret")]

    assert open_sealed(sheet_seed(WORDS), boxes) == b"secret"
    for seen in (boxes[:2], []):
        with pytest.raises(BadSignature):
            open_sealed(sheet_seed(WORDS), seen)


@pytest.mark.parametrize(
    "proof", ["", "é", log_proof(b"k" * 32, "H56.22.17/1", 8), log_proof(b"l" * 32, "H56.22.17/1", 7)]
)
def test_a_proof_is_for_one_request_of_one_log(proof):
    check_proof(b"k" * 32, "H56.22.17/1", 7, log_proof(b"k" * 32, "H56.22.17/1", 7))
    with pytest.raises(BadSignature):
        check_proof(b"k" * 32, "H56.22.17/1", 7, proof)


def test_requests_and_parts_come_back():
    assert unpack_log_request(pack_log_request(12, "ab")) == (12, "ab")
    for part in (LogPart(seq=3, hash=b"h" * 32), LogPart(seq=3, hash=b"h" * 32, frame=b"QF1\n...")):
        assert unpack_log_part(pack_log_part(part)) == part


@pytest.mark.parametrize(
    "body",
    [b"", b"{}", b"[]", b'{"after":true,"proof":"x"}', b'{"after":-1,"proof":"x"}', b'{"after":1}', b"\xff",
     canonical({"after": 1, "proof": 5}), b'{"after": 1,"proof":"x"}', b'{"after":99999999999999999999,"proof":"x"}'],
)  # fmt: skip
def test_what_is_no_request_for_a_log_is_refused(body):
    with pytest.raises(BadFrame):
        unpack_log_request(body)


@pytest.mark.parametrize(
    "body",
    [b"", b"\0\0\0", b"\0\0\0\x02{}", b"\xff\xff\xff\xff{}", b"\0\0\1\0{}", bytes(70_000),
     pack_log_part(LogPart(seq=3, hash=b"h" * 32))[:-1], pack_log_part(LogPart(seq=3, hash=b"h" * 31))],
)  # fmt: skip
def test_what_is_no_part_of_a_log_is_refused(body):
    with pytest.raises(BadFrame):
        unpack_log_part(body)
