"""What the lanes reach a superior by: made by the lane that first needs it, ended from the window's thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, Protocol, TypeVar


class Cuttable(Protocol):
    """A line, or what holds one."""

    def cut(self) -> None:
        """End what is under way, and let nothing begin."""

    def trust_anew(self) -> None:
        """Go by the authority's file as it is now."""


T = TypeVar("T", bound=Cuttable)


class Way(Generic[T]):
    """Holds one until it is cut; after a cut the next lane makes another, unless the way is closed."""

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self._guard = threading.Lock()  # a lane makes one while the window cuts
        self._made: T | None = None
        self._closed = False

    def get(self) -> T:
        """Return the one there is, or make it; on a closed way it is cut before anybody has it."""
        made = self._made
        return self._keep(self._make()) if made is None else made  # outside the guard: it may take a while

    def _keep(self, made: T) -> T:
        with self._guard:
            if self._made is not None:  # another thread was quicker: one nobody knows of could never be cut
                return self._made
            if self._closed:
                made.cut()
            self._made = made
            return made

    def trust_anew(self) -> None:
        """Have the one there is go by the authority's file as it is now; on the lane that uses it."""
        with self._guard:
            made = self._made
        if made is not None:
            made.trust_anew()

    def cut(self) -> None:
        """End what is under way; the next is another."""
        with self._guard:
            made, self._made = self._made, None
        if made is not None:
            made.cut()

    def close(self) -> None:
        """End what is under way and whatever waits on a lane for its turn, until `open`."""
        with self._guard:
            self._closed = True
        self.cut()

    def open(self) -> None:
        """Let lines be made that live; none that was made on the closed way stays."""
        self.cut()
        with self._guard:
            self._closed = False
