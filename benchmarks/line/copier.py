"""The desk's end of rsync: the database file to the superior's daemon, tried again until rsync says that all is there.

`python -m benchmarks.line.copier JSON` writes one JSON line: seconds from the first try, and the error if time ran out.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time

# in place: what a cut left there is good for the next try, where a temporary file would begin anew
RSYNC = ["rsync", "-z", "--inplace", "--partial", "--timeout=60", "--contimeout=60"]


def main() -> None:
    """Copy one file."""
    told = json.loads(sys.argv[1])
    began, error = time.monotonic(), ""
    while not _through(told["file"], told["url"], left := told["most_s"] - (time.monotonic() - began)):
        if left <= 0:
            error = "time ran out"
            break
        time.sleep(1)  # a plain loop's pause
    sys.stdout.write(json.dumps({"seconds": time.monotonic() - began, "error": error}) + "\n")


def _through(file: str, url: str, most_s: float) -> bool:
    if most_s <= 0:
        return False
    try:
        return (
            subprocess.run([*RSYNC, file, url], capture_output=True, check=False, timeout=most_s).returncode
            == 0
        )
    except subprocess.TimeoutExpired:
        return False


if __name__ == "__main__":
    main()
