"""One module a command: `add` tells argparse of it, `run` does it and returns 0 or 2."""

from __future__ import annotations

from desk_app.app.commands import card, day, doctor, due, import_catalogue, rebuild, show_frame, staff, sync

COMMANDS = (due, card, day, doctor, rebuild, sync, staff, import_catalogue, show_frame)
