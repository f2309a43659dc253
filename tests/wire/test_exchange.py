"""Answers: what was written is read, and nothing that is cut, long or strange."""

from __future__ import annotations

import json
from dataclasses import replace

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
from wire.news import KINDS, Word, words_of

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
        *(changed(items=value) for value in (None, {})),
        changed(items__0__seq=1e999),
        changed(ack=None), changed(ack=[]), b"{}", b"[]", b"null", b"", b"<html>", b"[" * 60_000, b"\xff\xfe",
        pack_answer(ANSWER) + b" ", pack_answer(ANSWER)[:-1],
    ],
)  # fmt: skip
def test_a_strange_answer_is_refused_with_one_error(body):
    with pytest.raises(BadFrame):
        unpack_answer(body)


@pytest.mark.parametrize(
    "body",
    [
        *(changed(items=value) for value in ([None], ["x"], [[]], [5], [{"kind": "refusal"}], [{"kind": ["notice"]}])),
        *(changed(items__0__cursor=value) for value in (-1, None, "9", True)),
        *(changed(items__0__seq=value) for value in (-1, None, True)),
        *(changed(items__0__sentence=value) for value in (None, 5, [])),
    ],
)  # fmt: skip
def test_a_strange_item_is_passed_by_and_the_acknowledgement_beside_it_is_believed(body):
    """Or one odd piece of news would hold up every case."""
    answer = unpack_answer(body)

    assert (answer.seq, answer.hash, answer.items, answer.told) == (7, b"\x07" * 32, (), 1)
    assert words_of(body) == ()


def test_news_of_every_kind_come_back_and_unknown_ones_are_passed_by():
    words = tuple(Word(n, kind, {"text": "Nghỉ lễ", "n": n}) for n, kind in enumerate(sorted(KINDS), 10))
    packed = pack_answer(replace(ANSWER, items=(ITEM, *words, Word(99, "later", {"x": 1}))))

    assert unpack_answer(packed) == ANSWER
    assert unpack_answer(packed).told == len(words) + 2
    assert words_of(packed) == words


def test_the_same_news_under_another_number_is_the_same():
    """A restored superior numbers its news anew."""
    word = Word(5, "notice", {"text": "Nghỉ lễ"})

    assert word.digest == replace(word, cursor=9).digest
    assert word.digest != replace(word, kind="decision").digest
    assert word.digest != replace(word, body={"text": "Nghỉ Tết"}).digest


@pytest.mark.parametrize("answer", [b"", b"<html>", b"[]", b'{"items":5}', b'{"items":{}}', b"{}"])
def test_what_is_no_answer_has_no_news(answer):
    assert words_of(answer) == ()


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
