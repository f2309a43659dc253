"""The superior's HTTP side."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, Response
from starlette.requests import ClientDisconnect

from district_server import (
    citizen_routes,
    desk_routes,
    health_routes,
    news_routes,
    publishing,
    recovery_routes,
    scan_routes,
)
from district_server.answering import SAFE, Now, json_answer
from district_server.counts import Counted, Counts, name_of
from district_server.errors import Busy, Refused
from district_server.ledger import Ledger
from district_server.logs import told
from district_server.operators import routes as operator_routes
from district_server.operators.door import HOME
from district_server.operators.joined import Joined
from wire.exchange import pack_refused

log = logging.getLogger("district_server")
_PAGES = ("/tra-cuu", HOME)  # read by people
_BUSY = (
    '<!doctype html><html lang="vi"><meta charset="utf-8"><title>Máy chủ đang bận</title>'
    "<p>Máy chủ đang bận nên chưa trả lời được; xin thử lại sau ít phút."
)


def create_app(ledger: Ledger, now: Now, counts: Counts | None = None, token: str = "") -> FastAPI:
    """Return the application over one ledger; `token` opens what it counts to others than this PC."""
    counts = counts or Counts()
    app = FastAPI(title="Quầy Một Cửa: cấp trên", version="1", docs_url=None, redoc_url=None)
    app.state.counts = counts
    app.add_middleware(Counted, counts=counts)
    app.add_exception_handler(Refused, _refuse)
    app.add_exception_handler(ClientDisconnect, _cut)
    app.add_exception_handler(sa.exc.OperationalError, _away)
    app.add_exception_handler(sa.exc.TimeoutError, _away)
    app.include_router(health_routes.routes(ledger, now, counts, token))
    app.include_router(desk_routes.routes(ledger, now))
    app.include_router(scan_routes.routes(ledger, now))
    app.include_router(news_routes.routes(ledger, now))
    app.include_router(citizen_routes.routes(ledger, now))
    app.include_router(recovery_routes.routes(ledger, now))
    app.include_router(operator_routes.routes(ledger, now, _told_to_desks()))
    return app


def _told_to_desks() -> Joined:
    """Return what desks hear of an operator's acts: a catalogue from its day on, a refusal that is settled."""

    def tell_desks(connection: sa.Connection, document: Mapping[str, Any]) -> None:
        if "effective_from" in document:  # else it is there to judge by
            publishing.publish(connection, "catalogue", document)

    def tell_settled(connection: sa.Connection, desk: str, seq: int) -> None:
        publishing.settle(connection, desk, seq)

    return Joined(tell_desks=tell_desks, tell_settled=tell_settled)


async def _refuse(request: Request, error: Exception) -> Response:
    assert isinstance(error, Refused)
    request.app.state.counts.refused(error.word)
    told(log, "refused", path=name_of(request.url.path), word=error.word)
    return json_answer(pack_refused(error.word), status=error.status)


async def _cut(_request: Request, _error: Exception) -> Response:
    return Response(status_code=400)  # nobody hears it; a line that was cut is no bug to be logged as one


async def _away(request: Request, error: Exception) -> Response:
    """The database is away or too busy: no fault of whoever asks, who tries again later."""
    request.app.state.counts.refused(Busy.word)
    told(log, "busy", path=name_of(request.url.path), error=type(error).__name__)
    if request.url.path.startswith(_PAGES):
        return HTMLResponse(_BUSY, Busy.status, {**SAFE, "Retry-After": "30"})
    return json_answer(pack_refused(Busy.word), status=Busy.status, headers={"Retry-After": "30"})
