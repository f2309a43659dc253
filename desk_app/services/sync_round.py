"""Bring the superior up to our log, and keep its signed word for it."""

from __future__ import annotations

from collections.abc import Callable

from desk_app.domain.errors import (
    CounterFellBack,
    ExchangeOvertaken,
    LineError,
    NotEnrolled,
    WrongEnrolmentCode,
)
from desk_app.domain.ports import Clock, LineMeter, Store, Superior
from desk_app.domain.superior import Progress, SyncState
from desk_app.services.exchange import Exchange
from desk_app.services.line_cost import Unmetered


def sync_now(
    *,
    store: Store,
    superior: Superior,
    clock: Clock,
    progress: Callable[[Progress], None],
    meter: LineMeter | None = None,
) -> SyncState:
    """Send what the superior does not have, through cuts of the line; no transaction waits for it.

    Raises:
        NotEnrolled: the desk has no superior yet.
        CounterFellBack: now or before; nothing is sent until the desk is enrolled anew.
        BudgetSpent: the day's bytes are used up; what was acknowledged before stays acknowledged.
        LineError: naming the layer that failed, after as many tries as services/tries.py allows; the same.
    """
    with store.reading() as reading:
        enrolment, state = reading.enrolment(), reading.sync_state()
    if enrolment is None:
        raise NotEnrolled()
    if state.stopped:  # another try would count the counter up to where the other desk stands, and be let in
        raise CounterFellBack()
    exchange = Exchange(enrolment, store, superior, clock, progress, meter or Unmetered())
    try:
        # after a trouble, or before the first word, it may hold more than it told us
        exchange.run(ask_first=bool(state.last_error) or state.last_confirmed is None)
    except LineError as error:
        if isinstance(error, CounterFellBack) and exchange.is_overtaken():
            raise ExchangeOvertaken() from error
        stops = isinstance(error, CounterFellBack)
        with store.transaction() as books:
            books.keep_failure(error.layer, str(error), clock.now(), stops=stops)
        raise
    with store.reading() as reading:
        return reading.sync_state()


def enrol_desk(url: str, code: str, *, store: Store, superior: Superior) -> None:
    """Make the desk known to its superior with the code of the enrolment slip.

    The keys are kept before they are sent, so that the same code goes on where an answer was lost, also after a
    restart; with the code that the desk was enrolled by, nothing is changed.

    Raises:
        WrongEnrolmentCode, and every other LineError.
    """
    digest = superior.code_digest(code)
    with store.transaction() as books:
        desk, log_key, sheet = books.desk(), books.log_key(), books.recovery_key()
        before, keys = books.enrolment(), books.keys_for(digest)
        stopped = books.sync_state().stopped
    if stopped and before is not None and before.signing_key == keys.signing:
        raise WrongEnrolmentCode()  # its counter does not start again: that takes a code that is not used
    enrolment = superior.enrol(
        url, code, desk.agency_code, desk.number, log_key, keys=keys, recovery_key=sheet
    )
    if enrolment != before:
        with store.transaction() as books:
            books.keep_enrolment(enrolment)
