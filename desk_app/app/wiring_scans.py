"""Scans, bound to this desk: the panel of the case page, the sending after an exchange, the upkeep.

Pillow and pdfium are imported by the lane that first makes or shows a scan.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from desk_app.domain.ports import Clock, Store
from desk_app.domain.scan import SOURCE_BYTES, Captured, ScanMode, ScanProgress
from desk_app.domain.scan_ports import ScanMaker
from desk_app.machine.scan_files import SealedScans
from desk_app.machine.source_file import read_source
from desk_app.services.receive_case import Rules
from desk_app.services.scans import Scanner, attach_scan, read_scan, remove_scan, tidy_scans
from desk_app.services.send_scans import send_scans
from desk_app.ui.case.scans.panel import ScanServices

if TYPE_CHECKING:
    from desk_app.sync.superior_api import HttpSuperior


def scan_services(*, staff: str, rules: Rules, folder: Path, store: Store, clock: Clock) -> ScanServices:
    """Return what the panel asks for; `folder` is the desk's."""
    files = SealedScans(folder)

    def attach(code: str, source: Path, mode: ScanMode, paper: str) -> Captured:
        data = read_source(source, SOURCE_BYTES)
        scanner = Scanner(maker=_maker(), files=files)
        return attach_scan(
            code, data, mode, paper, staff=staff, rules=rules, scanner=scanner, store=store, clock=clock
        )

    def remove(code: str, sha256: bytes) -> None:
        remove_scan(code, sha256, staff=staff, files=files, store=store, clock=clock)

    def page(code: str, sha256: bytes, width: int, number: int) -> bytes:
        return _maker().page(read_scan(code, sha256, files=files, store=store), width_px=width, page=number)

    return ScanServices(attach=attach, remove=remove, page=page)


def send_waiting(
    *, superior: HttpSuperior, folder: Path, store: Store, clock: Clock,
    progress: Callable[[ScanProgress], None], paid: Callable[[int], None], budget: int | None = None,
) -> None:  # fmt: skip
    """Send the scans that wait, over the line that an exchange has just used; at most `budget` bytes of them."""
    from desk_app.sync.scan_line import HttpScans

    send_scans(
        store=store, files=SealedScans(folder), line=HttpScans(superior.asking), clock=clock,
        progress=progress, budget=budget, paid=paid,
    )  # fmt: skip


def tidy(*, folder: Path, store: Store, clock: Clock) -> None:
    """Let scans go whose time here is over (upkeep lane)."""
    tidy_scans(files=SealedScans(folder), store=store, clock=clock)


@cache
def _maker() -> ScanMaker:
    from desk_app.printing.scans.maker import PictureMaker

    return PictureMaker()
