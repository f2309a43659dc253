"""What a new machine asks in a desk's place: to be let in as it, and its log."""

from __future__ import annotations

import logging

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from district_server import desks, recovery
from district_server.answering import SMALL_BYTES, Now, body_of, json_answer, message_of, signed_reply
from district_server.errors import Refused
from district_server.ledger import Ledger
from district_server.logs import told
from wire.canonical import canonical
from wire.errors import WireError
from wire.recovery import LOG_REQUEST_BYTES, pack_log_part, unpack_log_request

log = logging.getLogger("district_server")


def routes(ledger: Ledger, now: Now) -> APIRouter:
    """Return the routes over one ledger."""
    router = APIRouter()

    @router.post("/v1/recover")
    async def recover(request: Request) -> Response:
        """Make a new machine known as a desk whose log is here, by a code that was made for it."""
        message = message_of(await body_of(request, SMALL_BYTES))
        return json_answer(canonical(await run_in_threadpool(recovery.recover, ledger, message, now())))

    @router.post("/v1/log")
    async def give(request: Request) -> Response:
        """Answer with the next part of the desk's own log."""
        body = await body_of(request, LOG_REQUEST_BYTES)
        return await run_in_threadpool(_give, ledger, request, body)

    return router


def _give(ledger: Ledger, request: Request, body: bytes) -> Response:
    desk, counter = desks.authenticate(ledger, request.headers, "POST", "/v1/log", body)
    try:
        after, proof = unpack_log_request(body)
    except WireError as error:
        raise Refused() from error
    part = recovery.part_of_log(ledger, desk, counter, after, proof)
    told(log, "log", desk=desk, after=after, bytes=len(part.frame))
    return signed_reply(ledger, desk, counter, pack_log_part(part))
