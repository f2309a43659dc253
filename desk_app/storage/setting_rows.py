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


def changes(database: Database) -> list[SettingChange]:
    """Return what is set now, in the order in which it was set: folded they give what all events give."""
    rows = database.execute("select what, key, value from local_edit order by seq")
    return [SettingChange(what=what, key=key, value=json.loads(value)) for what, key, value in rows]
