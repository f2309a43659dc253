"""`desk-app sync`: one exchange with the superior, without the window."""

from __future__ import annotations

import argparse

from desk_app.app.commands.output import add_common, answer
from desk_app.app.commands.store_access import add_access, home_of, opened
from desk_app.app.wiring_news import NewsWiring
from desk_app.domain.moment import iso
from desk_app.machine.clock import SystemClock
from desk_app.services.sync_round import enrol_desk
from desk_app.sync.superior_api import HttpSuperior


def add(parser: argparse.ArgumentParser) -> None:
    """Tell argparse what the command takes."""
    parser.add_argument("--enrol", nargs=2, metavar=("URL", "CODE"), help="use an enrolment slip first")
    add_access(parser)
    add_common(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Exchange until nothing is left."""
    with opened(options) as store:
        superior = HttpSuperior()
        if options.enrol:
            enrol_desk(*options.enrol, store=store, superior=superior)
        with store.reading() as reading:
            desk = reading.desk()
        state = NewsWiring(
            store=store,
            desk=desk,
            folder=home_of(options).folder,
            clock=SystemClock(),
            superior=lambda: superior,
        ).sync(lambda _progress: None)
    data = {
        "pending": state.pending_cases,
        "acknowledged_seq": state.acknowledged_seq,
        "refused": state.refused_cases,
        "last_confirmed": iso(state.last_confirmed) if state.last_confirmed else None,
    }
    told = f"Cấp trên đã nhận đến sự kiện {state.acknowledged_seq}; còn {state.pending_cases} hồ sơ chờ gửi."
    answer(options, data, [told])
    return 0
