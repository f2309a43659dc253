"""One exchange over one line: each frame is stored as soon as it is there, whatever becomes of the rest."""

from __future__ import annotations

import logging
from datetime import datetime

from fastapi import Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from district_server import desks
from district_server.answering import Now, json_answer, pieces_of
from district_server.errors import Refused
from district_server.exchange import answer, take_frame
from district_server.keys import signing_keys
from district_server.ledger import Ledger
from district_server.logs import told
from wire.errors import WireError
from wire.exchange import pack_answer
from wire.limits import REQUEST_BYTES
from wire.request import RequestHead, RequestReader
from wire.signatures import sign_answer

log = logging.getLogger("district_server")


async def exchange(ledger: Ledger, request: Request, now: Now) -> Response:
    """Take frames as they arrive and answer when all that the head names are stored.

    Raises:
        Refused, ClientDisconnect: what came before the frame at hand stays stored.
    """
    reader, come = RequestReader(), _Coming(ledger, request)
    try:
        async for piece in pieces_of(request, REQUEST_BYTES):
            for part in reader.feed(piece):
                await run_in_threadpool(come.take, part)
        reader.end()
    except WireError as error:
        raise Refused() from error
    finally:
        told(log, "exchange", desk=come.desk or "?", frames=reader.taken, bytes=reader.bytes)
    assert reader.head is not None  # end() insisted
    return await run_in_threadpool(come.answer, reader.head, now())


class _Coming:
    """A request that is coming in; the first part says whose it is, and nothing is stored before that."""

    def __init__(self, ledger: Ledger, request: Request) -> None:
        self._ledger, self._headers = ledger, request.headers
        self._look_up_key = b""
        self._counter = 0
        self.desk = ""

    def take(self, part: bytes) -> None:
        """Believe the head, or store a frame."""
        if not self.desk:
            self.desk, self._counter = desks.authenticate(
                self._ledger, self._headers, "POST", "/v1/exchange", part
            )
            self._look_up_key = self._ledger.key("look_up")
            return
        take_frame(self._ledger, self.desk, part, self._look_up_key, self._counter)

    def answer(self, head: RequestHead, at: datetime) -> Response:
        """Acknowledge, with the news after the cursor of the head."""
        return signed_answer(self._ledger, self.desk, self._counter, head.cursor, at)


def signed_answer(ledger: Ledger, desk: str, counter: int, cursor: int | None, at: datetime) -> Response:
    """Return the signed acknowledgement of what we hold of a desk's log, with news after `cursor`; None = without."""
    given = answer(ledger, desk, cursor, at)
    body = pack_answer(given)
    signatures = (
        sign_answer(seed, desk, counter, given.seq, given.hash, given.server_time, body)
        for seed in signing_keys(ledger)
    )
    return json_answer(body, headers={"Superior-Signature": ",".join(signatures)})
