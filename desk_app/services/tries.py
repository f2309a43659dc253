"""When to try again after the line failed, and when to give up and say so."""

from __future__ import annotations

import random

from desk_app.domain.errors import (
    LineCut,
    LineError,
    NameNotFound,
    NoLine,
    NotReached,
    SuperiorAway,
    SuperiorClosed,
)

TRIES = 24  # one after another without anything new acknowledged
FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.2, 15.0
LONGEST_AFTER_A_CUT_S = 0.5  # a line that is up for some seconds must be met in them
MENDABLE = (
    LineCut,
    SuperiorAway,
    NoLine,
    NameNotFound,
)  # all else the superior, or a certificate, says itself
AT_ONCE = (NoLine, NameNotFound, SuperiorClosed)  # a few seconds mend none of it, if nobody answered yet


class Tries:
    """Counts the failures of one exchange."""

    def __init__(self) -> None:
        self.failed = 0  # one after another
        self._heard = False

    def heard(self) -> None:
        """The superior answered: the line is there."""
        self._heard = True

    def progressed(self) -> None:
        """Something new was acknowledged: count anew."""
        self.failed, self._heard = 0, True

    def pause_s(self, error: LineError) -> float | None:
        """Return how long to wait before the next try; None = give up.

        Half of it is chance: desks that a fallen mast cut off together do not come back together.
        """
        if not isinstance(error, MENDABLE) or (isinstance(error, AT_ONCE) and not self._heard):
            return None
        if self.failed >= TRIES:
            return None
        cut = isinstance(error, LineCut | NotReached)  # what trying costs then, costs no superior anything
        most = min(FIRST_PAUSE_S * 2.0**self.failed, LONGEST_AFTER_A_CUT_S if cut else LONGEST_PAUSE_S)
        self.failed += 1
        return most * random.uniform(0.5, 1)
