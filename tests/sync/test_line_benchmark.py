"""The benchmark of bad lines sends its day as the desk does, on a line without faults: it must not drift from the ports."""

from __future__ import annotations

import sqlite3

from support.superior import serving

from benchmarks.line.days import events_of
from benchmarks.line.desk import send
from benchmarks.line.runs import admit

CASES = 20


def test_the_benchmark_s_own_desk_sends_its_synthetic_day_to_the_real_server(tmp_path):
    events = events_of("synthetic", CASES)
    key = admit(tmp_path, "synthetic", events)
    with serving(tmp_path) as url:
        sent = send(
            {"url": url, "superior_key": key.hex(), "day": "synthetic", "cases": CASES, "authority": None}
        )
    with sqlite3.connect(tmp_path / "superior.db") as database:
        held = database.execute("select seq, hash from event order by seq").fetchall()
        refused = database.execute("select count(*) from item").fetchone()[0]

    assert sent.error == ""
    assert held == [(one.seq, one.hash) for one in events]
    assert refused == 0
