"""The command `desk-app`: the window, and the commands that need no window."""

from __future__ import annotations

import argparse
import gc
import io
import os
import sys
from importlib import import_module
from pathlib import Path

from desk_app.app.commands import COMMANDS
from desk_app.domain.errors import DeskError
from desk_app.machine.settings_file import LANGUAGES


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 when it did its job, 2 with one clear sentence when it could not."""
    arguments = sys.argv[1:] if arguments is None else arguments
    for stream, odd in (
        (sys.stdin, "strict"),
        (sys.stdout, "backslashreplace"),
        (sys.stderr, "backslashreplace"),
    ):
        if isinstance(stream, io.TextIOWrapper):  # none in a window of Windows
            stream.reconfigure(encoding="utf-8", errors=odd)  # a redirected Windows console is cp1252
    options = _parser(arguments).parse_args(arguments)
    try:
        ended = int(options.run(options))
        if sys.stdout is not None:  # none in a window of Windows
            sys.stdout.flush()
        return ended
    except BrokenPipeError:  # whoever reads on, such as `head`, has enough
        os.dup2(
            os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno()
        )  # else Python complains of it at its end
        return 0
    except DeskError as error:
        sys.stderr.write(f"{error}\n")
        return 2


def _parser(arguments: list[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="desk-app", description="Quầy Một Cửa")
    parser.add_argument("--data", type=Path, metavar="DIR", help="folder of the desk's data")
    parser.add_argument("--demonstration", action="store_true", help="open the demonstration commune anew")
    parser.add_argument("--language", choices=LANGUAGES, help="of the window, for this start")
    parser.set_defaults(run=_open_window)
    commands = parser.add_subparsers(metavar="COMMAND", required=False)
    for name, told in COMMANDS.items():
        command = commands.add_parser(name, help=told)
        if name in arguments:
            import_module(f"desk_app.app.commands.{name.replace('-', '_')}").add(command)
    return parser


def _open_window(options: argparse.Namespace) -> int:
    gc.disable()  # a start spends 7 ms looking for garbage; later the window looks for itself (ui/garbage.py)
    from desk_app.app.startup import open_demonstration, open_window  # imported here: Qt costs 170 ms

    opening = open_demonstration if options.demonstration else open_window
    return opening(options.data, options.language)
