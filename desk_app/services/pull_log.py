"""Pull this desk's own log from the superior into a new store, part after part."""

from __future__ import annotations

from collections.abc import Callable

from desk_app.domain.errors import LineCut, NameNotFound, NoLine, NotEnrolled, StrangeAnswer, SuperiorAway
from desk_app.domain.ports import Store
from desk_app.domain.recovery import LogPart, LogSource, Pulled

PATIENCE = 8  # questions without an answer, one after another
PASSING = (LineCut, NameNotFound, NoLine, SuperiorAway)  # what asking again may mend


def pull_log(
    *,
    store: Store,
    source: LogSource,
    count: Callable[[], int],
    progress: Callable[[Pulled], None],
    wait: Callable[[int], None],
) -> int:
    """Bring a store up to the log that the superior holds of it; return the seq of the head.

    What was taken stays: after a cut it goes on from there. `count` gives the number of each request, which only
    grows; `wait(n)` is called before the n-th try again.

    Raises:
        NotEnrolled: the store knows no superior.
        StrangeAnswer: what came is not this desk's log.
        LineError: the line did not hold for PATIENCE questions.
    """
    failed = 0
    while True:
        try:
            done, total = _one_part(store, source, count())
        except PASSING:
            failed += 1
            if failed >= PATIENCE:
                raise
            wait(failed)
            continue
        failed = 0
        progress(Pulled(done=done, total=total))
        if done == total:
            return done


def counting(store: Store) -> Callable[[], int]:
    """Return what counts requests in a store."""

    def count() -> int:
        with store.transaction() as books:
            return books.next_counter()

    return count


def _one_part(store: Store, source: LogSource, counter: int) -> tuple[int, int]:
    """Take one part; return (our seq, the superior's seq)."""
    with store.reading() as reading:
        enrolment, log_key = reading.enrolment(), reading.log_key()
        seq, own = reading.log_head()
    if enrolment is None:
        raise NotEnrolled()
    part = source.part(enrolment, counter, seq, log_key)
    if part.frame:
        with store.transaction() as books:
            taken = books.take_frame(part.frame)
        if taken > part.seq:
            raise StrangeAnswer()
        return taken, max(part.seq, taken + 1)  # the last question is whether we end with one hash
    _check_end(part, seq, own)
    return seq, seq


def _check_end(part: LogPart, seq: int, own: bytes) -> None:
    """Insist that a superior that has no more ends where we do."""
    if (part.seq, part.hash) != (seq, own):
        raise StrangeAnswer()
