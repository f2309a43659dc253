"""The commune's settings as rows: what the last `settings_changed` event of each thing said."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlite_utils import Database

from desk_app.domain.settings import SettingChange, change_of
from wire.event import Event


def keep(database: Database, event: Event, body: Mapping[str, Any]) -> None:
    """Keep what an event set; what it took away goes."""
    change = change_of(body)
    database.execute("delete from local_edit where what = ? and key = ?", [change.what, change.key])
    if change.value is not None:
        value = json.dumps(change.value, ensure_ascii=False, sort_keys=True)
        database.execute(
            "insert into local_edit (what, key, value, seq) values (?, ?, ?, ?)",
            [change.what, change.key, value, event.seq],
        )


def changes(database: Database, what: str = "") -> list[SettingChange]:
    """Return what is set now, all or one kind of thing: folded it gives what all events give."""
    rows = database.execute(
        "select what, key, value from local_edit where ? in ('', what) order by seq", [what]
    )
    return [SettingChange(what=kind, key=key, value=json.loads(value)) for kind, key, value in rows]
