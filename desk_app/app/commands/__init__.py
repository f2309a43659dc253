"""One module a command: `add` tells argparse of it, `run` does it and returns 0 or 2."""

from __future__ import annotations

from desk_app.app.commands import (
    card,
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

COMMANDS = (due, fee, card, lifecycle, day, doctor, rebuild, sync, staff, show_frame, forms)
