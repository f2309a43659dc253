"""The half-entered form of each member of staff, kept through a crash, a power cut and a shift."""

from __future__ import annotations

from desk_app.domain.ports import Store


def load_draft(*, staff: str, store: Store) -> str:
    """Return the saved draft, empty when there is none."""
    with store.reading() as reading:
        return reading.draft(staff)


def save_draft(text: str, *, staff: str, store: Store) -> None:
    """Keep `text` as the one draft of this member of staff."""
    with store.transaction() as books:
        books.save_draft(staff, text)


def drop_draft(*, staff: str, store: Store) -> None:
    """Forget the draft."""
    with store.transaction() as books:
        books.drop_draft(staff)
