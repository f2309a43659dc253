"""The system's printers, and a folder beside them: an office without a printer still has its papers."""

from __future__ import annotations

from pathlib import Path

from desk_app.domain.ports import Printer
from desk_app.domain.slip import Paper, PrinterState
from desk_app.printing.pdf_folder import NAME, PdfFolder


class WithFolder:
    """Fills ports.Printer; the folder is chosen like any printer of `system`."""

    def __init__(self, system: Printer, folder: Path) -> None:
        self._folder, self._system = PdfFolder(folder), system

    def names(self) -> list[str]:
        """Return the system's printers and, last, the folder."""
        return [*self._system.names(), NAME]

    def state(self, name: str) -> PrinterState:
        """Return whether a printer takes jobs."""
        return self._folder.state(name) if name == NAME else self._system.state(name)

    def send(self, paper: Paper, name: str) -> None:
        """Give a paper to the chosen printer; see ports.Printer."""
        (self._folder if name == NAME else self._system).send(paper, name)
