"""What is asked of the superior after the cases are safe (news_ports.Above)."""

from __future__ import annotations

from datetime import date

from desk_app.domain.errors import StrangeAnswer
from desk_app.domain.news_ports import HeldCase, HeldDay
from desk_app.domain.superior import Enrolment
from desk_app.sync.asking import Asking
from wire.errors import WireError
from wire.holdings import COMPLETED, HANDED_OVER, RECEIVED, REFUSED, unpack_holdings
from wire.limits import PART_BYTES

_MARKS = {RECEIVED: "received", COMPLETED: "completed", HANDED_OVER: "handed_over", REFUSED: "refused"}


class HttpAbove:
    """Asks by the same line as the exchange."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking

    def part(self, enrolment: Enrolment, counter: int, sha256: str, start: int) -> bytes:
        """Return bytes of a thing from `start` on, checked to be the superior's; none at its end."""
        part = self._asking.reply(enrolment, "GET", f"/v1/things/{sha256}?from={start}", counter)
        if len(part) > PART_BYTES:
            raise StrangeAnswer()
        return part

    def holdings(self, enrolment: Enrolment, counter: int, day: date) -> HeldDay:
        """Return what the superior holds of a day of this desk."""
        answer = self._asking.reply(enrolment, "GET", f"/v1/holdings?day={day.isoformat()}", counter)
        try:
            held = unpack_holdings(answer)
        except WireError as error:
            raise StrangeAnswer() from error
        if held.day != day.isoformat():
            raise StrangeAnswer()
        cases = [
            HeldCase(
                code=one.code,
                procedure_code=one.procedure,
                marks=frozenset(_MARKS[mark] for mark in one.marks),
            )
            for one in held.cases
        ]
        return HeldDay(day=day, seq=held.seq, hash=held.hash, cases=cases)
