"""The programs at both ends of a line, and what a run of them gives."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.line.lines import ROOT, Link

MOST_S = 600.0  # a neighbour that is not through by then is ended


class NotHere(Exception):
    """A neighbour that this machine has not; the text says what is missing."""


@dataclass(frozen=True, kw_only=True)
class Run:
    """What one run took; bytes are as offered to the line, both ways apart: IP packets, or TCP payload at the proxy."""

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
    noticed: Sequence[float] = ()  # seconds from each silent death until the desk gave that connection up

    @property
    def round_trips(self) -> int:
        """Return how often the desk waited for an answer: turns of the talk (TLS too), and each connecting."""
        return self.turns + self.connections


@contextlib.contextmanager
def running(command: Sequence[str], *, says_ready: bool = True) -> Iterator[None]:
    """Run a server for as long as the block lasts; it writes a line when it is ready."""
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=ROOT
    ) as server:
        assert server.stdout is not None
        if says_ready and not server.stdout.readline():
            raise SystemExit(f"{command} did not come up")
        try:
            yield
        finally:
            server.terminate()
            try:
                server.wait(15)
            except subprocess.TimeoutExpired:
                server.kill()


def python(module: str) -> list[str]:
    """Return what runs one of our own modules."""
    return [sys.executable, "-m", f"benchmarks.line.{module}"]


def asked(command: Sequence[str], told: object) -> dict[str, Any]:
    """Run a program that takes JSON, and return the JSON that it writes."""
    ran = subprocess.run([*command, json.dumps(told)], capture_output=True, text=True, cwd=ROOT, check=False)
    if ran.returncode:
        raise SystemExit(f"{command} failed:\n{ran.stderr}")
    result: dict[str, Any] = json.loads(ran.stdout)
    return result


def run_of(result: dict[str, Any], link: Link, *, doubled: int, lost: int) -> Run:
    """Return what a desk said of itself together with what its line counted."""
    counted = link.counted
    return Run(
        seconds=result["seconds"], error=result["error"], up=counted["up"]["bytes"], down=counted["down"]["bytes"],
        carried=counted["up"]["payload"], turns=counted["turns"], connections=counted["connections"], cuts=counted["cuts"],
        noticed=tuple(counted["noticed"]), doubled=doubled, lost=lost,
    )  # fmt: skip
