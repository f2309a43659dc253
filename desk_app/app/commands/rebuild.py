"""`desk-app rebuild`: make every projection anew from the log."""

from __future__ import annotations

import argparse

from desk_app.app.commands.output import add_common, answer
from desk_app.app.commands.store_access import add_access, opened


def add(parser: argparse.ArgumentParser) -> None:
    """Tell argparse what the command takes."""
    add_access(parser)
    add_common(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Rebuild in one transaction, and say whether the same rows came out."""
    with opened(options) as store:
        same = store.rebuild()
    told = "Các bảng không đổi." if same else "Các bảng đã được dựng lại từ nhật ký."
    answer(options, {"same": same}, [told])
    return 0
