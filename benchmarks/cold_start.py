"""How long the installed window takes until a clerk can type, beside an empty QMainWindow, turn by turn.

Every turn is a fresh process, offscreen, on files that the system has in memory. Key stretching is set to nearly
nothing, so that it is not what is measured; what it costs at its standard is said on a line of its own.

python benchmarks/cold_start.py --turns 20
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from support.desk import DESK, HOA, Clock  # noqa: E402 - the path stands above

from benchmarks.one_start import PASSPHRASE  # noqa: E402
from desk_app.app.home import Home  # noqa: E402
from desk_app.machine import key_slots  # noqa: E402

RATIO, FILES, RESIDENT_MB, STALL_MS = 1.4, 300, 65, 50
STARTS = {
    "empty": "empty QMainWindow, painted",
    "window": "desk-app, sign-in painted, ready to type",
    "eager": "the same, everything imported first",
}
STEPS = {
    "desk": "right passphrase to intake, after a pause",
    "hurried": "the same, Enter at once",
    "preview": "card and procedure to the first preview",
}
TIMEOUT_S = 60
COMPILED = Path(tempfile.gettempdir()) / "quay-mot-cua-compiled"  # kept: compiling all of it takes a while


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """One start; times in milliseconds, memory in megabytes; `step_ms` = the last step of its kind."""

    ready_ms: float
    resident_mb: float
    step_ms: float
    stall_ms: float


@dataclass(slots=True)
class Starts:
    """Every start of one kind, and how many files one opened (None = nobody counted)."""

    runs: list[Start] = field(default_factory=list)
    files: int | None = None


def main() -> None:
    """Print milliseconds, ratios, files and megabytes, with the budget beside them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--turns", type=int, default=20)
    turns = parser.parse_args().turns
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _make_desk(folder)
        starts = {kind: Starts() for kind in (*STARTS, *STEPS)}
        for kind, measured in starts.items():
            _start(kind, folder)  # not counted: it compiles, and reads from the disk
            measured.files = _files_opened(kind, folder)
        for _ in range(turns):
            for kind, measured in starts.items():
                measured.runs.append(_start(kind, folder))
    _print(starts)


def _print(starts: dict[str, Starts]) -> None:
    write = sys.stdout.write
    bare = statistics.median(run.ready_ms for run in starts["empty"].runs)
    write(f"{'':44}{'p50 ms':>8}{'p95 ms':>8}{'ratio':>8}{'files':>8}{'RSS MB':>8}\n")
    for kind, text in STARTS.items():
        times = [run.ready_ms for run in starts[kind].runs]
        write(f"{text:44}{_times(times)}{statistics.median(times) / bare:8.2f}{_weight(starts[kind])}\n")
    write(f"{'  budget of the second line':44}{'':16}{RATIO:8.2f}{FILES:8}{RESIDENT_MB:8}\n")
    for kind, text in STEPS.items():
        times = [run.step_ms for run in starts[kind].runs]
        write(f"{text:44}{_times(times)}{'':8}{_weight(starts[kind])}\n")
    write(f"{'  budget before the first case':44}{'':32}{RESIDENT_MB:8}\n")
    stalls = [run.stall_ms for run in starts["desk"].runs]
    write(f"{'longest stall while the passphrase is typed':44}{_times(stalls)}   budget {STALL_MS} ms\n")
    write(f"{'key stretching at its standard cost':44}{_stretching_ms():8.0f}\n")
    if starts["empty"].files is None:
        write("files were not counted: there is no strace here\n")


def _times(times: list[float]) -> str:
    return f"{statistics.median(times):8.0f}{statistics.quantiles(times, n=20)[18]:8.0f}"


def _weight(starts: Starts) -> str:
    resident = statistics.median(run.resident_mb for run in starts.runs)
    return f"{'-' if starts.files is None else starts.files:>8}{resident:8.1f}"


def _make_desk(folder: Path) -> None:
    cheap = key_slots.Cost(memory_kib=64, passes=1)
    store, _ = Home(folder=folder, clock=Clock(), cost=cheap).create(DESK, HOA, PASSPHRASE)
    store.close()


def _command(kind: str, folder: Path) -> list[str]:
    return [sys.executable, str(ROOT / "benchmarks" / "one_start.py"), kind, str(folder)]


def _environment() -> dict[str, str]:
    """Return an environment in which Python keeps what it compiled, as an installed program's is kept."""
    ours = {
        "QT_QPA_PLATFORM": f"offscreen:configfile={ROOT / 'resources' / 'screen.json'}",
        "PYTHONPATH": str(ROOT),
        "PYTHONPYCACHEPREFIX": str(COMPILED),
    }
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | ours


def _start(kind: str, folder: Path) -> Start:
    shutil.rmtree(folder / "papers", ignore_errors=True)
    began = time.perf_counter()
    with subprocess.Popen(
        _command(kind, folder), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        env=_environment(), cwd=ROOT,
    ) as program:  # fmt: skip
        told = program.stdout.readline() if program.stdout else ""
        ready_ms = (time.perf_counter() - began) * 1000
        program.wait(TIMEOUT_S)
    if not told.startswith("ready"):
        raise SystemExit(f"{kind} did not start")
    resident_kb, step, stall = map(float, told.split()[1:])
    return Start(ready_ms=ready_ms, resident_mb=resident_kb / 1024, step_ms=step, stall_ms=stall)


def _files_opened(kind: str, folder: Path) -> int | None:
    """Return how many regular files, each once, a start opened until it was ready; None without strace."""
    if shutil.which("strace") is None:
        return None
    log = folder / "opened"
    traced = ["strace", "-f", "-y", "-e", "trace=openat,write", "-o", str(log), *_command(kind, folder)]
    subprocess.run(
        traced, env=_environment(), cwd=ROOT, check=True, timeout=TIMEOUT_S, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    until_ready = log.read_text(errors="replace").split('"ready', 1)[0]
    opened = set(re.findall(r"openat.*\) += \d+<(/[^>]+)>$", until_ready, re.MULTILINE))
    return sum(Path(path).is_file() and not path.startswith(("/proc/", "/sys/")) for path in opened)


def _stretching_ms() -> float:
    with tempfile.TemporaryDirectory() as name:
        key_slots.create(Path(name), HOA, PASSPHRASE)
        began = time.perf_counter()
        key_slots.open_slot(Path(name), HOA.login, PASSPHRASE)
        return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    main()
