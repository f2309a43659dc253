"""What a case owes, what was taken for it, and where its money stands; apart from its business state.

A fee (phí, lệ phí) and a financial obligation (nghĩa vụ tài chính) that was notified are told apart by the event that
took the money: an exemption of one leaves the other owed.
"""

from __future__ import annotations

from dataclasses import dataclass

from desk_app.domain.payment import MoneyState
from desk_app.domain.turns import PaymentAsked, Taking


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseMoney:
    """The money of one case, in đồng. `fee` None = nobody has set it; `freed` = the fee table says exempt."""

    fee: int | None
    freed: bool
    payments: tuple[PaymentAsked, ...]
    collected: tuple[Taking, ...]

    @property
    def state(self) -> MoneyState:
        """Return where the case stands with its money."""
        if any(asked.open for asked in self.payments):
            return MoneyState.DUE
        alive = [taken for taken in self.collected if not taken.cancelled]
        if not alive:
            return MoneyState.CANCELLED if self.collected else self._untaken
        return (
            MoneyState.DUE
            if self.owed
            else MoneyState.EXEMPT
            if all(taken.exemption and not taken.amount for taken in alive)
            else MoneyState.PAID
        )

    @property
    def paid(self) -> int:
        """Return what was taken and not cancelled."""
        return sum(taken.amount for taken in self.collected if not taken.cancelled)

    @property
    def lapsed(self) -> int:
        """Return what was notified and is owed no more since the case ended."""
        return sum(asked.amount for asked in self.payments if asked.lapsed_at)

    @property
    def obligations(self) -> tuple[tuple[PaymentAsked, Taking], ...]:
        """Return each obligation that was met, with the money taken for it."""
        met = [asked for asked in self.payments if asked.paid_at]
        return tuple(zip(met, (taken for taken in self.collected if taken.obligation), strict=False))

    @property
    def owed(self) -> int:
        """Return what of the fee and of obligations that were met is still to be taken.

        An unknown fee owes nothing. What was taken beyond the fee is the rest of an obligation: that has no act of
        its own.
        """
        return self._fee_owed + max(0, self._obligations_rest - self._beyond_the_fee)

    @property
    def overpaid(self) -> int:
        """Return what was taken beyond all that is to be paid: the fee was put right afterwards."""
        return 0 if self.fee is None else max(0, self._beyond_the_fee - self._obligations_rest)

    @property
    def _untaken(self) -> MoneyState:
        if self.fee:
            return MoneyState.DUE
        if self.payments:  # an obligation that lapsed with the case
            return MoneyState.CANCELLED
        return MoneyState.EXEMPT if self.fee == 0 and self.freed else MoneyState.NONE

    @property
    def _fee_takings(self) -> list[Taking]:
        return [taken for taken in self.collected if not (taken.cancelled or taken.obligation)]

    @property
    def _fee_due(self) -> int:
        """Return the fee; with an exemption, what was taken of it until then."""
        fee, before = self.fee or 0, 0
        for taken in self._fee_takings:
            before += taken.amount
            if taken.exemption:
                return min(fee, before)
        return fee

    @property
    def _fee_owed(self) -> int:
        return max(0, self._fee_due - self._fee_taken)

    @property
    def _beyond_the_fee(self) -> int:
        return max(0, self._fee_taken - self._fee_due)

    @property
    def _fee_taken(self) -> int:
        return sum(taken.amount for taken in self._fee_takings)

    @property
    def _obligations_rest(self) -> int:
        return sum(_rest(asked, taken) for asked, taken in self.obligations)


def _rest(asked: PaymentAsked, taken: Taking) -> int:
    """Return what of an obligation was not taken; an exemption settles it, money given back does not."""
    if taken.cancelled:
        return asked.amount
    return 0 if taken.exemption else max(0, asked.amount - taken.amount)
