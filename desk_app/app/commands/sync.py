"""`desk-app sync`: one exchange with the superior, without the window."""

from __future__ import annotations

import argparse
from pathlib import Path

from desk_app.app.authority import kept_authority
from desk_app.app.commands.output import add_common, answer
from desk_app.app.commands.store_access import add_access, home_of, opened
from desk_app.app.wiring_news import NewsWiring
from desk_app.domain.moment import iso
from desk_app.machine.clock import SystemClock
from desk_app.machine.line_file import LineFile
from desk_app.machine.scan_files import SealedScans
from desk_app.services.line_cost import estimated_bytes
from desk_app.services.scans import tidy_scans
from desk_app.services.sync_round import enrol_desk
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
    parser.add_argument(
        "--ca", type=Path, metavar="FILE", help="believe this authority (PEM or DER) too, from now on"
    )
    parser.add_argument(
        "--kb-a-day", type=int, metavar="N", help="a metered line: send no more a day; 0 = no limit"
    )
    add_access(parser)
    add_common(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Exchange until nothing is left."""
    with opened(options) as store:
        folder, clock = home_of(options).folder, SystemClock()
        own, meter = kept_authority(folder, options.ca, clock.now()), LineFile(folder)
        if options.kb_a_day is not None:
            meter.allow(max(0, options.kb_a_day) * 1000)
        superior = HttpSuperior(authority=own)
        if options.enrol:
            enrol_desk(*options.enrol, store=store, superior=superior)
        estimate = estimated_bytes(store=store)
        with store.reading() as reading:
            desk = reading.desk()
        state = NewsWiring(
            store=store, desk=desk, folder=folder, clock=clock, superior=lambda: superior, meter=meter
        ).sync(lambda _progress: None, most_scan_bytes=options.scan_bytes)
        tidy_scans(files=SealedScans(folder), store=store, clock=clock)
    data = {
        "estimated_bytes": estimate,
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
