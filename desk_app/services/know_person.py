"""What the desk knows of somebody before he has said more than his number."""

from __future__ import annotations

from desk_app.domain.person_history import PersonHistory
from desk_app.domain.ports import Store


def person_history(applicant_id: str, *, store: Store) -> PersonHistory:
    """Return the cases of the holder of a number at this desk."""
    with store.reading() as reading:
        return reading.person_history(applicant_id)
