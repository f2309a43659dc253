"""What the end of a day reads of the store (day_ports.DayReading)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

from sqlite_utils import Database

from desk_app.domain.day_end import Closing, DayResults, DayTotals, StoreCopy, closing_of
from desk_app.domain.happening import TRAIL, Kind
from desk_app.domain.moment import iso
from desk_app.storage import event_log
from desk_app.storage.errors import known_errors

# word for word as the index of db/0009 says it: else SQLite walks the whole log
_DAYS = """kind in ('completed', 'handed_over', 'supplement_requested', 'supplemented', 'extended', 'refused',
                'withdrawn', 'stopped', 'closed_uncompleted', 'not_received', 'completion_requested')"""
_STANDS = "seq not in (select seq from taken_back)"
_QUIET = ", ".join(f"'{kind.value}'" for kind in sorted((*TRAIL, Kind.DAY_CLOSED)))


class StoreDays:
    """Totals and closings of days."""

    _db: Database

    def day_totals(self, day: date, now: datetime) -> DayTotals:
        """Return what was done on `day`; see day_ports.DayReading."""
        first, after = day.isoformat(), (day + timedelta(days=1)).isoformat()
        with known_errors():
            received, at_once, voided = self._db.execute(
                "select count(*) filter (where state <> 'voided'),"
                " count(*) filter (where state <> 'voided' and at_once = 1),"
                " count(*) filter (where state = 'voided') from case_record where received_on = ?",
                [first],
            ).fetchone()
            # without a case: Mẫu 02 and 03 at the door, one event a citizen
            acts = dict(
                self._db.execute(
                    f"select kind, count(distinct coalesce(case_code, seq)) from event"
                    f" where {_DAYS} and at >= ? and at < ? and {_STANDS}"
                    " and coalesce(case_code, '') not in (select case_code from case_record where state = 'voided')"
                    " group by kind",
                    [first, after],
                ).fetchall()
            )
            on_time = self._db.execute(
                f"select count(*) from case_record where (due_at is null or completed_at <= due_at) and case_code in"
                f" (select case_code from event where {_DAYS} and at >= ? and at < ? and kind = 'handed_over'"
                f" and {_STANDS}) and state <> 'voided'",
                [first, after],
            ).fetchone()[0]
            late = self._db.execute(
                "select count(*) from case_record where open_due_at < ?", [iso(now)]
            ).fetchone()[0]
            waiting = self._db.execute(
                "select count(*) from case_record where state = 'result_waiting'"
            ).fetchone()[0]
        return DayTotals(
            received=received,
            at_once=at_once,
            voided=voided,
            completed=acts.get("completed", 0),
            handed_over=acts.get("handed_over", 0),
            on_time=on_time,
            supplements_asked=acts.get("supplement_requested", 0),
            supplemented=acts.get("supplemented", 0),
            extended=acts.get("extended", 0),
            refused=acts.get("refused", 0),
            withdrawn=acts.get("withdrawn", 0),
            stopped=acts.get("stopped", 0),
            closed=acts.get("closed_uncompleted", 0),
            not_received=acts.get("not_received", 0) + acts.get("completion_requested", 0),
            late=late,
            waiting=waiting,
        )

    def results_by_day(self, first: date, last: date) -> list[DayResults]:
        """Return the results of each day from `first` to `last` on which there were any."""
        with known_errors():
            rows = self._db.execute(
                "select substr(at, 1, 10), count(distinct case_code),"
                " count(distinct case_code) filter (where due_at is null or at <= due_at)"
                f" from event join case_record using (case_code)"
                f" where {_DAYS} and kind = 'completed' and at >= ? and at < ? and {_STANDS} and state <> 'voided'"
                " group by 1 order by 1",
                [first.isoformat(), (last + timedelta(days=1)).isoformat()],
            ).fetchall()
        return [DayResults(day=date.fromisoformat(day), results=n, on_time=good) for day, n, good in rows]

    def papers_not_printed(self) -> list[str]:
        """Return the codes of cases with a numbered paper that never reached a printer; each once."""
        with known_errors():
            rows = self._db.execute(
                "select case_code from slip where printed = 0 and void = 0 and case_code is not null order by seq"
            ).fetchall()
        return list(dict.fromkeys(code for (code,) in rows))

    def drafts_left(self) -> list[str]:
        """Return the names of staff who have begun a case."""
        with known_errors():
            rows = self._db.execute(
                "select coalesce(name, staff) from draft left join staff_member on login = staff"
                " where text <> '' order by 1"
            ).fetchall()
        return [name for (name,) in rows]

    def closings(self, day: date) -> list[Closing]:
        """Return the closings of a day, oldest first."""
        return self._closings("where day = ? order by nth", day.isoformat())

    def last_closing(self) -> Closing | None:
        """Return the newest closing of any day."""
        return next(iter(self._closings("order by seq desc limit 1")), None)

    def changed_since(self, closing: Closing) -> bool:
        """Return whether something happened on the closing's day after it, or was keyed in for it later."""
        with known_errors():
            row = self._db.execute(
                f"select exists (select 1 from event e where seq > ? and kind not in ({_QUIET})"
                " and (substr(at, 1, 10) = ? or (kind = 'received' and exists"
                " (select 1 from case_record c where c.received_seq = e.seq and c.received_on = ?))))",
                [closing.seq, closing.day.isoformat(), closing.day.isoformat()],
            ).fetchone()
        return bool(row[0])

    def last_work_day(self, before: date) -> date | None:
        """Return the last day before `before` on which something was done."""
        with known_errors():
            received = self._db.execute(
                "select max(received_on) from case_record where received_on < ?", [before.isoformat()]
            ).fetchone()[0]
            acted = self._db.execute(
                f"select max(at) from event where {_DAYS} and at < ?", [before.isoformat()]
            ).fetchone()[0]
        days = [day[:10] for day in (received, acted) if day]
        return date.fromisoformat(max(days)) if days else None

    def acknowledged_between(self, after: int, until: int) -> int:
        """Return how many cases have their last event after seq `after` and up to `until`."""
        with known_errors():
            row = self._db.execute(
                "select count(*) from case_record where last_seq > ? and last_seq <= ?", [after, until]
            ).fetchone()
        return int(row[0])

    def last_copy(self) -> StoreCopy | None:
        """Return the newest verified copy."""
        with known_errors():
            row = self._db.execute(
                "select at, place, name, head_seq, head_hash, size from verified_copy"
                " order by copy_id desc limit 1"
            ).fetchone()
        if row is None:
            return None
        at, place, name, seq, digest, size = row
        return StoreCopy(
            at=datetime.fromisoformat(at),
            place=Path(place),
            name=name,
            head_seq=seq,
            head_hash=bytes(digest),
            size=size,
        )

    def head(self) -> tuple[int, bytes]:
        """Return seq and hash of the last event."""
        with known_errors():
            seq, digest, _ = event_log.head(self._db)
        return seq, digest

    def _closings(self, which: str, *values: object) -> list[Closing]:
        with known_errors():
            rows = self._db.execute(
                f"select event.seq, at, coalesce(name, staff), body from day_closing join event using (seq)"
                f" left join staff_member on login = staff {which}",
                list(values),
            ).fetchall()
        return [
            closing_of(seq, datetime.fromisoformat(at), name, event_log.read_body(body))
            for seq, at, name, body in rows
        ]


def close(database: Database, seq: int, body: dict[str, object]) -> None:
    """Keep that a `day_closed` event closed its day."""
    database.execute(
        "insert into day_closing (day, nth, seq) values (?, ?, ?)", [body["day"], body["nth"], seq]
    )
