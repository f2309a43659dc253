"""What the processes of one server count together: requests, refusals, how long they took."""

from __future__ import annotations

import bisect
import ctypes
import multiprocessing
import time
from collections.abc import Iterator, MutableMapping
from copy import copy
from dataclasses import dataclass
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

ROUTES = {
    "/v1/exchange": "exchange", "/v1/head": "head", "/v1/enrol": "enrol", "/v1/holdings": "holdings",
    "/v1/scans/held": "scans", "/v1/scans/part": "scans", "/v1/recover": "recover", "/v1/log": "log",
    "/tra-cuu": "look_up", "/healthz": "health", "/metrics": "metrics",
}  # fmt: skip
BELOW = {
    "/v1/things/": "things",
    "/quan-ly": "operators",
}  # whatever follows: a name of its own each would grow for ever
OTHER = "other"
NAMES = (*dict.fromkeys((*ROUTES.values(), *BELOW.values())), OTHER)
CLASSES = ("1xx", "2xx", "3xx", "4xx", "5xx")
WORDS = (
    "bad_frame", "too_large", "stalled", "gap", "fork", "half_gone", "replayed", "unknown_signer", "wrong_code",
    "has_log", "unknown_thing", "busy", OTHER,
)  # fmt: skip
BUCKETS_S = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 120)
_ROUTE = len(CLASSES) + len(BUCKETS_S) + 1 + 1  # answers by class, by time (and beyond), microseconds in all
_SLOTS = len(NAMES) * _ROUTE + len(WORDS)


def name_of(path: str) -> str:
    """Return what a path is counted and logged as: one of NAMES."""
    known = ROUTES.get(path)
    if known is None:
        known = next((name for start, name in BELOW.items() if path.startswith(start)), OTHER)
    return known


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """What was counted of one route."""

    name: str
    answers: dict[str, int]
    within: tuple[int, ...]  # answers by BUCKETS_S, each with those before it; the last is all
    seconds: float


class Counts:
    """Numbers in memory that all processes see; each writes a row of its own, so that none waits for another."""

    def __init__(self, processes: int = 1) -> None:
        self._rows = processes
        self._cells = multiprocessing.get_context("spawn").RawArray(ctypes.c_uint64, processes * _SLOTS)
        self._first = 0

    def of_process(self, number: int) -> Counts:
        """Return these counts as the process `number` (0 …) writes them."""
        one = copy(self)
        one._first = number * _SLOTS  # noqa: SLF001 - our own kind
        return one

    def answered(self, path: str, status: int, seconds: float) -> None:
        """Count one answer."""
        at = self._first + NAMES.index(name_of(path)) * _ROUTE
        self._cells[at + min(max(status // 100, 1), 5) - 1] += 1
        self._cells[at + len(CLASSES) + bisect.bisect_left(BUCKETS_S, seconds)] += 1
        self._cells[at + _ROUTE - 1] += int(seconds * 1_000_000)

    def refused(self, word: str) -> None:
        """Count one request that was refused as a whole."""
        known = word if word in WORDS else OTHER
        self._cells[self._first + len(NAMES) * _ROUTE + WORDS.index(known)] += 1

    def routes(self) -> Iterator[Route]:
        """Give what all processes counted, route by route."""
        for n, name in enumerate(NAMES):
            cells = [self._sum(n * _ROUTE + one) for one in range(_ROUTE)]
            within, all_so_far = [], 0
            for many in cells[len(CLASSES) : -1]:
                all_so_far += many
                within.append(all_so_far)
            yield Route(
                name=name,
                answers=dict(zip(CLASSES, cells, strict=False)),
                within=tuple(within),
                seconds=cells[-1] / 1_000_000,
            )

    def refusals(self) -> dict[str, int]:
        """Return how many requests were refused as a whole, by word."""
        return {word: self._sum(len(NAMES) * _ROUTE + n) for n, word in enumerate(WORDS)}

    def _sum(self, slot: int) -> int:
        return sum(self._cells[row * _SLOTS + slot] for row in range(self._rows))


class Counted:
    """The application, with every answer counted."""

    def __init__(self, app: ASGIApp, counts: Counts) -> None:
        self._app, self._counts = app, counts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass one request on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        seen: MutableMapping[str, Any] = {"status": 500}  # of an answer that never began
        begun = time.perf_counter()

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                seen["status"] = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, sent)
        finally:
            self._counts.answered(scope["path"], seen["status"], time.perf_counter() - begun)
