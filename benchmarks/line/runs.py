"""One run of our own exchange over one line: both ends started, the day sent, what arrived compared with what was sent."""

from __future__ import annotations

import json
import sqlite3
import sys
from collections.abc import Sequence
from pathlib import Path

import sqlalchemy as sa

from benchmarks.line.certificates import Chain
from benchmarks.line.days import DESK, SEED, events_of, log_key_of
from benchmarks.line.ends import Run, asked, python, run_of, running
from benchmarks.line.lines import Joined, Line
from district_server.ledger import Ledger, desk, procedure
from wire.event import FIRST_PREVIOUS, Event
from wire.signatures import public_key


def ours(day: str, cases: int, line: Line, tls: Chain, folder: Path, joined: Joined) -> Run:
    """Send a day by our own exchange to the real server."""
    events = events_of(day, cases)
    key = admit(folder / "superior", day, events)
    with joined(line, folder) as link:
        serve = ["-m", "district_server", "serve", "--data", str(folder / "superior"), "--host", link.host, "--port", str(link.port),
                 "--tls-cert", str(tls.chain), "--tls-key", str(tls.key)]  # fmt: skip
        told = {
            "url": f"https://{link.at}",
            "authority": str(tls.authority),
            "superior_key": key.hex(),
            "day": day,
            "cases": cases,
        }
        with running([*link.superior, sys.executable, *serve]):
            result = asked([*link.desk, *python("desk")], told)
    with sqlite3.connect(folder / "superior" / "superior.db") as database:
        held = database.execute("select seq, hash from event order by seq").fetchall()
        refused = database.execute("select count(*) from item").fetchone()[0]
    if refused:
        raise SystemExit(f"the superior refused {refused} events of the benchmark's day")
    sent = [(one.seq, one.hash) for one in events]
    return run_of(result, link, doubled=len(held) - len(set(held)), lost=len(set(sent) - set(held)))


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
