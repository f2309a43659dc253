"""Who is at the desk: members of staff come, go and are added."""

from __future__ import annotations

from collections.abc import Mapping

from desk_app.domain.errors import StaffExists
from desk_app.domain.happening import Happening, Kind
from desk_app.domain.ports import Clock, Store
from desk_app.domain.staff import ALL_ROLES, Staff


def sign_in(login: str, *, store: Store, clock: Clock) -> None:
    """Append that a member of staff has opened the desk."""
    _append(Kind.SIGNED_IN, login, {}, store=store, clock=clock)


def sign_out(login: str, *, store: Store, clock: Clock) -> None:
    """Append that a member of staff has left the desk."""
    _append(Kind.SIGNED_OUT, login, {}, store=store, clock=clock)


def add_staff(member: Staff, *, by: str, store: Store, clock: Clock) -> None:
    """Append a new member of staff.

    Raises:
        StaffExists: the login is taken, also by somebody who has left: the log names people by it.
    """
    with store.reading() as reading:
        if any(member.login == other.login for other in reading.staff()):
            raise StaffExists(staff=member.login)
    body: dict[str, object] = {"login": member.login, "name": member.name, "title": member.title}
    if member.roles != ALL_ROLES:
        body["roles"] = sorted(role.value for role in member.roles)
    _append(Kind.STAFF_ADDED, by, body, store=store, clock=clock)


def _append(kind: Kind, login: str, body: Mapping[str, object], *, store: Store, clock: Clock) -> None:
    with store.transaction() as books:
        books.append(Happening(kind=kind, at=clock.now(), staff=login, body=body))
