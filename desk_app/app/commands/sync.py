"""`desk-app sync`: one exchange with the superior, without the window."""

from __future__ import annotations

import argparse

from desk_app.app.commands.output import add_common, answer
from desk_app.app.commands.store_access import add_access, home_of, opened
from desk_app.domain.moment import iso
from desk_app.machine.clock import SystemClock
from desk_app.machine.scan_files import SealedScans
from desk_app.services.scans import tidy_scans
from desk_app.services.send_scans import send_scans
from desk_app.services.sync_round import enrol_desk, sync_now
from desk_app.sync.scan_line import HttpScans
from desk_app.sync.superior_api import HttpSuperior


def add(parser: argparse.ArgumentParser) -> None:
    """Tell argparse what the command takes."""
    parser.add_argument("--enrol", nargs=2, metavar=("URL", "CODE"), help="use an enrolment slip first")
    parser.add_argument(
        "--scan-bytes",
        type=int,
        metavar="N",
        help="send at most so many bytes of scans; all there are unless given",
    )
    add_access(parser)
    add_common(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Exchange until nothing is left."""
    with opened(options) as store:
        superior, clock = HttpSuperior(), SystemClock()
        files = SealedScans(home_of(options).folder)
        if options.enrol:
            enrol_desk(*options.enrol, store=store, superior=superior)
        sync_now(store=store, superior=superior, clock=clock, progress=lambda _progress: None)
        send_scans(
            store=store, files=files, line=HttpScans(superior.asking), clock=clock,
            progress=lambda _progress: None, budget=options.scan_bytes,
        )  # fmt: skip
        tidy_scans(files=files, store=store, clock=clock)
        with store.reading() as reading:
            state = reading.sync_state()
    data = {
        "pending": state.pending_cases,
        "acknowledged_seq": state.acknowledged_seq,
        "refused": state.refused_cases,
        "waiting_scans": state.waiting_scans,
        "waiting_scan_bytes": state.waiting_scan_bytes,
        "last_confirmed": iso(state.last_confirmed) if state.last_confirmed else None,
    }
    told = f"Cấp trên đã nhận đến sự kiện {state.acknowledged_seq}; còn {state.pending_cases} hồ sơ chờ gửi."
    scans = f"Còn {state.waiting_scans} bản quét chờ gửi." if state.waiting_scans else ""
    answer(options, data, [told, *filter(None, [scans])])
    return 0
