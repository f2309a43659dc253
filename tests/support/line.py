"""A superior in this process (ports.Superior): it holds part of a store's own log and does what a test says."""

from __future__ import annotations

from dataclasses import dataclass, field

from desk_app.domain.errors import CounterFellBack, SuperiorBehind
from desk_app.domain.superior import Acknowledgement, Enrolment, Refusal

KEYS = {name: bytes([n]) * 32 for n, name in enumerate(("superior_box_key", "signing_key", "box_key"))}


def enrolment(key: int = 7) -> Enrolment:
    """Return an enrolment at the superior of this key."""
    return Enrolment(url="http://x", agency_code="H56.22.17", desk=1, superior_key=bytes([key]) * 32, **KEYS)


@dataclass
class Line:
    """`held` = up to where it holds the log; `news` its refusals; `asked` what came, in order."""

    store: object
    held: int = 0
    counter: int = 0
    news: list[Refusal] = field(default_factory=list)
    a_time: int = 2  # refusals an answer
    hash: bytes | None = None  # told instead of the right one
    fail: Exception | None = None  # raised once, after the frames were taken
    asked: list[tuple] = field(default_factory=list)
    pauses: list[float] = field(default_factory=list)

    def head(self, _enrolment, counter):
        self.asked.append(("head",))
        return self._answer(counter, 0, news=False)

    def exchange(self, _enrolment, counter, frames, cursor, sent):
        self.asked.append(("exchange", [(frame.first, frame.last) for frame in frames], cursor))
        sent(sum(len(frame.data) for frame in frames))
        self._count(counter)
        for frame in frames:
            if frame.first > self.held + 1:
                raise SuperiorBehind()
            self.held = max(self.held, frame.last)
        if self.fail is not None:
            failing, self.fail = self.fail, None
            raise failing
        return self._answer(counter, cursor, news=True)

    def pause(self, seconds):
        self.pauses.append(seconds)

    def _count(self, counter):
        if counter <= self.counter:
            raise CounterFellBack()
        self.counter = counter

    def _answer(self, counter, cursor, *, news):
        if counter != self.counter:
            self._count(counter)
        with self.store.reading() as reading:
            own = reading.hash_at(self.held)
        told = tuple(one for one in self.news if one.cursor > cursor)[: self.a_time] if news else ()
        return Acknowledgement(
            counter=counter, seq=self.held, hash=own if self.hash is None else self.hash, server_time="now",
            signature=b"s", body=b"b", refusals=told, cursor=told[-1].cursor if told else cursor,
        )  # fmt: skip


def refusal(cursor: int, seq: int, sentence: str = "x") -> Refusal:
    """Return a refusal of event `seq`."""
    return Refusal(cursor=cursor, seq=seq, code="bad_body", sentence=sentence, who_acts="desk")
