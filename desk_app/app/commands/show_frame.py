"""`desk-app show-frame`: what a frame says, one JSON line an event; needs no store."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from desk_app.app.commands.output import add_common
from desk_app.storage.frame_file import frame_lines


def add(parser: argparse.ArgumentParser) -> None:
    """Tell argparse what the command takes."""
    parser.add_argument("file", type=Path)
    add_common(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the lines."""
    sys.stdout.writelines(f"{line}\n" for line in frame_lines(options.file))
    return 0
