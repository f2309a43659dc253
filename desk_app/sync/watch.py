"""Looks at a connection while a question is under way, and ends one that is dead or takes for ever."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from desk_app.sync.patience import Patience
from desk_app.sync.pulse import Pulse

LOOK_EVERY_S = 0.2


class Watch:
    """One question's: a thread of its own, since the one that asks is held by the socket.

    The time-outs of a socket count from one byte to the next, the sending of a whole block included; they end
    neither a superior that trickles nor a send buffer that nothing leaves.
    """

    def __init__(
        self, patience: Patience, pulse: Callable[[], tuple[int, Pulse | None]], end: Callable[[], None]
    ) -> None:
        self._patience, self._pulse, self._end = patience, pulse, end
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True, name="line-watch")
        self.late = False  # it took all the time there was
        self.silent = False  # nothing moved for too long
        self.waits = False  # then: whether bytes of ours were not yet acknowledged
        self._most_s = 0.0

    def begin(self, most_s: float) -> None:
        """Watch for at most `most_s` seconds; then the question is ended whatever moves."""
        self._most_s = most_s
        self._thread.start()

    def stop(self) -> None:
        """The answer is there, or an error."""
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        began = still = time.monotonic()
        last: tuple[int, int] | None = None
        while not self._over.wait(min(LOOK_EVERY_S, self._most_s)):
            now = time.monotonic()
            told, pulse = self._pulse()
            moved = (told, pulse.moved if pulse else 0)
            if pulse:
                self._patience.measured(pulse.round_trip_s)
            if moved != last or told < 0:
                last, still = moved, now
            self.late = now - began > self._most_s
            waits = pulse is not None and pulse.waits
            self.silent = now - still > self._patience.silence_s(blind=pulse is None, waits=waits)
            if self.late or self.silent:
                self.waits = waits
                self._end()
                return
