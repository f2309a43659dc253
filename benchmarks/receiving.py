"""What receiving one case costs, beside a bare append and fdatasync on the same disk, turn by turn.

python benchmarks/receiving.py
"""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from support.desk import Clock, new_store, receive  # noqa: E402 - the path stands above

TURNS = 400
TURNS_A_CHECKPOINT = 8
SLACK_MS = 3.3  # what one case may take on top of the bare append
BARE, CASE, FIRST = "4 KB append and fdatasync", "receive a case", "the first after a checkpoint"
SYNCS_ALLOWED = {CASE: 1, FIRST: 2}  # the first also syncs the head of the write-ahead log
COUNTED = 20
COUNT = """
import sys
sys.path[:0] = [{root!r}, {tests!r}]
from pathlib import Path
from support.desk import Clock, open_store, receive
store, clock = open_store(Path({folder!r})), Clock()
receive(store, clock)
for name in ({case!r}, {first!r}):
    for _ in range({times}):
        if name == {first!r}:
            store.tidy()
        print("BEGIN " + name, file=sys.stderr, flush=True)
        receive(store, clock)
        print("END", file=sys.stderr, flush=True)
"""


def main() -> None:
    """Print medians, 95th percentiles and syncs, each beside its budget."""
    times: dict[str, list[float]] = {BARE: [], CASE: [], FIRST: []}
    with tempfile.TemporaryDirectory() as name:
        folder, clock = Path(name), Clock()
        store = new_store(folder)
        with (folder / "bare").open("ab", buffering=0) as file:
            for turn in range(1, TURNS + 1):
                times[BARE].append(_timed(lambda: (file.write(bytes(4096)), os.fdatasync(file.fileno()))))
                kind = CASE
                if turn % TURNS_A_CHECKPOINT == 0:
                    store.tidy()
                    kind = FIRST
                times[kind].append(_timed(lambda: receive(store, clock)))
        store.close()
        syncs, why_not = _syncs(folder)
    write, budget_ms = sys.stdout.write, _p95(times[BARE]) + SLACK_MS
    write(f"{'':34}{'p50 ms':>8}{'p95 ms':>8}{'budget':>8}{'syncs':>8}{'budget':>8}\n")
    for what, measured in times.items():
        write(f"{what:34}{statistics.median(measured):8.2f}{_p95(measured):8.2f}")
        if what != BARE:
            counted = f"{syncs[what]:8.2f}" if what in syncs else f"{'?':>8}"
            write(f"{budget_ms:8.2f}{counted}{SYNCS_ALLOWED[what]:8}")
        write("\n")
    write(f"budget of p95: the bare append's + {SLACK_MS} ms. receiving / bare append, p50: ")
    write(f"{statistics.median(times[CASE]) / statistics.median(times[BARE]):.1f}\n{why_not}")


def _syncs(folder: Path) -> tuple[dict[str, float], str]:
    """Return syncs an act, counted by the kernel in a process of its own, or a line that says why not."""
    if not shutil.which("strace"):
        return {}, "syncs not counted: strace is not installed\n"
    script = COUNT.format(
        root=str(ROOT), tests=str(ROOT / "tests"), folder=str(folder), case=CASE, first=FIRST, times=COUNTED
    )
    trace = folder / "trace"
    ran = subprocess.run(
        ["strace", "-f", "-s", "80", "-o", trace, "-e", "trace=fsync,fdatasync,write", sys.executable, "-c", script],
        check=False, capture_output=True, text=True,
    )  # fmt: skip
    if ran.returncode:
        return {}, f"syncs not counted: {ran.stderr.strip().splitlines()[-1]}\n"
    acts = [act.split("END")[0] for act in trace.read_text().split("BEGIN ")[1:]]
    return {
        name: sum(len(re.findall(r"f(?:data)?sync\(", act)) for act in acts if act.startswith(name)) / COUNTED
        for name in (CASE, FIRST)
    }, ""


def _timed(act: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    return (time.perf_counter() - started) * 1000


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[18]


if __name__ == "__main__":
    main()
