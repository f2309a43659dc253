"""Answers: what was written is read, and nothing that is cut, long or strange."""

from __future__ import annotations

import json

import pytest

from wire.canonical import canonical
from wire.errors import BadFrame
from wire.exchange import (
    Answer,
    Item,
    pack_answer,
    pack_refused,
    unpack_answer,
    unpack_refused,
)

ITEM = Item(cursor=9, seq=3, code="bad_body", sentence="Sự kiện 3 thiếu dữ liệu.", who_acts="desk")
ANSWER = Answer(seq=7, hash=b"\x07" * 32, server_time="2026-11-23T16:45:00+07:00", cursor=9, items=(ITEM,))


def test_an_answer_comes_back():
    assert unpack_answer(pack_answer(ANSWER)) == ANSWER


def test_items_of_unknown_kinds_and_unknown_fields_are_passed_by():
    """An old desk and a new superior."""
    data = json.loads(pack_answer(ANSWER))
    data["items"] += [{"kind": "notice", "text": "x"}, data["items"][0] | {"more": 1}]
    data["later"] = {"x": 1}

    assert unpack_answer(canonical(data)).items == (ITEM, ITEM)


def changed(**fields):
    data = json.loads(pack_answer(ANSWER))
    for path, value in fields.items():
        *outer, name = path.split("__")
        place = data
        for step in outer:
            place = place[int(step) if step.isdigit() else step]
        place[name] = value
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def test_the_unchanged_answer_is_read():
    """Or the refusals below would prove nothing."""
    assert unpack_answer(changed()) == ANSWER


@pytest.mark.parametrize(
    "body",
    [
        *(changed(ack__seq=value) for value in (-1, True, "7", None, 7.0, float("inf"), 2**60, 10**400, [7])),
        *(changed(ack__hash=value) for value in ("", "07", "0" * 63, "0" * 65, "G" * 64, "AB" * 32, " 0" * 32, 7, None)),
        *(changed(ack__server_time=value) for value in (None, 7, "\u0301e\u0301")),
        *(changed(cursor=value) for value in (-1, None, "9", 1.5)),
        *(changed(items=value) for value in (None, {}, [None], ["x"], [[]], [{"kind": "refusal"}])),
        *(changed(items__0__cursor=value) for value in (-1, None, "9")),
        *(changed(items__0__seq=value) for value in (-1, None, 1e999)),
        *(changed(items__0__sentence=value) for value in (None, 5, [])),
        changed(ack=None), changed(ack=[]), b"{}", b"[]", b"null", b"", b"<html>", b"[" * 60_000, b"\xff\xfe",
        pack_answer(ANSWER) + b" ", pack_answer(ANSWER)[:-1],
    ],
)  # fmt: skip
def test_a_strange_answer_is_refused_with_one_error(body):
    with pytest.raises(BadFrame):
        unpack_answer(body)


def test_a_refusal_of_the_whole_request_has_a_word_or_none():
    assert pack_refused("gap") == b'{"error":"gap"}'
    assert unpack_refused(pack_refused("gap")) == "gap"
    for body in (
        b"",
        b"<html>",
        b"[" * 60_000,
        b'{"error":5}',
        b'{"error":"\\ud800"}',
        b'{"error": "gap"}',
        b"[]",
    ):
        assert unpack_refused(body) == ""
