"""What every route of the superior has in common: bodies that are bounded, refusals, signed answers."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from urllib.parse import parse_qs

from fastapi import Request
from fastapi.responses import Response

from district_server.errors import Refused, TooLarge
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


async def body_of(request: Request, most: int) -> bytes:
    """Read a body up to `most` bytes, whatever its length header says.

    Raises:
        TooLarge.
    """
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > most:
            raise TooLarge()
    return body


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
