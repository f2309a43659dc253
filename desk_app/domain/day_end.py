"""The end of a day (cuối ngày): what was done, what is in the drawer, what is left, and the closing of its book.

A day is closed once. What is received afterwards still counts for its own date, as the register and the receipt say
it; the closing is then repeated as an addition (khóa sổ bổ sung), and both stay.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from desk_app.domain.collected import Collected, ReceiptsUsed
from desk_app.domain.payment import PaymentWay
from desk_app.domain.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class DayTotals:
    """What was done on a day, in cases. `late` and `waiting` are as they stand now, whatever their day."""

    received: int = 0  # voided ones left out
    at_once: int = 0
    voided: int = 0
    completed: int = 0
    handed_over: int = 0
    on_time: int = 0  # of those handed over: the result was there by the newest promise
    supplements_asked: int = 0
    supplemented: int = 0
    extended: int = 0
    refused: int = 0
    withdrawn: int = 0
    stopped: int = 0
    closed: int = 0  # not supplemented in time
    not_received: int = 0  # Mẫu 02 and 03 instead of receiving
    late: int = 0
    waiting: int = 0  # results that nobody has fetched

    @property
    def ended(self) -> int:
        """Return how many ended without a result."""
        return self.refused + self.withdrawn + self.stopped + self.closed

    @property
    def empty(self) -> bool:
        """Return whether nothing was done at all."""
        standing = {"late", "waiting"}
        return not any(count for name, count in asdict(self).items() if name not in standing)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayResults:
    """How many results came on a day, and how many of them by the newest promise."""

    day: date
    results: int
    on_time: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCash:
    """The money of a day in đồng, cancelled takings taken off; `counted` None = nobody has counted the drawer."""

    cash: int = 0
    transfer: int = 0
    takings: int = 0
    cash_moves: int = 0  # how often cash came or went
    receipts: tuple[ReceiptsUsed, ...] = ()
    cancelled: tuple[
        str, ...
    ] = ()  # biên lai of cancelled takings: "01BLP2-001 AA-26T 0000012", "–" without one
    without_receipt: int = 0
    twice: tuple[str, ...] = ()
    counted: int | None = None

    @property
    def difference(self) -> int | None:
        """Return what the drawer has beyond what the log says, below 0 where it lacks; None = not counted."""
        return None if self.counted is None else self.counted - self.cash


@dataclass(frozen=True, slots=True, kw_only=True)
class DayLeft:
    """What is left over at the end of a day."""

    not_printed: tuple[
        str, ...
    ] = ()  # codes of cases that have a paper with a number that never reached a printer
    drafts: tuple[str, ...] = ()  # names of staff who have begun a case
    pending: int = 0  # cases that the superior has not acknowledged
    returned: int = 0  # cases with a refusal of the superior


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreCopy:
    """A copy of the store that was opened again and found whole. `place` = the folder that was chosen."""

    at: datetime
    place: Path
    name: str
    head_seq: int
    head_hash: bytes
    size: int  # bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """One closing of a day as the log says it; `head_*` = the last event before it."""

    day: date
    nth: int
    at: datetime
    staff: str
    seq: int
    head_seq: int
    head_hash: str  # hex
    acknowledged: int
    totals: DayTotals
    cash: int
    transfer: int
    counted: int | None
    returned: int
    pending: int

    @property
    def words(self) -> Words:
        """Return what it is called: "Khóa sổ", "Khóa sổ bổ sung lần 1"."""
        return Words("Khóa sổ") if self.nth == 1 else Words("Khóa sổ bổ sung lần {n}", n=self.nth - 1)

    @property
    def difference(self) -> int | None:
        """Return what the drawer had beyond the log; None = not counted."""
        return None if self.counted is None else self.counted - self.cash


@dataclass(frozen=True, slots=True, kw_only=True)
class DayView:
    """All that the end of a day shows. `closings` of this day, oldest first; `changed` = something since the last."""

    day: date
    totals: DayTotals
    cash: DayCash
    left: DayLeft
    closings: tuple[Closing, ...] = ()
    changed: bool = True
    copy: StoreCopy | None = None
    place: Path | None = None  # where copies go
    enrolled: bool = False
    unclosed: date | None = None  # the last day with work before this one, when nobody has closed it

    @property
    def closed(self) -> bool:
        """Return whether the day is closed and nothing came since."""
        return bool(self.closings) and not self.changed


def cash_of(collected: Collected, counted: int | None) -> DayCash:
    """Return the money of a day out of its collected list."""
    net = collected.net_by_way()
    return DayCash(
        cash=net[PaymentWay.CASH],
        transfer=net[PaymentWay.TRANSFER],
        takings=len(collected.taken),
        cash_moves=sum(e.payment.way is PaymentWay.CASH for e in (*collected.taken, *collected.cancelled)),
        receipts=collected.receipts_used(),
        cancelled=tuple(
            " ".join((e.payment.receipt_form, e.payment.receipt_sign, e.payment.receipt_number)).strip()
            or "–"
            for e in collected.cancelled
        ),
        without_receipt=len(collected.without_receipt()),
        twice=collected.receipts_twice(),
        counted=counted,
    )


def closing_body(view: DayView, nth: int, head: tuple[int, bytes], acknowledged: int) -> dict[str, object]:
    """Return the body of `day_closed` (docs/protocol.md 7)."""
    cash = view.cash
    body: dict[str, object] = {
        "day": view.day.isoformat(),
        "nth": nth,
        "totals": asdict(view.totals),
        "cash": {
            "cash": cash.cash,
            "transfer": cash.transfer,
            "takings": cash.takings,
            "cancelled": list(cash.cancelled),
            "without_receipt": cash.without_receipt,
            "receipts": [asdict(used) for used in cash.receipts],
            **({} if cash.counted is None else {"counted": cash.counted}),
        },
        "head": {"seq": head[0], "hash": head[1].hex()},
        "acknowledged": acknowledged,
        "left": {
            "not_printed": len(view.left.not_printed),
            "drafts": len(view.left.drafts),
            "pending": view.left.pending,
            "returned": view.left.returned,
        },
    }
    return body


def closing_of(seq: int, at: datetime, staff: str, body: Mapping[str, Any]) -> Closing:
    """Read the body of `day_closed`."""
    return Closing(
        day=date.fromisoformat(body["day"]),
        nth=body["nth"],
        at=at,
        staff=staff,
        seq=seq,
        head_seq=body["head"]["seq"],
        head_hash=body["head"]["hash"],
        acknowledged=body["acknowledged"],
        totals=DayTotals(**body["totals"]),
        cash=body["cash"]["cash"],
        transfer=body["cash"]["transfer"],
        counted=body["cash"].get("counted"),
        returned=body["left"]["returned"],
        pending=body["left"]["pending"],
    )
