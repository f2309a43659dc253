"""Draws the desk's papers (ports.Papers), and shows what a receipt will look like."""

from __future__ import annotations

import io
import threading
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import pypdfium2

from desk_app.domain.case import Case
from desk_app.domain.desk import Desk
from desk_app.domain.guidance import Guided
from desk_app.domain.slip import SlipKind
from desk_app.domain.staff import Staff
from desk_app.printing import fonts
from desk_app.printing.forms import form_set_on, read_forms
from desk_app.printing.receipt import draw_receipt
from desk_app.printing.recovery_sheet import draw_recovery_sheet
from desk_app.printing.return_slip import draw_return_slip

POINTS_AN_INCH = 72
_pdfium = threading.Lock()  # pdfium is not safe on two threads at once


class PdfPapers:
    """Papers from the bundled fonts and forms."""

    def __init__(self, font_folder: Path, form_folder: Path) -> None:
        fonts.register(font_folder)
        self.forms = read_forms(form_folder)

    def form_set_on(self, day: date) -> str:
        """Return the statutory form set in force on `day`."""
        return form_set_on(self.forms, day)

    def slip(self, kind: SlipKind, case: Case, desk: Desk, staff: Staff, *, nth: int = 1) -> bytes:
        """Draw a paper of a case."""
        draw = self.receipt if kind is SlipKind.RECEIPT else self.return_slip
        return draw(case, desk, staff, nth=nth)

    def guidance(self, guided: Guided, desk: Desk, staff: Staff, *, nth: int = 1) -> bytes:
        """Draw Mẫu 02 or 03 for somebody who was not received."""
        raise NotImplementedError

    def receipt(self, case: Case, desk: Desk, staff: Staff, *, nth: int = 1) -> bytes:
        """Return Mẫu 01 of the case's own form set."""
        form = next(form for form in self.forms if form.form_set == case.form_set)
        return draw_receipt(case, desk, staff, form, nth=nth, copies=desk.receipt_copies)

    def receipt_preview(self, case: Case, desk: Desk, staff: Staff, *, width_px: int) -> bytes:
        """Return a PNG of the first A5 page of what would be printed."""
        form = next(form for form in self.forms if form.form_set == case.form_set)
        return page_image(draw_receipt(case, desk, staff, form, nth=1, copies=1), width_px)

    def return_slip(self, case: Case, desk: Desk, staff: Staff, *, nth: int = 1) -> bytes:
        """Return the return slip of a case that has been handed over."""
        return draw_return_slip(case, desk, staff, nth=nth)

    def recovery_sheet(self, desk: Desk, words: str, at: datetime) -> bytes:
        """Return the sheet for the safe."""
        return draw_recovery_sheet(desk, words, at)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBitmap:
    """A page as red, green, blue bytes; `stride` bytes a row."""

    pixels: bytes
    width: int
    height: int
    stride: int


def page_bitmaps(pdf: bytes, dpi: int) -> list[PageBitmap]:
    """Return every page of a PDF as a picture, for printers that take no PDF."""
    with _pdfium:
        document = pypdfium2.PdfDocument(pdf)
        try:
            made = [page.render(scale=dpi / POINTS_AN_INCH, rev_byteorder=True) for page in document]
            return [
                PageBitmap(pixels=bytes(one.buffer), width=one.width, height=one.height, stride=one.stride)
                for one in made
            ]
        finally:
            document.close()


def page_image(pdf: bytes, width_px: int) -> bytes:
    """Return the first page of a PDF as PNG, `width_px` wide."""
    with _pdfium:
        document = pypdfium2.PdfDocument(pdf)
        try:
            page = document[0]
            bitmap = page.render(scale=width_px / page.get_width())
            image = bitmap.to_pil()
        finally:
            document.close()
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()
