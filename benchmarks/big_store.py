"""A store as it stands after years: made by the real store, as fast as it goes."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from desk_app.domain.desk import Desk
from desk_app.domain.happening import Happening
from desk_app.machine.paths import brought
from desk_app.storage.store import Store

EVENTS_A_TRANSACTION = 300  # about a day's: the indexes then have the layers that years of days leave
TRANSACTIONS_A_CHECKPOINT = 100


def big_store(folder: Path, key: bytes, desk: Desk, happenings: Iterable[Happening]) -> Store:
    """Make a store in `folder` and append every act, lists and all."""
    places = {"migrations": brought("db"), "catalogues": brought("resources") / "catalogue"}
    store = Store.create(folder / "desk.db", key, desk=desk, **places)
    fill(store, happenings)
    return store


def fill(store: Store, happenings: Iterable[Happening]) -> None:
    """Append every act to a store, lists and all."""
    rest, turn = iter(happenings), 0
    while part := list(islice(rest, EVENTS_A_TRANSACTION)):
        with store.transaction() as books:
            for happening in part:
                books.append(happening)
        turn += 1
        if turn % TRANSACTIONS_A_CHECKPOINT == 0:
            store.tidy()
