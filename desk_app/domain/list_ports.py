"""What lists, exports and the commune's settings need from the outer ring, beside ports.py."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from desk_app.domain.happening import Told
from desk_app.domain.numbers_given import SerialUse, SlipUse
from desk_app.domain.ports import Books, Reading, Store
from desk_app.domain.settings import SettingChange
from desk_app.domain.table import Table


class ListReading(Reading, Protocol):
    """What can be read for the lists; `first` and `last` days are inclusive."""

    def codes_due(self, until: date, most: int) -> list[str]:
        """Return the codes of cases due by the end of `until`, then of those that wait for the citizen."""

    def count_overdue(self, now: datetime) -> int: ...

    def procedures_unsent(self) -> list[str]:
        """Return the codes of procedures of which a case was never sent on."""

    def codes_unsent(self, but: Sequence[str], most: int) -> list[str]:
        """Return at most `most` cases never sent on, oldest first, without those of procedures `but`."""

    def codes_registered(self, first: date, last: date) -> list[str]:
        """Return the codes of cases received in the period, in the order of the register."""

    def codes_voided(self, first: date, last: date) -> list[str]: ...

    def codes_forwarded(self, day: date) -> list[str]: ...

    def money_on(self, day: date) -> list[tuple[str, Told]]:
        """Return code and event of everything taken or cancelled on `day`."""

    def serials_used(self, first: date, last: date) -> list[SerialUse]: ...

    def slips_given(self, year: int) -> list[SlipUse]: ...

    def apologies_to_print(self) -> list[str]: ...

    def setting_changes(self, before: int | None = None) -> list[SettingChange]: ...


class ListBooks(ListReading, Books, Protocol):
    """A write transaction that can read the same."""


class ListStore(Store, Protocol):
    """The store, as lists and settings see it."""

    def reading(self) -> AbstractContextManager[ListReading]: ...

    def transaction(self) -> AbstractContextManager[ListBooks]: ...


class FormCheck(Protocol):
    """Looks at all forms of the commune's own together, as JSON texts."""

    def __call__(self, forms: Sequence[str]) -> object:
        """Return when all can be used, or raise a FormFault that names line and fault."""


class Spreadsheets(Protocol):
    """Writes a list into a file that a spreadsheet opens."""

    def __call__(self, table: Table, path: Path) -> None:
        """Write the file whole or not at all.

        Raises:
            ExportNotWritten: the place cannot be written.
        """
