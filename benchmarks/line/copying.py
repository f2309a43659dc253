"""One run of rsync: yesterday's database file at the superior becomes today's; a daemon without TLS, so a hello less."""

from __future__ import annotations

import filecmp
import os
import shutil
import subprocess
import time
from pathlib import Path

from benchmarks.line.certificates import Chain
from benchmarks.line.desk_file import ids_in, make
from benchmarks.line.ends import MOST_S, NotHere, Run, asked, python, run_of, running
from benchmarks.line.lines import Joined, Line, Link
from benchmarks.line.synthetic_day import synthetic_day


def copied(cases: int, line: Line, _tls: Chain, folder: Path, joined: Joined) -> Run:
    """Copy the day's file; the cases that are not in the copy at the end are lost.

    Raises:
        NotHere: no rsync.
    """
    rsync = shutil.which("rsync")
    if rsync is None:
        raise NotHere("rsync is not installed")
    today, there = folder / "today.db", folder / "superior" / "desk.db"
    there.parent.mkdir()
    make(there, today, cases)
    config = folder / "rsyncd.conf"
    owner = (
        f"uid = {os.getuid()}\ngid = {os.getgid()}\n" if hasattr(os, "getuid") else ""
    )  # else root becomes nobody
    config.write_text(f"use chroot = no\n{owner}[day]\npath = {there.parent}\nread only = no\n")
    with joined(line, folder) as link:
        serve = [rsync, "--daemon", "--no-detach", f"--config={config}", f"--address={link.host}", f"--port={link.port}",
                 f"--log-file={folder / 'rsyncd.log'}"]  # fmt: skip
        told = {"file": str(today), "url": f"rsync://{link.at}/day/desk.db", "most_s": MOST_S}
        with running([*link.superior, *serve], says_ready=False):
            _wait_for(link, rsync)
            result = asked([*link.desk, *python("copier")], told)
    whole = filecmp.cmp(today, there, shallow=False)
    if not whole and not result["error"]:
        raise SystemExit("rsync said that all is there, and it is not")
    ids = {one["id"] for one in synthetic_day(cases).cases}
    return run_of(result, link, doubled=0, lost=0 if whole else len(ids - ids_in(there)))


def _wait_for(link: Link, rsync: str) -> None:
    """Ask the daemon at its own end of the line, which costs the line nothing."""
    for _ in range(100):
        ask = [*link.superior, rsync, f"rsync://{link.host}:{link.port}/"]
        if subprocess.run(ask, capture_output=True, check=False).returncode == 0:
            return
        time.sleep(0.1)
    raise SystemExit("the rsync daemon did not come up")
