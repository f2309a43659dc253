"""What the store knows of sticks (domain/usb.py)."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlite_utils import Database

from desk_app.domain.happening import TRAIL
from desk_app.domain.moment import iso
from desk_app.domain.usb import Exported
from desk_app.storage.refusals import OURS


class StoreUsb:
    """Reads through the connection of StoreReading."""

    if TYPE_CHECKING:

        def _one(self, sql: str, *values: object) -> dict[str, Any] | None: ...

    def usb_waiting(self) -> Exported | None:
        """Return the newest file on a stick with events that are not acknowledged yet."""
        row = self._one("select * from usb_export order by counter desc limit 1")
        held = self._one(f"select seq from acknowledgement where {OURS} order by counter desc limit 1")
        if row is None or row["last_seq"] <= (held["seq"] if held else 0):
            return None
        return Exported(
            counter=row["counter"],
            name=row["name"],
            at=datetime.fromisoformat(row["at"]),
            first=row["first_seq"],
            last=row["last_seq"],
            cases=row["cases"],
            size=row["size"],
        )

    def cases_between(self, first: int, last: int) -> int:
        """Return how many cases these events speak of, trail events aside."""
        trail = ", ".join(f"'{kind.value}'" for kind in sorted(TRAIL))
        row = self._one(
            "select count(distinct case_code) as many from event"
            f" where seq between ? and ? and case_code is not null and kind not in ({trail})",
            first,
            last,
        )
        return row["many"] if row else 0

    def answered(self) -> int:
        """Return the counter of the present superior's newest answer."""
        row = self._one(f"select max(counter) as last from acknowledgement where {OURS}")
        return (row["last"] or 0) if row else 0

    def asked(self) -> int:
        """Return the last request counter that was given."""
        row = self._one("select last from request_counter")
        return row["last"] if row else 0


def keep_export(database: Database, export: Exported) -> None:
    """Remember a file that was written and read back."""
    database.execute(
        "insert into usb_export (counter, name, at, first_seq, last_seq, cases, size) values (?, ?, ?, ?, ?, ?, ?)",
        [export.counter, export.name, iso(export.at), export.first, export.last, export.cases, export.size],
    )
