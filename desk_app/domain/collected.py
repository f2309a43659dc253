"""The collected list of a day: what was taken, what was cancelled, with sums by way and by kind.

A day's list never changes afterwards: a payment that is cancelled later stays in its own day's list and is
taken off in that of the day of the cancelling. So what is in the drawer tonight is `net` in cash.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from desk_app.domain.fee import FeeKind
from desk_app.domain.moment import VIETNAM
from desk_app.domain.payment import Payment, PaymentWay
from desk_app.domain.words import Words

Key = TypeVar("Key")
OBLIGATION = Words("Nghĩa vụ tài chính")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One payment of one case for one fee, as it stands now; `cancelled_at` None = it stands.

    `kind` None = a financial obligation (nghĩa vụ tài chính). `how` tells how the fee of the case was reckoned.
    """

    case_code: str
    name: str
    kind: FeeKind | None
    payment: Payment
    cancelled_at: datetime | None = None
    cancelled_by: str = ""
    reason: str = ""
    how: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptsUsed:
    """What one kind of biên lai was used for on a day (usage report): how many, first and last, đồng."""

    form: str
    sign: str
    first: str
    last: str
    count: int
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Collected:
    """One day's list. `taken` and `cancelled` are in the order of time; sums are in đồng."""

    day: date
    taken: tuple[Entry, ...]
    cancelled: tuple[Entry, ...]

    def net_by_way(self) -> dict[PaymentWay, int]:
        """Return what was taken less what was cancelled, for each way; every way is there."""
        return self._net_by(lambda entry: entry.payment.way, PaymentWay)

    def net_by_kind(self) -> dict[FeeKind, int]:
        """Return the same for phí and for lệ phí."""
        fees = Collected(
            day=self.day,
            taken=tuple(entry for entry in self.taken if entry.kind),
            cancelled=tuple(entry for entry in self.cancelled if entry.kind),
        )
        return fees._net_by(lambda entry: FeeKind(entry.kind or ""), FeeKind)

    @property
    def net_obligations(self) -> int | None:
        """Return the same for financial obligations, None on a day without any."""
        taken, cancelled = ([e for e in es if e.kind is None] for es in (self.taken, self.cancelled))
        return _sum(taken) - _sum(cancelled) if taken or cancelled else None

    def net_by_name(self) -> dict[str, int]:
        """Return the same for each name of a fee, in the order of the alphabet."""
        names = sorted({entry.name for entry in (*self.taken, *self.cancelled)})
        return self._net_by(lambda entry: entry.name, names)

    @property
    def net(self) -> int:
        """Return all that was taken less all that was cancelled; below 0 where more was given back."""
        return _sum(self.taken) - _sum(self.cancelled)

    def without_receipt(self) -> tuple[Entry, ...]:
        """Return payments taken whose biên lai is not known yet."""
        return tuple(entry for entry in self.taken if not entry.payment.has_receipt)

    def receipts_used(self) -> tuple[ReceiptsUsed, ...]:
        """Return the day's biên lai by form and sign."""
        kinds = sorted({_receipt_kind(e.payment) for e in self.taken if e.payment.has_receipt})
        return tuple(_used(kind, self.taken) for kind in kinds)

    def receipts_twice(self) -> tuple[str, ...]:
        """Return biên lai that stand on more than one payment: "01BLP2-001 AA-26T 0000012"."""
        marks = Counter(_mark(entry.payment) for entry in self.taken if entry.payment.has_receipt)
        return tuple(sorted(mark for mark, count in marks.items() if count > 1))

    def _net_by(self, key: Callable[[Entry], Key], keys: Iterable[Key]) -> dict[Key, int]:
        sums = dict.fromkeys(keys, 0)
        for entry in self.taken:
            sums[key(entry)] += entry.payment.amount
        for entry in self.cancelled:
            sums[key(entry)] -= entry.payment.amount
        return sums


def collected_on(day: date, entries: Iterable[Entry]) -> Collected:
    """Return the list of `day` (Viet Nam time) out of payments of any day."""
    entries = tuple(entries)
    cancelled = [entry for entry in entries if entry.cancelled_at and _day(entry.cancelled_at) == day]
    return Collected(
        day=day,
        taken=tuple(sorted((e for e in entries if _day(e.payment.at) == day), key=lambda e: e.payment.at)),
        cancelled=tuple(sorted(cancelled, key=lambda entry: entry.cancelled_at or entry.payment.at)),
    )


def _day(at: datetime) -> date:
    return at.astimezone(VIETNAM).date()


def _sum(entries: Iterable[Entry]) -> int:
    return sum(entry.payment.amount for entry in entries)


def _receipt_kind(payment: Payment) -> tuple[str, str]:
    return payment.receipt_form, payment.receipt_sign


def _mark(payment: Payment) -> str:
    return f"{payment.receipt_form} {payment.receipt_sign} {payment.receipt_number}"


def _used(kind: tuple[str, str], entries: Iterable[Entry]) -> ReceiptsUsed:
    payments = [e.payment for e in entries if e.payment.has_receipt and _receipt_kind(e.payment) == kind]
    numbers = sorted((payment.receipt_number for payment in payments), key=int)
    return ReceiptsUsed(
        form=kind[0],
        sign=kind[1],
        first=numbers[0],
        last=numbers[-1],
        count=len(numbers),
        amount=sum(payment.amount for payment in payments),
    )
