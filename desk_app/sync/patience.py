"""How long nothing may move on a line before it counts as dead: three round trips and some seconds at most."""

from __future__ import annotations

import time

MARGIN_S = 5.0
LONGEST_MARGIN_S = 30.0
BLIND_MARGIN_S = 20.0  # where the kernel does not tell what arrived: a full buffer at 8 kbit/s
REACH_MARGIN_S = 1.2  # one SYN may be lost: the kernel sends the next after a second
UNKNOWN_ROUND_TRIP_S = 1.5
CUT_COUNTS_S = 60.0
# of the margin, while bytes of ours are not acknowledged: there no superior is slow, the line is
WAITING_SHARE = 0.5


class Patience:
    """Learns the line's round trip; shrinks for a minute after a cut, grows where a superior is slow to answer.

    On a line that is up for a few seconds and down for as long, whoever waits for the end of all doubt misses
    every time that it is up: there a connection is given up after less. `margin_s` = what comes upon three
    round trips.
    """

    def __init__(self, margin_s: float = MARGIN_S) -> None:
        self._least_s = self._margin_s = margin_s
        self._reaching = 1.0
        self._cut_at = float("-inf")
        self.round_trip_s = UNKNOWN_ROUND_TRIP_S

    @property
    def _is_short(self) -> bool:
        return time.monotonic() - self._cut_at < CUT_COUNTS_S

    def silence_s(self, *, blind: bool, waits: bool = False) -> float:
        """Return the seconds without a byte either way after which a connection is dead.

        `waits` = whether bytes of ours are not yet acknowledged; a cut loses none that were, so it is called early.
        """
        margin = max(self._margin_s, BLIND_MARGIN_S) if blind else self._margin_s
        margin = self._least_s * WAITING_SHARE if waits and not blind else margin
        return 3 * self.round_trip_s + margin * (0.24 if self._is_short else 1)

    @property
    def reach_s(self) -> float:
        """Return the seconds within which a connection must be made."""
        if self._is_short:  # a new SYN each second or so: the kernel waits twice as long with each
            return 1.5 * self.round_trip_s + 0.4
        return (3 * self.round_trip_s + min(REACH_MARGIN_S, self._least_s)) * self._reaching

    def measured(self, round_trip_s: float) -> None:
        """Take what the kernel measured on this line; nothing measured changes nothing."""
        if round_trip_s > 0:
            self.round_trip_s = min(max(round_trip_s, 0.01), 10.0)

    def not_reached(self) -> None:
        """Wait longer next time: the line may be slower than it was."""
        self._reaching = min(self._reaching * 1.5, 5.0)

    def reached(self) -> None:
        """Go by the round trip again."""
        self._reaching = 1.0

    def cut(self) -> None:
        """The line was cut: be quick for a while."""
        self._cut_at = time.monotonic()

    def silent(self, *, waits: bool) -> None:
        """Wait longer next time when all was acknowledged: that line lived, and the superior was slow."""
        if not waits:
            self._margin_s = min(self._margin_s * 1.5, max(LONGEST_MARGIN_S, self._least_s))

    def answered(self) -> None:
        """Go by the least margin again."""
        self._margin_s = self._least_s
