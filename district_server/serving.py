"""Serve from one or several processes at one address; they keep no state of their own."""

from __future__ import annotations

import argparse
import multiprocessing
import os
import signal
import socket
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Thread
from types import FrameType

import uvicorn

from district_server import logs
from district_server.app import create_app
from district_server.clock import clock
from district_server.connection import Connection
from district_server.counts import Counts
from district_server.errors import CannotServe
from district_server.ledger import Ledger
from district_server.listening import check_tls, listen_each

KEEP_S = 60  # a desk's connection: making one anew takes three round trips of a second each
LAST_REQUESTS_S = 5  # at the end; without it an open browser holds a restart up for half a minute
MOST_PROCESSES = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """What every process is told; `token` empty = its counts are for this PC alone."""

    place: Path | str
    starts_at: str | None
    tls_cert: Path | None
    tls_key: Path | None
    behind_proxy: bool
    token: str


def add(parser: argparse.ArgumentParser) -> None:
    """Add the options of `serve`."""
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8700)
    parser.add_argument("--tls-cert", type=Path)
    parser.add_argument("--tls-key", type=Path)
    parser.add_argument(
        "--behind-proxy",
        action="store_true",
        help="a proxy on this PC says who asks (X-Forwarded-For); without it the header is not believed",
    )
    parser.add_argument(
        "--processes",
        type=int,
        default=1,
        choices=range(1, MOST_PROCESSES + 1),
        metavar="N",
        help="one a core",
    )
    parser.add_argument(
        "--metrics-token-file",
        type=Path,
        metavar="FILE",
        help="/metrics is for whoever sends `Authorization: Bearer` and the first line of FILE; else for this PC alone",
    )


def serve(options: argparse.Namespace) -> int:
    """Serve until told to stop; 1 when a process ended by itself, for whoever starts the server anew."""
    tls = check_tls(options.host, options.tls_cert, options.tls_key)
    served = Served(
        place=options.data,
        starts_at=options.starts_at,
        tls_cert=options.tls_cert,
        tls_key=options.tls_key,
        behind_proxy=options.behind_proxy,
        token=_token(options.metrics_token_file),
    )
    clock(options.starts_at)  # says what is wrong with it before anybody is let in
    with ExitStack() as stack:
        sockets = [
            stack.enter_context(one) for one in listen_each(options.host, options.port, options.processes)
        ]
        Ledger(options.data).close()  # likewise, and its tables are made once
        counts = Counts(options.processes)
        port = sockets[0].getsockname()[1]
        host = f"[{options.host}]" if ":" in options.host else options.host
        sys.stdout.write(f"{'https' if tls else 'http'}://{host}:{port}\n")
        sys.stdout.flush()
        if options.processes == 1:
            serve_one(served, sockets[0], counts)
            return 0
        each = [counts.of_process(n) for n in range(options.processes)]
        return _supervise(served, list(zip(sockets, each, strict=True)))


def serve_one(served: Served, listening: socket.socket, counts: Counts) -> None:
    """Serve in this process until told to stop."""
    logs.begin()
    if (parent := multiprocessing.parent_process()) is not None:
        Thread(target=_end_with, args=[parent.sentinel], daemon=True).start()
    ledger = Ledger(served.place)
    server_of(ledger, served, counts).run(sockets=[listening])
    ledger.close()


def server_of(
    ledger: Ledger, served: Served, counts: Counts, connection: type[Connection] = Connection
) -> uvicorn.Server:
    """Return what serves the ledger; `connection` = how long each waits, for tests that cannot wait a minute."""
    config = uvicorn.Config(
        create_app(ledger, clock(served.starts_at), counts, served.token),
        http=connection,
        log_config=None,
        log_level="warning",
        access_log=False,
        timeout_graceful_shutdown=LAST_REQUESTS_S,
        timeout_keep_alive=KEEP_S,
        ssl_certfile=served.tls_cert,
        ssl_keyfile=served.tls_key,
        # else whoever asks from this PC names any address he likes and is never counted
        proxy_headers=served.behind_proxy,
        forwarded_allow_ips="127.0.0.1,::1",
    )
    return uvicorn.Server(config)


def _end_with(parent: int) -> None:
    """Stop when whoever started us was killed: the port would stay taken and nobody could end us."""
    wait([parent])
    os.kill(os.getpid(), signal.SIGTERM)


def _supervise(served: Served, each: Sequence[tuple[socket.socket, Counts]]) -> int:
    """Run a process for each of these; when one ends all end: half a server would be noticed by nobody."""
    spawn = multiprocessing.get_context("spawn")
    processes = [spawn.Process(target=serve_one, args=(served, *one)) for one in each]
    stopping = []

    def stop(_signal: int, _frame: FrameType | None) -> None:
        stopping.append(True)
        _end(processes)

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    for process in processes:
        process.start()
    if stopping:  # told to stop before all had begun
        _end(processes)
    wait([process.sentinel for process in processes])
    _end(processes)
    for process in processes:
        process.join()
    return 0 if stopping else 1


def _end(processes: Sequence[BaseProcess]) -> None:
    for process in processes:
        if process.is_alive():
            process.terminate()


def _token(path: Path | None) -> str:
    if path is None:
        return ""
    try:
        token = path.read_text(encoding="utf-8").partition("\n")[0].strip()
    except (OSError, UnicodeDecodeError) as error:
        raise CannotServe(f"Không đọc được tệp {path}; hãy kiểm tra đường dẫn và quyền đọc.") from error
    if len(token) < 16:
        raise CannotServe(f"Dòng đầu của {path} cần ít nhất 16 ký tự ngẫu nhiên.")
    return token
