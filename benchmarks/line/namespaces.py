"""Two network namespaces and a bad line between them, for as long as a block lasts."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.line.emulator import SERVER, Line

ROOT = Path(__file__).parents[2]


@dataclass
class Link:
    """`desk`, `superior` = what to put before a command so that it runs at that end; `counted` after the block."""

    desk: list[str]
    superior: list[str]
    counted: dict[str, Any] = field(default_factory=dict)
    host: str = SERVER


def possible() -> bool:
    """Return whether this machine lets us make namespaces and TUN devices."""
    return os.geteuid() == 0 and Path("/dev/net/tun").exists() and bool(_which("ip"))


@contextlib.contextmanager
def bad_line(line: Line, folder: Path) -> Iterator[Link]:
    """Join two fresh namespaces by `line`."""
    names = [f"qmc{os.getpid()}{end}" for end in "ds"]
    counted = folder / "counted.json"
    for name in names:
        subprocess.run(["ip", "netns", "add", name], check=True)
    told = asdict(line) | {"client": names[0], "server": names[1], "out": str(counted)}
    command = [sys.executable, "-m", "benchmarks.line.emulator", json.dumps(told)]
    link = Link(*(["ip", "netns", "exec", name] for name in names))
    try:
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as emulator:
            assert emulator.stdout is not None
            if emulator.stdout.readline() != "ready\n":
                raise RuntimeError("the line did not come up")
            try:
                yield link
            finally:
                emulator.terminate()
                emulator.wait(20)
        link.counted.update(json.loads(counted.read_text()))
    finally:
        for name in names:
            subprocess.run(["ip", "netns", "del", name], check=True)


def _which(name: str) -> str | None:
    return next(
        (str(path) for folder in os.environ["PATH"].split(":") if (path := Path(folder, name)).exists()), None
    )
