"""The printers of this system, and the folder for papers beside them."""

from __future__ import annotations

import os
from pathlib import Path

from desk_app.domain.ports import Printer
from desk_app.printing.printer import CupsPrinter
from desk_app.printing.with_folder import WithFolder


def printers_of(folder: Path) -> Printer:
    """Return what can print at the desk whose data lie in `folder`."""
    if os.name != "nt":
        return WithFolder(CupsPrinter(), folder / "papers")
    from desk_app.app.windows_printer import WindowsPrinter  # QtPrintSupport is of no use elsewhere

    return WithFolder(WindowsPrinter(), folder / "papers")
