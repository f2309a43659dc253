"""A desk's log comes back to it: from the superior to a new machine, or to a disk that fell behind its own log."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from desk_app.domain.happening import Kind
from desk_app.domain.lifecycle import ACTS
from desk_app.domain.superior import Enrolment

GAP = 100  # numbers of a form or register that may be on papers whose events are gone; nobody gets them again
REBASED_FROM = "rebased_from"


@dataclass(frozen=True, slots=True, kw_only=True)
class Readmitted:
    """What a new machine gets in place of a burnt one; `commune` is what the superior calls it."""

    enrolment: Enrolment
    log_key: bytes  # 32 bytes
    commune: str
    seq: int  # up to where the superior holds the log


@dataclass(frozen=True, slots=True, kw_only=True)
class Logged:
    """One event of a log with its hash: what another log may have too."""

    seq: int
    hash: bytes
    kind: Kind
    case_code: str | None
    at: datetime
    staff: str
    body: Mapping[str, Any]

    @property
    def origin(self) -> str:
        """Return the hex hash by which it was first known: also over several rebases."""
        return str(self.body.get(REBASED_FROM, {}).get("hash", self.hash.hex()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Renumbered:
    """A case whose code another case has at the superior: its citizen needs a new receipt."""

    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """An act that has no place in the log as it is now: it is kept there, and somebody must look at it."""

    seq: int  # of the event that keeps it
    kind: Kind
    case_code: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebased:
    """What a rebase did: up to where both logs were one, what was pulled, what was carried over."""

    common: int
    pulled: int
    carried: int
    renumbered: tuple[Renumbered, ...] = ()
    set_aside: tuple[SetAside, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pulled:
    """How far the pulling of a log is, in events."""

    done: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LogPart:
    """What follows a seq in a log: one frame, empty at the head; `seq`, `hash` = the head that the superior holds."""

    seq: int
    hash: bytes
    frame: bytes


class LogSource(Protocol):
    """Who has the log; may raise every LineError."""

    def part(self, enrolment: Enrolment, counter: int, after: int, log_key: bytes) -> LogPart:
        """Return what follows seq `after`, signed and checked."""


def may_follow(kind: Kind, state: object) -> bool:
    """Return whether an event of `kind` may happen to a case in `state`; what is no act of the table always may."""
    rows = [act for act in ACTS.values() if kind in act.events and act.since]
    return not rows or any(state in act.since for act in rows)
