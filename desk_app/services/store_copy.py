"""A verified copy of the store with its key slots, on a drive that the clerk chose."""

from __future__ import annotations

from pathlib import Path

from desk_app.domain.day_end import StoreCopy
from desk_app.domain.day_ports import CopyShelf, DayStore
from desk_app.domain.errors import CopyPlaceUnchosen
from desk_app.domain.ports import Clock

PLACE_SETTING = "copy_place"
STORE = "desk.db"


def copy_place(*, store: DayStore) -> Path | None:
    """Return where copies go; None = nobody has chosen."""
    with store.reading() as reading:
        place = reading.setting(PLACE_SETTING)
    return Path(place) if place else None


def choose_place(place: Path, *, store: DayStore) -> None:
    """Remember where copies go."""
    with store.transaction() as books:
        books.set_setting(PLACE_SETTING, str(place))


def make_copy(*, store: DayStore, shelf: CopyShelf, clock: Clock, place: Path | None = None) -> StoreCopy:
    """Copy the store to `place` (the chosen one unless given), verify, keep that it was; whole or nothing.

    Raises:
        CopyPlaceUnchosen, CopyPlaceMissing, CopyPlaceFull, CopyNotWritten, CopyNotWhole, CopyBesideStore.
    """
    place = place or copy_place(store=store)
    if place is None:
        raise CopyPlaceUnchosen()
    with store.reading() as reading:
        desk = reading.desk()
    at = clock.now()
    name = f"quay-{desk.agency_code}-{desk.number}_{at:%Y%m%d-%H%M%S}"
    with shelf.making(place, name) as folder:
        proof = store.copy_to(folder / STORE)
    copy = StoreCopy(
        at=at,
        place=place,
        name=name,
        head_seq=proof.head_seq,
        head_hash=proof.head_hash,
        size=proof.size,
    )
    with store.transaction() as books:
        books.keep_copy(copy)
    return copy
