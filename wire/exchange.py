"""The body of an answer (docs/protocol.md, 3); a request's is in wire/request.py."""

from __future__ import annotations

from dataclasses import dataclass, field

from wire.canonical import Json, canonical, read_body
from wire.errors import BadFrame, NotCanonical
from wire.limits import FRAME_BYTES
from wire.news import REFUSAL, Word

_HEX = frozenset("0123456789abcdef")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One piece of news for a desk: an event that was stored and could not be used."""

    cursor: int
    seq: int
    code: str
    sentence: str
    who_acts: str
    kind: str = REFUSAL

    @property
    def json(self) -> dict[str, Json]:
        """Return the item as it stands in an answer."""
        return {
            "code": self.code,
            "cursor": self.cursor,
            "kind": self.kind,
            "sentence": self.sentence,
            "seq": self.seq,
            "who_acts": self.who_acts,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class HalfHeld:
    """How many bytes are held of the frame whose SHA-256 is `digest`, from a request that was cut."""

    digest: bytes
    bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the superior answers: up to where it holds the log, and its news.

    Read back, `items` are the refusals alone; the rest is read by `wire.news.words_of`, when the acknowledgement
    is kept. `told` = how many items there were, of whatever kind.
    """

    seq: int
    hash: bytes
    server_time: str
    cursor: int
    items: tuple[Item | Word, ...] = ()
    told: int = field(default=0, compare=False)
    half: HalfHeld | None = None


def pack_answer(answer: Answer) -> bytes:
    """Return the body of an answer."""
    said: dict[str, Json] = {
        "ack": {"hash": answer.hash.hex(), "seq": answer.seq, "server_time": answer.server_time},
        "cursor": answer.cursor,
        "items": [item.json for item in answer.items],
    }
    if answer.half is not None:
        said["half"] = {"bytes": answer.half.bytes, "sha256": answer.half.digest.hex()}
    return canonical(said)


def unpack_answer(body: bytes) -> Answer:
    """Read the body of an answer; what is no refusal among its items is passed by, whatever it is.

    Raises:
        BadFrame: not an answer.
    """
    try:
        match read_body(body):
            case {
                "ack": {"seq": seq, "hash": str(head), "server_time": str(at)},
                "cursor": cursor,
                "items": list(items),
            } as said:
                return Answer(
                    seq=_whole(seq),
                    hash=_hash(head),
                    server_time=at,
                    cursor=_whole(cursor),
                    items=tuple(found for item in items if (found := _item(item))),
                    told=len(items),
                    half=_half(said.get("half")),
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


def _item(item: Json) -> Item | None:
    """Return a refusal, None for anything else: no item keeps the acknowledgement beside it from being believed."""
    match item:
        case {
            "cursor": cursor,
            "kind": "refusal",
            "seq": seq,
            "code": str(code),
            "sentence": str(sentence),
            "who_acts": str(who_acts),
        } if _is_whole(cursor) and _is_whole(seq):
            return Item(
                cursor=_whole(cursor), seq=_whole(seq), code=code, sentence=sentence, who_acts=who_acts
            )
    return None


def _half(value: Json) -> HalfHeld | None:
    """Return what is held of a frame; what cannot be used is as if nothing was: the frame then goes whole."""
    match value:
        case {"bytes": int(count), "sha256": str(digest)} if len(digest) == 64 and set(digest) <= _HEX:
            fits = type(count) is int and 0 < count < FRAME_BYTES
            return HalfHeld(digest=bytes.fromhex(digest), bytes=count) if fits else None
    return None


def _is_whole(value: Json) -> bool:
    return type(value) is int and value >= 0


def _whole(value: Json) -> int:
    if type(value) is not int or value < 0:
        raise BadFrame("a number that is none")
    return value


def _hash(text: str) -> bytes:
    if len(text) != 64 or not set(text) <= _HEX:
        raise BadFrame("a hash that is none")
    return bytes.fromhex(text)
