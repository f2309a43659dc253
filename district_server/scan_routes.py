"""What desks ask about scans: how much we have of each, and to take a part."""

from __future__ import annotations

import logging

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from district_server import desks, logs, scans
from district_server.answering import Now, body_of, signed_reply
from district_server.errors import Refused
from district_server.ledger import Ledger
from wire.errors import WireError
from wire.scans import PART_BODY_BYTES, QUESTION_BYTES, pack_held, unpack_asked, unpack_part

HELD, PART = "/v1/scans/held", "/v1/scans/part"
log = logging.getLogger("district_server")


def routes(ledger: Ledger, now: Now) -> APIRouter:
    """Return the routes over one ledger."""
    router = APIRouter()

    @router.post(HELD)
    async def held(request: Request) -> Response:
        """Answer how much we have of each scan that is asked for."""
        body = await body_of(request, QUESTION_BYTES)
        return await run_in_threadpool(_held, ledger, request, body)

    @router.post(PART)
    async def part(request: Request) -> Response:
        """Take a part of a scan and answer how much we have now."""
        body = await body_of(request, PART_BODY_BYTES)
        return await run_in_threadpool(_part, ledger, request, body, now)

    return router


def _held(ledger: Ledger, request: Request, body: bytes) -> Response:
    desk, counter = desks.authenticate(ledger, request.headers, "POST", HELD, body)
    try:
        asked = unpack_asked(body)
    except WireError as error:
        raise Refused() from error
    return signed_reply(ledger, desk, counter, pack_held(scans.held(ledger, desk, asked)))


def _part(ledger: Ledger, request: Request, body: bytes, now: Now) -> Response:
    desk, counter = desks.authenticate(ledger, request.headers, "POST", PART, body)
    try:
        part = unpack_part(body)
    except WireError as error:
        raise Refused() from error
    told = scans.take_part(ledger, desk, part, now())
    if told.state != "waiting":
        logs.told(log, "scan", desk=desk, bytes=told.bytes, state=told.state)
    return signed_reply(ledger, desk, counter, pack_held([told]))
