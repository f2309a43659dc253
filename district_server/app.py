"""The superior's HTTP side."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from urllib.parse import parse_qs

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, Response
from fastapi.templating import Jinja2Templates
from starlette.concurrency import run_in_threadpool

from district_server import desks, exchange, look_up
from district_server.errors import Refused, TooLarge
from district_server.ledger import Ledger
from wire.canonical import canonical
from wire.errors import WireError
from wire.exchange import pack_answer, pack_refused, unpack_request
from wire.limits import REQUEST_BYTES
from wire.signatures import sign_answer

log = logging.getLogger("district_server")
SAFE = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; "
    "frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
SMALL_BYTES = 4096  # of an enrolment, of a citizen's question
templates = Jinja2Templates(directory=Path(__file__).parent / "templates")


def create_app(ledger: Ledger, now: Callable[[], datetime]) -> FastAPI:
    """Return the application over one ledger; `now` gives aware times at +07:00."""
    app = FastAPI(title="Quầy Một Cửa: cấp trên", version="1", docs_url=None, redoc_url=None)
    app.add_exception_handler(Refused, _refuse)

    @app.post("/v1/enrol")
    async def enrol(request: Request) -> Response:
        """Make a desk known by its one-time code."""
        message = _message(await _body(request, SMALL_BYTES))
        return _json(canonical(await run_in_threadpool(desks.enrol, ledger, message, now())))

    @app.post("/v1/exchange")
    async def take(request: Request) -> Response:
        """Take frames, answer with the signed acknowledgement and news."""
        return await run_in_threadpool(_exchange, ledger, request, await _body(request, REQUEST_BYTES), now())

    @app.get("/v1/head")
    async def head(request: Request) -> Response:
        """Answer up to where we hold a desk's log."""
        return await run_in_threadpool(_head, ledger, request, now())

    @app.get("/tra-cuu", response_class=HTMLResponse)
    async def ask(request: Request) -> Response:
        """Show the citizens' page."""
        return _page(request)

    @app.post("/tra-cuu", response_class=HTMLResponse)
    async def tell(request: Request) -> Response:
        """Show one case, or that nothing fits."""
        case_code, proof = _form(await _body(request, SMALL_BYTES), "case_code", "proof")
        address = request.client.host if request.client else ""
        try:
            found = await run_in_threadpool(look_up.find, ledger, case_code, proof, address, now())
        except look_up.TooMany:
            return _page(request, case_code=case_code, too_many=True)
        return _page(request, case_code=case_code, found=found, missed=found is None)

    return app


async def _body(request: Request, most: int) -> bytes:
    """Read a body up to `most` bytes, whatever its length header says."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > most:
            raise TooLarge()
    return body


def _message(body: bytes) -> dict[str, object]:
    """Return a desk's message, canonical or not: a wrong try is counted for the desk that it names."""
    try:
        read = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return read if isinstance(read, dict) else {}


def _form(body: bytes, *names: str) -> list[str]:
    try:
        fields = parse_qs(body.decode(errors="replace"), max_num_fields=8)
    except ValueError as error:
        raise Refused() from error
    return [fields.get(name, [""])[0] for name in names]


def _exchange(ledger: Ledger, request: Request, body: bytes, at: datetime) -> Response:
    desk, counter = desks.authenticate(ledger, request.headers, "POST", "/v1/exchange", body)
    try:
        read = unpack_request(body)
    except WireError as error:
        raise Refused() from error
    exchange.take_frames(ledger, desk, read.frames)
    log.info("exchange desk=%s frames=%d bytes=%d", desk, len(read.frames), len(body))
    return _signed(ledger, desk, counter, read.cursor, at)


def _head(ledger: Ledger, request: Request, at: datetime) -> Response:
    desk, counter = desks.authenticate(ledger, request.headers, "GET", "/v1/head", b"")
    return _signed(ledger, desk, counter, 0, at)


def _signed(ledger: Ledger, desk: str, counter: int, cursor: int, at: datetime) -> Response:
    given = exchange.answer(ledger, desk, cursor, at)
    body = pack_answer(given)
    signature = sign_answer(
        ledger.key("signing"), desk, counter, given.seq, given.hash, given.server_time, body
    )
    return _json(body, headers={"Superior-Signature": signature})


async def _refuse(request: Request, error: Exception) -> Response:
    assert isinstance(error, Refused)
    log.info("refused path=%s word=%s", request.url.path, error.word)
    return _json(pack_refused(error.word), status=error.status)


def _json(body: bytes, *, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    return Response(body, media_type="application/json", status_code=status, headers=headers)


def _page(
    request: Request,
    *,
    case_code: str = "",
    found: look_up.Found | None = None,
    missed: bool = False,
    too_many: bool = False,
) -> Response:
    context = {"case_code": case_code, "found": found, "missed": missed, "too_many": too_many}
    status = 429 if too_many else 200
    return templates.TemplateResponse(request, "look_up.html", context, status_code=status, headers=SAFE)
