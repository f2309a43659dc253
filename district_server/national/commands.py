"""`district-server export` and `check-export`."""

from __future__ import annotations

import argparse
import getpass
import json
import sys
from collections.abc import Callable
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from district_server.ledger import Ledger
from district_server.national.check import faults_in
from district_server.national.export import export

_SHOWN = 1000  # faults; a file of another kind has one a value


def add(commands: Any, common: argparse.ArgumentParser, run: Callable[[argparse.Namespace], int]) -> None:  # noqa: ANN401 - argparse names its own kind privately
    """Add both; `run` calls `options.deed(options, ledger, now)`."""
    out = commands.add_parser("export", parents=[common], help="cases in the national field names")
    out.add_argument("--from", dest="first", type=date.fromisoformat, required=True, metavar="YYYY-MM-DD")
    out.add_argument("--to", dest="last", type=date.fromisoformat, required=True, metavar="YYYY-MM-DD")
    out.add_argument("--out", type=Path, required=True, metavar="FILE")
    out.add_argument(
        "--without-persons", action="store_true", help="nothing that names, numbers or reaches anybody"
    )
    out.set_defaults(run=run, deed=_export)
    check = commands.add_parser("check-export", help="hold an export against the national fields")
    check.add_argument("file", type=Path)
    check.add_argument("--json", action="store_true")
    check.set_defaults(run=_check)


def _export(options: argparse.Namespace, ledger: Ledger, now: datetime) -> tuple[dict[str, object], str]:
    by = f"(máy chủ: {getpass.getuser()})"
    written = export(
        ledger, options.first, options.last, options.out, persons=not options.without_persons, by=by, now=now
    )
    told = f"Đã ghi {written.cases} hồ sơ, {written.turns} bước xử lý của {written.desks} quầy vào {options.out}."
    return {"cases": written.cases, "turns": written.turns, "desks": written.desks}, told


def _check(options: argparse.Namespace) -> int:
    """Print one line a fault; 1 when there are any."""
    found = list(islice(faults_in(options.file), _SHOWN))
    for one in found:
        if options.json:
            told = {
                "line": one.line,
                "record": one.record,
                "field": one.field,
                "sentence": one.sentence,
                "verified": one.verified,
            }
            sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n")
        else:
            sys.stdout.write(f"{one}\n")
    if not options.json:
        sys.stdout.write("Không thấy lỗi nào.\n" if not found else f"{len(found)} lỗi.\n")
    return 1 if found else 0
