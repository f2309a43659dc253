"""Pages about the operators themselves: accounts, their own passphrase, their log, the way out."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from district_server.operators import accounts, sessions
from district_server.operators.acts import acts
from district_server.operators.door import HOME, SIGN_IN, Door, Visit, cookie_name, go
from district_server.operators.errors import CannotDo


def add(router: APIRouter, door: Door) -> None:
    """Add the routes."""

    @router.get("/tai-khoan")
    async def people(request: Request) -> Response:
        """Show every account and what it may do."""
        return await door.show(request, _people)

    @router.post("/tai-khoan/khoa")
    async def end(request: Request) -> Response:
        """End an account."""
        return await door.act(request, _end, role="enrol", again=_people)

    @router.post("/tai-khoan/mat-khau")
    async def change(request: Request) -> Response:
        """Change one's own passphrase."""
        return await door.act(request, _change, role="view", again=_people)

    @router.get("/nhat-ky")
    async def log(request: Request) -> Response:
        """Show what operators did."""
        return await door.show(request, _log)

    @router.post("/dang-xuat")
    async def leave(request: Request) -> Response:
        """End this session."""
        return await door.act(request, _leave, role="view")


def _people(visit: Visit) -> Response:
    return visit.page("accounts.html", accounts=accounts.accounts(visit.ledger), roles=accounts.ROLES)


def _end(visit: Visit) -> Response:
    name = visit.fields.get("name", "")
    if name == visit.name:
        raise CannotDo("Không tự khóa tài khoản của mình; hãy nhờ người khác, hoặc khóa tại máy chủ.")
    visit.check_passphrase()
    with visit.ledger.act() as connection:
        accounts.end(connection, name, visit.name, visit.at, visit.address)
    return go(f"{HOME}/tai-khoan")


def _change(visit: Visit) -> Response:
    new = visit.fields.get("new", "")
    if new != visit.fields.get("again", ""):
        raise CannotDo("Hai lần gõ mật khẩu mới không giống nhau; hãy gõ lại.")
    visit.check_passphrase()
    keep = sessions.digest(visit.session.token)
    with visit.ledger.act() as connection:
        accounts.change_passphrase(connection, visit.name, new, visit.name, visit.at, keep=keep)
    return go(f"{HOME}/tai-khoan?xong=1")


def _log(visit: Visit) -> Response:
    page = visit.page_asked()
    told, more = acts(visit.ledger, page)
    return visit.page("log.html", acts=told, more=more, page=page)


def _leave(visit: Visit) -> Response:
    sessions.sign_out(visit.ledger, visit.session, visit.address, visit.at)
    answer = go(SIGN_IN)
    answer.delete_cookie(
        cookie_name(visit.request), path="/", secure=cookie_name(visit.request).startswith("__")
    )
    return answer
