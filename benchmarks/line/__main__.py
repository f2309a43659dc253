"""`python -m benchmarks.line [--quick]`: a day over bad lines, ours beside what many would build instead.

Needs root, /dev/net/tun, iproute2 and openssl; says so where they are missing.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from benchmarks.line.certificates import Chain, chain
from benchmarks.line.days import events_of
from benchmarks.line.emulator import SERVER, Line
from benchmarks.line.namespaces import possible
from benchmarks.line.runs import Run, ours, posted
from benchmarks.line.synthetic_day import synthetic_day
from wire.frame import pack

LINES = {
    "64 kbit/s, 800 ms": Line(),
    "… 10 % loss": Line(loss=0.1),
    "… 4-10 s up, 5 s down, then reset": Line(up=(4, 10), down=5, after="reset"),
    "… 4-10 s up, 5 s down, then dead": Line(up=(4, 10), down=5, after="dead"),
}
CUTS = [name for name, line in LINES.items() if line.up]
Way = Callable[[int, Line, Chain, Path], Run]
WAYS: dict[str, Way] = {
    "ours": lambda cases, line, tls, folder: ours("synthetic", cases, line, tls, folder, SERVER),
    "ours, a real day's log": lambda cases, line, tls, folder: ours(
        "model", cases, line, tls, folder, SERVER
    ),
    "JSON, a POST a case": lambda cases, line, tls, folder: posted("case", cases, line, tls, folder, SERVER),
    "one gzip JSON batch": lambda cases, line, tls, folder: posted("batch", cases, line, tls, folder, SERVER),
}
HEADINGS = f"{'':34}{'seconds':>16}{'up':>9}{'down':>8}{'turns':>6}{'connects':>9}{'doubled':>8}{'lost':>6}{'re-sent':>8}\n"
write = sys.stdout.write


def main() -> None:
    """Print the bytes, then a table a line."""
    parser = argparse.ArgumentParser(prog="benchmarks.line")
    parser.add_argument("--quick", action="store_true", help="60 cases over the line without loss and cuts")
    parser.add_argument("--cases", type=int, nargs="+")
    parser.add_argument("--lines", type=int, nargs="+", default=range(len(LINES)), help="by number, from 0")
    parser.add_argument("--ways", nargs="+", default=list(WAYS), choices=list(WAYS))
    parser.add_argument("--seeds", default="1-5", help="of the chance in loss and cuts, A-B")
    options = parser.parse_args()
    first, last = map(int, options.seeds.split("-"))
    cases = options.cases or ([60] if options.quick else [60, 300])
    for many in cases:
        _bytes(many)
    if not possible():
        write("no lines are measured: that needs root, /dev/net/tun and ip\n")
        return
    with tempfile.TemporaryDirectory() as folder:
        tls = chain(Path(folder), SERVER)
        for many in cases:
            clean: dict[str, int] = {}
            for name in list(LINES)[:1] if options.quick else [list(LINES)[n] for n in options.lines]:
                write(f"\n{many} cases, {name}\n{HEADINGS}")
                for way in options.ways:
                    _row(way, many, name, range(first, first + 1 if options.quick else last + 1), tls, clean)


def _bytes(many: int) -> None:
    day = synthetic_day(many)
    write(
        f"{many} cases, true content of the synthetic day: {day.bits / 8 / many:.1f} bytes a case, "
        f"{(day.bits - day.uuid_bits) / 8 / many:.1f} without its uuids\n"
    )
    for kind in ("synthetic", "model"):
        events = events_of(kind, many)
        sizes = [sum(map(len, pack(events, most))) / many for most in (6144, 3072, 1536)]
        told = ", ".join(f"{size:.1f}" for size in sizes)
        write(f"  {kind}: {len(events) / many:.1f} events; frames of 6, 3, 1.5 KB take {told} bytes a case\n")


def _row(way: str, many: int, name: str, seeds: range, tls: Chain, clean: dict[str, int]) -> None:
    line = LINES[name]
    if line.loss == 0 and not line.up:
        seeds = seeds[:1]  # nothing is drawn on this line
    runs = []
    for seed in seeds:
        with tempfile.TemporaryDirectory() as folder:
            runs.append(WAYS[way](many, replace(line, seed=seed), tls, Path(folder)))
        if runs[-1].error and way not in {"ours", "ours, a real day's log"}:
            break  # once is enough to know: each would take ten minutes
    clean.setdefault(way, runs[0].carried)
    whole = [run.seconds for run in runs if not run.error]
    took = f"{statistics.median(whole):.1f} ({min(whole):.1f}-{max(whole):.1f})" if whole else "never"
    if failed := len(runs) - len(whole):
        took += f" {failed} not"
    mid = sorted(runs, key=lambda run: run.seconds)[len(runs) // 2]
    again = statistics.median(run.carried for run in runs) / clean[way]
    write(
        f"{way:34}{took:>16}{mid.up:>9}{mid.down:>8}{mid.turns:>6}{mid.connections:>9}"
        f"{max(run.doubled for run in runs):>8}{max(run.lost for run in runs):>6}{again:>8.2f}\n"
    )
    sys.stdout.flush()


if __name__ == "__main__":
    main()
