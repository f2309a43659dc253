"""How the fee of a case was reckoned: what the clerk counted, and by which rows; kept with the case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desk_app.domain.amount import dong
from desk_app.domain.fee_lines import FeeAsked, FeeLines
from desk_app.domain.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoned:
    """`amount` = by the table, đồng, None where it has none; the case's own fee may be another, typed by the clerk.

    `rows` are ids of fee rows and `table` the version they were read from; `exemption` is the reason in words,
    `words` the whole reckoning as it was shown; `pages` are those of all originals.
    """

    amount: int | None = None
    rows: tuple[str, ...] = ()
    table: str = ""
    pages: int = 1
    copies: int = 1
    cases: int = 1
    choice: str = ""
    exemption: str = ""
    words: str = ""

    def told(self, fee: int | None) -> str:
        """Return what a paper says of how `fee` came about: nothing where it is one of one, or was typed otherwise."""
        counted = (self.pages, self.copies, self.cases) != (1, 1, 1) and fee == self.amount
        return self.words if counted or self.exemption else ""


def reckoned(originals: Sequence[FeeAsked], found: FeeLines, reason: str) -> Reckoned | None:
    """Return what is kept of a reckoning; None where no table, no choice and no reason had a part in it.

    `originals` differ in their pages only. `reason` is why nothing, or less, is taken, in words: of a row's exemption,
    or the clerk's own.
    """
    if found.unknown and not reason:
        return None
    asked, pages = originals[0], sum(one.pages for one in originals)
    return Reckoned(
        amount=0 if reason and not found.exemption else found.total,
        rows=tuple(dict.fromkeys(line.row for line in found.lines)),
        table=found.table if found.lines else "",
        pages=pages,
        copies=asked.copies,
        cases=asked.cases,
        choice=asked.choice,
        exemption=reason,
        words=in_one_line(found) if found.exemption or not reason else Words("Miễn: {reason}", reason=reason),
    )


def in_one_line(found: FeeLines) -> str:
    """Return how the amount came about: each line's reckoning, with the fee's name where there are several.

    Of several originals each is told, and the sum.
    """
    if len(found.lines) == 1:
        return found.lines[0].words
    if found.total is not None and len({line.row for line in found.lines}) == 1:
        told = "; ".join(line.words for line in found.lines)
        return Words("{each}; cộng {total}", each=told, total=dong(found.total))
    return "; ".join(f"{line.name}: {line.words}" for line in found.lines)


def reckoned_body(how: Reckoned) -> dict[str, object]:
    """Return `how` as an event carries it: nothing empty, no count of one."""
    counts = {"pages": how.pages, "copies": how.copies, "cases": how.cases}
    parts: dict[str, object] = {
        "amount": how.amount,
        "rows": list(how.rows),
        "table": how.table,
        **{name: count for name, count in counts.items() if count > 1},
        "choice": how.choice,
        "exemption": how.exemption,
        "words": how.words,
    }
    return {name: part for name, part in parts.items() if part not in (None, "", [])}


def reckoned_of(body: Mapping[str, Any]) -> Reckoned:
    """Return the reckoning of such a body."""
    return Reckoned(**{**body, "rows": tuple(body.get("rows", ()))})
