"""What an exchange takes of the line: an estimate before it, a meter beside it, a budget for metered lines."""

from __future__ import annotations

from collections.abc import Sequence

from desk_app.domain.errors import BudgetSpent
from desk_app.domain.ports import Clock, LineMeter, Store
from desk_app.domain.superior import Frame
from desk_app.domain.words import Words

CONNECTION_BYTES = 3500  # both ways: TCP, TLS 1.3 with a chain of two P-256 certificates
QUESTION_BYTES = 1500  # both ways: headers, signatures, an answer without news
PACKET = 0.05  # of a body: what TCP, IP and TLS put around it


def request_bytes(frames: Sequence[Frame]) -> int:
    """Return about how many bytes one request with these frames takes on an open connection, answer included."""
    body = sum(frame.to_send + 50 for frame in frames)
    return QUESTION_BYTES + body + int(body * PACKET)


def estimated_bytes(*, store: Store) -> int:
    """Return about what sending all that waits would take; packs it as it would be sent.

    Raises:
        NotSendable: an event that no frame can carry.
    """
    with store.reading() as reading:
        reached = reading.sync_state().acknowledged_seq
    return CONNECTION_BYTES + request_bytes(store.frames_after(reached))


def about(count: int) -> Words:
    """Return a number of bytes as a clerk reads it: "khoảng 21 KB"."""
    if count < 1_000_000:
        return Words("khoảng {size} KB", size=max(1, round(count / 1000)))
    return Words("khoảng {size} MB", size=round(count / 1_000_000, 1))


def check_budget(meter: LineMeter, clock: Clock, count: int) -> None:
    """Insist that today's budget has room for `count` more bytes; scans ask before each part.

    Raises:
        BudgetSpent.
    """
    day = clock.now().date()
    left = meter.left(day)
    if left is not None and left < count:
        raise BudgetSpent(used=about(meter.used(day)), most=about(meter.used(day) + left))


class Unmetered:
    """A line that costs nothing (ports.LineMeter)."""

    def left(self, _day: object) -> int | None:
        return None

    def used(self, _day: object) -> int:
        return 0

    def add(self, _day: object, _count: int) -> None:
        pass
