"""What desks ask: to be enrolled, to hand in frames, up to where we hold their log."""

from __future__ import annotations

import logging
from datetime import datetime

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from district_server import desks, exchange
from district_server.answering import SMALL_BYTES, Now, body_of, json_answer, message_of
from district_server.errors import Refused
from district_server.ledger import Ledger
from district_server.logs import told
from wire.canonical import canonical
from wire.errors import WireError
from wire.exchange import pack_answer, unpack_request
from wire.limits import REQUEST_BYTES
from wire.signatures import sign_answer

log = logging.getLogger("district_server")


def routes(ledger: Ledger, now: Now) -> APIRouter:
    """Return the routes over one ledger."""
    router = APIRouter()

    @router.post("/v1/enrol")
    async def enrol(request: Request) -> Response:
        """Make a desk known by its one-time code."""
        message = message_of(await body_of(request, SMALL_BYTES))
        return json_answer(canonical(await run_in_threadpool(desks.enrol, ledger, message, now())))

    @router.post("/v1/exchange")
    async def take(request: Request) -> Response:
        """Take frames, answer with the signed acknowledgement and news."""
        body = await body_of(request, REQUEST_BYTES)
        return await run_in_threadpool(_exchange, ledger, request, body, now())

    @router.get("/v1/head")
    async def head(request: Request) -> Response:
        """Answer up to where we hold a desk's log."""
        return await run_in_threadpool(_head, ledger, request, now())

    return router


def _exchange(ledger: Ledger, request: Request, body: bytes, at: datetime) -> Response:
    desk, counter = desks.authenticate(ledger, request.headers, "POST", "/v1/exchange", body)
    try:
        read = unpack_request(body)
    except WireError as error:
        raise Refused() from error
    exchange.take_frames(ledger, desk, read.frames)
    told(log, "exchange", desk=desk, frames=len(read.frames), bytes=len(body))
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
    return json_answer(body, headers={"Superior-Signature": signature})
