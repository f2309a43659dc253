"""The same tests on both engines: where a test says a folder, PostgreSQL has a database for that folder."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import sqlalchemy as sa

SQLITE, POSTGRESQL = "sqlite", "postgresql"
ENGINES = [SQLITE] if sys.platform == "win32" else [SQLITE, POSTGRESQL]
_places: dict[Path, str] = {}
_engine = [SQLITE]


def choose(engine: str) -> None:
    """From here on folders stand for ledgers on this engine."""
    forget(set())
    _engine[0] = engine


def known() -> set[Path]:
    """Return the folders that databases stand for."""
    return set(_places)


def forget(but: set[Path]) -> None:
    """Give back the databases of all folders `but` these; their ledgers are closed."""
    for folder in known() - but:
        _cluster().give_back(_places.pop(folder))


def place_of(folder: Path) -> Path | str:
    """Return where the ledger of this folder is: the folder itself, or its database."""
    if _engine[0] == SQLITE:
        return folder
    if folder not in _places:
        _places[folder] = _cluster().new()
    return _places[folder]


def options_of(folder: Path) -> list[str]:
    """Return the option of `district-server` that names the ledger of this folder."""
    place = place_of(folder)
    return ["--data", str(place)] if isinstance(place, Path) else ["--database", place]


def copy(folder: Path, to: Path) -> None:
    """Take a backup of a ledger that nobody has open, or put one back; what was there is gone."""
    place = place_of(folder)
    if isinstance(place, Path):
        shutil.rmtree(to, ignore_errors=True)
        shutil.copytree(folder, to)
        return
    if to in _places:
        _cluster().give_back(_places.pop(to))
    _places[to] = _cluster().copy(place)


def query(folder: Path, statement: str) -> list[tuple]:
    """Return the rows of one statement on the ledger of a folder, past the server."""
    place = place_of(folder)
    url = f"sqlite:///{place / 'superior.db'}" if isinstance(place, Path) else place
    engine = sa.create_engine(url, poolclass=sa.NullPool)
    with engine.begin() as connection:
        found = connection.execute(sa.text(statement))
        rows = [tuple(row) for row in found] if found.returns_rows else []
    engine.dispose()
    return rows


def _cluster():
    from support.postgres import cluster

    return cluster()
