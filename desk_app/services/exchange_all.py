"""One exchange as the clerk asks for it: the cases first, then what the superior published."""

from __future__ import annotations

from collections.abc import Callable

from desk_app.domain.news import ThingKind
from desk_app.domain.news_ports import Above, NewsStore, Shelves
from desk_app.domain.ports import Clock, LineMeter, Superior
from desk_app.domain.superior import Progress, SyncState
from desk_app.services.fetch_things import fetch_things
from desk_app.services.line_cost import Unmetered
from desk_app.services.sync_round import sync_now


def exchange_all(
    *,
    store: NewsStore,
    superior: Superior,
    above: Callable[[], Above],
    shelves: Callable[[], Shelves],
    clock: Clock,
    progress: Callable[[Progress], None],
    meter: LineMeter | None = None,
    use: Callable[[tuple[ThingKind, ...]], None],
) -> SyncState:
    """Exchange until the superior has everything, then fetch what it published and go by it.

    `above` and `shelves` are made when there is something to fetch. What cannot be fetched is kept with its sentence:
    the exchange of the cases has succeeded.

    Raises:
        NotEnrolled, CounterFellBack, LineError: see sync_now.
    """
    with store.reading() as reading:
        before = reading.enrolment()
    state = sync_now(store=store, superior=superior, clock=clock, progress=progress, meter=meter)
    with store.reading() as reading:
        changed = reading.enrolment() != before
    if changed:  # the superior announced another key: what it acknowledged is asked for by that one, once
        state = sync_now(store=store, superior=superior, clock=clock, progress=progress, meter=meter)
    with store.reading() as reading:
        wanted = any(not one.held for one in reading.things())
    if wanted:
        come = fetch_things(
            store=store, above=above(), shelves=shelves(), clock=clock, meter=meter or Unmetered()
        )
        if come:
            use(come)
    return state
