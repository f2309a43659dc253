"""Where the time comes from: the only module that asks the machine."""

from __future__ import annotations

import time
from datetime import datetime, timedelta

from desk_app.domain.moment import VIETNAM


class SystemClock:
    """The real time, at +07:00 whatever the PC's zone is."""

    def now(self) -> datetime:
        """Return the time in whole seconds."""
        return datetime.now(VIETNAM).replace(microsecond=0)


class SteppedClock:
    """A clock that moves only when it is told to: the demonstration day without a screen."""

    def __init__(self, start: datetime) -> None:
        self._now = start

    def now(self) -> datetime:
        """Return the time it was set to."""
        return self._now

    def advance(self, by: timedelta) -> None:
        """Move on."""
        self._now += by

    def advance_to(self, at: datetime) -> None:
        """Move on to `at`; never back."""
        self._now = max(self._now, at)


class RunningClock:
    """Starts at a moment of its own and runs: the demonstration with a screen."""

    def __init__(self, start: datetime) -> None:
        self._start, self._since = start, time.monotonic()

    def now(self) -> datetime:
        """Return the start and what has passed since."""
        return self._start + timedelta(seconds=int(time.monotonic() - self._since))
