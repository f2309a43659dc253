"""Scans as services ask for them (scan_ports.ScanMaker)."""

from __future__ import annotations

from desk_app.domain.scan import Captured, ScanMode
from desk_app.printing.pdf_pages import page_image
from desk_app.printing.scans.capture import capture


class PictureMaker:
    """Makes files small with Pillow and pdfium."""

    def capture(self, source: bytes, mode: ScanMode) -> Captured:
        """Return a file as it is kept."""
        return capture(source, mode)

    def page(self, pdf: bytes, *, width_px: int, page: int) -> bytes:
        """Return a page, the first is 0, as PNG."""
        return page_image(pdf, width_px, page)
