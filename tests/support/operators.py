"""The superior's pages in this process, over real HTTP, and a browser that keeps its cookies."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

import requests
import uvicorn
from fastapi import FastAPI

from district_server.ledger import Ledger
from district_server.listening import listen
from district_server.operators import accounts, routes
from district_server.operators.joined import Joined

PASSPHRASE = "một cửa tân lập 2026"
ALL = ["view", "import", "publish", "enrol"]


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.at = datetime.fromisoformat("2026-11-23T08:00:00+07:00")

    def now(self) -> datetime:
        return self.at

    def step(self, **by: int) -> None:
        self.at += timedelta(**by)


def add(ledger: Ledger, clock: Clock, name: str, *roles: str) -> None:
    """Make an account whose passphrase is PASSPHRASE."""
    with ledger.act() as connection:
        accounts.add(connection, name, PASSPHRASE, list(roles), "test", clock.now())


@contextmanager
def serving_app(app: FastAPI) -> Iterator[str]:
    """Serve an application on loopback in a thread; gives its address."""
    with listen("127.0.0.1", 0) as socket:
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", access_log=False))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [socket]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{socket.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


def app_of(ledger: Ledger, clock: Clock, joined: Joined | None = None) -> FastAPI:
    """Return an application of the operators' pages alone."""
    app = FastAPI()
    app.include_router(routes.routes(ledger, clock.now, joined))
    return app


class Browser:
    """Asks pages, fills in their forms, follows nothing by itself."""

    def __init__(self, url: str) -> None:
        self.url, self.http = url, requests.Session()
        self.http.trust_env = False

    def get(self, path: str) -> requests.Response:
        return self.http.get(f"{self.url}{path}", allow_redirects=False, timeout=20)

    def token(self, path: str = "/quan-ly/tai-khoan") -> str:
        """Return the token of the forms on a page, empty where there is none."""
        found = re.search(r'name="csrf" value="([^"]+)"', self.get(path).text)
        return found[1] if found else ""

    def post(self, path: str, *, csrf: str | None = None, files: dict | None = None, **fields: str):
        fields["csrf"] = self.token() if csrf is None else csrf
        return self.http.post(
            f"{self.url}{path}", data=fields, files=files, allow_redirects=False, timeout=20
        )

    def sign_in(self, name: str, passphrase: str = PASSPHRASE) -> requests.Response:
        csrf = self.token("/quan-ly/dang-nhap")
        return self.post("/quan-ly/dang-nhap", csrf=csrf, name=name, passphrase=passphrase)
