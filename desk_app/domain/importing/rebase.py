"""Versions that wait for their day get what a list changed before it, except where they change the same."""

from __future__ import annotations

from collections.abc import Sequence

from desk_app.domain.importing.difference import Difference, Document


def rebased(
    before: Sequence[Document], laid: Difference, waiting: Sequence[Document]
) -> tuple[Document, ...]:
    """Return the entries of a waiting version with what `laid` did to `before`, entry by entry, key by key."""
    old = {entry["code"]: entry for entry in before}
    later = {entry["code"]: entry for entry in waiting}
    for entry in laid.entries:
        code = entry["code"]
        later[code] = _merged(old.get(code, {}), entry, later.get(code, entry))
    return tuple(later.values())


def _merged(old: Document, now: Document, later: Document) -> Document:
    made = dict(later)
    for key in {**old, **now}:
        if old.get(key) != now.get(key) and later.get(key) == old.get(key):
            made.pop(key, None)
            if key in now:
                made[key] = now[key]
    return made
