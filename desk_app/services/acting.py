"""What every act on a stored case shares: is it allowed now, to this person, and then one transaction."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from desk_app.domain.bodies import Body
from desk_app.domain.case import Case
from desk_app.domain.deed import stands_as
from desk_app.domain.errors import UnknownStaff
from desk_app.domain.happening import Happening, Kind
from desk_app.domain.letters import check_printable, visible_body
from desk_app.domain.lifecycle import Act, ActName, demand
from desk_app.domain.ports import Books, Clock, Reading, Store
from desk_app.domain.slip import SlipKind
from desk_app.domain.staff import Staff


@dataclass(frozen=True, slots=True, kw_only=True)
class Acting:
    """An act under way, inside its transaction."""

    books: Books
    act: Act
    case: Case
    at: datetime
    member: Staff

    def append(self, body: Body, kind: Kind | None = None) -> None:
        """Append the act's event.

        Raises:
            NotPrintable: a text that its paper could never show.
        """
        body = visible_body(body)
        check_printable(body)
        self.books.append(
            Happening(
                kind=kind or self.act.events[0],
                at=self.at,
                staff=self.member.login,
                body=body,
                case_code=self.case.code,
            )
        )

    def slip_number(self, kind: SlipKind | None = None) -> int:
        """Return the next number of the act's paper (or of `kind`) in this year."""
        paper = kind or self.act.paper
        return self.books.next_slip_number(paper, self.at.year) if paper is not None else 0


@contextmanager
def acting(act: ActName, case_code: str, *, staff: str, store: Store, clock: Clock) -> Iterator[Acting]:
    """Begin an act on a case; whatever is raised inside leaves nothing behind.

    Raises:
        UnknownCase, UnknownStaff, NotAllowedNow, NotYourRole.
    """
    with store.transaction() as books:
        case, member, now = books.case(case_code), member_of(books, staff), clock.now()
        row = demand(act, stands_as(act, case, now.date()), member.roles, case_code)
        yield Acting(books=books, act=row, case=case, at=now, member=member)


def member_of(reading: Reading, login: str) -> Staff:
    """Return a member of staff by login.

    Raises:
        UnknownStaff.
    """
    for member in reading.staff():
        if member.login == login:
            return member
    raise UnknownStaff(staff=login)
