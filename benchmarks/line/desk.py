"""The desk's end: our own exchange, over HTTPS, with a log in memory in place of the encrypted store.

`python -m benchmarks.line.desk JSON` writes one JSON line: seconds from the first act, and the error if there was one.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from benchmarks.line.days import DESK, SEED, events_of
from desk_app.domain.errors import LineError
from desk_app.domain.superior import Acknowledgement, Enrolment, Frame, Progress, SyncState
from desk_app.services.exchange import Exchange
from desk_app.services.line_cost import Unmetered
from desk_app.sync.superior_api import HttpSuperior
from wire.event import Event
from wire.frame import pack, read_head

VIETNAM = timezone(timedelta(hours=7))


class Log:
    """What an exchange asks of a store: frames after a seq, a counter, the newest word."""

    def __init__(self, events: list[Event], enrolment: Enrolment) -> None:
        self._events, self._enrolment = events, enrolment
        self._counter = self._seq = 0

    @contextmanager
    def reading(self) -> Iterator[Log]:
        """Give what is read from: this."""
        yield self

    @contextmanager
    def transaction(self) -> Iterator[Log]:
        """Give what is written to: this."""
        yield self

    def frames_after(self, seq: int, *, most_bytes: int = 6144) -> list[Frame]:
        """Return the rest of the log packed as the store packs it."""
        found = []
        for data in pack(self._events[seq:], most_bytes):
            head = read_head(data)
            found.append(Frame(first=head.first, last=head.last, head=head.head, data=data, cases=1))
        return found

    def enrolment(self) -> Enrolment:
        """Return the desk's keys."""
        return self._enrolment

    def cursor(self) -> int:
        """Return where the news are: no synthetic case is refused."""
        return 0

    def sync_state(self) -> SyncState:
        """Return how much waits."""
        waiting = len(self._events) - self._seq
        return SyncState(
            pending_cases=waiting,
            pending_events=waiting,
            acknowledged_seq=self._seq,
            last_confirmed=datetime.now(VIETNAM),
        )

    def next_counter(self) -> int:
        """Return the next counter."""
        self._counter += 1
        return self._counter

    def keep_acknowledgement(self, acknowledgement: Acknowledgement, at: datetime) -> None:
        """Insist that the superior holds our own events, and go by it; `at` is of no use here."""
        del at
        seq = acknowledgement.seq
        if seq and acknowledgement.hash != self._events[seq - 1].hash:
            raise RuntimeError("the superior holds something else")
        self._seq = seq

    def read_news(self, at: datetime, earlier: Sequence[bytes] = ()) -> None:
        """Read nothing: no synthetic case is refused, and nothing is published."""


class Clock:
    """The real clock."""

    def now(self) -> datetime:
        """Return the time in Viet Nam."""
        return datetime.now(VIETNAM)


@dataclass(frozen=True, kw_only=True)
class Sent:
    """How one exchange went; `error` = the class of what ended it, empty when all was sent."""

    seconds: float
    error: str
    tries: int  # most of them one after another


def send(told: dict[str, Any]) -> Sent:
    """Send the day that `told` names; `authority` = a file that vouches for the superior, None over loopback."""
    agency, number = DESK.split("/")
    enrolment = Enrolment(
        url=told["url"],
        agency_code=agency,
        desk=int(number),
        superior_key=bytes.fromhex(told["superior_key"]),
        superior_box_key=bytes(32),
        signing_key=SEED,
        box_key=bytes(32),
    )
    log = Log(events_of(told["day"], told["cases"]), enrolment)
    log.frames_after(0)  # zstd and all are read in
    authority = Path(told["authority"]) if told["authority"] else None
    superior, told_of = HttpSuperior(authority=authority), list[Progress]()
    began, error = time.monotonic(), ""
    try:
        Exchange(enrolment, log, superior, Clock(), told_of.append, Unmetered()).run(ask_first=False)
    except LineError as failed:
        error = type(failed).__name__
    most = max((one.tries for one in told_of), default=0)
    return Sent(seconds=time.monotonic() - began, error=error, tries=most)


def main() -> None:
    """Send one day and say how it went."""
    sys.stdout.write(json.dumps(asdict(send(json.loads(sys.argv[1])))) + "\n")


if __name__ == "__main__":
    main()
