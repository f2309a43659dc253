"""The command `desk-app`: the window, and the commands that need no window."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from desk_app.app.commands import COMMANDS
from desk_app.domain.errors import DeskError
from desk_app.machine.settings_file import LANGUAGES


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 when it did its job, 2 with one clear sentence when it could not."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except DeskError as error:
        sys.stderr.write(f"{error}\n")
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="desk-app", description="Quầy Một Cửa")
    parser.add_argument("--data", type=Path, metavar="DIR", help="folder of the desk's data")
    parser.add_argument("--demonstration", action="store_true", help="open the demonstration commune anew")
    parser.add_argument("--language", choices=LANGUAGES, help="of the window, for this start")
    parser.set_defaults(run=_open_window)
    commands = parser.add_subparsers(metavar="COMMAND", required=False)
    for command in COMMANDS:
        command.add(commands)
    return parser


def _open_window(options: argparse.Namespace) -> int:
    from desk_app.app.startup import open_demonstration, open_window  # imported here: Qt costs 170 ms

    opening = open_demonstration if options.demonstration else open_window
    return opening(options.data, options.language)
