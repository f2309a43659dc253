"""What one exchange asks of a store: no more, so that whatever holds a log can be sent."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from desk_app.domain.superior import Acknowledgement, Enrolment, Frame, SyncState


class SentReading(Protocol):
    """How far a log is sent, and by whose keys."""

    def sync_state(self) -> SyncState: ...

    def enrolment(self) -> Enrolment | None: ...

    def cursor(self) -> int:
        """Return up to where the superior's news are read."""


class SentBooks(SentReading, Protocol):
    """One transaction, see ports.Books."""

    def next_counter(self) -> int: ...

    def keep_acknowledgement(self, acknowledgement: Acknowledgement, at: datetime) -> None: ...

    def read_news(self, at: datetime, earlier: Sequence[bytes] = ()) -> None: ...


class SentStore(Protocol):
    """A log that can be sent; ports.Store is one."""

    def reading(self) -> AbstractContextManager[SentReading]: ...

    def transaction(self) -> AbstractContextManager[SentBooks]: ...

    def frames_after(self, seq: int, *, most_bytes: int = 6144) -> list[Frame]: ...
