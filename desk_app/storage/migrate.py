"""Bring a store to the shape of this program: numbered files, each in one transaction."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from sqlite3 import complete_statement

from sqlite_utils import Database

from desk_app.domain.errors import StoreTooNew
from desk_app.storage.errors import known_errors


def migrate(database: Database, folder: Path) -> None:
    """Apply the files that the store has not seen.

    Raises:
        StoreTooNew: a newer program has been here.
    """
    files = {int(path.name[:4]): path for path in folder.glob("[0-9][0-9][0-9][0-9]_*.sql")}
    with known_errors():
        at = int(database.execute("pragma user_version").fetchone()[0])
        if at > max(files):
            raise StoreTooNew()
        for number in sorted(n for n in files if n > at):
            _apply(database, number, files[number].read_text(encoding="utf-8"))


def _apply(database: Database, number: int, script: str) -> None:
    database.execute("begin immediate")
    try:
        for statement in _statements(script):
            database.execute(statement)
        database.execute(f"pragma user_version = {number:d}")
    except BaseException:
        database.rollback()
        raise
    database.commit()


def _statements(script: str) -> Iterator[str]:
    """Split at the line ends: sqlite3's own executescript commits what is open, and sqlite-utils' asks at every letter.

    The last one may be a comment only.
    """
    lines: list[str] = []
    for line in script.splitlines(keepends=True):
        lines.append(line)
        if complete_statement("".join(lines)):
            yield "".join(lines)
            lines.clear()
    yield "".join(lines)


def schema(database: Database) -> str:
    """Return the shape of a store as text, to compare with db/schema.sql."""
    rows = database.execute(
        "select sql from sqlite_master where sql is not null and name not like 'sqlite_%'"
        " and name not in (select name from pragma_table_list where type = 'shadow') order by type desc, name"
    )
    return "".join(f"{sql};\n" for (sql,) in rows)
