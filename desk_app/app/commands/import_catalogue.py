"""`desk-app import-catalogue`: a published list of procedures, first as what it would change."""

from __future__ import annotations

import argparse
from pathlib import Path

from desk_app.app import importing
from desk_app.app.commands.output import add_common


def add(parser: argparse.ArgumentParser) -> None:
    """Tell argparse what the command takes."""
    parser.add_argument("file", type=Path, help="XLSX, CSV, JSON or JSON lines, found by what it holds")
    parser.add_argument(
        "--decision",
        default="",
        help='the decision that publishes it: "QĐ 113/QĐ-UBND"; a dry run goes without',
    )
    parser.add_argument(
        "--effective-from",
        default="",
        metavar="DAY",
        help="2027-03-01 or 01/03/2027; a dry run goes without, and takes today",
    )
    parser.add_argument(
        "--mapping", type=Path, metavar="JSON", help="what the columns of this file are called"
    )
    parser.add_argument(
        "--partial", action="store_true", help="part of the catalogue: mark nothing as absent"
    )
    parser.add_argument("--dry-run", action="store_true", help="only tell what it would change")
    add_common(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Read, compare and, unless it is a dry run, write the new version."""
    return importing.run(options)
