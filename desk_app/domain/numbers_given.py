"""The numbers of a day and of a year: given, void, set aside for paper, and those that are missing between."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desk_app.domain.slip import SlipKind


@dataclass(frozen=True, slots=True, kw_only=True)
class SerialUse:
    """A serial that was given or set aside; `void` = its case was voided, `paper` = not keyed in yet."""

    day: date
    serial: int
    case_code: str
    void: bool = False
    paper: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipUse:
    """A slip number that was given in a year.

    `void` = its case was voided, a newer slip replaces it, or (`undone`) its act was taken back.
    """

    kind: SlipKind
    year: int
    number: int
    case_code: str
    day: date
    staff: str
    void: bool = False
    printed: int = 0
    undone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DayNumbers:
    """The serials of one day; `missing` = between the block's first and the last given, and nobody has them."""

    day: date
    first: int
    last: int
    given: int
    void: tuple[int, ...]
    paper: tuple[int, ...]
    missing: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipNumbers:
    """The numbers of one form in one year."""

    kind: SlipKind
    year: int
    last: int
    given: int
    void: tuple[int, ...]
    missing: tuple[int, ...]


def day_numbers(uses: Iterable[SerialUse], block: range, kept_back: range) -> tuple[DayNumbers, ...]:
    """Return a line a day on which this desk gave numbers, of its block or of those kept back, in order.

    What of the block nobody knows of on the day of a recovery is not missing in between: it may be on paper.
    """
    by_day: dict[date, list[SerialUse]] = {}
    for use in uses:
        if use.serial in block or use.serial in kept_back:
            by_day.setdefault(use.day, []).append(use)
    return tuple(_day(day, by_day[day], block) for day in sorted(by_day))


def slip_numbers(uses: Iterable[SlipUse]) -> tuple[SlipNumbers, ...]:
    """Return a line a form and year, forms in the order of SlipKind."""
    by_form: dict[tuple[int, SlipKind], list[SlipUse]] = {}
    for use in uses:
        by_form.setdefault((use.year, use.kind), []).append(use)
    order = list(SlipKind)
    keys = sorted(by_form, key=lambda key: (key[0], order.index(key[1])))
    return tuple(_form(year, kind, by_form[year, kind]) for year, kind in keys)


def runs(numbers: Iterable[int]) -> str:
    """Return "5002, 5004–5006": what follows on is written as one run."""
    parts: list[tuple[int, int]] = []
    for number in sorted(set(numbers)):
        if parts and number == parts[-1][1] + 1:
            parts[-1] = (parts[-1][0], number)
        else:
            parts.append((number, number))
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in parts)


def _day(day: date, uses: list[SerialUse], block: range) -> DayNumbers:
    used = {use.serial for use in uses}
    paper = {use.serial for use in uses if use.paper}
    last = max(used)
    in_block = max((serial for serial in used if serial in block), default=block.start - 1)
    return DayNumbers(
        day=day,
        first=block.start,
        last=last,
        given=len(used - paper),
        void=tuple(sorted({use.serial for use in uses if use.void})),
        paper=tuple(sorted(paper)),
        missing=tuple(number for number in range(block.start, in_block + 1) if number not in used),
    )


def _form(year: int, kind: SlipKind, uses: list[SlipUse]) -> SlipNumbers:
    used = {use.number for use in uses}
    last = max(used)
    return SlipNumbers(
        kind=kind,
        year=year,
        last=last,
        given=len(used),
        void=tuple(sorted({use.number for use in uses if use.void})),
        missing=tuple(number for number in range(1, last + 1) if number not in used),
    )
