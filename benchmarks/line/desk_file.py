"""A desk's whole database as one plain SQLite file: what rsync is given to carry."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from benchmarks.line.synthetic_day import synthetic_day

OLDER, OLDER_SEED = 3000, 1000  # some months of a commune, and other people than today's
SCHEMA = """
create table one_case (id text primary key, case_no text not null, procedure text not null, name text not null,
    citizen_id text not null, received_at text not null, due_date text not null, body text not null);
create table event (id text primary key, case_id text not null references one_case, seq integer not null,
    at text not null, status text not null, actor text not null, note text not null);
create index case_by_name on one_case (name);
create index case_by_citizen on one_case (citizen_id);
create index event_by_case on event (case_id, seq);
"""


def make(yesterday: Path, today: Path, cases: int) -> None:
    """Write two files: the older cases, and those with the `cases` of the day added in the order of their acts."""
    with closing(sqlite3.connect(yesterday)) as database:
        database.executescript(SCHEMA)
        _add(database, synthetic_day(OLDER, OLDER_SEED).cases)
    shutil.copyfile(yesterday, today)
    with closing(sqlite3.connect(today)) as database:
        for one in synthetic_day(cases).cases:
            _add(database, [one])


def ids_in(file: Path) -> set[str]:
    """Return the ids of the cases in a copy; none where it is no sound database."""
    try:
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as database:
            if database.execute("pragma integrity_check").fetchone()[0] != "ok":
                return set()
            return {row[0] for row in database.execute("select id from one_case")}
    except sqlite3.DatabaseError:  # half of one state and half of another
        return set()


def _add(database: sqlite3.Connection, cases: Sequence[dict[str, Any]]) -> None:
    with database:
        database.executemany(
            "insert into one_case values (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (one["id"], one["case_no"], one["procedure_code"], one["applicant"]["full_name"], one["applicant"]["citizen_id"],
                 one["received_at"], one["due_date"], json.dumps({n: one[n] for n in ("applicant", "documents", "fees", "channel")}, ensure_ascii=False))
                for one in cases
            ],
        )  # fmt: skip
        database.executemany(
            "insert into event values (?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    each["id"],
                    one["id"],
                    each["seq"],
                    each["at"],
                    each["status"],
                    each["actor_code"],
                    each["note"],
                )
                for one in cases
                for each in one["events"]
            ],
        )
