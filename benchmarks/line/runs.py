"""One run of one way over one line: both ends started, the day sent, what arrived compared with what was sent."""

from __future__ import annotations

import contextlib
import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from benchmarks.line.certificates import Chain
from benchmarks.line.days import DESK, SEED, events_of, log_key_of
from benchmarks.line.emulator import Line
from benchmarks.line.namespaces import ROOT, Link, bad_line
from benchmarks.line.synthetic_day import synthetic_day
from district_server.ledger import Ledger, desk, procedure
from wire.event import FIRST_PREVIOUS, Event
from wire.signatures import public_key

MOST_S = 600.0


@dataclass(frozen=True, kw_only=True)
class Run:
    """What one run took; bytes are of IP packets as offered to the line, both ways apart."""

    seconds: float
    error: str
    up: int
    down: int
    carried: int  # TCP payload up that the line did not lose: what comes twice counts twice
    turns: int
    connections: int
    cuts: int
    doubled: int
    lost: int


def ours(day: str, cases: int, line: Line, tls: Chain, folder: Path, host: str) -> Run:
    """Send a day by our own exchange to the real server."""
    events = events_of(day, cases)
    key = admit(folder / "superior", day, events)
    serve = ["-m", "district_server", "serve", "--data", str(folder / "superior"), "--host", host, "--port", "8443",
             "--tls-cert", str(tls.chain), "--tls-key", str(tls.key)]  # fmt: skip
    told = {
        "url": f"https://{host}:8443",
        "authority": str(tls.authority),
        "superior_key": key.hex(),
        "day": day,
        "cases": cases,
    }
    with bad_line(line, folder) as link, _running([*link.superior, sys.executable, *serve]):
        result = _asked(link, "desk", told)
    with sqlite3.connect(folder / "superior" / "superior.db") as database:
        held = database.execute("select seq, hash from event order by seq").fetchall()
        refused = database.execute("select count(*) from item").fetchone()[0]
    if refused:
        raise SystemExit(f"the superior refused {refused} events of the benchmark's day")
    sent = [(one.seq, one.hash) for one in events]
    return _run(result, link, doubled=len(held) - len(set(held)), lost=len(set(sent) - set(held)))


def admit(folder: Path, day: str, events: Sequence[Event]) -> bytes:
    """Make a superior that knows the benchmark's desk and its procedures; return its public key."""
    ledger = Ledger(folder)
    key = public_key(ledger.key("signing"))
    with ledger.act() as connection:
        row = {"desk": DESK, "name": "x", "ed25519": public_key(SEED), "x25519": bytes(32), "log_key": log_key_of(day), "counter": 0,
               "seq": 0, "hash": FIRST_PREVIOUS, "enrolled_at": ""}  # fmt: skip
        connection.execute(sa.insert(desk), row)
        codes = {json.loads(one.body)["procedure"] for one in events if one.kind == "received"}
        connection.execute(
            sa.insert(procedure), [{"version": 1, "code": code, "name": "x"} for code in sorted(codes)]
        )
    ledger.close()
    return key


def posted(way: str, cases: int, line: Line, tls: Chain, folder: Path, host: str) -> Run:
    """Send the same cases as JSON: a "case" a POST, or one gzip "batch"."""
    file = folder / "portal.db"
    serve = json.dumps({"file": str(file), "host": host, "chain": str(tls.chain), "key": str(tls.key)})
    told = {
        "url": f"https://{host}:8444/",
        "authority": str(tls.authority),
        "way": way,
        "cases": cases,
        "most_s": MOST_S,
    }
    with (
        bad_line(line, folder) as link,
        _running([*link.superior, sys.executable, "-m", "benchmarks.line.portal", serve]),
    ):
        result = _asked(link, "poster", told)
    with sqlite3.connect(file) as database:
        came, kept = (
            database.execute(question).fetchone()[0]
            for question in ("select count(*) from came", "select count(*) from kept")
        )
    ids = {one["id"] for one in synthetic_day(cases).cases}
    return _run(result, link, doubled=came - kept, lost=len(ids) - kept)


@contextlib.contextmanager
def _running(command: list[str]) -> Iterator[None]:
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=ROOT
    ) as server:
        assert server.stdout is not None
        server.stdout.readline()
        try:
            yield
        finally:
            server.terminate()
            try:
                server.wait(15)
            except subprocess.TimeoutExpired:
                server.kill()


def _asked(link: Link, module: str, told: dict[str, Any]) -> dict[str, Any]:
    command = [*link.desk, sys.executable, "-m", f"benchmarks.line.{module}", json.dumps(told)]
    ran = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    if ran.returncode:
        raise SystemExit(f"{module} failed:\n{ran.stderr}")
    result: dict[str, Any] = json.loads(ran.stdout)
    return result


def _run(result: dict[str, Any], link: Link, *, doubled: int, lost: int) -> Run:
    counted = link.counted
    return Run(
        seconds=result["seconds"], error=result["error"], up=counted["up"]["bytes"], down=counted["down"]["bytes"],
        carried=counted["up"]["payload"], turns=counted["turns"], connections=counted["connections"], cuts=counted["cuts"], doubled=doubled, lost=lost,
    )  # fmt: skip
