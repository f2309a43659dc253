"""The command `desk-app`: the window, and the commands that need no window."""

from __future__ import annotations

import argparse
from pathlib import Path


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 when it did its job, 2 with one clear sentence when it could not."""
    parser = argparse.ArgumentParser(prog="desk-app", description="Quầy Một Cửa")
    parser.add_argument("--picture", type=Path, metavar="FILE", help="save a picture and leave")
    options = parser.parse_args(arguments)
    from desk_app.app.startup import open_window  # imported here: Qt costs 170 ms

    return open_window(picture=options.picture)
