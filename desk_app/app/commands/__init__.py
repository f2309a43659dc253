"""One module a command: `add` tells argparse of it, `run` does it and returns 0 or 2."""

from __future__ import annotations

from desk_app.app.commands import (
    card,
    clock,
    day,
    doctor,
    due,
    fee,
    forms,
    lifecycle,
    rebuild,
    show_frame,
    staff,
    sync,
)

COMMANDS = (due, fee, card, lifecycle, day, doctor, clock, rebuild, sync, staff, forms, show_frame)
