"""Everything under /quan-ly."""

from __future__ import annotations

from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import FileResponse

from district_server.answering import Now
from district_server.ledger import Ledger
from district_server.operators import data_pages, desk_pages, people_pages, sign_in_pages
from district_server.operators.door import HOME, Door
from district_server.operators.joined import Joined

_STYLE = Path(__file__).parents[1] / "templates" / "operators" / "style.css"


def routes(ledger: Ledger, now: Now, joined: Joined | None = None) -> APIRouter:
    """Return the routes over one ledger; `joined` is what other parts of the superior do for these pages."""
    router = APIRouter(prefix=HOME, include_in_schema=False)
    door = Door(ledger, now, joined or Joined())
    sign_in_pages.add(router, ledger, now)
    desk_pages.add(router, door)
    data_pages.add(router, door)
    people_pages.add(router, door)

    @router.get("/kieu.css")
    async def style() -> FileResponse:
        """Give the pages' style; it holds nothing of anybody."""
        return FileResponse(_STYLE, media_type="text/css", headers={"Cache-Control": "max-age=3600"})

    return router
