"""`desk-app due`: a due date and why; needs no store."""

from __future__ import annotations

import argparse

from desk_app.app.commands.output import add_common, answer
from desk_app.domain.deadline import deadline
from desk_app.domain.moment import iso, moment
from desk_app.machine.paths import brought
from desk_app.storage.catalogue import read_calendar


def add(parser: argparse.ArgumentParser) -> None:
    """Tell argparse what the command takes."""
    parser.add_argument("--received", required=True, metavar="ISO", help="when; +07:00 if it says nothing")
    parser.add_argument(
        "--term", required=True, metavar="TERM", help="5wd, 8h, 15d, 10wd+15wd, 5wd@15 or same-day@15"
    )
    add_common(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Compute and explain."""
    calendar = read_calendar(brought("resources") / "calendar")
    due = deadline(moment(options.received), options.term, calendar)
    steps = [*due.steps, *due.warnings]
    data: dict[str, object] = {
        "due_date": due.due_date.isoformat(),
        "due_at": iso(due.due_at),
        "steps": steps,
    }
    if due.local_due_at:
        data["local_due_at"] = iso(due.local_due_at)
    answer(options, data, steps)
    return 0
