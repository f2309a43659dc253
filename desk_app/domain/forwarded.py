"""A case as it was forwarded on one day, for the list that goes along with the dossiers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from desk_app.domain.case import Case
from desk_app.domain.moment import VIETNAM
from desk_app.domain.register import HandOverLine, hand_over_line


@dataclass(frozen=True, slots=True, kw_only=True)
class Forwarded:
    """To whom, when, and the line of the list."""

    to: str
    at: datetime
    line: HandOverLine


def forwarded_on(case: Case, day: date) -> tuple[Forwarded, ...]:
    """Return each forwarding of `day` with its own note, also one that has come back since."""
    return tuple(
        Forwarded(to=sent.to, at=sent.at, line=replace(hand_over_line(case), note=sent.note))
        for sent in case.forwards
        if sent.at is not None and sent.at.astimezone(VIETNAM).date() == day
    )
