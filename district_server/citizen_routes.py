"""The page where citizens look up their case."""

from __future__ import annotations

from pathlib import Path

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response
from fastapi.templating import Jinja2Templates
from starlette.concurrency import run_in_threadpool

from district_server import look_up
from district_server.answering import SAFE, SMALL_BYTES, Now, body_of, fields_of
from district_server.ledger import Ledger

templates = Jinja2Templates(directory=Path(__file__).parent / "templates")


def routes(ledger: Ledger, now: Now) -> APIRouter:
    """Return the routes over one ledger."""
    router = APIRouter()

    @router.get("/tra-cuu", response_class=HTMLResponse)
    async def ask(request: Request) -> Response:
        """Show the citizens' page."""
        return _page(request)

    @router.post("/tra-cuu", response_class=HTMLResponse)
    async def tell(request: Request) -> Response:
        """Show one case, or that nothing fits."""
        case_code, proof = fields_of(await body_of(request, SMALL_BYTES), "case_code", "proof")
        address = request.client.host if request.client else ""
        try:
            found = await run_in_threadpool(look_up.find, ledger, case_code, proof, address, now())
        except look_up.TooMany:
            return _page(request, case_code=case_code, too_many=True)
        return _page(request, case_code=case_code, found=found, missed=found is None)

    return router


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
