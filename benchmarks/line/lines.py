"""The lines that are measured, what is counted on them, and what joins a desk to its superior."""

from __future__ import annotations

import contextlib
import itertools
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
CLIENT, SERVER = "198.18.0.1", "198.18.0.2"


@dataclass(frozen=True, kw_only=True)
class Line:
    """`rate` bit/s, `round_trip` s, `loss` of each packet each way; up for `up` s, then down for `down` s.

    `after`: what becomes of connections that were there before a cut: "goes on", "reset", "dead" without a word.
    The desk's first connection comes at any moment of an up time: the first cut at 0 to `up` s after it, by chance.
    After `most_cuts` cuts (0 = no end to them) the line stays up.
    """

    rate: int = 64_000
    round_trip: float = 0.8
    loss: float = 0.0
    queue: int = 32_768
    up: tuple[float, float] | None = None
    down: float = 5.0
    after: str = "reset"
    most_cuts: int = 0
    seed: int = 1

    def cuts_of(self) -> Iterator[float]:
        """Give the seconds until the first cut, then those of each up time; nothing where the line is never cut."""
        if self.up is None:
            return
        chance = random.Random(self.seed * 7919 + 1)
        yield chance.random() * chance.uniform(*self.up)
        for _ in itertools.count() if not self.most_cuts else range(self.most_cuts - 1):
            yield chance.uniform(*self.up)


LINES = {
    "64 kbit/s, 800 ms": Line(),
    "… 10 % loss": Line(loss=0.1),
    "… 4-10 s up, 5 s down, then reset": Line(up=(4, 10), down=5, after="reset"),
    "… 4-10 s up, 5 s down, then dead": Line(up=(4, 10), down=5, after="dead"),
    "… 4-10 s up, 5 s down, flows survive": Line(up=(4, 10), down=5, after="goes on"),
}
DYING = Line(
    up=(0.5, 5.5), down=0.0, after="dead", most_cuts=1
)  # one silent death in the midst of the sending


@dataclass
class Way:
    """One direction: bytes and packets as offered, delivered, lost; `payload` = TCP payload that passed."""

    bytes: int = 0
    packets: int = 0
    delivered: int = 0
    lost: int = 0
    dropped: int = 0
    payload: int = 0


@dataclass
class Link:
    """A desk's end and a superior's, joined by a line; `counted` is there after the block.

    `desk`, `superior` = what to put before a command so that it runs at that end. The superior listens at
    `host` and `port`; the desk finds it at `at`, which is the same place or the line's own before it.
    """

    desk: list[str]
    superior: list[str]
    host: str
    port: int
    at: str
    counted: dict[str, Any] = field(default_factory=dict)


Joined = Callable[[Line, Path], contextlib.AbstractContextManager[Link]]
