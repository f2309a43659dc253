"""One event of a desk's log, and the chain that holds the log together (docs/protocol.md, 1)."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable
from dataclasses import dataclass

from wire.canonical import canonical
from wire.errors import BrokenChain

FIRST_PREVIOUS = bytes(32)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What happened, as it stands in the log.

    `at` is ISO 8601 in whole seconds with +07:00. `body` is canonical JSON (wire.canonical), empty
    after its retention ended. `body_digest`, `prev_hash` and `hash` are 32 bytes each.
    """

    seq: int
    kind: str
    case_code: str | None
    at: str
    staff: str
    body: bytes
    body_digest: bytes
    prev_hash: bytes
    hash: bytes


def digest_of(log_key: bytes, body: bytes) -> bytes:
    """Return HMAC-SHA-256 of a body: it can be emptied later and nobody can guess it back."""
    return hmac.digest(log_key, body, hashlib.sha256)


def hash_of(
    prev_hash: bytes, seq: int, kind: str, case_code: str | None, at: str, staff: str, digest: bytes
) -> bytes:
    """Return SHA-256 over the previous hash and the canonical list of this event's fields."""
    fields = canonical([seq, kind, case_code, at, staff, digest.hex()])
    return hashlib.sha256(prev_hash + fields).digest()


def next_event(
    log_key: bytes,
    previous: tuple[int, bytes],
    *,
    kind: str,
    case_code: str | None,
    at: str,
    staff: str,
    body: bytes,
) -> Event:
    """Return the event that follows `previous` = (seq, hash); (0, FIRST_PREVIOUS) starts a log."""
    seq, prev_hash = previous[0] + 1, previous[1]
    digest = digest_of(log_key, body)
    return Event(
        seq=seq,
        kind=kind,
        case_code=case_code,
        at=at,
        staff=staff,
        body=body,
        body_digest=digest,
        prev_hash=prev_hash,
        hash=hash_of(prev_hash, seq, kind, case_code, at, staff, digest),
    )


def check_chain(events: Iterable[Event], previous: tuple[int, bytes], log_key: bytes) -> None:
    """Insist that `events` follow `previous` = (seq, hash) without a gap or a change.

    Raises:
        BrokenChain: naming the first seq that does not fit.
    """
    for event in events:
        emptied = event.body == b""
        expected = (
            previous[0] + 1,
            previous[1],
            event.body_digest if emptied else digest_of(log_key, event.body),
            hash_of(
                event.prev_hash,
                event.seq,
                event.kind,
                event.case_code,
                event.at,
                event.staff,
                event.body_digest,
            ),
        )
        if (event.seq, event.prev_hash, event.body_digest, event.hash) != expected:
            raise BrokenChain(f"event {event.seq} does not follow event {previous[0]}")
        previous = (event.seq, event.hash)
