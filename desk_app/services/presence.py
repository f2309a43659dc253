"""Who is at the desk: members of staff come, go and are added."""

from __future__ import annotations

from collections.abc import Mapping

from desk_app.domain.desk import desk_body
from desk_app.domain.errors import IntakeIncomplete, LoginUnclear, NotYourRole, StaffExists
from desk_app.domain.happening import Happening, Kind
from desk_app.domain.letters import check_printable
from desk_app.domain.ports import Clock, Store
from desk_app.domain.staff import ALL_ROLES, ROLE_NAMES, Role, Staff
from desk_app.domain.words import Words


def sign_in(login: str, *, store: Store, clock: Clock) -> None:
    """Append that a member of staff has opened the desk."""
    _append(Kind.SIGNED_IN, login, {}, store=store, clock=clock)


def sign_out(login: str, *, store: Store, clock: Clock) -> None:
    """Append that a member of staff has left the desk."""
    _append(Kind.SIGNED_OUT, login, {}, store=store, clock=clock)


def confirm_clock(reason: str, *, staff: str, store: Store, clock: Clock) -> None:
    """Append that the PC's clock is right though the last act was written under a later one.

    Raises:
        IntakeIncomplete: no reason.
        NotYourRole: only a leader or an administrator.
    """
    if not reason.strip():
        raise IntakeIncomplete(missing=Words("lý do"))
    with store.transaction() as books:
        member = next((one for one in books.staff() if one.login == staff), None)
        if member is None or not member.roles & {Role.LEAD, Role.ADMINISTER}:
            names = (ROLE_NAMES[Role.LEAD], ROLE_NAMES[Role.ADMINISTER])
            raise NotYourRole(act=Words("Xác nhận giờ máy"), roles=names)
        body = {"reason": " ".join(reason.split())}
        books.append(Happening(kind=Kind.CLOCK_CONFIRMED, at=clock.now(), staff=staff, body=body))


def add_staff(member: Staff, *, by: str, store: Store, clock: Clock) -> None:
    """Append a new member of staff.

    Raises:
        LoginUnclear: not only letters and digits.
        NotPrintable: a name that stands under every slip.
        StaffExists: the login is taken, also by somebody who has left: the log names people by it.
    """
    if not (member.login.isascii() and member.login.isalnum()):
        raise LoginUnclear(staff=member.login)
    check_printable((member.name, member.title))
    with store.reading() as reading:
        if any(member.login == other.login for other in reading.staff()):
            raise StaffExists(staff=member.login)
    body: dict[str, object] = {"login": member.login, "name": member.name, "title": member.title}
    if member.roles != ALL_ROLES:
        body["roles"] = sorted(role.value for role in member.roles)
    _append(Kind.STAFF_ADDED, by, body, store=store, clock=clock)


def describe_desk(*, by: str, store: Store, clock: Clock) -> None:
    """Append what the desk is: when its PC burns, only its log is left."""
    with store.reading() as reading:
        body = desk_body(reading.desk())
    _append(Kind.DESK_SET_UP, by, body, store=store, clock=clock)


def _append(kind: Kind, login: str, body: Mapping[str, object], *, store: Store, clock: Clock) -> None:
    with store.transaction() as books:
        books.append(Happening(kind=kind, at=clock.now(), staff=login, body=body))
