"""The door itself: the sign-in form."""

from __future__ import annotations

from datetime import datetime

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from district_server.answering import Now, body_of, fields_of
from district_server.ledger import Ledger
from district_server.operators import door, sessions
from district_server.operators.errors import ForeignForm, NotLetIn, SignedOut

_BEFORE = "qmc_cua"  # ties the form to the browser that asked for it; it never becomes a session
_FORM_BYTES = 4096


def add(router: APIRouter, ledger: Ledger, now: Now) -> None:
    """Add the routes."""

    @router.get("/dang-nhap")
    async def ask(request: Request) -> Response:
        """Show the form."""
        told = SignedOut.sentence if "het-phien" in request.query_params else ""
        return await run_in_threadpool(_form, ledger, request, told, 200, "")

    @router.post("/dang-nhap")
    async def enter(request: Request) -> Response:
        """Let an operator in."""
        name, passphrase, csrf = fields_of(await body_of(request, _FORM_BYTES), "name", "passphrase", "csrf")
        return await run_in_threadpool(
            _enter, ledger, request, (door.without_nul(name).strip().lower(), passphrase, csrf), now()
        )


def _enter(ledger: Ledger, request: Request, given: tuple[str, str, str], at: datetime) -> Response:
    name, passphrase, csrf = given
    try:
        cookie = request.cookies.get(_BEFORE, "")
        if not cookie:
            raise ForeignForm()
        door.check_form(request, door.door_csrf(ledger, cookie), csrf)
        token = sessions.sign_in(ledger, name, passphrase, door.address_of(request), at)
    except NotLetIn as reason:
        return _form(ledger, request, str(reason), reason.status, name[:32])
    answer = door.go(door.HOME)
    door.set_cookie(request, answer, door.cookie_name(request), token)
    answer.delete_cookie(_BEFORE, path="/", secure=door.is_secure(request), httponly=True, samesite="strict")
    return answer


def _form(ledger: Ledger, request: Request, told: str, status: int, name: str) -> Response:
    cookie = request.cookies.get(_BEFORE, "")[:64] or door.fresh_door_cookie()
    csrf = door.door_csrf(ledger, cookie)
    page = door.page_before_session(request, "sign_in.html", status=status, told=told, csrf=csrf, name=name)
    door.set_cookie(request, page, _BEFORE, cookie)
    return page
