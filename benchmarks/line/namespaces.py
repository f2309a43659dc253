"""Two network namespaces and a bad line between them, for as long as a block lasts."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from benchmarks.line.lines import ROOT, SERVER, Line, Link

PORT = 8443


def possible() -> bool:
    """Return whether this machine lets us make namespaces and TUN devices."""
    if sys.platform == "win32":
        return False
    return os.geteuid() == 0 and Path("/dev/net/tun").exists() and shutil.which("ip") is not None


@contextlib.contextmanager
def joined(line: Line, folder: Path) -> Iterator[Link]:
    """Join two fresh namespaces by `line`."""
    names = [f"qmc{os.getpid()}{end}" for end in "ds"]
    counted = folder / "counted.json"
    for name in names:
        subprocess.run(["ip", "netns", "add", name], check=True)
    told = asdict(line) | {"client": names[0], "server": names[1], "out": str(counted)}
    command = [sys.executable, "-m", "benchmarks.line.emulator", json.dumps(told)]
    desk, superior = (["ip", "netns", "exec", name] for name in names)
    link = Link(desk=desk, superior=superior, host=SERVER, port=PORT, at=f"{SERVER}:{PORT}")
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
