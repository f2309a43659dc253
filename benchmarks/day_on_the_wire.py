"""How many bytes a day's cases take on the line: our frames beside JSON lines, gzip and zstd of the same events.

python benchmarks/day_on_the_wire.py
"""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

import zstandard

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.model_day import KEY, model_day
from wire.event import Event
from wire.frame import decode, encode, pack


def main() -> None:
    """Print a table of bytes a case."""
    write = sys.stdout.write
    write(f"{'bytes a case':44}{'60 cases':>10}{'300 cases':>10}\n")
    days = [model_day(cases) for cases in (60, 300)]
    for name, size in (
        ("JSON lines with ids and hashes", _json),
        ("the same, gzip -9", lambda day: len(gzip.compress(_lines(day), 9))),
        ("the same, zstd -19", lambda day: len(zstandard.ZstdCompressor(level=19).compress(_lines(day)))),
        ("frames of at most 6 KB that stand alone", lambda day: sum(map(len, pack(day, 6144)))),
        ("one frame", lambda day: len(encode(day))),
    ):
        row = (size(day) / cases for day, cases in zip(days, (60, 300), strict=True))
        write(f"{name:44}" + "".join(f"{value:10.1f}" for value in row) + "\n")
    for day in days:
        if decode(encode(day), KEY) != day:
            raise SystemExit("a frame did not come back as it was")
    write(f"events a case: {len(days[1]) / 300:.1f}\n")


def _json(day: list[Event]) -> int:
    return len(_lines(day))


def _lines(day: list[Event]) -> bytes:
    """Return what a plain protocol would send: every field of every event."""
    return b"".join(
        json.dumps(
            {
                "seq": e.seq, "kind": e.kind, "case_code": e.case_code, "at": e.at, "staff": e.staff,
                "body": json.loads(e.body), "hash": e.hash.hex(),
            },
            ensure_ascii=False,
        ).encode()
        + b"\n"
        for e in day
    )  # fmt: skip


if __name__ == "__main__":
    main()
