"""`python -m benchmarks.line [--quick]`: a day over bad lines, ours beside what many would build or take instead.

Packets over a TUN device where there are root, /dev/net/tun and iproute2; else, or with --proxy, TCP's bytes through
a proxy on loopback, which shows no loss. Needs openssl; a neighbour that is not installed says so in its row.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.line import namespaces, proxy
from benchmarks.line.certificates import Chain, chain
from benchmarks.line.copying import copied
from benchmarks.line.days import events_of
from benchmarks.line.ends import NotHere, Run
from benchmarks.line.lines import DYING, LINES, SERVER, Joined, Line
from benchmarks.line.posting import posted
from benchmarks.line.replicating import replicated
from benchmarks.line.runs import ours
from benchmarks.line.synthetic_day import synthetic_day
from wire.frame import pack

Way = Callable[[int, Line, Chain, Path, Joined], Run]
WAYS: dict[str, Way] = {
    "ours": lambda *told: ours("synthetic", *told),
    "ours, a real day's log": lambda *told: ours("model", *told),
    "JSON, a POST a case": lambda *told: posted("case", *told),
    "one gzip JSON batch": lambda *told: posted("batch", *told),
    "PouchDB to a PouchDB server": replicated,
    "rsync of the database file": copied,
}
OURS = ("ours", "ours, a real day's log")
LONG_S = 150.0  # a neighbour that takes so long is told by one seed
DEATHS = range(1, 11)  # seeds
HEADINGS = (
    f"{'':30}{'seconds':>22}{'runs':>5}{'up':>10}{'down':>9}{'round trips':>12}{'connects':>9}{'doubled':>8}{'lost':>5}"
    f"{'re-sent':>18}\n"
)
write = sys.stdout.write


@dataclass(frozen=True, kw_only=True)
class Course:
    """What all runs share."""

    tls: Chain
    joined: Joined

    def run(self, way: str, cases: int, line: Line) -> Run:
        """Send one day in one way over one line."""
        with tempfile.TemporaryDirectory() as folder:
            return WAYS[way](cases, line, self.tls, Path(folder), self.joined)


def main() -> None:
    """Print the bytes, then a table a line, then how soon a dead connection is noticed."""
    parser = argparse.ArgumentParser(prog="benchmarks.line")
    parser.add_argument("--quick", action="store_true", help="60 cases over the line without loss and cuts")
    parser.add_argument("--cases", type=int, nargs="+")
    parser.add_argument("--lines", type=int, nargs="*", default=range(len(LINES)), help="by number, from 0")
    parser.add_argument("--ways", nargs="+", default=list(WAYS), choices=list(WAYS))
    parser.add_argument("--seeds", default="1-5", help="of the chance in loss and cuts, A-B")
    parser.add_argument(
        "--proxy", action="store_true", help="over loopback, also where packets could be carried"
    )
    parser.add_argument("--deaths", action="store_true", help="only how soon a dead connection is noticed")
    options = parser.parse_args()
    cases = options.cases or ([60] if options.quick else [60, 300])
    for many in cases:
        _bytes(many)
    if shutil.which("openssl") is None:
        write("no lines are measured: that needs openssl\n")
        return
    by_proxy = options.proxy or not namespaces.possible()
    write(
        "over a proxy on loopback: bytes are TCP payload\n"
        if by_proxy
        else "over TUN: bytes are IP packets\n"
    )
    first, last = map(int, options.seeds.split("-"))
    seeds = range(first, first + 1 if options.quick else last + 1)
    with tempfile.TemporaryDirectory() as folder:
        tls = chain(Path(folder), proxy.HOST if by_proxy else SERVER)
        course = Course(tls=tls, joined=proxy.joined if by_proxy else namespaces.joined)
        names = list(LINES)[:1] if options.quick else [list(LINES)[n] for n in options.lines]
        for many in [] if options.deaths else cases:
            clean: dict[str, int] = {}
            for name in names:
                if by_proxy and LINES[name].loss:
                    write(
                        f"\n{many} cases, {name}: a proxy carries bytes, not packets, and cannot lose one\n"
                    )
                    continue
                write(f"\n{many} cases, {name}\n{HEADINGS}")
                for way in options.ways:
                    _row(course, way, many, LINES[name], seeds, clean)
        if not options.quick:
            _deaths(course, options.ways, cases[-1])


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


def _row(
    course: Course, way: str, many: int, line: Line, seeds: Sequence[int], clean: dict[str, int]
) -> None:
    if line.loss == 0 and not line.up:
        seeds = seeds[:1]  # nothing is drawn on this line
    runs: list[Run] = []
    for seed in seeds:
        try:
            runs.append(course.run(way, many, replace(line, seed=seed)))
        except NotHere as missing:
            write(f"{way:30}{missing}\n")
            return
        if way not in OURS and (runs[-1].error or runs[-1].seconds > LONG_S):
            break  # once is enough to know: each would take ten minutes
    clean.setdefault(way, runs[0].carried)
    mid = sorted(runs, key=lambda run: run.seconds)[len(runs) // 2]
    again = sorted(run.carried / clean[way] for run in runs)
    told = f"{statistics.median(again):.2f}" + (
        f" ({again[0]:.2f}-{again[-1]:.2f})" if len(again) > 1 else ""
    )
    write(
        f"{way:30}{_took(runs):>22}{len(runs):>5}{mid.up:>10,}{mid.down:>9,}{mid.round_trips:>12}{mid.connections:>9}"
        f"{max(run.doubled for run in runs):>8}{max(run.lost for run in runs):>5}{told:>18}\n"
    )
    sys.stdout.flush()


def _took(runs: Sequence[Run]) -> str:
    whole = [run.seconds for run in runs if not run.error]
    if not whole:
        return f"not in {max(run.seconds for run in runs):.0f}"
    took = f"{statistics.median(whole):.1f}"
    if len(whole) > 1:
        took += f" ({min(whole):.1f}-{max(whole):.1f})"
    failed = len(runs) - len(whole)
    return took + (f", {failed} not" if failed else "")


def _deaths(course: Course, ways: Sequence[str], many: int) -> None:
    """Print the seconds from a connection's silent death in the midst of the sending until the desk gave it up."""
    write(
        f"\n{many} cases, a connection dies silently once, 0-5.5 s after the first connect: noticed after s\n"
    )
    for way in ways:
        seeds = DEATHS if way in OURS else DEATHS[:1]
        try:
            runs = [course.run(way, many, replace(DYING, seed=seed)) for seed in seeds]
        except NotHere as missing:
            write(f"{way:30}{missing}\n")
            continue
        noticed = [run.noticed[0] for run in runs if run.noticed]
        lost, doubled = (max(getattr(run, name) for run in runs) for name in ("lost", "doubled"))
        told = f"median {statistics.median(noticed):.1f}, slowest {max(noticed):.1f}" if noticed else "never"
        write(f"{way:30}{told}, {len(noticed)} of {len(runs)} runs; doubled {doubled}, lost {lost}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
