"""The bodies of a request and an answer (docs/protocol.md, 3)."""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass
from typing import Any

from wire.canonical import canonical, read_body
from wire.errors import BadFrame, NotCanonical
from wire.limits import FRAME_BYTES, REQUEST_BYTES

_LENGTH = struct.Struct(">I")


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
            case {"after": int(after), "cursor": int(cursor)} if min(after, cursor) >= 0:
                return Request(after=after, cursor=cursor, frames=tuple(frames))
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
        data = json.loads(body)
        acknowledged = data["ack"]
        return Answer(
            seq=int(acknowledged["seq"]),
            hash=bytes.fromhex(acknowledged["hash"]),
            server_time=str(acknowledged["server_time"]),
            cursor=int(data["cursor"]),
            items=tuple(_item(item) for item in data["items"] if item["kind"] == "refusal"),
        )
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise BadFrame("not an answer") from error


def _item(item: dict[str, Any]) -> Item:
    return Item(
        cursor=int(item["cursor"]),
        seq=int(item["seq"]),
        code=str(item["code"]),
        sentence=str(item["sentence"]),
        who_acts=str(item["who_acts"]),
    )


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
