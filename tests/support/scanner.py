"""A desk's scanner: real files, real pictures; and contents that need no pictures."""

from __future__ import annotations

import hashlib
import random
from dataclasses import dataclass

from support.desk import RULES

from desk_app.domain.scan import Captured, ScanMode
from desk_app.machine.scan_files import SealedScans
from desk_app.printing.scans.maker import PictureMaker
from desk_app.services.scans import Scanner, attach_scan


class PlainMaker:
    """Keeps what it is given: bytes are bytes to whoever stores and sends them."""

    def capture(self, source, _mode):
        return Captured(pdf=source, pages=1, colour=0)

    def page(self, pdf, *, width_px, page):
        return pdf


@dataclass
class Tray:
    """What a desk's folder has for scans."""

    folder: object
    maker: object = None

    def __post_init__(self):
        self.files = SealedScans(self.folder)
        self.scanner = Scanner(maker=self.maker or PlainMaker(), files=self.files)

    def attach(self, store, clock, code, source, mode=ScanMode.BY_CONTENT, component="", staff="hoa"):
        """Attach a file and return the SHA-256 of what is kept."""
        kept = attach_scan(
            code, source, mode, component, staff=staff, rules=RULES, scanner=self.scanner, store=store, clock=clock
        )  # fmt: skip
        return hashlib.sha256(kept.pdf).digest()


def real(folder):
    """Return a tray with the real maker."""
    return Tray(folder, PictureMaker())


def noise(size, seed=1):
    """Return bytes that nothing makes smaller."""
    return random.Random(seed).randbytes(size)


def names(folder):
    """Return what lies in a desk's folder of scans, of any name."""
    return sorted(path.name for path in (folder / "scans").rglob("*") if path.is_file())
