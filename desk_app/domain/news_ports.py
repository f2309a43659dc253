"""What the exchange's other half needs: news, things to fetch, what the superior holds of a day; beside ports.py."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from desk_app.domain.news import Notice, Published, ThingKind
from desk_app.domain.ports import Books, Reading, Store
from desk_app.domain.reconciliation import DayCase
from desk_app.domain.refused import RefusedEvent
from desk_app.domain.superior import Enrolment


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingState:
    """A published document on its way: `got` of `thing.size` bytes are here; `trouble` is the last sentence."""

    thing: Published
    got: int
    held: bool
    trouble: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FailedNews:
    """News that could not be used, and why."""

    at: datetime
    why: str


class NewsReading(Reading, Protocol):
    """What can be read of the superior's news."""

    def notices(self, day: date) -> list[Notice]:
        """Return the notices that are shown on `day`, the newest first."""

    def failed_news(self, most: int) -> list[FailedNews]:
        """Return the newest news that could not be used."""

    def things(self) -> list[ThingState]:
        """Return the published documents, the newest first, with how much of each is here."""

    def exceptions(self, most: int) -> list[RefusedEvent]: ...

    def day_cases(self, first: date, last: date) -> list[DayCase]:
        """Return the cases that something happened to from `first` to `last`, by code."""


class NewsBooks(NewsReading, Books, Protocol):
    """A write transaction on the same."""

    def keep_part(self, sha256: str, start: int, data: bytes) -> None:
        """Keep bytes of a thing from `start` on."""

    def drop_parts(self, sha256: str) -> None: ...

    def parts(self, sha256: str) -> bytes:
        """Return what is here of a thing, from its beginning."""

    def thing_held(self, thing: Published) -> None: ...

    def thing_trouble(self, thing: Published, sentence: str, *, refused: bool) -> None: ...


class NewsStore(Store, Protocol):
    """The store, as the news see it."""

    def reading(self) -> AbstractContextManager[NewsReading]: ...

    def transaction(self) -> AbstractContextManager[NewsBooks]: ...


class Above(Protocol):
    """The line for what is asked after the cases are safe. Every method may raise a LineError."""

    def part(self, enrolment: Enrolment, counter: int, sha256: str, start: int) -> bytes:
        """Return bytes of a thing from `start` on; none at its end."""

    def holdings(self, enrolment: Enrolment, counter: int, day: date) -> HeldDay: ...


class Shelves(Protocol):
    """Where published documents are kept on this PC, and who looks at them first."""

    def digest(self, kind: ThingKind, version: int) -> str:
        """Return the digest of the document of that number here, empty when there is none."""

    def unpack(self, packed: bytes, thing: Published) -> Mapping[str, Any]:
        """Return the document of fetched bytes.

        Raises:
            ThingNotUsable: not the bytes that were named, or no document.
        """

    def check(self, thing: Published, document: Mapping[str, Any]) -> None:
        """Look at a document as whoever will use it.

        Raises:
            ThingNotUsable: naming why.
        """

    def write(self, thing: Published, document: Mapping[str, Any]) -> None:
        """Put it beside the others, whole or not at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldCase:
    """A case of one day with the superior; `marks` are kinds of `received`, `completed`, `handed_over`, `refused`."""

    code: str
    procedure_code: str
    marks: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldDay:
    """What the superior holds of one day: signed by it, asked just now."""

    day: date
    seq: int
    hash: bytes
    cases: Sequence[HeldCase]
