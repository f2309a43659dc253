"""What receiving one case costs, beside a bare append and fdatasync on the same disk, turn by turn.

python benchmarks/receiving.py
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from support.desk import Clock, new_store, receive  # noqa: E402 - the path stands above

TURNS = 400


def main() -> None:
    """Print medians and 95th percentiles, and their ratio."""
    with tempfile.TemporaryDirectory() as name:
        folder, clock = Path(name), Clock()
        store = new_store(folder)
        bare, ours = [], []
        with (folder / "bare").open("ab", buffering=0) as file:
            for _ in range(TURNS):
                bare.append(_timed(lambda: (file.write(bytes(4096)), os.fdatasync(file.fileno()))))
                ours.append(_timed(lambda: receive(store, clock)))
        store.close()
    write = sys.stdout.write
    write(f"{'':34}{'p50 ms':>8}{'p95 ms':>8}\n")
    for what, times in (("4 KB append and fdatasync", bare), ("receive a case", ours)):
        write(f"{what:34}{statistics.median(times):8.2f}{statistics.quantiles(times, n=20)[18]:8.2f}\n")
    write(f"receiving / bare append, p50: {statistics.median(ours) / statistics.median(bare):.1f}\n")


def _timed(act: object) -> float:
    started = time.perf_counter()
    act()  # type: ignore[operator]
    return (time.perf_counter() - started) * 1000


if __name__ == "__main__":
    main()
