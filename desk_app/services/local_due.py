"""When the commune's own part of a two-stage term ends: what the control slip tells whoever takes the dossier."""

from __future__ import annotations

from datetime import datetime

from desk_app.domain.case import Case
from desk_app.domain.errors import DeskError
from desk_app.domain.running import running
from desk_app.services.receive_case import Rules


def local_due(case: Case, rules: Rules) -> datetime | None:
    """Return when the commune's part must be done; None for a term of one stage.

    The date that was promised with the case, while the commune has it. Of a case that was sent out, or is older than
    such dates, reckoned by the rules of its intake; where that no longer comes to the promised date (the calendar has
    changed since) there is none: two dates that do not belong together would mislead.
    """
    if case.due_at is None or case.local_due_at is not None:
        return case.local_due_at
    try:
        now = running(case, rules.rules_of(case), rules.calendar)
    except DeskError:  # rules or term of another release: the paper is printed all the same
        return None
    return now.end.local_due_at if now is not None and now.end.due_at == case.due_at else None
