"""Whoever does not know the code can change nothing on the way: fixed vectors, each field in turn."""

from __future__ import annotations

import pytest

from wire.enrolment import check_seal, code_key, new_code, read_code, sealed
from wire.errors import BadSignature

KEY = bytes.fromhex("ebd9765d2429731fbe287377261d1f3750d46fed58d23db92d2276518bfba496")
ASKED = {
    "desk": "H56.22.17/1",
    "ed25519": "AA",
    "x25519": "BB",
    "log_key": "CC",
    "mac": "9eee0bd7805aae7bf5bcd2bcf2e6d50d948270769b123e820a3958c550e8215a",
}
TOLD = {
    "desk": "H56.22.17/1",
    "ed25519": "DD",
    "x25519": "EE",
    "block": [5001, 5899],
    "server_time": "2026-11-23T08:00:00+07:00",
    "mac": "bb836cdd13bfd7575b35f129508d2084ee68149cfed01e447f1c3e66fa2c18c8",
}


def without_mac(message):
    return {name: value for name, value in message.items() if name != "mac"}


def test_the_vectors_are_made_and_believed():
    assert code_key("0123-4567-89AB-CDEF") == KEY
    assert sealed(KEY, without_mac(ASKED)) == ASKED
    assert sealed(KEY, without_mac(TOLD), after=ASKED["mac"]) == TOLD
    check_seal(KEY, ASKED)
    check_seal(KEY, TOLD, after=ASKED["mac"])


@pytest.mark.parametrize("field", ASKED)
def test_a_request_with_one_field_changed_or_gone_is_refused(field):
    for changed in (ASKED | {field: "ZZ"}, {k: v for k, v in ASKED.items() if k != field}):
        with pytest.raises(BadSignature):
            check_seal(KEY, changed)
    with pytest.raises(BadSignature):
        check_seal(KEY, ASKED | {"more": 1})


@pytest.mark.parametrize("field", TOLD)
def test_an_answer_with_one_field_changed_or_gone_is_refused(field):
    for changed in (TOLD | {field: "ZZ"}, {k: v for k, v in TOLD.items() if k != field}):
        with pytest.raises(BadSignature):
            check_seal(KEY, changed, after=ASKED["mac"])


def test_an_answer_belongs_to_its_request():
    """Else yesterday's answer, with keys that leaked, could be played again."""
    for after in ("", "0" * 64):
        with pytest.raises(BadSignature):
            check_seal(KEY, TOLD, after=after)


@pytest.mark.parametrize("mac", ["\ud800", "é", "", None, 5, ["a"], b"x"])
def test_a_mac_that_is_none_is_refused(mac):
    with pytest.raises(BadSignature):
        check_seal(KEY, ASKED | {"mac": mac})


@pytest.mark.parametrize("value", [1.5, "\ud800", 2**60, "e\u0301"])
def test_a_message_that_has_no_one_form_is_refused(value):
    with pytest.raises(BadSignature):
        check_seal(KEY, ASKED | {"more": value})


def test_a_code_is_read_as_it_was_meant():
    assert read_code(" oi23-4567 89ab cdel") == "0123456789ABCDE1"
    assert len(read_code(new_code())) == 16
    for text in ("", "0123", "0123-4567-89AB-CDEU", "0123-4567-89AB-CDEF-0"):
        with pytest.raises(BadSignature):
            read_code(text)
