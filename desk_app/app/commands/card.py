"""`desk-app card`: what a card's text says; needs no store."""

from __future__ import annotations

import argparse

from desk_app.app.commands.output import add_common, answer
from desk_app.domain.citizen_card import read_card

FIELDS = ("kind", "id", "old_id", "name", "birth_date", "sex", "address", "issued_on")


def add(parser: argparse.ArgumentParser) -> None:
    """Tell argparse what the command takes."""
    parser.add_argument("text", metavar="TEXT")
    add_common(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Take the text apart."""
    card = read_card(options.text)
    data = {name: getattr(card, name) for name in FIELDS} | {"warnings": list(card.warnings)}
    lines = [f"{name}: {data[name] or '-'}" for name in FIELDS]
    answer(options, data, [*lines, *card.warnings])
    return 0
