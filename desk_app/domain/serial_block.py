"""Which serials of its block a desk gives: its own from below, those for other agencies from above."""

from __future__ import annotations

from collections.abc import Set
from zlib import crc32

from desk_app.domain.case_code import kept_back, serials
from desk_app.domain.desk import Desk

OWN = 700  # of the 899; beyond, an own case takes what is left
SPREAD = 100  # how far apart two communes begin that receive for the same third


def free_serials(
    desk: Desk, used: Set[int], count: int, *, for_other: bool = False, recovered: bool = False
) -> list[int]:
    """Return up to `count` serials that nobody has, in the order in which they are given.

    A code names the agency that decides (NĐ 118/2025 Đ.28), so a case received for another agency shares that
    agency's serials with its own desks, which count up from the beginning of a block, and with other communes that
    receive for it: hence another beginning for each. `recovered`: on the day of a recovery only those are given that
    are kept back for it.
    """
    if recovered:
        kept = kept_back(desk.number)
        first = kept.start + crc32(desk.agency_code.encode()) % len(kept) if for_other else kept.start
        return [n for n in (*range(first, kept.stop), *range(kept.start, first)) if n not in used][:count]
    block = serials(desk.number)
    floor = block.start + OWN
    if for_other:
        first = floor + crc32(desk.agency_code.encode()) % SPREAD
        order = [*range(first, block.stop), *range(floor, first)]
    else:
        last = max((serial for serial in used if serial < floor), default=block.start - 1)
        order = [*range(last + 1, block.stop)]
    return [serial for serial in order if serial not in used][:count]
