"""A table whose rows stand as they were written, whoever holds the database's password."""

from __future__ import annotations

import sqlalchemy as sa


def forbid_changes(table: sa.Table) -> None:
    """Let the engine refuse each update and delete on `table`, from the moment it is made."""
    name = table.name
    body = f"begin raise exception '{name} is append-only'; end"
    calls = f"execute function {name}_stands()"
    statements = {
        "sqlite": [
            f"create trigger {name}_no_{deed} before {deed} on {name} "
            f"begin select raise(abort, '{name} is append-only'); end"
            for deed in ("update", "delete")
        ],
        "postgresql": [
            f"create or replace function {name}_stands() returns trigger language plpgsql as $$ {body} $$",
            f"create trigger {name}_stands before update or delete on {name} for each row {calls}",
        ],
    }
    for dialect, many in statements.items():
        for one in many:
            sa.event.listen(table, "after_create", sa.DDL(one).execute_if(dialect=dialect))  # type: ignore[no-untyped-call]
