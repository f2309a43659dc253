"""The body of an answer (docs/protocol.md, 3); a request's is in wire/request.py."""

from __future__ import annotations

from dataclasses import dataclass

from wire.canonical import Json, canonical, read_body
from wire.errors import BadFrame, NotCanonical

_HEX = frozenset("0123456789abcdef")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One piece of news for a desk: an event that was stored and could not be used."""

    cursor: int
    seq: int
    code: str
    sentence: str
    who_acts: str
    kind: str = "refusal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the superior answers: up to where it holds the log, and its news."""

    seq: int
    hash: bytes
    server_time: str
    cursor: int
    items: tuple[Item, ...] = ()


def pack_answer(answer: Answer) -> bytes:
    """Return the body of an answer."""
    return canonical(
        {
            "ack": {"hash": answer.hash.hex(), "seq": answer.seq, "server_time": answer.server_time},
            "cursor": answer.cursor,
            "items": [
                {
                    "code": item.code,
                    "cursor": item.cursor,
                    "kind": item.kind,
                    "sentence": item.sentence,
                    "seq": item.seq,
                    "who_acts": item.who_acts,
                }
                for item in answer.items
            ],
        }
    )


def unpack_answer(body: bytes) -> Answer:
    """Read the body of an answer; items of unknown kinds are skipped.

    Raises:
        BadFrame: not an answer.
    """
    try:
        match read_body(body):
            case {
                "ack": {"seq": seq, "hash": str(head), "server_time": str(at)},
                "cursor": cursor,
                "items": list(items),
            }:
                return Answer(
                    seq=_whole(seq),
                    hash=_hash(head),
                    server_time=at,
                    cursor=_whole(cursor),
                    items=tuple(_item(item) for item in items if _kind(item) == "refusal"),
                )
    except NotCanonical as error:
        raise BadFrame("not an answer") from error
    raise BadFrame("an answer lacks something")


def pack_refused(word: str) -> bytes:
    """Return the body of an answer that takes nothing."""
    return canonical({"error": word})


def unpack_refused(body: bytes) -> str:
    """Return the word of an answer that takes nothing; empty when it says none, whatever it is."""
    try:
        word = read_body(body).get("error")
    except NotCanonical:
        return ""
    return word if isinstance(word, str) else ""


def _kind(item: Json) -> Json:
    if not isinstance(item, dict):
        raise BadFrame("an item that is none")
    return item.get("kind")


def _item(item: Json) -> Item:
    match item:
        case {
            "cursor": cursor,
            "seq": seq,
            "code": str(code),
            "sentence": str(sentence),
            "who_acts": str(who_acts),
        }:
            return Item(
                cursor=_whole(cursor), seq=_whole(seq), code=code, sentence=sentence, who_acts=who_acts
            )
    raise BadFrame("an item lacks something")


def _whole(value: Json) -> int:
    if type(value) is not int or value < 0:
        raise BadFrame("a number that is none")
    return value


def _hash(text: str) -> bytes:
    if len(text) != 64 or not set(text) <= _HEX:
        raise BadFrame("a hash that is none")
    return bytes.fromhex(text)
