"""`desk-app scans`: what waits, and how long scans stay on this PC after the superior holds them."""

from __future__ import annotations

import argparse

from desk_app.app.commands.output import add_common, answer
from desk_app.app.commands.store_access import add_access, home_of, opened
from desk_app.machine.clock import SystemClock
from desk_app.machine.scan_files import SealedScans
from desk_app.services.scans import keep_days, set_keep_days, tidy_scans


def add(parser: argparse.ArgumentParser) -> None:
    """Tell argparse what the command takes."""
    parser.add_argument("--keep-days", type=int, metavar="N", help="stay so long on this PC; 30 unless set")
    add_access(parser)
    add_common(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Set what is given, let go what is over, say what waits."""
    with opened(options) as store:
        if options.keep_days is not None:
            set_keep_days(options.keep_days, store=store)
        gone = tidy_scans(files=SealedScans(home_of(options).folder), store=store, clock=SystemClock())
        with store.reading() as reading:
            count, days = reading.scans.count(), keep_days(reading)
    data = {
        "waiting": count.waiting,
        "waiting_bytes": count.waiting_bytes,
        "refused": count.refused,
        "keep_days": days,
        "deleted_here": gone,
    }
    kilobytes = round(count.waiting_bytes / 1000)
    told = [
        f"Còn {count.waiting} bản quét ({kilobytes} KB) chờ gửi cấp trên; {count.refused} bản cấp trên chưa nhận.",
        f"Sau khi cấp trên nhận, bản quét ở lại máy này {days} ngày; vừa xóa {gone} bản đã hết hạn giữ.",
    ]
    answer(options, data, told)
    return 0
