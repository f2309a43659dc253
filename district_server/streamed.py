"""One exchange over one line: each frame is stored as soon as it is there, whatever becomes of the rest."""

from __future__ import annotations

import logging
from datetime import datetime

from fastapi import Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect

from district_server import desks
from district_server.answering import Now, json_answer, pieces_of
from district_server.errors import HalfGone, Refused, Stalled
from district_server.exchange import answer, take_frame
from district_server.halves import drop_half, half_of, keep_half
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
        async for piece in pieces_of(request, REQUEST_BYTES, tells_pauses=True):
            if not piece and reader.half is not None:
                await run_in_threadpool(come.keep, reader)
            for part in reader.feed(piece):
                await run_in_threadpool(come.take, part, reader)
        reader.end()
    except WireError as error:
        # whichever of the two was wrong, sent whole it is right: else the desk would go on from there for ever
        raise (HalfGone() if await run_in_threadpool(come.spoilt, reader) else Refused()) from error
    except (ClientDisconnect, Stalled):
        await run_in_threadpool(come.keep, reader)
        raise
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
        self._kept = 0  # bytes of the frame at hand; from a request before or from a pause of this one
        self.desk = ""

    def take(self, part: bytes, reader: RequestReader) -> None:
        """Believe the head, or store a frame."""
        if not self.desk:
            self.desk, self._counter = desks.authenticate(
                self._ledger, self._headers, "POST", "/v1/exchange", part
            )
            self._look_up_key = self._ledger.key("look_up")
            if reader.head is not None and reader.head.start:
                self._kept = reader.head.start
                reader.resume(half_of(self._ledger, self.desk, reader.head.frames[0], self._kept))
            return
        drops_half, self._kept = self._kept > 0, 0
        take_frame(self._ledger, self.desk, part, self._look_up_key, self._counter, drops_half=drops_half)

    def keep(self, reader: RequestReader) -> None:
        """Keep what is there of the frame at hand: the line pauses or is cut, and the desk goes on from there."""
        half = reader.half
        longer = self.desk and half is not None and len(half.data) > self._kept
        if longer and half is not None and keep_half(self._ledger, self.desk, self._counter, half):
            self._kept = len(half.data)

    def spoilt(self, reader: RequestReader) -> bool:
        """Return whether what came does not fit the beginning that was kept, and forget that."""
        if reader.head is None or not reader.head.start or reader.taken or not self._kept:
            return False
        with self._ledger.act() as connection:
            drop_half(connection, self.desk)
        return True

    def answer(self, head: RequestHead, at: datetime) -> Response:
        """Acknowledge, with the news after the cursor of the head."""
        asks = not head.frames  # as the question for the head does
        return signed_answer(self._ledger, self.desk, self._counter, head.cursor, at, asks_half=asks)


def signed_answer(
    ledger: Ledger, desk: str, counter: int, cursor: int | None, at: datetime, *, asks_half: bool = False
) -> Response:
    """Return the signed acknowledgement of what we hold of a desk's log, with news after `cursor`; None = without.

    `asks_half`: with what is kept of a frame that a cut left.
    """
    given = answer(ledger, desk, cursor, at, asks_half=asks_half)
    body = pack_answer(given)
    signatures = (
        sign_answer(seed, desk, counter, given.seq, given.hash, given.server_time, body)
        for seed in signing_keys(ledger)
    )
    return json_answer(body, headers={"Superior-Signature": ",".join(signatures)})
