"""A request that came after a later one: of another disk with this desk's name, or of this very store."""

from __future__ import annotations

from desk_app.domain.errors import CounterFellBack, ExchangeOvertaken, LineError
from desk_app.domain.ports import Clock, Store


def kept_fall_back(error: CounterFellBack, last: int, *, store: Store, clock: Clock) -> LineError:
    """Return what it means that request `last` came too late; where another disk was first, the desk stops for good.

    Beside the window a command may exchange: then it was our own counter that was newer, and nothing is wrong.
    """
    with store.transaction() as books:
        if books.next_counter() > last + 1:
            return ExchangeOvertaken()
        books.keep_failure(error.layer, str(error), clock.now(), stops=True)
    return error
