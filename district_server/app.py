"""The superior's HTTP side."""

from __future__ import annotations

import logging

from fastapi import FastAPI, Request
from fastapi.responses import Response
from starlette.requests import ClientDisconnect

from district_server import citizen_routes, desk_routes, scan_routes
from district_server.answering import Now, json_answer
from district_server.errors import Refused
from district_server.ledger import Ledger
from district_server.operators import routes as operator_routes
from wire.exchange import pack_refused

log = logging.getLogger("district_server")


def create_app(ledger: Ledger, now: Now) -> FastAPI:
    """Return the application over one ledger."""
    app = FastAPI(title="Quầy Một Cửa: cấp trên", version="1", docs_url=None, redoc_url=None)
    app.add_exception_handler(Refused, _refuse)
    app.add_exception_handler(ClientDisconnect, _cut)
    app.include_router(desk_routes.routes(ledger, now))
    app.include_router(scan_routes.routes(ledger, now))
    app.include_router(citizen_routes.routes(ledger, now))
    app.include_router(operator_routes.routes(ledger, now))
    return app


async def _refuse(request: Request, error: Exception) -> Response:
    assert isinstance(error, Refused)
    log.info("refused path=%s word=%s", request.url.path, error.word)
    return json_answer(pack_refused(error.word), status=error.status)


async def _cut(_request: Request, _error: Exception) -> Response:
    return Response(status_code=400)  # nobody hears it; a line that was cut is no bug to be logged as one
