"""Between the browser and a page of the operators: session, role, token of the form, passphrase, refusals."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from fastapi import Request
from fastapi.responses import RedirectResponse, Response
from fastapi.templating import Jinja2Templates
from starlette.concurrency import run_in_threadpool

from district_server.answering import Now, body_of
from district_server.errors import CannotServe, TooLarge
from district_server.ledger import Ledger
from district_server.listening import LOOPBACK
from district_server.operators import accounts, sessions, uploads
from district_server.operators.acts import note
from district_server.operators.errors import (
    CannotDo,
    ForeignForm,
    NotAllowed,
    NotLetIn,
    SignedOut,
    WrongAgain,
    WrongLogin,
)
from district_server.operators.joined import Joined
from district_server.operators.sessions import Session

HOME, SIGN_IN = "/quan-ly", "/quan-ly/dang-nhap"
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
FORM_BYTES = 16 * 1024
_FIELDS = 12
templates = Jinja2Templates(directory=Path(__file__).parents[1] / "templates" / "operators")


def _day(iso: str | None) -> str:
    """Return a stored time as a page says it."""
    return f"{datetime.fromisoformat(iso):%d/%m/%Y %H:%M}" if iso else ""


templates.env.filters["moment"] = _day


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One request of a signed-in operator; `upload` where the form brought a file."""

    request: Request
    ledger: Ledger
    joined: Joined
    session: Session
    address: str
    at: datetime
    fields: Mapping[str, str]
    upload: uploads.Upload | None = None

    @property
    def name(self) -> str:
        return self.session.account.name

    def may(self, role: str) -> bool:
        return role == "view" or role in self.session.account.roles

    def asked(self, name: str) -> str:
        """Return a value of the address, at most 100 letters."""
        return without_nul(self.request.query_params.get(name, ""))[:100]

    def page_asked(self) -> int:
        text = self.asked("trang")
        return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0

    def page(self, template: str, *, status: int = 200, told: str = "", **context: object) -> Response:
        """Return a page of ours; `told` is the sentence at its top."""
        return _page(
            self.request, template, status=status, told=told, visit=self, csrf=self.session.csrf, **context
        )

    def check_passphrase(self) -> None:
        """Insist on the passphrase again.

        Raises:
            WrongAgain, Locked, TooManyHere.
        """
        try:
            accounts.check(self.ledger, self.name, self.fields.get("passphrase", ""), self.address, self.at)
        except WrongLogin as error:
            raise WrongAgain() from error


Deed = Callable[[Visit], Response]


class Door:
    """Lets requests in to one ledger's pages."""

    def __init__(self, ledger: Ledger, now: Now, joined: Joined) -> None:
        self._ledger, self._now, self._joined = ledger, now, joined

    async def show(self, request: Request, page: Deed, *, role: str = "view") -> Response:
        """Answer a question that changes nothing."""
        return await run_in_threadpool(self._answer, request, page, role, {}, None, changes=False)

    async def act(self, request: Request, deed: Deed, *, role: str, again: Deed | None = None) -> Response:
        """Do what a form asks; `again` shows the form anew under a sentence when it cannot be done."""
        fields = _fields(await body_of(request, FORM_BYTES))
        return await run_in_threadpool(self._answer, request, deed, role, fields, again, changes=True)

    async def take_file(
        self, request: Request, deed: Deed, *, role: str, again: Deed, most: uploads.Most
    ) -> Response:
        """Do what a form with a file asks; who is not let in does not get to send it."""
        try:
            await run_in_threadpool(self._visit, request, role, {})
        except NotLetIn as reason:
            return self._refuse(request, reason)
        try:
            return await self._with_file(request, deed, role, again, most.bytes)
        except TooLarge:
            return self._refuse(request, CannotDo(most.sentence))

    async def _with_file(self, request: Request, deed: Deed, role: str, again: Deed, most: int) -> Response:
        async with uploads.received(request, most) as body:

            def cut() -> Response:
                try:
                    with uploads.read(request.headers.get("content-type", ""), body, most) as upload:
                        return self._answer(
                            request, deed, role, upload.fields, again, changes=True, upload=upload
                        )
                except CannotDo as reason:
                    return self._refuse(request, reason)

            return await run_in_threadpool(cut)

    def _answer(
        self,
        request: Request,
        deed: Deed,
        role: str,
        fields: Mapping[str, str],
        again: Deed | None,
        *,
        changes: bool,
        upload: uploads.Upload | None = None,
    ) -> Response:
        try:
            visit = self._visit(request, role, fields, upload)
            if changes:
                check_form(request, visit.session.csrf, fields.get("csrf", ""))
        except NotLetIn as reason:
            return self._refuse(request, reason)
        try:
            return deed(visit)
        except (NotLetIn, CannotServe) as reason:
            status = reason.status if isinstance(reason, NotLetIn) else 422
            if again is None:
                return visit.page("message.html", status=status, told=str(reason))
            return _again(visit, again, str(reason), status)

    def _visit(
        self,
        request: Request,
        role: str,
        fields: Mapping[str, str],
        upload: uploads.Upload | None = None,
    ) -> Visit:
        at = self._now()
        session = sessions.find(self._ledger, request.cookies.get(cookie_name(request), ""), at)
        visit = Visit(
            request=request, ledger=self._ledger, joined=self._joined, session=session,
            address=address_of(request), at=at, fields=fields, upload=upload,
        )  # fmt: skip
        if not visit.may(role):
            raise NotAllowed()
        return visit

    def _refuse(self, request: Request, reason: NotLetIn) -> Response:
        if isinstance(reason, SignedOut):
            return RedirectResponse(f"{SIGN_IN}?het-phien=1" if _had(request) else SIGN_IN, 303, HEADERS)
        return _page(request, "message.html", status=reason.status, told=str(reason))


def _again(visit: Visit, again: Deed, told: str, status: int) -> Response:
    visit.request.state.told = told
    try:
        shown = again(visit)
    except NotLetIn as gone:  # what the form was about is not there any more
        return visit.page("message.html", status=gone.status, told=str(gone))
    shown.status_code = status
    return shown


def check_form(request: Request, expected: str, given: str) -> None:
    """Insist that a form is ours and comes from our own page.

    Raises:
        ForeignForm.
    """
    origin = request.headers.get("origin")
    if origin is not None and _host_of(origin) != request.headers.get("host"):
        raise ForeignForm()
    if not hmac.compare_digest(expected.encode(), given.encode()):
        raise ForeignForm()


def _host_of(origin: str) -> str:
    try:
        return urlsplit(origin).netloc
    except ValueError:  # "http://[" is no address
        return ""


def cookie_name(request: Request) -> str:
    """Return the session cookie's name: with TLS one that no other host and no plain page can set."""
    return "__Host-qmc" if is_secure(request) else "qmc"


def is_secure(request: Request) -> bool:
    """Return whether the cookie is for TLS alone: always, but for plain HTTP within this PC."""
    here = request.client is not None and request.client.host in LOOPBACK
    return not (request.url.scheme == "http" and here and (request.url.hostname or "") in LOOPBACK)


def set_cookie(request: Request, answer: Response, name: str, value: str) -> None:
    """Give a cookie that no script reads and no other site's form carries."""
    answer.set_cookie(name, value, path="/", secure=is_secure(request), httponly=True, samesite="strict")


def fresh_door_cookie() -> str:
    """Return what the sign-in form is tied to before there is a session; it never becomes one."""
    return secrets.token_urlsafe(32)


def door_csrf(ledger: Ledger, cookie: str) -> str:
    """Return what the sign-in form of this cookie carries."""
    return hmac.digest(ledger.key("look_up"), b"door\0" + cookie.encode(), hashlib.sha256).hex()


def address_of(request: Request) -> str:
    """Return who asks, as the server believes it."""
    return request.client.host if request.client else ""


def go(path: str) -> Response:
    """Return what leads the browser on to a page of ours after a deed."""
    return RedirectResponse(path, 303, HEADERS)


def log_act(visit: Visit, act: str, about: str) -> None:
    """Write a line in the operators' log that belongs to no other transaction."""
    with visit.ledger.act() as connection:
        note(connection, visit.at, visit.name, act, about, visit.address)


def _fields(body: bytes) -> dict[str, str]:
    try:
        read = parse_qs(body.decode(errors="replace"), keep_blank_values=True, max_num_fields=_FIELDS)
    except ValueError:
        return {}
    return {name: without_nul(values[0]) for name, values in read.items()}


def without_nul(text: str) -> str:
    """Return a text without NUL, which PostgreSQL takes in no text: a page must not fail of it."""
    return text.replace("\0", "")


def _had(request: Request) -> bool:
    return cookie_name(request) in request.cookies


def page_before_session(
    request: Request, template: str, *, status: int = 200, told: str = "", **context: object
) -> Response:
    """Return a page for whoever has not signed in."""
    return _page(request, template, status=status, told=told, **context)


def _page(request: Request, template: str, *, status: int, told: str = "", **context: object) -> Response:
    told = told or getattr(request.state, "told", "")
    return templates.TemplateResponse(
        request, template, {"told": told, "visit": None} | context, status_code=status, headers=HEADERS
    )
