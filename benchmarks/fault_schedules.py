"""Random lives of one desk between faults: real stores, the real exchange, the real server, a line that fails.

python benchmarks/fault_schedules.py --runs 1000

Prints a line a schedule with its seed; `--first SEED --runs 1` plays one again. 1 when anything was lost or doubled.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from support.schedule import STEPS, World, make_templates  # noqa: E402 - the path stands above

IN_MEMORY = Path("/dev/shm")


def main() -> int:
    """Play the schedules and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--first", type=int, default=1, help="seed of the first schedule")
    parser.add_argument("--steps", type=int, default=STEPS)
    options = parser.parse_args()
    bad, facts, requests, rebased, burnt, renumbered, started = 0, 0, 0, 0, 0, 0, time.monotonic()
    with tempfile.TemporaryDirectory(dir=IN_MEMORY if IN_MEMORY.is_dir() else None) as temporary:
        folder = Path(temporary)
        words = make_templates(folder / "templates")
        for seed in range(options.first, options.first + options.runs):
            world = World(folder / str(seed), folder / "templates", words, seed)
            try:
                world.run(options.steps)
                told = "0 lost, 0 doubled"
            except AssertionError as error:
                bad, told = bad + 1, f"{error}; {' '.join(world.told)}"
            facts, requests, rebased = facts + world.made, requests + world.sent, rebased + world.rebased
            burnt, renumbered = burnt + world.burnt, renumbered + world.renumbered
            sys.stdout.write(f"seed {seed}: {world.made} acts, {world.sent} requests: {told}\n")
            sys.stdout.flush()
            shutil.rmtree(folder / str(seed))
    sys.stdout.write(
        f"{options.runs} schedules, {facts} acts, {requests} requests through faults, {rebased} rebases, {burnt} burnt PCs, "
        f"{renumbered} cases renumbered in {time.monotonic() - started:.0f} s: "
        f"{'0 lost, 0 doubled' if not bad else f'{bad} schedules lost or doubled something'}\n"
    )
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
