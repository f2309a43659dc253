"""What every route of the superior has in common: bodies that are bounded, refusals, signed answers."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from datetime import datetime
from urllib.parse import parse_qs

from fastapi import Request
from fastapi.responses import Response
from starlette.requests import ClientDisconnect

from district_server.errors import Refused, Stalled, TooLarge
from district_server.keys import signing_keys
from district_server.ledger import Ledger
from wire.signatures import sign_reply

Now = Callable[[], datetime]  # aware times at +07:00
SAFE = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; "
    "frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
SMALL_BYTES = 4096  # of an enrolment, of a citizen's question
PAUSE_S = 1.0  # a line that is silent for so long may be dead: what came is kept
STALLED_S = 60.0  # from one piece of a body to the next: a line that died leaves nothing behind for longer
WHOLE_S = 1200.0  # of one body, whatever trickles: 1 MB at 7 kbit/s


async def pieces_of(request: Request, most: int, *, tells_pauses: bool = False) -> AsyncIterator[bytes]:
    """Give a body as it arrives, up to `most` bytes, whatever its length header says.

    `tells_pauses`: an empty piece says that for PAUSE_S nothing came.

    Raises:
        TooLarge, Stalled, ClientDisconnect: the line was cut.
    """
    stream, size = aiter(request.stream()), 0
    ends = asyncio.get_running_loop().time() + WHOLE_S
    while True:
        coming = asyncio.ensure_future(anext(stream))
        try:
            if tells_pauses and not (await asyncio.wait([coming], timeout=PAUSE_S))[0]:
                yield b""
            async with asyncio.timeout(min(STALLED_S, ends - asyncio.get_running_loop().time())):
                piece = await coming
        except StopAsyncIteration:
            return
        except TimeoutError as error:
            raise Stalled() from error
        except asyncio.CancelledError as error:  # the server stops, and waited as long as it does
            raise ClientDisconnect() from error
        finally:
            coming.cancel()  # waiting for it does not end it
        size += len(piece)
        if size > most:
            raise TooLarge()
        yield piece


async def body_of(request: Request, most: int) -> bytes:
    """Read a body up to `most` bytes, whatever its length header says.

    Raises:
        TooLarge, Stalled, ClientDisconnect.
    """
    return b"".join([piece async for piece in pieces_of(request, most)])


def message_of(body: bytes) -> dict[str, object]:
    """Return a desk's message, canonical or not: a wrong try is counted for the desk that it names."""
    try:
        read = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return read if isinstance(read, dict) else {}


def fields_of(body: bytes, *names: str) -> list[str]:
    """Return the named fields of a page's form; those that are not there are empty."""
    try:
        fields = parse_qs(body.decode(errors="replace"), max_num_fields=8)
    except ValueError as error:
        raise Refused() from error
    return [fields.get(name, [""])[0] for name in names]


def json_answer(body: bytes, *, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """Return canonical JSON as an answer."""
    return Response(body, media_type="application/json", status_code=status, headers=headers)


def signed_reply(ledger: Ledger, desk: str, counter: int, body: bytes) -> Response:
    """Return what was asked for with our signature: bytes of any kind that are no acknowledgement."""
    signature = ",".join(sign_reply(seed, desk, counter, body) for seed in signing_keys(ledger))
    return Response(body, media_type="application/octet-stream", headers={"Superior-Signature": signature})
