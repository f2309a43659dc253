"""The real server application and the real HTTP client in one process, with a line between them that does what it is told."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from http.client import HTTPMessage
from pathlib import Path

import sqlalchemy as sa
import urllib3
from requests import PreparedRequest, Response
from requests.adapters import HTTPAdapter
from requests.exceptions import ConnectionError as LineBroke

from desk_app.sync.recovery_api import HttpRecovery
from desk_app.sync.superior_api import HttpSuperior
from district_server import ledger as tables
from district_server import recovery
from district_server.app import create_app
from district_server.desks import new_enrolment
from district_server.ledger import Ledger

URL = "http://127.0.0.1:1"  # nobody listens there: what goes past the line fails


class Cut(Exception):
    """The line is gone, or the server with it."""


@dataclass
class Server:
    """A superior's data with an application over them; `restart` ends the process and begins another."""

    folder: Path
    now: Callable[[], datetime]
    make_app: Callable = create_app
    ledger: Ledger = field(init=False)
    app: Callable = field(init=False)
    resumed: int = 0  # requests that went on inside a frame

    def __post_init__(self):
        self.start()

    def start(self):
        self.ledger = Ledger(self.folder)
        self.app = self.make_app(self.ledger, self.now)

    def stop(self):
        self.ledger.close()

    def restart(self):
        self.stop()
        self.start()

    def publish(self, version: int = 1, code: str = "1.001193", name: str = "Đăng ký khai sinh") -> None:
        with self.ledger.act() as connection:
            connection.execute(sa.insert(tables.procedure), {"version": version, "code": code, "name": name})

    def code(
        self, *, recovers: bool = False, needs_sheet: bool = True, agency: str = "H56.22.17", desk: int = 1
    ) -> str:
        """Return a fresh one-time code, as the operator's command makes it."""
        made = new_enrolment(self.ledger, agency, desk, "UBND xã Tân Lập", self.now())
        if recovers:
            recovery.allow(self.ledger, f"{agency}/{desk}", made, needs_sheet=needs_sheet)
        return made

    def log(self, desk: str = "H56.22.17/1") -> list:
        """Return (seq, hash, kind, case code) of what is held of a desk."""
        columns = (
            tables.event.c.seq,
            tables.event.c.hash,
            tables.event.c.kind,
            tables.event.c.case_code,
            tables.event.c.body,
        )
        with self.ledger.act() as connection:
            return list(
                connection.execute(
                    sa.select(*columns).where(tables.event.c.desk == desk).order_by(tables.event.c.seq)
                )
            )


class InProcess(HTTPAdapter):
    """Gives a request to the application; `fault` of the next one says what the line does with it."""

    def __init__(self, server: Server, fault: Callable[[str], dict] = lambda _path: {}) -> None:
        super().__init__()
        self._server, self._fault = server, fault

    def send(self, request: PreparedRequest, **_options) -> Response:
        body = _body(request)
        fault = self._fault(request.path_url)
        try:
            if "before" in fault:
                fault["before"]()
            if "hold" in fault:
                fault["hold"](request, body)
                raise Cut()
            status, headers, content = deliver(
                self._server, request, body, cut_after=fault.get("cut_request")
            )
            self._server.resumed += status == 200 and b'"start":' in body
            if "after" in fault:
                fault["after"](request, body)
            if fault.get("lose_answer"):
                raise Cut()
            if "cut_answer" in fault:
                content = content[: fault["cut_answer"]]
        except Cut:
            self._server.restart()  # whether the line or the server ended: nobody can tell
            raise LineBroke(urllib3.exceptions.ProtocolError("the line was cut")) from None
        return self._response(request, status, headers, content)

    def _response(self, request, status, headers, content):
        message = HTTPMessage()
        for name, value in headers:
            message[name.decode("latin-1")] = value.decode("latin-1")
        raw = urllib3.HTTPResponse(
            body=io.BytesIO(content), headers=dict(message.items()), status=status, preload_content=False,
            request_method=request.method, enforce_content_length=True,
        )  # fmt: skip
        return self.build_response(request, raw)


def _body(request: PreparedRequest) -> bytes:
    if request.body is None:
        return b""
    if isinstance(request.body, bytes):
        return request.body
    if hasattr(request.body, "read"):
        return b"".join(iter(request.body.read, b""))  # it gives itself in blocks
    return b"".join(request.body)


def deliver(server: Server, request: PreparedRequest, body: bytes, *, cut_after: int | None = None):
    """Run one request through the application; raises Cut when the line or the server ends before the answer."""
    pieces = [body[:cut_after][n : n + 4096] for n in range(0, len(body[:cut_after]), 4096)]
    coming = [{"type": "http.request", "body": piece, "more_body": True} for piece in pieces]
    coming.append({"type": "http.request", "body": b""} if cut_after is None else {"type": "http.disconnect"})
    sent: list[dict] = []

    async def receive():
        return coming.pop(0) if coming else {"type": "http.disconnect"}

    async def send(message):
        sent.append(message)

    path, _, query = request.path_url.partition("?")
    headers = [(name.lower().encode(), str(value).encode()) for name, value in request.headers.items()]
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": request.method, "path": path,
        "raw_path": path.encode(), "query_string": query.encode(), "root_path": "", "scheme": "http", "headers": headers,
        "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 1),
    }  # fmt: skip
    try:
        asyncio.run(server.app(scope, receive, send))
    except Exception as error:
        if cut_after is None and not isinstance(error, Cut):
            raise  # a bug of the server's: the test must see it
        raise Cut() from error
    if cut_after is not None or not sent:
        raise Cut()
    content = b"".join(message.get("body", b"") for message in sent[1:])
    return sent[0]["status"], sent[0]["headers"], content


def superior(server: Server, fault: Callable[[str], dict] = lambda _path: {}) -> HttpSuperior:
    """Return the desk's real client over such a line."""
    made = HttpSuperior()
    made.asking._session.mount("http://", InProcess(server, fault))
    return made


def source(server: Server, fault: Callable[[str], dict] = lambda _path: {}) -> HttpRecovery:
    """Return the real client of a recovery over such a line."""
    made = HttpRecovery()
    made.asking._session.mount("http://", InProcess(server, fault))
    return made
