"""What time it is at the server."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta, timezone

from district_server.errors import CannotServe

VIETNAM = timezone(timedelta(hours=7))


def clock(starts_at: str | None) -> Callable[[], datetime]:
    """Return the clock of this PC, or one that starts now at `starts_at`, for demonstrations.

    Raises:
        CannotServe: `starts_at` cannot be read.
    """
    if starts_at is None:
        return lambda: datetime.now(VIETNAM).replace(microsecond=0)
    try:
        start, since = datetime.fromisoformat(starts_at), time.monotonic()
    except ValueError as error:
        raise CannotServe(
            f"Không hiểu --starts-at “{starts_at}”; hãy viết như 2026-11-23T08:00:00."
        ) from error
    start = start if start.tzinfo else start.replace(tzinfo=VIETNAM)
    return lambda: start + timedelta(seconds=int(time.monotonic() - since))
