"""Fetch what the superior published, after the cases are safe: part by part, looked at before it counts."""

from __future__ import annotations

from desk_app.domain.errors import (
    CounterFellBack,
    DeskError,
    DeskRefused,
    LineCut,
    StrangeAnswer,
    ThingNotUsable,
    VersionTaken,
)
from desk_app.domain.news import Published, ThingKind
from desk_app.domain.news_ports import Above, NewsStore, Shelves
from desk_app.domain.ports import Clock, LineMeter
from desk_app.domain.superior import Enrolment
from desk_app.services.line_cost import QUESTION_BYTES, check_budget
from desk_app.services.overtaken import kept_fall_back

PART_BYTES = 16 * 1024  # at most, of an answer
MOST_PARTS = 200  # a round: more waits for the next, whatever the superior offers


def fetch_things(
    *, store: NewsStore, above: Above, shelves: Shelves, clock: Clock, meter: LineMeter
) -> tuple[ThingKind, ...]:
    """Fetch each document that is wanted; return the kinds of which there is a new one here now.

    What fails is kept with its sentence and asked for again next time, from the byte where it stopped; one document
    never holds up another, nor the next exchange of cases. A line that was cut is asked for no other document, one
    that is paid by the byte for no more than its day allows.

    Raises:
        CounterFellBack, DeskRefused: nothing more is asked before the desk is enrolled anew.
        ExchangeOvertaken: another of this very store came between.
    """
    with store.reading() as reading:
        enrolment, things = reading.enrolment(), reading.things()
    if enrolment is None:
        return ()
    fetch = _Fetch(enrolment, store, above, shelves, clock, meter)
    come = [one.thing.kind for one in reversed(things) if not one.held and fetch.one(one.thing)]
    return tuple(dict.fromkeys(come))


class _Fetch:
    def __init__(
        self,
        enrolment: Enrolment,
        store: NewsStore,
        above: Above,
        shelves: Shelves,
        clock: Clock,
        meter: LineMeter,
    ) -> None:
        self._enrolment, self._store, self._above, self._shelves = enrolment, store, above, shelves
        self._clock, self._meter = clock, meter
        self._left, self._asked = MOST_PARTS, 0

    def one(self, thing: Published) -> bool:
        """Fetch one document as far as the line goes; return whether it was put among the others now."""
        try:
            held = self._shelves.digest(thing.kind, thing.version)
            if held and held != thing.of:
                raise VersionTaken(version=thing.version)
            return self._hold(thing) if held else self._take(thing)
        except CounterFellBack as error:
            told = kept_fall_back(error, self._asked, store=self._store, clock=self._clock)
            raise told from (None if told is error else error)
        except DeskRefused:
            raise
        except LineCut as error:
            self._left = 0
            self._trouble(thing, error, refused=False)
        except (ThingNotUsable, VersionTaken) as error:
            self._trouble(thing, error, refused=True)
        except DeskError as error:  # a full disk, a broken file of before: not this document's fault
            self._trouble(thing, error, refused=False)
        return False

    def _hold(self, thing: Published) -> bool:
        with self._store.transaction() as books:
            books.thing_held(thing)
        return False

    def _take(self, thing: Published) -> bool:
        with self._store.transaction() as books:
            packed = books.parts(thing.sha256)
        while len(packed) < thing.size:
            if not self._left:
                return False
            self._left -= 1
            self._pay(min(PART_BYTES, thing.size - len(packed)))
            part = self._above.part(self._enrolment, self._counter(), thing.sha256, len(packed))
            if not part or len(packed) + len(part) > thing.size:
                raise StrangeAnswer()  # it ends before its stated size, or goes on behind it
            with self._store.transaction() as books:
                books.keep_part(thing.sha256, len(packed), part)
            packed += part
        document = self._shelves.unpack(packed, thing)
        self._shelves.check(thing, document)
        self._shelves.write(thing, document)
        with self._store.transaction() as books:
            books.thing_held(thing)
        return True

    def _pay(self, count: int) -> None:
        check_budget(self._meter, self._clock, QUESTION_BYTES + count)
        self._meter.add(self._clock.now().date(), QUESTION_BYTES + count)

    def _trouble(self, thing: Published, error: DeskError, *, refused: bool) -> None:
        with self._store.transaction() as books:
            books.thing_trouble(thing, str(error), refused=refused)

    def _counter(self) -> int:
        with self._store.transaction() as books:
            self._asked = books.next_counter()
        return self._asked
