"""All that F7 shows, in one reading."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from desk_app.domain.errors import NotSendable
from desk_app.domain.news import Notice
from desk_app.domain.news_ports import FailedNews, NewsStore, ThingState
from desk_app.domain.ports import Clock
from desk_app.domain.reconciliation import Counts
from desk_app.domain.refused import RefusedEvent
from desk_app.domain.superior import SyncState
from desk_app.services import reconcile

MOST_EXCEPTIONS = 200
MOST_FAILED = 5
DAYS = 12  # as many lines as the screen has room for
MOST_PACKED = 2000  # events: more are not packed just to be weighed
BYTES_AN_EVENT = 14  # of a frame, about: what a real day's events come to


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncOverview:
    """`bytes_pending` is about what the next exchange sends; counts are of today, the last seven days, the month."""

    state: SyncState
    bytes_pending: int
    exceptions: tuple[RefusedEvent, ...]
    notices: tuple[Notice, ...]
    things: tuple[ThingState, ...]
    failed: tuple[FailedNews, ...]
    today: Counts
    week: Counts
    month: Counts
    days: tuple[tuple[date, Counts], ...] = ()  # the newest first
    url: str = ""


def overview(*, store: NewsStore, clock: Clock) -> SyncOverview:
    """Return the state of the exchange as of now."""
    today = clock.now().date()
    with store.reading() as reading:
        state, enrolment = reading.sync_state(), reading.enrolment()
        exceptions = tuple(reading.exceptions(MOST_EXCEPTIONS))
        notices, things = tuple(reading.notices(today)), tuple(reading.things())
        failed = tuple(reading.failed_news(MOST_FAILED))
    return SyncOverview(
        state=state,
        bytes_pending=_weighed(state, store),
        exceptions=exceptions,
        notices=notices,
        things=things,
        failed=failed,
        today=reconcile.counts(today, today, store=store),
        week=reconcile.counts(today - timedelta(days=6), today, store=store),
        month=reconcile.counts(today.replace(day=1), today, store=store),
        days=tuple(
            (day, reconcile.counts(day, day, store=store))
            for day in (today - timedelta(days=n) for n in range(DAYS))
        ),
        url=enrolment.url if enrolment else "",
    )


def _weighed(state: SyncState, store: NewsStore) -> int:
    """Return about how many bytes wait; what cannot be packed has its own sentence when it is sent."""
    if not 0 < state.pending_events <= MOST_PACKED:
        return max(0, state.pending_events) * BYTES_AN_EVENT
    try:
        return sum(len(frame.data) for frame in store.frames_after(state.acknowledged_seq))
    except NotSendable:
        return state.pending_events * BYTES_AN_EVENT
