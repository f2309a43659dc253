"""Wait until something is so, in another process or thread that tells nobody."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable


def until(holds: Callable[[], bool], *, seconds: float = 20.0) -> None:
    """Return once `holds()`; fail when it never does."""
    ends, pause = time.monotonic() + seconds, threading.Event()
    while not holds():
        assert time.monotonic() < ends, "it never came to that"
        pause.wait(0.02)
