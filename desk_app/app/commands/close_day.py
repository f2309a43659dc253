"""`desk-app close-day`: close the day's book without the window."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from datetime import date

from desk_app.app.commands.output import add_common, answer
from desk_app.app.commands.store_access import add_access, home_of, login_of, opened
from desk_app.domain.errors import ImpossibleDate
from desk_app.domain.moment import iso
from desk_app.domain.typed_fee import read_fee
from desk_app.machine.clock import SystemClock
from desk_app.services.day_end import close_day, count_cash


def add(parser: argparse.ArgumentParser) -> None:
    """Tell argparse what the command takes."""
    parser.add_argument("--day", metavar="YYYY-MM-DD", help="today unless given")
    parser.add_argument("--counted", metavar="AMOUNT", help="cash counted in the drawer, đồng")
    add_access(parser)
    add_common(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Append the closing."""
    clock = SystemClock()
    day = _day(options.day) if options.day else clock.now().date()
    counted = read_fee(options.counted) if options.counted else None
    login = login_of(options, home_of(options))
    with opened(options) as store:
        if counted is not None:
            count_cash(day, counted, store=store)
        closing = close_day(day, staff=login, store=store, clock=clock)
    data = {
        "day": closing.day.isoformat(),
        "nth": closing.nth,
        "at": iso(closing.at),
        "seq": closing.seq,
        "head": {"seq": closing.head_seq, "hash": closing.head_hash},
        "acknowledged": closing.acknowledged,
        "pending": closing.pending,
        "totals": asdict(closing.totals),
        "cash": {"log": closing.cash, "counted": closing.counted, "difference": closing.difference},
    }
    totals = closing.totals
    first = (
        f"{closing.words} ngày {closing.day:%d/%m/%Y} lúc {closing.at:%H:%M}: nhận {totals.received},"
        f" trả {totals.handed_over}; còn {closing.pending} hồ sơ chờ gửi."
    )
    answer(options, data, (first, f"Dấu của nhật ký: {closing.head_hash}"))
    return 0


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ImpossibleDate(text=text) from error
