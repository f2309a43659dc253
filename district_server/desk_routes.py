"""What desks ask: to be enrolled, to hand in frames, up to where we hold their log."""

from __future__ import annotations

from datetime import datetime

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from district_server import desks, streamed
from district_server.answering import SMALL_BYTES, Now, body_of, json_answer, message_of
from district_server.ledger import Ledger
from district_server.streamed import signed_answer
from wire.canonical import canonical


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
        """Take each frame as it arrives, answer with the signed acknowledgement and news."""
        return await streamed.exchange(ledger, request, now)

    @router.get("/v1/head")
    async def head(request: Request) -> Response:
        """Answer up to where we hold a desk's log."""
        return await run_in_threadpool(_head, ledger, request, now())

    return router


def _head(ledger: Ledger, request: Request, at: datetime) -> Response:
    desk, counter = desks.authenticate(ledger, request.headers, "GET", "/v1/head", b"")
    return signed_answer(
        ledger, desk, counter, None, at, asks_half=True
    )  # asked after each cut: it says what is held, no more
