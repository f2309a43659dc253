"""How commands answer: one JSON object, or lines to read."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path


def add_common(parser: argparse.ArgumentParser) -> None:
    """Give a command the options that every command has."""
    parser.add_argument(
        "--data", type=Path, default=argparse.SUPPRESS, metavar="DIR", help="folder of the desk's data"
    )
    parser.add_argument("--json", action="store_true", help="answer in JSON")


def answer(options: argparse.Namespace, data: Mapping[str, object], lines: Iterable[str]) -> None:
    """Write `data` as JSON when asked to, else `lines`."""
    if options.json:
        sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.writelines(f"{line}\n" for line in lines)
