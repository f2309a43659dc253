"""`desk-app usb-export`: what the superior does not have, in one sealed file on a stick."""

from __future__ import annotations

import argparse
from pathlib import Path

from desk_app.app.commands.output import add_common, answer
from desk_app.app.commands.store_access import add_access, home_of, opened
from desk_app.domain.moment import iso
from desk_app.machine.clock import SystemClock
from desk_app.machine.scan_files import SealedScans
from desk_app.machine.stick import UsbStick
from desk_app.services.usb_export import usb_export
from desk_app.sync.parcels import SealedParcels


def add(parser: argparse.ArgumentParser) -> None:
    """Tell argparse what the command takes."""
    parser.add_argument("--to", type=Path, required=True, metavar="DIR", help="the stick")
    add_access(parser)
    add_common(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write and read back."""
    with opened(options) as store:
        export = usb_export(
            options.to,
            store=store,
            parcels=SealedParcels(),
            stick=UsbStick(),
            clock=SystemClock(),
            told=lambda _copying: None,
            stopped=lambda: False,
            files=SealedScans(home_of(options).folder),
        )
    path = options.to / export.name
    data = {
        "file": str(path),
        "cases": export.cases,
        "events": export.last - export.first + 1,
        "first": export.first,
        "last": export.last,
        "bytes": export.size,
        "at": iso(export.at),
    }
    told = f"Đã chép {export.cases} hồ sơ vào {path} và đọc lại đúng: có thể rút USB."
    later = "Hồ sơ vẫn tính là chờ gửi cho đến khi đọc tệp xác nhận mang về (desk-app usb-import)."
    answer(options, data, [told, later])
    return 0
