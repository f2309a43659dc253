"""Every field of an event stands under its hash; the store's own copy is checked by it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from wire.canonical import canonical
from wire.errors import BrokenChain
from wire.event import check_chain, next_event

KEY, BEFORE = b"k" * 32, (6, b"\x06" * 32)
EVENT = next_event(
    KEY, BEFORE, kind="received", case_code="H56.22.17-261123-5001", at="2026-11-23T08:15:00+07:00",
    staff="hoa", body=canonical({"procedure": "1.001193"}),
)  # fmt: skip


def test_digest_and_hash_are_what_the_protocol_says():
    """A vector: another program must come to the same bytes."""
    assert EVENT.body_digest.hex() == "7be478ea7086219c5f6450aaad80862732a71591ba0654135a4ab53ef53b5763"
    assert EVENT.hash.hex() == "98cbe90cf34430e6e668f8f89ef60bff0f37d4ff956cfe4ca8304e63703cc4db"
    check_chain((EVENT,), BEFORE, KEY)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("seq", 8),
        ("kind", "completed"),
        ("case_code", "H56.22.17-261123-5002"),
        ("case_code", None),
        ("at", "2026-11-23T08:15:01+07:00"),
        ("staff", "lan"),
        ("body", canonical({"procedure": "1.001194"})),
        ("body", b"{}"),
        ("body_digest", bytes(32)),
        ("prev_hash", bytes(32)),
        ("hash", bytes(32)),
    ],
)
def test_a_change_of_any_field_breaks_the_chain(field, value):
    with pytest.raises(BrokenChain, match="event"):
        check_chain((replace(EVENT, **{field: value}),), BEFORE, KEY)


@pytest.mark.parametrize(
    ("before", "key"), [((5, BEFORE[1]), KEY), ((6, bytes(32)), KEY), (BEFORE, bytes(32))]
)
def test_an_event_stands_after_its_own_predecessor_under_its_own_key(before, key):
    with pytest.raises(BrokenChain):
        check_chain((EVENT,), before, key)


def test_only_emptying_a_body_leaves_the_chain_whole():
    check_chain((replace(EVENT, body=b""),), BEFORE, KEY)
    with pytest.raises(BrokenChain):
        check_chain((replace(EVENT, body=b"", body_digest=bytes(32)),), BEFORE, KEY)
