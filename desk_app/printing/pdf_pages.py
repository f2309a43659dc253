"""Pages of finished PDFs: as pictures for previews and old printers, and many papers put together."""

from __future__ import annotations

import io
import threading
from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2

POINTS_AN_INCH = 72
one_at_a_time = threading.Lock()  # pdfium is not safe on two threads at once


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBitmap:
    """A page as red, green, blue bytes; `stride` bytes a row."""

    pixels: bytes
    width: int
    height: int
    stride: int


def page_bitmaps(pdf: bytes, dpi: int) -> list[PageBitmap]:
    """Return every page of a PDF as a picture, for printers that take no PDF."""
    with one_at_a_time:
        document = pypdfium2.PdfDocument(pdf)
        try:
            made = [page.render(scale=dpi / POINTS_AN_INCH, rev_byteorder=True) for page in document]
            return [
                PageBitmap(pixels=bytes(one.buffer), width=one.width, height=one.height, stride=one.stride)
                for one in made
            ]
        finally:
            document.close()


def page_image(pdf: bytes, width_px: int, page: int = 0) -> bytes:
    """Return a page of a PDF, the first is 0, as PNG, `width_px` wide."""
    with one_at_a_time:
        document = pypdfium2.PdfDocument(pdf)
        try:
            wanted = document[page]
            bitmap = wanted.render(scale=width_px / wanted.get_width())
            image = bitmap.to_pil()
        finally:
            document.close()
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def together(pdfs: Sequence[bytes]) -> bytes:
    """Return one PDF with the pages of all, in order: one job for the printer instead of twenty."""
    with one_at_a_time:
        whole = pypdfium2.PdfDocument.new()
        try:
            for pdf in pdfs:
                part = pypdfium2.PdfDocument(pdf)
                try:
                    whole.import_pages(part)
                finally:
                    part.close()
            out = io.BytesIO()
            whole.save(out)
        finally:
            whole.close()
    return out.getvalue()
