"""The whole country's end of day at one server: every commune's desk hands in its day, some of them twice.

Real frames, real signatures, real HTTP on loopback, PostgreSQL with every commit synced. Clients, server and database
share this PC's cores. At the end each desk's head hash is compared with the server's, and the rows are counted.

python benchmarks/country.py [--desks 3321] [--processes 1 2] [--clients 16]
"""

from __future__ import annotations

import argparse
import itertools
import multiprocessing
import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import local

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import sqlalchemy as sa
from support.postgres import Cluster

from benchmarks.model_day import model_day
from desk_app.domain.errors import LineError
from desk_app.domain.superior import Enrolment, Frame
from desk_app.sync.superior_api import HttpSuperior
from district_server import ledger
from district_server.catalogue_file import read_catalogue
from district_server.ledger import Ledger
from district_server.operators.catalogues import publish
from wire.event import FIRST_PREVIOUS, Event, next_event
from wire.frame import pack, read_head
from wire.signatures import box_public_key, public_key

ROOT = Path(__file__).parents[1]
COUNTRY = 3321  # communes since 1 July 2025
CASES, EVENTS_A_CASE = 40, 6
FRAME_BYTES = 6144
AGAIN = 0.05
TRIES = 8  # of a desk whose line failed; each brings the whole day again
GENERATORS = 1  # processes of clients: they are not what is measured
DURABLE = (
    "fsync=on",
    "synchronous_commit=on",
    "full_page_writes=on",
    "max_connections=200",
    "listen_addresses=",
)
LATER = (  # what happens to each case after it was received, in order
    ("printed", b'{"nth":1,"printer":"Desk","slip":"receipt"}'),
    ("forwarded", '{"to":"Phòng Tư pháp"}'.encode()),
    ("taken_back", b"{}"),
    ("completed", b"{}"),
    ("handed_over", b'{"receiver":"applicant"}'),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """What one desk hands in; `head` = seq and hash of its last event."""

    number: int
    frames: tuple[Frame, ...]
    head: tuple[int, bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """One exchange: how long it took with all its tries, and whether the answer named the desk's own head."""

    seconds: float
    again: bool
    right: bool
    cuts: int  # tries that a desk gave up: the superior was silent for longer than it waits


def agency(number: int) -> str:
    """Return the code of a commune's agency."""
    return f"H{1 + number // 60:02}.{1 + number % 60:02}"


def secret(number: int, what: str) -> bytes:
    """Return a desk's own key; invented, the same in every process."""
    return f"{what} of desk {number}".encode().ljust(32, b"-")


def day_of(number: int) -> Day:
    """Return a desk's day: 40 cases of its own citizens, 6 events each."""
    events, previous = [], (0, FIRST_PREVIOUS)
    key = secret(number, "log")
    received = [one for one in model_day(CASES, seed=number) if one.kind == "received"]

    def add(kind: str, code: str, one: Event, body: bytes) -> None:
        nonlocal previous
        made = next_event(key, previous, kind=kind, case_code=code, at=one.at, staff=one.staff, body=body)
        events.append(made)
        previous = made.seq, made.hash

    codes = [f"{agency(number)}-261123-{5000 + n}" for n in range(1, CASES + 1)]
    for code, one in zip(codes, received, strict=True):
        add("received", code, one, one.body)
    for kind, body in LATER:
        for code, one in zip(codes, received, strict=True):
            add(kind, code, one, body)
    frames = []
    for data in pack(events, FRAME_BYTES):
        head = read_head(data)
        frames.append(Frame(data=data, first=head.first, last=head.last, head=head.head, cases=CASES))
    return Day(number=number, frames=tuple(frames), head=previous)


def make_known(place: str, desks: int) -> bytes:
    """Make every desk known to the server; returns the superior's public key."""
    made = Ledger(place)
    rows = [
        {
            "desk": f"{agency(n)}/1", "name": f"UBND xã {n}", "ed25519": public_key(secret(n, "sign")),
            "x25519": box_public_key(secret(n, "box")), "log_key": secret(n, "log"), "counter": 0, "seq": 0,
            "hash": FIRST_PREVIOUS, "enrolled_at": "2026-11-23T07:00:00+07:00",
        }
        for n in range(desks)
    ]  # fmt: skip
    catalogue = read_catalogue(ROOT / "resources" / "catalogue" / "1.json")
    with made.act() as connection:
        connection.execute(sa.insert(ledger.desk), rows)
        publish(connection, catalogue)
    key = public_key(made.key("signing"))
    made.close()
    return key


def hand_in(url: str, superior_key: bytes, clients: int, days: Sequence[Day]) -> tuple[list[Sent], float]:
    """Hand these days in with as many kept connections; each answer's signature is checked.

    Returns what became of them, and the seconds of a processor that it took on this side.
    """
    spent = time.process_time()
    kept, chance = local(), random.Random(days[0].number)
    again = {day.number for day in days if chance.random() < AGAIN}

    def one(day: Day) -> list[Sent]:
        if not hasattr(kept, "line"):
            kept.line = HttpSuperior()
        enrolment = Enrolment(
            url=url, agency_code=agency(day.number), desk=1, superior_key=superior_key, superior_box_key=bytes(32),
            signing_key=secret(day.number, "sign"), box_key=bytes(32),
        )  # fmt: skip
        told, counters = [], itertools.count(1)
        for is_again in (False, True) if day.number in again else (False,):
            begun, right, cuts = time.perf_counter(), False, 0
            while cuts < TRIES:
                try:
                    answer = kept.line.exchange(enrolment, next(counters), day.frames, 0, lambda _sent: None)
                except LineError:
                    cuts += 1
                    time.sleep(random.uniform(0.5, 1.5))
                    continue
                right = (answer.seq, answer.hash) == day.head and not answer.refusals
                break
            told.append(Sent(seconds=time.perf_counter() - begun, again=is_again, right=right, cuts=cuts))
        return told

    with ThreadPoolExecutor(clients) as pool:
        sent = [sent for told in pool.map(one, days) for sent in told]
    return sent, time.process_time() - spent


def held(cluster: Cluster, place: str) -> tuple[dict[str, tuple[int, bytes]], int, int]:
    """Return each desk's head as the server has it, and how many events and cases it holds."""
    heads = {
        desk: (seq, bytes(head))
        for desk, seq, head in cluster.query(place, "select desk, seq, hash from desk")
    }
    ((events, cases),) = cluster.query(
        place, "select (select count(*) from event), (select count(*) from case_record)"
    )
    return heads, events, cases


def measure(days: Sequence[Day], processes: int, clients: int) -> None:
    """Print what one run took, or stop when anything was lost or came twice."""
    spent = _cpu_s()
    cluster = Cluster(DURABLE)
    said = tempfile.TemporaryFile("w+")  # noqa: SIM115 - closed below
    try:
        place = cluster.empty()
        superior_key = make_known(place, len(days))
        serve = [sys.executable, "-m", "district_server", "serve", "--database", place, "--port", "0"]
        with subprocess.Popen(
            [*serve, "--processes", str(processes)], stdout=subprocess.PIPE, stderr=said, text=True, cwd=ROOT
        ) as server:  # fmt: skip
            try:
                url = server.stdout.readline().strip()
                parts = [days[n::GENERATORS] for n in range(GENERATORS)]
                with multiprocessing.get_context("spawn").Pool(GENERATORS) as pool:
                    pool.map(len, parts)  # started and read in before the clock
                    begun = time.perf_counter()
                    told = pool.map(partial(hand_in, url, superior_key, clients // GENERATORS), parts)
                    took = time.perf_counter() - begun
                    clients_s = sum(seconds for _, seconds in told)
            finally:
                server.terminate()
        server_s = _cpu_s() - spent - clients_s
        heads, events, cases = held(cluster, place)
    finally:
        cluster.end()
    sent = [one for part, _ in told for one in part]
    wrong = [day.number for day in days if heads[f"{agency(day.number)}/1"] != day.head]
    if (
        wrong
        or not all(one.right for one in sent)
        or (events, cases) != (len(days) * CASES * EVENTS_A_CASE, len(days) * CASES)
    ):
        said.seek(0)
        sys.stderr.writelines([line for line in said if '"exchange"' not in line][:20])
        raise SystemExit(f"lost or doubled: {len(wrong)} desks differ, {events} events, {cases} cases")
    said.close()
    times = sorted(one.seconds for one in sent)
    p99 = statistics.quantiles(times, n=100)[98]
    database_s = _cpu_s() - spent - clients_s - server_s
    each = [f"{seconds / len(days) * 1000:>10.1f}" for seconds in (server_s, database_s, clients_s)]
    sys.stdout.write(
        f"{processes:>9}{len(days):>8}{sum(one.again for one in sent):>8}{sum(one.cuts for one in sent):>6}{events:>10}"
        f"{took:>9.1f}{events / took:>10.0f}{statistics.median(times) * 1000:>9.0f}{p99 * 1000:>9.0f}"
        f"{took / len(days) * COUNTRY:>12.0f}{''.join(each)}\n"
    )
    sys.stdout.flush()


def _cpu_s() -> float:
    """Return what all that we started and that has ended took of the processors: server, database, clients."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Print a table, a row a run."""
    parser = argparse.ArgumentParser(description=re.sub(r"\n.*", "", __doc__ or ""))
    parser.add_argument("--desks", type=int, default=COUNTRY)
    parser.add_argument("--processes", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--clients", type=int, default=16)
    options = parser.parse_args()
    begun = time.perf_counter()
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        days = pool.map(day_of, range(options.desks), chunksize=16)
    size = sum(len(frame.data) for day in days for frame in day.frames)
    sys.stdout.write(
        f"{len(days)} days made in {time.perf_counter() - begun:.0f} s, {size / len(days) / CASES:.0f} bytes a case\n"
    )
    sys.stdout.write(
        f"{'processes':>9}{'desks':>8}{'again':>8}{'cut':>6}{'events':>10}{'s':>9}{'events/s':>10}{'p50 ms':>9}{'p99 ms':>9}"
        f"{'country s':>12}{'server':>10}{'database':>10}{'clients':>10}   (cpu ms a desk)\n"
    )
    for processes in options.processes:
        measure(days, processes, options.clients)
    sys.stdout.write("0 lost, 0 doubled: every desk's head hash is the server's\n")


if __name__ == "__main__":
    main()
