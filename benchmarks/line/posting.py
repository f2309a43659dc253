"""One run of what many would build first: JSON over HTTPS, a case a POST or one gzip batch."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from benchmarks.line.certificates import Chain
from benchmarks.line.ends import MOST_S, Run, asked, python, run_of, running
from benchmarks.line.lines import Joined, Line
from benchmarks.line.synthetic_day import synthetic_day


def posted(way: str, cases: int, line: Line, tls: Chain, folder: Path, joined: Joined) -> Run:
    """Send the same cases as JSON: a "case" a POST, or one gzip "batch"."""
    file = folder / "portal.db"
    with joined(line, folder) as link:
        serve = {
            "file": str(file),
            "host": link.host,
            "port": link.port,
            "chain": str(tls.chain),
            "key": str(tls.key),
        }
        told = {
            "url": f"https://{link.at}/",
            "authority": str(tls.authority),
            "way": way,
            "cases": cases,
            "most_s": MOST_S,
        }
        with running([*link.superior, *python("portal"), json.dumps(serve)]):
            result = asked([*link.desk, *python("poster")], told)
    with sqlite3.connect(file) as database:
        came = database.execute("select count(*) from came").fetchone()[0]
        kept = {row[0] for row in database.execute("select id from kept")}
    ids = {one["id"] for one in synthetic_day(cases).cases}
    return run_of(result, link, doubled=came - len(kept), lost=len(ids - kept))
