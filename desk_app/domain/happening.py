"""What happened, before the log gives it a number and a hash; bodies hold codes and values only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """Kinds of events (DESIGN 5). Trail events never make a day unsent."""

    RECEIVED = "received"
    COMPLETION_REQUESTED = "completion_requested"  # before receiving: no case
    NOT_RECEIVED = "not_received"  # no case
    PAYMENT_REQUESTED = "payment_requested"
    PAID = "paid"
    SUPPLEMENT_REQUESTED = "supplement_requested"
    SUPPLEMENTED = "supplemented"
    CLOSED_UNCOMPLETED = "closed_uncompleted"
    REFUSED = "refused"
    FORWARDED = "forwarded"
    RETURNED_TO_DESK = "returned_to_desk"
    EXTENDED = "extended"
    STOPPED = "stopped"
    WITHDRAWN = "withdrawn"
    COMPLETED = "completed"
    HANDED_OVER = "handed_over"
    RESULT_RECALLED = "result_recalled"
    CORRECTED = "corrected"
    VOIDED = "voided"
    UNDONE = "undone"  # takes the newest act back: body {"seq"}; domain/undoing.py
    FEE_COLLECTED = "fee_collected"  # money only; the business state stays
    FEE_CANCELLED = "fee_cancelled"
    SCAN_ATTACHED = "scan_attached"
    SCAN_REMOVED = "scan_removed"
    NUMBERS_SET_ASIDE = "numbers_set_aside"  # for paper, while there is no power
    DAY_CLOSED = "day_closed"  # no case; domain/day_end.py
    CLOCK_CONFIRMED = "clock_confirmed"  # a leader says that the PC's clock is right; body {"reason"}
    PRINTED = "printed"  # trail
    SIGNED_IN = "signed_in"  # trail
    SIGNED_OUT = "signed_out"  # trail
    STAFF_ADDED = "staff_added"  # trail; body {"login", "name", "title"}
    SETTINGS_CHANGED = "settings_changed"  # trail; domain/settings.py
    SUPERIOR_APPLIED = (
        "superior_applied"  # trail: the superior knows it; domain/news.py, body_of, with its "cursor"
    )
    EXPORTED = "exported"  # trail; a list left the store: body {"list", "period", "way", "rows"}
    DESK_SET_UP = "desk_set_up"  # trail; whose desk it is: a burnt PC has it nowhere else
    RECOVERED = "recovered"  # trail; the log came from the superior: body {"log", "hash", "how"}
    SET_ASIDE = "set_aside"  # trail; what a rebase found no place for: body {"kind", "case_code"?, "body"}


TRAIL = frozenset(
    {
        Kind.PRINTED,
        Kind.SIGNED_IN,
        Kind.SIGNED_OUT,
        Kind.STAFF_ADDED,
        Kind.SETTINGS_CHANGED,
        Kind.EXPORTED,
        Kind.SUPERIOR_APPLIED,
        Kind.DESK_SET_UP,
        Kind.RECOVERED,
        Kind.SET_ASIDE,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One event as the log tells it again; `body` is empty when its retention ended."""

    seq: int
    kind: str
    at: datetime
    staff: str
    body: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One event to append. `body` has only text, whole numbers, booleans, lists and mappings; no null."""

    kind: Kind
    at: datetime
    staff: str
    body: Mapping[str, object]
    case_code: str | None = None
