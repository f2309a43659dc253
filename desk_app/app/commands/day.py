"""`desk-app day`: the demonstration day, through the real window, without a screen."""

from __future__ import annotations

import argparse
import json
import os
import shutil
from pathlib import Path

from desk_app.app.commands.output import add_common, answer
from desk_app.machine.clock import SteppedClock
from desk_app.machine.demonstration_mark import claim
from desk_app.machine.key_slots import Cost
from desk_app.machine.paths import brought
from desk_app.machine.single_instance import only_one

NAMES = {
    "received": "Đã tiếp nhận",
    "at_once": "Giải quyết ngay",
    "handed_over": "Đã trả có phiếu",
    "printed": "Đã in giấy tiếp nhận",
    "acknowledged": "Cấp trên đã nhận",
    "pending": "Chờ gửi",
    "refused": "Cấp trên trả lại",
}


def add(parser: argparse.ArgumentParser) -> None:
    """Tell argparse what the command takes."""
    parser.add_argument("--cases", type=int, default=40, metavar="N")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    add_common(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Work the day; what an earlier run left in --out is replaced, nothing else is."""
    screen = brought("resources") / "screen.json"
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen}"
    from desk_app.app.day.work import work_a_day  # imported here: Qt costs 170 ms
    from desk_app.app.demonstration import MORNING, read_commune
    from desk_app.app.home import Home
    from desk_app.app.startup import application

    out, folder = options.out, options.data or options.out / "data"
    with only_one(folder):
        for place in (out, folder):  # both before anything is removed
            claim(place)
        for part in ("papers", "screens", "usb"):
            shutil.rmtree(out / part, ignore_errors=True)
        application(options.language or "vi")
        clock = SteppedClock(MORNING)
        home = Home(folder=folder, clock=clock, cost=Cost(memory_kib=8 * 1024, passes=1))
        summary = work_a_day(options.cases, read_commune(), home, clock, out)
    text = json.dumps(summary, indent=1)
    (out / "summary.json").write_text(text + "\n", encoding="utf-8")
    answer(options, summary, (f"{NAMES[name]}: {count}" for name, count in summary.items()))
    return (
        0 if summary["acknowledged"] == summary["received"] else 1
    )  # a day that did not arrive is no day done
