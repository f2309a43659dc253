"""Who comes on the demonstration day, when, and what for: the same every time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from desk_app.app.demonstration import MORNING, Citizen, Commune


class Way(StrEnum):
    """How the applicant's data come in."""

    SCAN = "scan"
    TYPED = "typed"


class Fetch(StrEnum):
    """Who comes for the result."""

    APPLICANT = "applicant"
    PROXY = "proxy"
    POST = "post"


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One citizen at the desk. `words` is what the clerk types to find the procedure."""

    citizen: Citizen
    at: datetime
    words: str
    way: Way
    at_once: bool = False
    proxy: Citizen | None = None


ORDINARY = (
    "dkks",
    "xac nhan tinh trang hon nhan",
    "1.000656",
    "trich luc ho tich",
    "dang ky ket hon",
    "dang ky lai khai sinh",
    "ho kinh doanh",
    "1.001653",  # in the catalogue by name only: the clerk types papers and term
)
AT_ONCE = ("2.000815", "2.000884")
TYPED_PAPERS = ("Đơn đề nghị (viết tay)", "Bản sao giấy chứng nhận quyền sử dụng đất có chứng thực")
LUNCH = 11, 30
EVERY = timedelta(minutes=9)


def visits(commune: Commune, cases: int) -> list[Visit]:
    """Return the day's visits: every fourth is settled at once, every seventh submitted by a proxy."""
    found, at = [], MORNING
    people = commune.citizens
    for n in range(cases):
        citizen, other = people[n % len(people)], people[(n + 11) % len(people)]
        at_once = n % 4 == 3
        words = ORDINARY[n % len(ORDINARY)]
        found.append(
            Visit(
                citizen=citizen,
                at=at,
                words=AT_ONCE[n // 4 % 2] if at_once else words,
                way=Way.TYPED if n % 5 == 2 else Way.SCAN,
                at_once=at_once,
                proxy=other if n % 7 == 5 and not at_once else None,
            )
        )
        at += EVERY
        if (at.hour, at.minute) >= LUNCH and at.hour < 13:
            at = at.replace(hour=13, minute=30)
    return found


def results(many: int) -> list[Fetch]:
    """Return who fetches each result of the afternoon."""
    return [(Fetch.APPLICANT, Fetch.APPLICANT, Fetch.PROXY, Fetch.POST)[n % 4] for n in range(many)]
