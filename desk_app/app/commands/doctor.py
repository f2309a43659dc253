"""`desk-app doctor`: tells whether store, chain, printer, disk and clock are sound."""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from desk_app.app.commands.output import add_common, answer
from desk_app.app.commands.store_access import add_access, opened
from desk_app.app.home import rules_for
from desk_app.app.printers import printers_of
from desk_app.domain.errors import DamagedLog
from desk_app.domain.moment import iso
from desk_app.machine.clock import SystemClock
from desk_app.machine.paths import data_folder
from desk_app.services.due_check import odd_dues
from desk_app.services.print_slip import PRINTER_SETTING
from desk_app.storage.store import Store

LEAST_FREE_MB = 200


def add(parser: argparse.ArgumentParser) -> None:
    """Tell argparse what the command takes."""
    add_access(parser)
    add_common(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Check everything; 2 when the store itself is not whole."""
    folder = options.data or data_folder()
    with opened(options) as store:
        found = _store(store) | _clock(store) | _due_dates(store, folder)
        with store.reading() as reading:
            printer = printers_of(folder).state(reading.setting(PRINTER_SETTING))
    free_mb = shutil.disk_usage(folder).free // 2**20
    found |= {
        "printer": {"name": printer.name, "ready": printer.ready, "detail": printer.detail},
        "disk": {"free_mb": free_mb, "ok": free_mb >= LEAST_FREE_MB},
    }
    whole = bool(found["integrity"] and found["chain"] and found["projections"])
    answer(options, {"ok": whole, **found}, (f"{name}: {value}" for name, value in found.items()))
    return 0 if whole else 2


def _store(store: Store) -> dict[str, object]:
    try:
        health = store.health()
    except DamagedLog as error:
        return {"integrity": True, "chain": False, "projections": False, "told": str(error)}
    return {
        "integrity": health.integrity,
        "chain": health.chain,
        "projections": health.projections,
        "events": health.head,
    }


def _clock(store: Store) -> dict[str, object]:
    """Say whether the PC's clock stands after the last event."""
    now = SystemClock().now()
    with store.reading() as reading:
        last = reading.last_event_at()
    return {
        "clock": {
            "now": iso(now),
            "last_event": iso(last) if last else None,
            "ok": last is None or now >= last,
        }
    }


def _due_dates(store: Store, folder: Path) -> dict[str, object]:
    """Say which cases were promised a date that their own rules do not give."""
    with store.reading() as reading:
        desk = reading.desk()
    rules = rules_for(
        desk, SystemClock(), folder
    )  # without the commune's own days: each case has those of its time
    odd = odd_dues(store=store, rules=rules, calendar=rules.calendar)
    return {"due_dates": {"ok": not odd, "differ": odd}}
