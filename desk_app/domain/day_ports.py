"""What the end of a day needs from the outer ring, beside ports.py and list_ports.py."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from desk_app.domain.day_end import Closing, DayResults, DayTotals, StoreCopy
from desk_app.domain.list_ports import ListBooks, ListReading, ListStore


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyProof:
    """What was found in a copy that was opened again; `size` in bytes."""

    head_seq: int
    head_hash: bytes
    size: int


class DayReading(ListReading, Protocol):
    """What can be read for the end of a day."""

    def day_totals(self, day: date, now: datetime) -> DayTotals:
        """Return what was done on `day`; what is late and waiting stands as at `now`."""

    def results_by_day(self, first: date, last: date) -> list[DayResults]:
        """Return the results of each day of the period on which there were any, oldest first."""

    def papers_not_printed(self) -> list[str]:
        """Return the codes of cases that have a numbered paper which never reached a printer."""

    def drafts_left(self) -> list[str]:
        """Return the names of staff who have begun a case."""

    def closings(self, day: date) -> list[Closing]:
        """Return the closings of a day, oldest first."""

    def last_closing(self) -> Closing | None:
        """Return the newest closing of any day."""

    def changed_since(self, closing: Closing) -> bool:
        """Return whether something happened on the closing's day after it."""

    def last_work_day(self, before: date) -> date | None:
        """Return the last day before `before` on which something was done."""

    def acknowledged_between(self, after: int, until: int) -> int:
        """Return how many cases have their last event after seq `after` and up to `until`."""

    def last_copy(self) -> StoreCopy | None:
        """Return the newest verified copy."""

    def head(self) -> tuple[int, bytes]:
        """Return seq and hash of the last event."""


class DayBooks(DayReading, ListBooks, Protocol):
    """A write transaction that can read the same."""

    def keep_copy(self, copy: StoreCopy) -> None:
        """Keep that a copy was verified."""


class DayStore(ListStore, Protocol):
    """The store, as the end of a day sees it."""

    def reading(self) -> AbstractContextManager[DayReading]: ...

    def transaction(self) -> AbstractContextManager[DayBooks]: ...

    def copy_to(self, path: Path) -> CopyProof:
        """Write an encrypted copy with the same key into a new file, open it again and check it.

        Raises:
            CopyNotWhole: what lies there is not what was written.
            StorageFull, StorageUnreadable: the place refuses.
        """


class CopyShelf(Protocol):
    """Folders of copies: whole ones, and never anything that looks like one and is none."""

    def making(self, place: Path, name: str) -> AbstractContextManager[Path]:
        """Give a folder to fill; it gets its name, with the key slots in it, when the block ends well.

        Raises:
            CopyPlaceMissing, CopyPlaceFull, CopyNotWritten, CopyBesideStore.
        """
