"""The system's printers through CUPS (ports.Printer): `lp` takes the PDF as it is."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence

from desk_app.domain.errors import NoPrinter, PrintFailed
from desk_app.domain.slip import Paper, PrinterState
from desk_app.domain.words import Words

TIMEOUT_S = 20.0


class CupsPrinter:
    """Speaks to the spooler by its own commands; honours CUPS_SERVER."""

    def names(self) -> list[str]:
        """Return the printers' names; none where there is no CUPS."""
        asked = _run(["lpstat", "-e"])
        return asked.stdout.decode().split() if asked and asked.returncode == 0 else []

    def state(self, name: str) -> PrinterState:
        """Return whether a printer takes jobs."""
        asked = _run(["lpstat", "-p", name]) if name else None
        if asked is None or asked.returncode != 0:
            return PrinterState(name=name, ready=False, detail=Words("không thấy máy in"))
        text = asked.stdout.decode(errors="replace")
        ready = "disabled" not in text
        return PrinterState(name=name, ready=ready, detail=Words("sẵn sàng") if ready else Words("đang dừng"))

    def send(self, paper: Paper, name: str) -> None:
        """Give a paper to the spooler and return once it has the job.

        Raises:
            NoPrinter: none is chosen, or it is gone.
            PrintFailed: the spooler refused.
        """
        if not name or name not in self.names():
            raise NoPrinter()
        sent = _run(["lp", "-d", name, "-t", paper.title, "-o", "fit-to-page"], paper.pdf)
        if sent is None or sent.returncode != 0:
            raise PrintFailed(printer=name)


def _run(command: Sequence[str], data: bytes | None = None) -> subprocess.CompletedProcess[bytes] | None:
    """Run a spooler command; None where it is not installed or does not answer."""
    if shutil.which(command[0]) is None:
        return None
    try:
        return subprocess.run(command, input=data, capture_output=True, check=False, timeout=TIMEOUT_S)
    except subprocess.TimeoutExpired:
        return None
