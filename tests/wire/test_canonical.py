"""A body has one form; whatever else came over the line is refused with one error."""

from __future__ import annotations

import pytest

from wire.canonical import canonical, read_body
from wire.errors import NotCanonical


def test_the_one_form_is_read_back():
    body = {"b": 1, "a": ["Nguyễn", True, {"z": -(2**53) + 1}]}

    assert canonical(body) == '{"a":["Nguyễn",true,{"z":-9007199254740991}],"b":1}'.encode()
    assert read_body(canonical(body)) == body


def test_a_body_may_lie_as_deep_as_is_allowed():
    deep = b'{"a":' + b"[" * 63 + b"1" + b"]" * 63 + b"}"

    assert canonical(read_body(deep)) == deep


@pytest.mark.parametrize(
    "data",
    [
        b'{"a": 1}',
        b' {"a":1}',
        b'{"a":1}\n',
        b'{"b":1,"a":2}',
        b'{"a":"\\u0041"}',
        b'{"a":"\\/"}',
        b'{"a":-0}',
        '{"a":"e\u0301"}'.encode(),
        b'{"a":1,"a":2}',
        b'{"a":1.0}',
        b'{"a":1e2}',
        b'{"a":1e999}',
        b'{"a":NaN}',
        b'{"a":9007199254740992}',
        b'{"a":' + b"9" * 5000 + b"}",
        b'{"a":"\\ud800"}',
        b'{"a":"\xff"}',
        b"[1]",
        b"1",
        b"",
        b"<html>",
        b"[" * 60_000,
        b'{"a":' + b"[" * 64 + b"]" * 64 + b"}",
        b'{"a":' * 30_000 + b"1" + b"}" * 30_000,
    ],
    ids=lambda data: data[:24].decode("ascii", "replace"),
)
def test_every_other_form_is_refused(data):
    """Two forms of one body would have two digests: the chain would hold for one side only."""
    with pytest.raises(NotCanonical):
        read_body(data)


@pytest.mark.parametrize("value", [1.5, {"a": 2**53}, "e\u0301", "\ud800", {1: "a"}, b"x", {"a": (1,)}])
def test_what_has_no_one_form_is_not_written(value):
    with pytest.raises(NotCanonical):
        canonical(value)


def test_what_lies_too_deep_is_not_written():
    deep: list[object] = []
    for _ in range(100_000):
        deep = [deep]

    with pytest.raises(NotCanonical, match="deep"):
        canonical(deep)
