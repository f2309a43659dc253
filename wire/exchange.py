"""The bodies of a request and an answer (docs/protocol.md, 3)."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from wire.canonical import Json, canonical, read_body
from wire.errors import BadFrame, NotCanonical
from wire.limits import FRAME_BYTES, REQUEST_BYTES

_LENGTH = struct.Struct(">I")
_HEX = frozenset("0123456789abcdef")


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a desk sends: the frames after seq `after`, and up to where it has the superior's news."""

    after: int
    cursor: int
    frames: tuple[bytes, ...] = ()


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


def pack_request(request: Request) -> bytes:
    """Return the body of `POST /v1/exchange`."""
    head = canonical({"after": request.after, "cursor": request.cursor})
    return b"".join(_LENGTH.pack(len(part)) + part for part in (head, *request.frames))


def unpack_request(body: bytes) -> Request:
    """Read the body of a request.

    Raises:
        BadFrame: cut, too large, or not a request.
    """
    if len(body) > REQUEST_BYTES:
        raise BadFrame("the request is too large")
    head, *frames = _parts(body)
    try:
        match read_body(head):
            case {"after": after, "cursor": cursor}:
                return Request(after=_whole(after), cursor=_whole(cursor), frames=tuple(frames))
    except NotCanonical as error:
        raise BadFrame("the request's head cannot be read") from error
    raise BadFrame("the request's head lacks something")


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


def _parts(body: bytes) -> list[bytes]:
    parts, at = [], 0
    while at < len(body):
        if at + _LENGTH.size > len(body):
            raise BadFrame("the request is cut")
        (length,) = _LENGTH.unpack_from(body, at)
        at += _LENGTH.size
        if length > FRAME_BYTES or at + length > len(body):
            raise BadFrame("a frame is cut or too large")
        parts.append(body[at : at + length])
        at += length
    if not parts:
        raise BadFrame("an empty request")
    return parts
