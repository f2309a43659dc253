"""What is signed is all that is said: fixed vectors, and each field changed in turn."""

from __future__ import annotations

import pytest

from wire.errors import BadSignature
from wire.signatures import public_key, sign_answer, sign_request, verify_answer, verify_request

SEED = bytes(range(32))
KEY = bytes.fromhex("03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8")
REQUEST = {
    "signature": "C23B1P1xslFoefGQt5CGyjJjeY6k5rmJ53SfCmokcu8aipn05JSiBV_OzsCJ5n9wSWveVVJeakO6ZW4wHxx5DA",
    "method": "POST",
    "path": "/v1/exchange",
    "desk": "H56.22.17/1",
    "counter": 12,
    "body": b"frames",
}
ANSWER = {
    "signature": "pnw6QsTF9WHY3iQTPa8ExRLkKxxCi3NNmlfD9cQEsy0pFYAXtCbLCgsTWAKdguBXwGdqq48-7_IGIRH4EaaGAQ",
    "desk": "H56.22.17/1",
    "counter": 12,
    "seq": 7,
    "head": b"\x07" * 32,
    "server_time": "2026-11-23T16:45:00+07:00",
    "body": b"{}",
}


def without_signature(fields):
    return {name: value for name, value in fields.items() if name != "signature"}


def test_the_vectors_are_made_and_believed():
    assert public_key(SEED) == KEY
    assert sign_request(SEED, **without_signature(REQUEST)) == REQUEST["signature"]
    assert sign_answer(SEED, **without_signature(ANSWER)) == ANSWER["signature"]
    verify_request(KEY, **REQUEST)
    verify_answer(KEY, **ANSWER)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("method", "GET"),
        ("path", "/v1/head"),
        ("desk", "H56.22.17/2"),
        ("counter", 13),
        ("body", b"frames "),
        ("body", b""),
        ("signature", ANSWER["signature"]),
        ("signature", REQUEST["signature"][:-1]),
        ("signature", REQUEST["signature"] + "=\n"),
        ("signature", "\xff\xfe"),
        ("signature", "\ud800"),
        ("signature", ""),
    ],
)
def test_a_request_with_one_field_changed_is_nobodys(field, value):
    with pytest.raises(BadSignature):
        verify_request(KEY, **REQUEST | {field: value})


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("desk", "H56.22.17/2"),
        ("counter", 13),
        ("seq", 8),
        ("head", bytes(32)),
        ("server_time", "2026-11-23T16:45:01+07:00"),
        ("body", b'{"cursor":1}'),
        ("signature", REQUEST["signature"]),
        ("signature", ""),
    ],
)
def test_an_answer_with_one_field_changed_is_nobodys(field, value):
    with pytest.raises(BadSignature):
        verify_answer(KEY, **ANSWER | {field: value})


def test_another_key_believes_neither():
    with pytest.raises(BadSignature):
        verify_request(public_key(bytes(32)), **REQUEST)
    with pytest.raises(BadSignature):
        verify_answer(b"short", **ANSWER)
