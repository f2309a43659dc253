"""The real district server in a process of its own, on a free port."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path

from support.engines import options_of

from desk_app.machine.paths import brought
from desk_app.services.sync_round import enrol_desk, sync_now
from desk_app.sync.superior_api import HttpSuperior
from district_server import __main__ as district_server

NOW = "2026-11-23T08:00:00+07:00"


def command(folder: Path, name: str, *more: str) -> dict:
    """Run one command of the server on `folder` and return its JSON.

    In this very process: another would take two seconds to import what is imported here.
    """
    told = io.StringIO()
    with redirect_stdout(told):
        code = district_server.main([name, *options_of(folder), "--json", *more])
    if code:
        raise RuntimeError(f"{name}: {code}")
    return json.loads(told.getvalue())


@contextmanager
def serving(folder: Path, port: int = 0, *more: str) -> Iterator[str]:
    """Serve `folder` until the block ends; gives the address. A bug that the server met fails the test."""
    # its log goes to a file: a pipe that nobody reads is full after some hundred refusals, and the server stands still
    with tempfile.TemporaryFile("w+", encoding="utf-8") as log, subprocess.Popen(
        [sys.executable, "-m", "district_server", "serve", *options_of(folder), "--port", str(port), "--starts-at", NOW, *more],
        stdout=subprocess.PIPE, stderr=log, text=True, cwd=Path(__file__).parents[2],
    ) as server:  # fmt: skip
        try:
            address = server.stdout.readline().strip()
            if address.startswith("http"):
                yield address
        finally:
            server.terminate()
            server.communicate(timeout=20)
            log.seek(0)
            told = log.read()
    if not address.startswith("http"):
        raise RuntimeError(told)
    assert '"event": "error"' not in told, told
    assert "Traceback" not in told, told


def enrol(folder: Path, url: str, store) -> None:
    """Publish the catalogue, make an enrolment code and let the desk use it."""
    command(folder, "publish-catalogue", str(brought("resources") / "catalogue" / "1.json"))
    slip = command(
        folder,
        "enrol",
        "--agency",
        "H56.22.17",
        "--name",
        "UBND xã Tân Lập",
        "--url",
        url,
        "--starts-at",
        NOW,
    )
    enrol_desk(slip["url"], slip["code"], store=store, superior=HttpSuperior())


def sync(store, clock):
    """Exchange until everything is there; returns the state and the progress that was told."""
    told = []
    state = sync_now(store=store, superior=HttpSuperior(), clock=clock, progress=told.append)
    return state, told
