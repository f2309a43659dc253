"""A new store beside one that fell behind its own log: what is no event goes along, the log comes from the superior."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desk_app.storage import database as files
from desk_app.storage.errors import known_errors
from desk_app.storage.migrate import migrate
from desk_app.storage.projections import TABLES as MADE
from desk_app.storage.store import Store

CARRIED = (
    "identity",
    "draft",
    "setting",
    "enrolment",
    "enrolment_try",
    "scan_key",
    "scan_copy",
    "thing",
    "thing_part",
)
# made from the log, told anew by the superior, counted on (services/rebase.py), or said of the old log
LEFT = (
    *MADE,
    *("event", "acknowledgement", "refusal", "news", "news_read", "sync_failure", "request_counter"),
    *("usb_export", "verified_copy"),
)


def make_beside(
    old: Path, new: Path, key: bytes, *, migrations: Path, catalogues: Path | Sequence[Path]
) -> Store:
    """Return a store without a log, of the same desk, key and enrolment as `old`, which is only read.

    Raises:
        NotOurStore: `new` exists.
    """
    source = files.connect(old, key)
    try:
        made = files.create(new, key)
        try:
            migrate(made, migrations)
            with known_errors():
                made.execute("begin immediate")
                for table in CARRIED:
                    cursor = source.execute(f"select * from {table}")
                    names = [column[0] for column in cursor.description]
                    places = ", ".join("?" for _ in names)
                    for row in cursor:
                        made.execute(f"insert into {table} ({', '.join(names)}) values ({places})", list(row))
                made.commit()
        finally:
            made.conn.close()
    finally:
        source.conn.close()
    return Store(new, key, migrations=migrations, catalogues=catalogues)
