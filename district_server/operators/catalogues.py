"""Publish a catalogue: what is otherwise in it is shown before, and it is stored as the file says."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from district_server.catalogue_file import Catalogue
from district_server.ledger import Ledger, procedure, procedure_field


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A published version and how many procedures it has."""

    version: int
    procedures: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What a file would change: (code, name) that are new or gone, (code, name before, name after) that changed.

    Compared with `against`, the same version where it is published, else the newest before it; None = the first.
    """

    version: int
    against: int | None
    new: list[tuple[str, str]]
    changed: list[tuple[str, str, str]]
    gone: list[tuple[str, str]]
    same: int


def versions(ledger: Ledger) -> list[Version]:
    """Return the published versions, newest first."""
    kept = procedure.c.version
    with ledger.act() as connection:
        rows = connection.execute(
            sa.select(kept, sa.func.count()).group_by(kept).order_by(kept.desc()).limit(50)
        ).all()
    return [Version(version=row[0], procedures=row[1]) for row in rows]


def difference(ledger: Ledger, catalogue: Catalogue) -> Difference:
    """Return what publishing would change; nothing is stored."""
    with ledger.act() as connection:
        against = connection.execute(
            sa.select(sa.func.max(procedure.c.version)).where(procedure.c.version <= catalogue.version)
        ).scalar()
        rows = connection.execute(
            sa.select(procedure.c.code, procedure.c.name).where(procedure.c.version == against)
        ).all()
    before = {row.code: row.name for row in rows}
    after = {one.code: one.name for one in catalogue.procedures}
    both = sorted(before.keys() & after.keys())
    changed = [(code, before[code], after[code]) for code in both if before[code] != after[code]]
    return Difference(
        version=catalogue.version,
        against=against,
        new=[(code, after[code]) for code in sorted(after.keys() - before.keys())],
        changed=changed,
        gone=[(code, before[code]) for code in sorted(before.keys() - after.keys())],
        same=len(both) - len(changed),
    )


def publish(connection: sa.Connection, catalogue: Catalogue) -> None:
    """Store a catalogue; the same version again replaces what was there."""
    version = catalogue.version
    for table in (procedure, procedure_field):
        connection.execute(sa.delete(table).where(table.c.version == version))
    rows = [{"version": version, "code": one.code, "name": one.name} for one in catalogue.procedures]
    connection.execute(sa.insert(procedure), rows)
    fields = [
        {"version": version, "code": one.code, "field_code": one.field_code, "field": one.field}
        for one in catalogue.procedures
    ]
    connection.execute(sa.insert(procedure_field), fields)
