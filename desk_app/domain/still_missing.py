"""What of a supplement has not come yet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from desk_app.domain.component import Component


def still_missing(asked: Sequence[Component], brought: Iterable[Component]) -> tuple[Component, ...]:
    """Return what is still to come of the papers that are asked for, by name, in their order.

    A copy that was taken where an original was asked for counts, and the other way round: the desk judged it when
    it ticked the paper. Fewer than were asked for leave the rest to come.
    """
    there: dict[str, list[Component]] = {}
    for paper in brought:
        there.setdefault(paper.name, []).append(paper)
    left = []
    for paper in asked:
        came = there.pop(paper.name, [])
        originals, copies = sum(one.originals for one in came), sum(one.copies for one in came)
        lacks = paper.originals + paper.copies - originals - copies
        if not came or lacks > 0:
            still = min(max(0, paper.originals - originals), max(0, lacks))
            left.append(replace(paper, originals=still, copies=max(0, lacks) - still))
    return tuple(left)
