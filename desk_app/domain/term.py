"""How long a procedure may take, as the catalogue writes it: 5wd, 8h, 15d, 10wd+15wd, 5wd@15, same-day@15."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desk_app.domain.errors import UnknownTerm
from desk_app.domain.words import Words

HOURS_A_DAY = 8  # what a provincial process reckons a working day as; 0.5wd is 4h

_TERM = re.compile(r"(?:same-day|(?P<parts>[^@+]+(?:\+[^@+]+)?))(?:@(?P<cutoff>[0-9]{1,2}))?")
_PART = re.compile(r"(?P<count>0|[1-9][0-9]{0,2})(?:[.,](?P<fraction>25|5|75))?(?P<unit>wd|h|d)")


@dataclass(frozen=True, slots=True)
class Part:
    """`count` of `unit`: wd working days, h open hours, d calendar days."""

    count: int
    unit: str

    @property
    def words(self) -> Words:
        """Return "5 ngày làm việc"."""
        match self.unit:
            case "wd":
                return Words("{n} ngày làm việc", n=self.count)
            case "h":
                return Words("{n} giờ làm việc", n=self.count)
        return Words("{n} ngày", n=self.count)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One part; or two, the commune's and then the next agency's; or none: the same day.

    `cutoff` is an hour of the day, 0 = none. Received after it, a same-day result comes the next working day and
    the clock of any other term starts the next working day.
    """

    parts: tuple[Part, ...] = ()
    cutoff: int = 0

    @property
    def same_day(self) -> bool:
        """Return whether the result is due on the day of receipt."""
        return not self.parts


def read_term(text: str) -> Term:
    """Read 5wd, 8h, 15d, 10wd+15wd, 5wd@15 or same-day@15; a half or a quarter of a working day becomes hours.

    Raises:
        UnknownTerm: it is none of these, or the hour is none of a desk.
    """
    found = _TERM.fullmatch(text.strip())
    if found is None or not (found["parts"] or found["cutoff"]):
        raise UnknownTerm(text=text)
    cutoff = int(found["cutoff"] or 0)
    if found["cutoff"] and not 0 < cutoff < 24:
        raise UnknownTerm(text=text)
    parts = found["parts"].split("+") if found["parts"] else ()
    return Term(parts=tuple(_part(part, text) for part in parts), cutoff=cutoff)


def _part(part: str, text: str) -> Part:
    found = _PART.fullmatch(part)
    if found is None or (found["fraction"] and found["unit"] != "wd"):
        raise UnknownTerm(text=text)
    count, unit = int(found["count"]), found["unit"]
    if found["fraction"]:
        quarters = {"25": 1, "5": 2, "75": 3}[found["fraction"]]
        count, unit = count * HOURS_A_DAY + quarters * HOURS_A_DAY // 4, "h"
    if not count:
        raise UnknownTerm(text=text)
    return Part(count, unit)


def term_text(text: str) -> Words:
    """Return a term in words: "5 ngày làm việc", "25 ngày làm việc (tại xã 10, sau đó 15)"."""
    term = read_term(text)
    if term.same_day:
        return Words("trong ngày (nhận đến {hour}:00)", hour=term.cutoff)
    first, last = term.parts[0], term.parts[-1]
    if first is last:
        told = first.words
    elif first.unit == last.unit:
        total = Part(first.count + last.count, first.unit).words
        told = Words(
            "{total} (tại xã {first}, sau đó {last})", total=total, first=first.count, last=last.count
        )
    else:
        told = Words("tại xã {first}, sau đó {last}", first=first.words, last=last.words)
    if not term.cutoff:
        return told
    return Words(
        "{term}, nhận sau {hour}:00 thì tính từ ngày làm việc tiếp theo", term=told, hour=term.cutoff
    )
