"""The commune's settings as rows: what the last `settings_changed` event of each thing said."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlite_utils import Database

from desk_app.domain.settings import SettingChange, change_of
from desk_app.storage import event_log
from wire.event import Event

# word for word as the index of db/0005 says it: else SQLite walks the whole log for each case
_SETS = "kind = 'settings_changed'"


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


def changes_before(database: Database, seq: int) -> list[SettingChange]:
    """Return everything that was set before event `seq`, oldest first; what was taken away since is still in it."""
    rows = database.execute(
        f"select {event_log.COLUMNS} from event where {_SETS} and seq < ? order by seq", [seq]
    )
    told = [event_log.event_of(row) for row in rows]
    return [change_of(event_log.body_of(event)) for event in told if event.body]


def changes(database: Database, what: str = "") -> list[SettingChange]:
    """Return what is set now, all or one kind of thing: folded it gives what all events give."""
    rows = database.execute(
        "select what, key, value from local_edit where ? in ('', what) order by seq", [what]
    )
    return [SettingChange(what=kind, key=key, value=json.loads(value)) for kind, key, value in rows]
