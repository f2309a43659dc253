"""Rows about scans: which the log names, and where their bytes are (domain/scan_ports.py)."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from desk_app.domain.happening import Kind
from desk_app.domain.moment import iso
from desk_app.domain.scan import HeldState, ScanCount, ScanPlace, WaitingScan
from wire.event import Event

_NAMED = "exists (select 1 from scan s where s.sha256 = scan_copy.sha256 and s.removed_seq is null)"
_OURS = "superior_key is (select superior_key from enrolment)"  # `is`: also where there is none
_HELD = f"(held_at is not null and {_OURS})"
_SENT = f"(case when {_OURS} then sent else 0 end)"
_REFUSED = f"(refused <> '' and {_OURS})"


def project(database: Database, event: Event, body: Mapping[str, Any]) -> None:
    """Tell which scans a case has after `scan_attached` or `scan_removed`."""
    if event.kind == Kind.SCAN_ATTACHED:
        database.execute(
            "insert into scan (seq, case_code, sha256, size) values (?, ?, ?, ?)",
            [event.seq, event.case_code, bytes.fromhex(body["sha256"]), body["size"]],
        )
    else:
        database.execute(
            "update scan set removed_seq = ? where case_code = ? and sha256 = ? and removed_seq is null",
            [event.seq, event.case_code, bytes.fromhex(body["sha256"])],
        )


class ScanRows:
    """Reads and writes of one connection; writes belong into a transaction."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def key(self) -> bytes:
        """Return the key that seals the files, empty before the first scan."""
        row = self._db.execute("select key from scan_key").fetchone()
        return bytes(row[0]) if row else b""

    def make_key(self) -> bytes:
        """Return the key that seals the files; made when there is none."""
        self._db.execute(
            "insert into scan_key (one, key) values (1, ?) on conflict do nothing", [secrets.token_bytes(32)]
        )
        return self.key()

    def places(self, case_code: str) -> dict[bytes, tuple[ScanPlace, int]]:
        """Return where the bytes of a case's scans are, and how many the superior has."""
        rows = self._db.execute(
            f"""
            select sha256, {_HELD}, {_REFUSED}, dropped_at is not null, {_SENT} from scan_copy
            where sha256 in (select sha256 from scan where case_code = ? and removed_seq is null)
            """,
            [case_code],
        )
        return {bytes(row[0]): (_place(row[1], row[2], row[3]), row[4]) for row in rows}

    def waiting(self, acknowledged_seq: int, most: int = -1) -> list[WaitingScan]:
        """Return the scans whose event the superior has and whose bytes it does not, oldest first.

        Those that it refused come last: it may have room by now, and to ask costs little.
        """
        rows = self._db.execute(
            f"""
            select scan_copy.sha256, size, {_SENT} from scan_copy
            join (select sha256, size, min(seq) as seq from scan where removed_seq is null group by sha256) named
              on named.sha256 = scan_copy.sha256
            where named.seq <= ? and not {_HELD} and dropped_at is null
            order by {_REFUSED}, named.seq limit ?
            """,
            [acknowledged_seq, most],
        )
        return [WaitingScan(sha256=bytes(row[0]), size=row[1], sent=row[2]) for row in rows]

    def count(self) -> ScanCount:
        """Return what waits for the superior, also what its events still wait for."""
        row = self._db.execute(
            f"""
            select coalesce(sum(waits), 0), coalesce(sum(waits * (size - told)), 0), coalesce(sum(no), 0) from (
                select not {_REFUSED} as waits, {_REFUSED} as no, {_SENT} as told,
                       (select size from scan s where s.sha256 = scan_copy.sha256 limit 1) as size
                from scan_copy where dropped_at is null and not {_HELD} and {_NAMED}
            )
            """
        ).fetchone()
        return ScanCount(waiting=row[0], waiting_bytes=row[1], refused=row[2])

    def is_named(self, sha256: bytes) -> bool:
        """Return whether any case still has this scan."""
        found = self._db.execute(
            "select 1 from scan where sha256 = ? and removed_seq is null limit 1", [sha256]
        ).fetchone()
        return found is not None

    def here(self) -> set[bytes]:
        """Return which files must lie on this PC: named by a case, and not dropped."""
        rows = self._db.execute(f"select sha256 from scan_copy where dropped_at is null and {_NAMED}")
        return {bytes(row[0]) for row in rows}

    def held_until(self, moment: datetime) -> list[bytes]:
        """Return the scans that are here though the superior has held them since before `moment`."""
        rows = self._db.execute(
            f"select sha256 from scan_copy where dropped_at is null and {_HELD} and held_at <= ?",
            [iso(moment)],
        )
        return [bytes(row[0]) for row in rows]

    def stored(self, sha256: bytes, at: datetime) -> None:
        """Tell that the file lies here; one that was dropped before is here again, and held as it was."""
        self._db.execute(
            "insert into scan_copy (sha256, stored_at) values (?, ?)"
            " on conflict (sha256) do update set dropped_at = null",
            [sha256, iso(at)],
        )

    def told(self, sha256: bytes, held: int, state: HeldState, at: datetime) -> None:
        """Keep what the present superior says of a scan: how many bytes it has, all of them, or why not."""
        self._db.execute(
            """
            update scan_copy set superior_key = (select superior_key from enrolment), sent = ?,
                held_at = case when ? then coalesce(held_at, ?) end, refused = ?
            where sha256 = ?
            """,
            [held, state is HeldState.WHOLE, iso(at), "" if state in _GOES_ON else state.value, sha256],
        )

    def dropped(self, hashes: Iterable[bytes], at: datetime) -> None:
        """Tell that files are no longer here."""
        for sha256 in hashes:
            self._db.execute("update scan_copy set dropped_at = ? where sha256 = ?", [iso(at), sha256])

    def forget_unnamed(self) -> None:
        """Forget the bytes of scans that no case has any more."""
        self._db.execute(f"delete from scan_copy where not {_NAMED}")


_GOES_ON = frozenset({HeldState.WAITING, HeldState.WHOLE})


def ask_anew(database: Database) -> None:
    """Believe of no scan that the superior has it: it was restored from its backup."""
    database.execute("update scan_copy set sent = 0, held_at = null, refused = ''")


def _place(held: int, refused: int, dropped: int) -> ScanPlace:
    if held:
        return ScanPlace.SUPERIOR if dropped else ScanPlace.BOTH
    if dropped:
        return ScanPlace.SUPERIOR
    return ScanPlace.REFUSED if refused else ScanPlace.HERE
