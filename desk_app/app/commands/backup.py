"""`desk-app backup`: a verified copy of the store with its key slots, whole or not at all."""

from __future__ import annotations

import argparse
from pathlib import Path

from desk_app.app.commands.output import add_common, answer
from desk_app.app.commands.store_access import add_access, home_of, opened
from desk_app.domain.moment import iso
from desk_app.machine.clock import SystemClock
from desk_app.machine.copy_folder import CopyFolder, same_drive
from desk_app.services.store_copy import make_copy


def add(parser: argparse.ArgumentParser) -> None:
    """Tell argparse what the command takes."""
    parser.add_argument("--to", type=Path, metavar="DIR", help="the drive; the one chosen at F8 unless given")
    add_access(parser)
    add_common(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Make the copy."""
    folder = home_of(options).folder
    place = options.to.resolve() if options.to else None
    with opened(options) as store:
        copy = make_copy(store=store, shelf=CopyFolder(folder), clock=SystemClock(), place=place)
    data = {
        "at": iso(copy.at),
        "copy": str(copy.place / copy.name),
        "head": {"seq": copy.head_seq, "hash": copy.head_hash.hex()},
        "bytes": copy.size,
        "same_drive": same_drive(folder, copy.place),
    }
    told = [
        f"Đã sao lưu và kiểm tra lại: {copy.place / copy.name} ({copy.size} byte, {copy.head_seq} sự kiện)."
    ]
    if data["same_drive"]:
        told.append("Bản sao nằm cùng ổ với kho: ổ hỏng thì mất cả hai; hãy dùng ổ USB hoặc ổ thứ hai.")
    answer(options, data, told)
    return 0
