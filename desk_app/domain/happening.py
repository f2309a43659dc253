"""What happened, before the log gives it a number and a hash; bodies hold codes and values only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Kind(StrEnum):
    """Kinds of events (DESIGN 5). Trail events never make a day unsent."""

    RECEIVED = "received"
    COMPLETED = "completed"
    HANDED_OVER = "handed_over"
    PRINTED = "printed"  # trail
    SIGNED_IN = "signed_in"  # trail
    SIGNED_OUT = "signed_out"  # trail
    STAFF_ADDED = "staff_added"  # trail; body {"login", "name", "title"}
    SETTINGS_CHANGED = "settings_changed"  # trail


TRAIL = frozenset({Kind.PRINTED, Kind.SIGNED_IN, Kind.SIGNED_OUT, Kind.STAFF_ADDED, Kind.SETTINGS_CHANGED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One event to append. `body` has only text, whole numbers, booleans, lists and mappings; no null."""

    kind: Kind
    at: datetime
    staff: str
    body: Mapping[str, object]
    case_code: str | None = None
