"""What a recovery reads of the log, and the log as it comes from the superior; one part of StoreReading."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlite_utils import Database

from desk_app.domain.case import State
from desk_app.domain.errors import StrangeAnswer
from desk_app.domain.happening import Kind
from desk_app.domain.recovery import GAP, REBASED_FROM, Logged
from desk_app.domain.slip import SlipKind
from desk_app.storage import event_log
from desk_app.storage.errors import known_errors
from wire.errors import WireError
from wire.event import Event
from wire.frame import decode


class StoreLog:
    """Reads through the connection of StoreReading."""

    _db: Database

    if TYPE_CHECKING:

        def _one(self, sql: str, *values: object) -> dict[str, Any] | None: ...

        def _all(self, sql: str, *values: object) -> list[dict[str, Any]]: ...

        def _identity(self, name: str) -> bytes: ...

    def recovery_key(self) -> bytes:
        """Return the public key of the recovery sheet, empty in a store that was made before there was one."""
        return self._identity("recovery_key")

    def log_head(self) -> tuple[int, bytes]:
        """Return seq and hash of the last event; (0, 32 zero bytes) of an empty log."""
        with known_errors():
            seq, head, _ = event_log.head(self._db)
        return seq, head

    def log_after(self, seq: int) -> Iterator[Logged]:
        """Return the events after seq in order."""
        with known_errors():
            yield from (_logged(event) for event in event_log.events(self._db, after=seq))

    def carried(self) -> list[Logged]:
        """Return what was carried over into this log, in order: it must not be carried twice."""
        with known_errors():
            rows = self._db.execute(
                f"select {event_log.COLUMNS} from event where instr(body, ?) > 0 order by seq",
                [REBASED_FROM.encode()],
            )
            logged = [_logged(event_log.event_of(row)) for row in rows]
        return [one for one in logged if REBASED_FROM in one.body]

    def described(self) -> Mapping[str, Any]:
        """Return what the log says the desk is (domain/desk.py); empty when it does not say so."""
        with known_errors():
            row = self._one("select body from event where kind = 'desk_set_up' order by seq desc limit 1")
        return json.loads(row["body"]) if row and row["body"] else {}

    def is_taken(self, kind: SlipKind, year: int, number: int) -> bool:
        """Return whether a slip number was given."""
        sql = "select 1 as yes from slip where slip = ? and year = ? and number = ?"
        return self._one(sql, kind.value, year, number) is not None

    def is_registered(self, book: str, number: int) -> bool:
        """Return whether a line of a register is used."""
        sql = "select 1 as yes from case_record where register_book = ? and register_number = ?"
        return self._one(sql, book, number) is not None

    def state_of(self, case_code: str) -> State | None:
        """Return the state of a case, None when there is no such case."""
        row = self._one("select state from case_record where case_code = ?", case_code)
        return State(row["state"]) if row else None

    def _beyond_gap(self, year: int, following: int, known: str, *values: object) -> int:
        """Return the next of a year's numbers; after a recovery those stay free that may be on papers without events.

        `known` asks for the last number before a seq, which is its last parameter.
        """
        came = self._one("select max(seq) as seq from recovery where substr(day, 1, 4) = ?", str(year))
        if came is None or came["seq"] is None:
            return following
        last = self._one(known, *values, came["seq"])
        return max(following, ((last["last"] if last else None) or 0) + GAP + 1)


def events_of_frame(frame: bytes, log_key: bytes, head: tuple[int, bytes]) -> list[Event]:
    """Return the events of a frame that follow `head` = (seq, hash), digests and chain checked.

    Raises:
        StrangeAnswer.
    """
    try:
        events = decode(frame, log_key)
    except WireError as error:
        raise StrangeAnswer() from error
    if (events[0].seq - 1, events[0].prev_hash) != head:
        raise StrangeAnswer()
    return events


def _logged(event: Event) -> Logged:
    return Logged(
        seq=event.seq,
        hash=event.hash,
        kind=Kind(event.kind),
        case_code=event.case_code,
        at=datetime.fromisoformat(event.at),
        staff=event.staff,
        body=event_log.body_of(event),
    )
