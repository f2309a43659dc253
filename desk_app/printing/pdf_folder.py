"""A folder as a printer: each paper becomes a PDF file. For offices without a printer, and the demonstration."""

from __future__ import annotations

import os
from pathlib import Path

from desk_app.domain.errors import PrintFailed
from desk_app.domain.slip import KEPT_AS_FILE, Paper, PrinterState
from desk_app.domain.words import Words

NAME = KEPT_AS_FILE


class PdfFolder:
    """Fills ports.Printer with files named by the job's title: a code, never a person."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def names(self) -> list[str]:
        """Return the one printer there is."""
        return [NAME]

    def state(self, name: str) -> PrinterState:
        """Return where the files go."""
        del name
        return PrinterState(name=NAME, ready=True, detail=Words("lưu vào thư mục giấy tờ"))

    def send(self, paper: Paper, name: str) -> None:
        """Write the file whole or not at all; a second print of the same paper gets a number.

        Raises:
            PrintFailed: the folder cannot be written.
        """
        del name
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            fresh = self._folder / f".{paper.title}.part"
            with fresh.open("wb") as file:
                file.write(paper.pdf)
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(self._free_name(paper.title))
        except OSError as error:
            raise PrintFailed(printer=NAME) from error

    def _free_name(self, title: str) -> Path:
        path, n = self._folder / f"{title}.pdf", 1
        while path.exists():
            n += 1
            path = self._folder / f"{title}_{n}.pdf"
        return path
