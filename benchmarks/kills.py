"""Kill a desk at random moments while it receives cases, reopen, and look at what is left.

python benchmarks/kills.py --kills 200
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from support.kills import Tally, one_kill, prepare  # noqa: E402 - the path stands above


def main() -> int:
    """Run the kills and print one line; 1 when anything was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance, tally = random.Random(options.seed), Tally()
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        desk = prepare(Path(folder))
        for _ in range(options.kills):
            one_kill(desk, chance.uniform(0, 0.12), tally)
    sys.stdout.write(f"{options.kills} kills in {time.monotonic() - started:.0f} s: {tally}\n")
    return int(tally.bad)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except subprocess.SubprocessError as error:
        sys.exit(f"the desk did not start: {error}")
