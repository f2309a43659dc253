"""What the superior tells a desk beside refusals: one piece of news an item (docs/protocol.md, 10).

Reading is by pieces: an item that cannot be read is told as such and holds up nothing that comes after it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from wire.canonical import Json, canonical, read_body
from wire.errors import BadSignature, NotCanonical
from wire.signatures import sign_list, text_of, verify_list

REFUSAL = "refusal"
THINGS = ("catalogue", "forms", "calendar", "rules")  # kinds of items that name a larger thing
KINDS = frozenset({*THINGS, "decision", "superior_code", "settled", "notice", "key"})
_MOST = 2**53 - 1


@dataclass(frozen=True, slots=True)
class Word:
    """One item that is no refusal; `body` holds what its kind says, without cursor and kind."""

    cursor: int
    kind: str
    body: Mapping[str, Json]

    @property
    def json(self) -> dict[str, Json]:
        """Return the item as it stands in an answer."""
        return {**self.body, "cursor": self.cursor, "kind": self.kind}

    @property
    def digest(self) -> bytes:
        """Return what tells this news from any other; a restored superior gives the same another cursor."""
        return hashlib.sha256(canonical({**self.body, "kind": self.kind})).digest()


def words_of(answer: bytes) -> tuple[Word, ...]:
    """Return the items of a checked answer that are no refusals and of known kinds; none when it is no answer."""
    try:
        items = read_body(answer).get("items")
    except NotCanonical:
        return ()
    return tuple(word for item in items if (word := _word(item))) if isinstance(items, list) else ()


def _word(item: Json) -> Word | None:
    if not isinstance(item, dict):
        return None
    match item:
        case {"cursor": int(cursor), "kind": str(kind)} if (
            kind in KINDS and cursor is not True and 0 < cursor <= _MOST
        ):
            rest = {name: value for name, value in item.items() if name not in ("cursor", "kind")}
            return Word(cursor, kind, rest)
    return None


def announced_key(seed: bytes, signing: bytes, box: bytes) -> dict[str, Json]:
    """Return the body of a `key` item: the superior's new public keys, signed with the seed of the key before."""
    return {
        "ed25519": text_of(signing),
        "x25519": text_of(box),
        "signature": sign_list(seed, _key(signing, box)),
    }


def check_announced(before: bytes, signature: str, signing: bytes, box: bytes) -> None:
    """Insist that the owner of the key `before` announced these two.

    Raises:
        BadSignature.
    """
    if len(signing) != 32 or len(box) != 32:
        raise BadSignature("no keys")
    verify_list(before, signature, _key(signing, box))


def _key(signing: bytes, box: bytes) -> list[Json]:
    return ["key", text_of(signing), text_of(box)]
