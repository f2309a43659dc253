"""Pages about desks: the list, one desk, enrolment with its slip, revocation."""

from __future__ import annotations

from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import Response

from district_server import recovery
from district_server.desks import CODE_LIVES, new_enrolment
from district_server.numbers import granted, is_desk
from district_server.operators import overview, refusals
from district_server.operators.acts import note
from district_server.operators.door import HOME, Door, Visit, go, log_act
from district_server.operators.errors import CannotDo

_NAME = 120  # letters


def add(router: APIRouter, door: Door) -> None:
    """Add the routes."""

    @router.get("")
    async def desks(request: Request) -> Response:
        """Show every desk, the longest silent first."""
        return await door.show(request, _desks)

    @router.get("/quay")
    async def desk(request: Request) -> Response:
        """Show one desk."""
        return await door.show(request, _desk)

    @router.get("/dang-ky")
    async def enrolment(request: Request) -> Response:
        """Show the form that makes a slip."""
        return await door.show(request, _enrolment, role="enrol")

    @router.post("/dang-ky")
    async def enrol(request: Request) -> Response:
        """Make a one-time code and show the slip to print; it is shown once."""
        return await door.act(request, _enrol, role="enrol", again=_enrolment)

    @router.get("/thu-hoi")
    async def revocation(request: Request) -> Response:
        """Ask whether a desk is to be revoked."""
        return await door.show(request, _revocation, role="enrol")

    @router.post("/thu-hoi")
    async def revoke(request: Request) -> Response:
        """Revoke a desk."""
        return await door.act(request, _revoke, role="enrol", again=_revocation)


def desk_path(name: str) -> str:
    """Return the address of a desk's page."""
    return f"{HOME}/quay?{urlencode({'quay': name})}"


def _desks(visit: Visit) -> Response:
    named, page = visit.asked("tim").strip(), visit.page_asked()
    seen, more = overview.desks(visit.ledger, named, page, visit.at)
    return visit.page("desks.html", desks=seen, more=more, page=page, named=named)


def _desk(visit: Visit) -> Response:
    whole = overview.one_desk(visit.ledger, visit.asked("quay"), visit.at)
    name = whole.seen.desk
    found, more = refusals.refusals(visit.ledger, name=name, code="", who="", ended=False, page=0)
    return visit.page(
        "desk.html",
        whole=whole,
        refusals=found,
        more=more,
        codes=refusals.CODES,
        who=refusals.WHO,
    )


def _enrolment(visit: Visit) -> Response:
    agency, _, number = visit.asked("quay").rpartition("/")
    given = {"agency": agency, "number": number or "1", "desk_name": ""} | dict(visit.fields)
    given.pop("passphrase", None)
    return visit.page("enrolment.html", given=given)


def _enrol(visit: Visit) -> Response:
    agency, number = visit.fields.get("agency", "").strip().upper(), visit.fields.get("number", "")
    name = " ".join(visit.fields.get("desk_name", "").split())
    if number not in {"1", "2", "3", "4", "5"} or not is_desk(f"{agency}/{number}"):
        raise CannotDo("Mã cơ quan viết như H56.22.17, số quầy từ 1 đến 5; hãy sửa lại.")
    if not 0 < len(name) <= _NAME:
        raise CannotDo(f"Hãy ghi tên xã mà người dân gọi, đến {_NAME} chữ.")
    visit.check_passphrase()
    desk, recovers = f"{agency}/{number}", visit.fields.get("recovers") == "1"
    if recovers:
        recovery.check_recoverable(visit.ledger, desk, needs_sheet=True)
    about = f"{desk} {name}{', máy mới thay máy hỏng' if recovers else ''}"
    log_act(visit, "enrolment", about)  # first: a slip that the log does not know must not be
    code = new_enrolment(visit.ledger, agency, int(number), name, visit.at)
    if recovers:  # only with the desk's recovery sheet; without one it takes the server's own terminal
        recovery.allow(visit.ledger, desk, code, needs_sheet=True)
    first, last = granted(desk)
    base = str(visit.request.base_url).rstrip("/")
    return visit.page(
        "slip.html", url=base, desk=desk, desk_name=name, code=code, recovers=recovers, first=first, last=last,
        until=(visit.at + CODE_LIVES).isoformat(),
    )  # fmt: skip


def _revocation(visit: Visit) -> Response:
    name = visit.fields.get("desk", "") or visit.asked("quay")
    return visit.page("revocation.html", whole=overview.one_desk(visit.ledger, name, visit.at))


def _revoke(visit: Visit) -> Response:
    visit.check_passphrase()
    name = visit.fields.get("desk", "")
    with visit.ledger.act() as connection:
        overview.revoke(connection, name, visit.at)
        note(connection, visit.at, visit.name, "revoked", name, visit.address)
    return go(desk_path(name))
