"""What the desk's lists read of the store (list_ports.ListReading); the other half of StoreReading."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from sqlite_utils import Database

from desk_app.domain.happening import Told
from desk_app.domain.moment import iso
from desk_app.domain.numbers_given import SerialUse, SlipUse
from desk_app.domain.settings import SettingChange
from desk_app.domain.slip import SlipKind
from desk_app.storage import case_rows, event_log, setting_rows
from desk_app.storage.errors import known_errors

# word for word as the index of db/0005 says it: else SQLite walks the whole log
_LISTED = "kind in ('forwarded', 'paid', 'fee_collected', 'fee_cancelled')"


class StoreLists:
    """Codes and numbers for the lists; cases themselves are read by StoreReading.case."""

    _db: Database

    def codes_due(self, until: date, most: int) -> list[str]:
        """Return the codes of at most `most` cases that are due by the end of `until`, or their local part, or wait."""
        return self._codes(
            """
            select case_code, 0 as later, open_due_at as first from case_record where open_due_at < ?1
            union all
            select case_code, 0, local_due_at from case_record
             where local_due_at < ?1 and (open_due_at is null or open_due_at >= ?1)
            union all
            select case_code, 1, coalesce(completed_at, waits_until, received_at) from case_record
             where state in ('payment_waiting', 'waiting', 'result_waiting')
             order by later, first limit ?2
            """,
            f"{until.isoformat()}U",
            most,
        )

    def count_overdue(self, now: datetime) -> int:
        """Return how many cases are late at this moment, for the citizen or for the commune's own part."""
        with known_errors():
            row = self._db.execute(
                "select (select count(*) from case_record where open_due_at < ?1)"
                " + (select count(*) from case_record"
                "     where local_due_at < ?1 and (open_due_at is null or open_due_at >= ?1))",
                [iso(now)],
            ).fetchone()
        return int(row[0])

    def procedures_unsent(self) -> list[str]:
        """Return the codes of procedures of which a case was never sent on."""
        return self._codes("select distinct procedure_code from case_record where unsent_since is not null")

    def codes_unsent(self, but: Sequence[str], most: int) -> list[str]:
        """Return the codes of at most `most` cases never sent on, oldest first, without those of procedures `but`."""
        return self._codes(
            "select case_code from case_record where unsent_since is not null"
            " and procedure_code not in (select value from json_each(?))"
            " order by unsent_since, case_code limit ?",
            json.dumps(list(but)),
            most,
        )

    def codes_registered(self, first: date, last: date) -> list[str]:
        """Return the codes received from `first` to `last`, in the order of the register."""
        return self._codes(
            "select case_code from case_record where received_on between ? and ?"
            " order by register_book, register_number",
            first.isoformat(),
            last.isoformat(),
        )

    def codes_voided(self, first: date, last: date) -> list[str]:
        """Return the codes of cases received from `first` to `last` and voided."""
        return self._codes(
            "select case_code from case_record where received_on between ? and ? and state = 'voided'"
            " order by received_seq",
            first.isoformat(),
            last.isoformat(),
        )

    def codes_forwarded(self, day: date) -> list[str]:
        """Return the codes of cases forwarded on `day`, in the order of time."""
        told = [code for code, event in self._events_on(day) if event.kind == "forwarded"]
        return list(dict.fromkeys(told))

    def money_on(self, day: date) -> list[tuple[str, Told]]:
        """Return code and event of everything taken or cancelled on `day`, in the order of time."""
        return [(code, event) for code, event in self._events_on(day) if event.kind != "forwarded"]

    def serials_used(self, first: date, last: date) -> list[SerialUse]:
        """Return the serials given or set aside from `first` to `last`."""
        days = [first.isoformat(), last.isoformat()]
        with known_errors():
            given = self._db.execute(
                "select received_on, serial, case_code, state = 'voided' from case_record"
                " where received_on between ? and ?",
                days,
            ).fetchall()
            aside = self._db.execute(
                "select received_on, serial, case_code from paper_number"
                " where received_on between ? and ? and used_seq is null",
                days,
            ).fetchall()
        return [
            *(
                SerialUse(day=date.fromisoformat(d), serial=n, case_code=c, void=bool(v))
                for d, n, c, v in given
            ),
            *(SerialUse(day=date.fromisoformat(d), serial=n, case_code=c, paper=True) for d, n, c in aside),
        ]

    def slips_given(self, year: int) -> list[SlipUse]:
        """Return every slip number of a year, by form and number."""
        with known_errors():
            rows = self._db.execute(
                "select slip, number, case_code, at, staff, void, printed, seq in (select seq from taken_back)"
                " from slip where year = ?"
                " order by slip, number",
                [year],
            ).fetchall()
        return [
            SlipUse(
                kind=SlipKind(slip),
                year=year,
                number=number,
                case_code=code or "",
                day=date.fromisoformat(at[:10]),
                staff=staff,
                void=bool(void),
                printed=printed,
                undone=bool(undone),
            )
            for slip, number, code, at, staff, void, printed, undone in rows
        ]

    def apologies_to_print(self) -> list[str]:
        """Return the codes of cases whose apology (Mẫu 04) has a number and never reached a printer."""
        return self._codes(
            "select case_code from slip where slip = 'extension' and printed = 0 and void = 0 order by seq"
        )

    def setting_changes(self, before: int | None = None) -> list[SettingChange]:
        """Return what the commune has set (before event `before`), for domain/settings.py to fold."""
        with known_errors():
            if before is not None:
                return setting_rows.changes_before(self._db, before)
            return setting_rows.changes(self._db)

    def _events_on(self, day: date) -> Iterator[tuple[str, Told]]:
        tomorrow = day + timedelta(days=1)
        with known_errors():
            rows = self._db.execute(
                f"select {event_log.COLUMNS} from event where {_LISTED} and at >= ? and at < ?"
                " and seq not in (select seq from taken_back) order by at, seq",
                [day.isoformat(), tomorrow.isoformat()],
            )
            found = [event_log.event_of(row) for row in rows]
        for event in found:
            for told in case_rows.told((event,)):
                yield str(event.case_code), told

    def _codes(self, sql: str, *values: object) -> list[str]:
        with known_errors():
            return [row[0] for row in self._db.execute(sql, list(values)).fetchall()]
