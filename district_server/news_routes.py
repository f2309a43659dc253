"""What desks fetch after their cases are safe: parts of things that were published, and what we hold of a day."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa
from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from district_server import desks
from district_server.answering import Now, signed_reply
from district_server.errors import Refused, UnknownThing
from district_server.holdings import holdings
from district_server.ledger import Ledger, thing
from wire.limits import PART_BYTES, THING_BYTES
from wire.thing import is_name


def routes(ledger: Ledger, now: Now) -> APIRouter:
    """Return the routes over one ledger."""
    del now  # a thing has no time, and a day is asked for by name
    router = APIRouter()

    @router.get("/v1/things/{sha256}")
    async def part(request: Request, sha256: str) -> Response:
        """Answer with the bytes of a thing from a place on; none at its end."""
        return await run_in_threadpool(_part, ledger, request, sha256)

    @router.get("/v1/holdings")
    async def held(request: Request) -> Response:
        """Answer with what we hold of a desk's day."""
        return await run_in_threadpool(_holdings, ledger, request)

    return router


def _part(ledger: Ledger, request: Request, sha256: str) -> Response:
    name, counter = _asked(ledger, request)
    start = _place(request.query_params.get("from", ""))
    if not is_name(sha256):
        raise UnknownThing()
    with ledger.act() as connection:
        found = connection.execute(
            # not the whole of it: ten thousand desks fetch one thing on one morning
            sa.select(sa.func.substr(thing.c.content, start + 1, PART_BYTES)).where(thing.c.sha256 == sha256)
        ).first()
    if found is None:
        raise UnknownThing()
    return signed_reply(ledger, name, counter, bytes(found[0]))


def _holdings(ledger: Ledger, request: Request) -> Response:
    name, counter = _asked(ledger, request)
    return signed_reply(ledger, name, counter, holdings(ledger, name, _day(request)))


def _asked(ledger: Ledger, request: Request) -> tuple[str, int]:
    """Return desk and counter; the question is signed with all that stands behind the path."""
    target = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    return desks.authenticate(ledger, request.headers, "GET", target, b"")


def _day(request: Request) -> date:
    text = request.query_params.get("day", "")
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise Refused() from error
    if day.isoformat() != text or day == date.max:  # whose end no time says
        raise Refused()
    return day


def _place(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 10) or int(text) > THING_BYTES:
        raise Refused()
    return int(text)
