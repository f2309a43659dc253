"""`desk-app clock`: a leader says that the PC's clock is right after one that was not."""

from __future__ import annotations

import argparse

from desk_app.app.commands.output import add_common, answer
from desk_app.app.commands.store_access import add_access, login_of, opened
from desk_app.app.home import Home
from desk_app.domain.moment import iso
from desk_app.machine.clock import SystemClock
from desk_app.machine.paths import data_folder
from desk_app.services.presence import confirm_clock


def add(parser: argparse.ArgumentParser) -> None:
    """Tell argparse what the command takes."""
    parser.add_argument("--reason", required=True, help="why the last act bears a later time")
    add_access(parser)
    add_common(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Append the confirmation."""
    clock = SystemClock()
    with opened(options) as store:
        home = Home(folder=options.data or data_folder(), clock=clock)
        confirm_clock(options.reason, staff=login_of(options, home), store=store, clock=clock)
    now = iso(clock.now())
    answer(options, {"confirmed": now}, [f"Đã xác nhận giờ máy: {now}."])
    return 0
