"""`desk-app fee`: what a case costs and how that comes about; needs no store."""

from __future__ import annotations

import argparse
from datetime import date

from desk_app.app.commands.output import add_common, answer
from desk_app.domain.amount import dong
from desk_app.domain.errors import ImpossibleDate
from desk_app.domain.fee import KIND_NAMES, Channel
from desk_app.domain.fee_lines import FeeAsked, FeeLine, FeeLines, fee_lines
from desk_app.machine.clock import SystemClock
from desk_app.machine.paths import brought
from desk_app.storage.catalogue import FileCatalogue
from desk_app.storage.fee_tables import read_fee_table


def add(parser: argparse.ArgumentParser) -> None:
    """Tell argparse what the command takes."""
    parser.add_argument("--procedure", required=True, metavar="CODE")
    for name, what in (("pages", "of the original"), ("copies", "of each paper"), ("cases", "alike")):
        parser.add_argument(f"--{name}", type=int, default=1, metavar="N", help=what)
    parser.add_argument("--choice", default="", metavar="WORDS", help="which of several amounts")
    parser.add_argument("--channel", choices=[c.value for c in Channel], default=Channel.DESK.value)
    parser.add_argument("--exemption", default="", metavar="ID", help="whose fee is not taken")
    parser.add_argument("--province", default="", metavar="NN", help="code of the 34; none = national only")
    parser.add_argument("--former-province", default="", metavar="NN", help="code of the 63")
    parser.add_argument("--day", default="", metavar="ISO", help="the day of receipt; today if none")
    add_common(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Look the rows up and count."""
    resources, day = brought("resources"), _day(options.day)
    table = read_fee_table(
        resources / "fees", province=options.province, former_province=options.former_province
    )
    if not any(options.procedure in row.procedures for row in table.rows):
        FileCatalogue(resources / "catalogue", day).get(options.procedure)  # a code nobody has is a slip
    asked = FeeAsked(
        pages=options.pages,
        copies=options.copies,
        cases=options.cases,
        choice=options.choice,
        channel=Channel(options.channel),
        exemption=options.exemption,
    )
    found = fee_lines(options.procedure, asked, table, day)
    answer(options, _data(options.procedure, day, found), _lines(found))
    return 0


def _day(text: str) -> date:
    if not text:
        return SystemClock().now().date()
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ImpossibleDate(text=text) from error


def _data(code: str, day: date, found: FeeLines) -> dict[str, object]:
    return {
        "procedure": code,
        "day": day.isoformat(),
        "unknown": found.unknown,
        "total": found.total,
        "words": found.words,
        "why": found.why,
        "exemption": found.exemption.words if found.exemption else "",
        "lines": [
            {
                "name": line.name,
                "kind": line.kind.value,
                "amount": line.amount,
                "words": line.words,
                "instrument": line.instrument,
                "verified": line.verified,
            }
            for line in found.lines
        ],
        "choices": list(found.choices),
        "exemptions": [{"id": e.id, "words": e.words} for e in found.exemptions],
    }


def _lines(found: FeeLines) -> list[str]:
    total = found.why if found.total is None else f"Tổng: {dong(found.total)} ({found.words})"
    return [
        *map(_line, found.lines),
        total,
        *(f"Trường hợp: {choice}" for choice in found.choices),
        *(f"Diện miễn {e.id}: {e.words}" for e in found.exemptions),
    ]


def _line(line: FeeLine) -> str:
    source = line.instrument if line.verified else f"{line.instrument}, chưa đối chiếu"
    return f"{line.name} ({KIND_NAMES[line.kind]}): {line.words} [{source}]"
