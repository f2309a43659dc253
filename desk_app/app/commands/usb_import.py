"""`desk-app usb-import`: read the superior's acknowledgement from a stick."""

from __future__ import annotations

import argparse
from pathlib import Path

from desk_app.app.commands.output import add_common, answer
from desk_app.app.commands.store_access import add_access, opened
from desk_app.machine.clock import SystemClock
from desk_app.machine.stick import UsbStick
from desk_app.services.usb_import import usb_import
from desk_app.sync.parcels import SealedParcels


def add(parser: argparse.ArgumentParser) -> None:
    """Tell argparse what the command takes."""
    parser.add_argument("file", type=Path, help="the acknowledgement file that the superior gave")
    add_access(parser)
    add_common(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Check and go by it."""
    with opened(options) as store:
        confirmed = usb_import(
            options.file, store=store, parcels=SealedParcels(), stick=UsbStick(), clock=SystemClock()
        )
    data = {
        "fresh": confirmed.fresh,
        "acknowledged": confirmed.cases,
        "pending": confirmed.pending,
        "refused": confirmed.refused,
    }
    told = (
        f"Cấp trên đã nhận thêm {confirmed.cases} hồ sơ; còn {confirmed.pending} hồ sơ chờ gửi, "
        f"{confirmed.refused} hồ sơ bị trả lại."
        if confirmed.fresh
        else "Xác nhận này đã đọc rồi hoặc cũ hơn lần gần nhất: không có gì thay đổi."
    )
    answer(options, data, [told])
    return 0
