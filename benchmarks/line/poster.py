"""What many would build instead, the desk's end: `requests`, JSON a case or one gzip batch, tried again until it is through.

`python -m benchmarks.line.poster JSON` writes one JSON line: seconds from the first POST, and the error if time ran out.
"""

from __future__ import annotations

import gzip
import json
import sys
import time
from collections import deque

import requests

from benchmarks.line.synthetic_day import synthetic_day

TIMEOUT = (60, 60)  # requests counts the sending of the body into the first


def main() -> None:
    """Send one day in the way the JSON names: "case" or "batch"."""
    told = json.loads(sys.argv[1])
    cases = synthetic_day(told["cases"]).cases
    parts, headers = [[case] for case in cases], {"Content-Type": "application/json"}
    if told["way"] == "batch":
        parts, headers = [cases], headers | {"Content-Encoding": "gzip"}
    bodies = [json.dumps(part, ensure_ascii=False, separators=(",", ":")).encode() for part in parts]
    if told["way"] == "batch":
        bodies = [gzip.compress(body, 6) for body in bodies]
    session = requests.Session()
    session.trust_env = False  # else a bundle of the environment comes before ours
    session.verify = told["authority"]
    began, error = time.monotonic(), ""
    waiting = deque(bodies)
    while waiting and not error:
        if _through(session, told["url"], waiting[0], headers):
            waiting.popleft()
        if waiting and time.monotonic() - began > told["most_s"]:
            error = "time ran out"
    sys.stdout.write(json.dumps({"seconds": time.monotonic() - began, "error": error}) + "\n")


def _through(session: requests.Session, url: str, body: bytes, headers: dict[str, str]) -> bool:
    try:
        return session.post(url, data=body, headers=headers, timeout=TIMEOUT).status_code == 200
    except requests.RequestException:
        time.sleep(1)  # a plain client's pause
        return False


if __name__ == "__main__":
    main()
