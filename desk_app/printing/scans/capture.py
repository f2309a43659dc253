"""Make a file that a clerk attaches small, once: PDF, JPEG, PNG or TIFF in, one PDF of pictures out."""

from __future__ import annotations

import io
import warnings
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager

import pypdfium2
import pypdfium2.raw as pdfium_c
from PIL import Image, ImageOps, ImageSequence

from desk_app.domain.errors import ScanTooLarge, ScanUnreadable
from desk_app.domain.scan import SCAN_BYTES, SCAN_PAGES, SOURCE_BYTES, Captured, ScanMode
from desk_app.printing.pdf_pages import one_at_a_time
from desk_app.printing.scans.pdf import POINTS_AN_INCH, Leaf, colour_leaf, mono_leaf, pdf_of
from desk_app.printing.scans.pixels import (
    COLOUR_DPI,
    DPI,
    PAGE_PIXELS,
    Page,
    at_most,
    ink,
    is_black_and_white,
    resolution,
)

_PICTURES = ("JPEG", "PNG", "TIFF")
_DRAWN_PIXELS = 16_000_000  # of a page of a PDF: A2 at 200 dpi; larger sheets are drawn coarser
_PDF = b"%PDF-"  # at the very beginning: what has something before it is two files in one


def capture(source: bytes, mode: ScanMode = ScanMode.BY_CONTENT) -> Captured:
    """Return a file as it is kept.

    What comes out is drawn from pixels, so nothing of the file itself travels: no script, no maker's data, no second
    file within. Only a PDF with a digital signature is kept byte by byte: drawn anew it would be signed no longer.

    Raises:
        ScanUnreadable: it is none of the four, is broken, or has nothing in it.
        ScanTooLarge: too many bytes, pages or pixels; or what comes out is more than is sent.
    """
    if len(source) > SOURCE_BYTES:
        raise ScanTooLarge(most=_SAID)
    if source.startswith(_PDF):
        if _is_signed(source):
            return _kept_as_it_is(source)
        pages = _pdf_pages(source)
    else:
        pages = _picture_pages(source)
    leaves: list[Leaf] = []
    size = 0
    # closed at once, also after an error: it holds an open document. Pillow's remarks on odd tags are for nobody here
    with warnings.catch_warnings(action="ignore"), closing(pages):
        for page in pages:
            leaves.append(_leaf(page, mode))
            size += len(leaves[-1].data)
            if size > SCAN_BYTES or len(leaves) > SCAN_PAGES:
                raise ScanTooLarge(most=_SAID)
    if not leaves:
        raise ScanUnreadable()
    pdf = pdf_of(leaves)
    if len(pdf) > SCAN_BYTES:
        raise ScanTooLarge(most=_SAID)
    colour = sum(leaf.filter == "DCTDecode" for leaf in leaves)
    return Captured(pdf=pdf, pages=len(leaves), colour=colour)


_SAID = f"{SCAN_PAGES} trang, {SCAN_BYTES // 1024 // 1024} MB"


def _leaf(page: Page, mode: ScanMode) -> Leaf:
    mono = mode is ScanMode.MONO or (mode is ScanMode.BY_CONTENT and is_black_and_white(page.image))
    if not mono:
        small = at_most(page, COLOUR_DPI)
        return colour_leaf(small.image, small.dpi)
    if page.image.mode == "1":  # already what a scanner found best
        return mono_leaf(page.image, page.dpi)
    small = at_most(Page(image=_on_white(page.image).convert("L"), dpi=page.dpi), DPI)
    return mono_leaf(ink(small.image), small.dpi)


def _on_white(image: Image.Image) -> Image.Image:
    if "A" not in image.getbands() and "transparency" not in image.info:
        return image
    seen = image.convert("RGBA")
    white = Image.new("RGB", seen.size, "white")
    white.paste(seen, mask=seen.getchannel("A"))
    return white


def _picture_pages(source: bytes) -> Generator[Page, None, None]:
    try:
        with Image.open(io.BytesIO(source), formats=_PICTURES) as opened:
            for number, frame in enumerate(ImageSequence.Iterator(opened)):
                if number >= SCAN_PAGES or frame.width * frame.height > PAGE_PIXELS:
                    raise ScanTooLarge(most=_SAID)
                frame.load()
                dpi = resolution(frame)
                yield Page(image=_plain(ImageOps.exif_transpose(frame)), dpi=dpi)
    except Image.DecompressionBombError as error:
        raise ScanTooLarge(most=_SAID) from error
    except (OSError, SyntaxError, ValueError, KeyError, TypeError, IndexError, OverflowError) as error:
        raise ScanUnreadable() from error  # what Pillow's readers raise for broken files


def _plain(image: Image.Image) -> Image.Image:
    """Return a picture in a mode that the rest knows: 16-bit grey and palettes become plain."""
    if image.mode in {"1", "L", "RGB", "RGBA"}:
        return image
    if image.mode.startswith("I;16") or image.mode in {"I", "F"}:
        return image.convert("I").point(lambda value: value / 256).convert("L")
    return image.convert("RGBA" if "transparency" in image.info or "A" in image.getbands() else "RGB")


def _pdf_pages(source: bytes) -> Generator[Page, None, None]:
    with _document(source) as document:
        with one_at_a_time:
            count = len(document)
        if count > SCAN_PAGES:
            raise ScanTooLarge(most=_SAID)
        for number in range(count):
            with one_at_a_time:  # page by page: a paper that is printed meanwhile waits for one of them
                page = _drawn(document, number)
            yield page


def _drawn(document: pypdfium2.PdfDocument, number: int) -> Page:
    try:
        sheet = document[number]
        width, height = sheet.get_size()
        scale = min(DPI / POINTS_AN_INCH, (_DRAWN_PIXELS / max(width * height, 1)) ** 0.5)
        image = sheet.render(scale=scale).to_pil()
        sheet.close()
    except (pypdfium2.PdfiumError, ValueError, MemoryError) as error:
        raise ScanUnreadable() from error
    return Page(image=image, dpi=scale * POINTS_AN_INCH)


def _is_signed(source: bytes) -> bool:
    with _document(source) as document, one_at_a_time:
        return int(pdfium_c.FPDF_GetSignatureCount(document.raw)) > 0


def _kept_as_it_is(source: bytes) -> Captured:
    with _document(source) as document, one_at_a_time:
        pages = len(document)
    if len(source) > SCAN_BYTES or pages > SCAN_PAGES:
        raise ScanTooLarge(most=_SAID)
    if not pages or not source.rstrip().endswith(b"%%EOF"):
        raise ScanUnreadable()
    return Captured(pdf=source, pages=pages, colour=pages)


@contextmanager
def _document(source: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """Open a PDF; the lock is not held meanwhile, the callers take it for each call."""
    with one_at_a_time:
        try:
            document = pypdfium2.PdfDocument(source)
        except pypdfium2.PdfiumError as error:
            raise ScanUnreadable() from error
    try:
        yield document
    finally:
        with one_at_a_time:
            document.close()
