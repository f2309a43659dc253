"""A file that is attached becomes small once, and hostile ones become a sentence."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import pypdfium2
import pytest
from PIL import Image, ImageChops
from support.scanned import page, picture

from desk_app.domain.errors import ScanTooLarge, ScanUnreadable
from desk_app.domain.scan import SCAN_BYTES, SCAN_PAGES, ScanMode
from desk_app.printing.pdf_pages import page_image
from desk_app.printing.scans.capture import capture
from desk_app.printing.scans.pdf import group_4
from desk_app.printing.scans.pixels import ink


@pytest.fixture(scope="module")
def text():
    return page()


def seen(pdf, number=0):
    return Image.open(io.BytesIO(page_image(pdf, 800, number))).convert("L")


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "PDF"])
def test_a_page_of_text_with_grain_is_below_80_kilobytes(text, kind):
    how = {"resolution": 200} if kind == "PDF" else {"dpi": (200, 200)}
    kept = capture(picture(text, kind, **how))

    assert (kept.pages, kept.colour) == (1, 0)
    assert len(kept.pdf) < 80_000
    assert len(kept.pdf) * 6 < len(picture(text, "JPEG"))


def test_black_and_white_pages_come_back_pixel_for_pixel(text):
    drawn = ink(text)
    kept = capture(picture(drawn, "PNG", dpi=(200, 200)))
    document = pypdfium2.PdfDocument(kept.pdf)
    back = next(iter(document[0].get_objects())).get_bitmap().to_pil().convert("1")
    document.close()

    assert back.size == drawn.size
    assert ImageChops.logical_xor(back, drawn).getbbox() is None


def test_every_letter_is_still_where_it_was(text):
    before = text.convert("L").resize((800, 1131)).point([255 if v > 160 else 0 for v in range(256)])
    after = seen(capture(picture(text, dpi=(200, 200))).pdf).resize((800, 1131))
    after = after.point([255 if v > 160 else 0 for v in range(256)])
    differ = ImageChops.difference(before, after).histogram()[255]

    assert differ < 0.03 * 800 * 1131


@pytest.mark.parametrize(
    ("made", "colour"), [({"seal": True}, 1), ({"photo": True}, 1), ({"grain": 20}, 0), ({"dpi": 300}, 0)],
    ids=["a red seal", "a photograph", "coarse paper", "300 dpi"],
)  # fmt: skip
def test_content_decides_unless_the_clerk_does(made, colour):
    source = picture(page(**made), dpi=(made.get("dpi", 200),) * 2)

    assert capture(source).colour == colour
    assert capture(source, ScanMode.COLOUR).colour == 1
    assert capture(source, ScanMode.MONO).colour == 0


def test_yellowed_paper_is_paper(text):
    yellow = Image.merge("RGB", [text, text.point(lambda v: v * 0.97), text.point(lambda v: v * 0.86)])

    assert capture(picture(yellow)).colour == 0


def test_each_page_of_a_file_is_judged_by_itself(text):
    source = picture(text.convert("RGB"), "TIFF", save_all=True, append_images=[page(seal=True)])
    kept = capture(source)

    assert (kept.pages, kept.colour) == (2, 1)
    assert seen(kept.pdf, 1).getextrema() != (255, 255)


def test_the_same_paper_twice_is_the_same_bytes(text):
    assert capture(picture(text)).pdf == capture(picture(text)).pdf


def test_nothing_of_the_file_itself_is_kept(text):
    exif = Image.Exif()
    exif[0x010F] = "Máy ảnh của Lan"
    source = picture(text, "JPEG", exif=exif, comment=b"Lan") + b"PK\x03\x04 and a second file"
    kept = capture(source).pdf

    assert b"Lan" not in kept
    assert b"PK\x03\x04" not in kept
    assert kept.endswith(b"%%EOF\n")


def test_a_telephone_held_upright_gives_an_upright_page(text):
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned by a quarter
    turned = text.transpose(Image.Transpose.ROTATE_90)
    shown = seen(capture(picture(turned, "JPEG", exif=exif)).pdf)

    assert shown.height > shown.width


@pytest.mark.parametrize("mode", ["LA", "P", "I;16", "CMYK", "1", "RGBA"])
def test_every_kind_of_pixel_is_taken(mode):
    source = Image.new("L", (600, 800), 255)
    source.paste(0, (100, 100, 300, 140))
    kind = "TIFF" if mode in {"CMYK", "I;16"} else "PNG"
    if mode == "I;16":
        source = source.convert("I").point(lambda v: v * 256).convert("I;16")
    kept = capture(picture(source.convert(mode) if mode != "I;16" else source, kind), ScanMode.MONO)
    light = seen(kept.pdf)

    assert light.getpixel((10, 10)) > 200
    assert light.getpixel((260, 160)) < 60


def pdf(*objects):
    """Return a PDF of these objects; the first is its catalogue."""
    out = b"%PDF-1.7\n"
    for number, content in enumerate(objects, 1):
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    return out + b"trailer\n<< /Root 1 0 R >>\n%%EOF\n"


PAGES = b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>"
SIGNED = pdf(
    b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /SigFlags 3 /Fields [4 0 R] >> >>",
    PAGES,
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots [4 0 R] >>",
    b"<< /Type /Annot /Subtype /Widget /FT /Sig /T (chu ky) /Rect [0 0 0 0] /V 5 0 R >>",
    b"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /Contents <00> /ByteRange [0 1 2 3] >>",
)


def test_a_signed_pdf_is_kept_byte_by_byte():
    kept = capture(SIGNED)

    assert (kept.pdf, kept.pages) == (SIGNED, 1)
    with pytest.raises(ScanUnreadable):
        capture(SIGNED + b"PK\x03\x04 a second file behind it")
    with pytest.raises(ScanTooLarge):
        capture(SIGNED.replace(b"%%EOF", b"%" * SCAN_BYTES + b"\n%%EOF"))


def test_a_script_in_a_pdf_does_not_come_along():
    source = pdf(
        b"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >>",
        PAGES,
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    )

    assert b"JavaScript" not in capture(source).pdf


def test_a_pdf_that_swells_costs_little_and_becomes_a_page():
    swollen = zlib.compress(b"0 0 m 1 1 l S\n" * 4_000_000)
    source = pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        PAGES,
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /I 4 0 R >> >> /Contents 5 0 R >>",
        f"<< /Type /XObject /Subtype /Image /Width 60000 /Height 60000 /BitsPerComponent 8 /ColorSpace /DeviceGray "
        f"/Filter /FlateDecode /Length {len(swollen)} >>\nstream\n".encode()
        + swollen
        + b"\nendstream",
        b"<< /Length 28 >>\nstream\nq 500 0 0 500 0 0 cm /I Do Q\nendstream",
    )

    assert len(source) < 200_000
    assert capture(source).pages == 1


def bomb_png(side):
    """Return a PNG of `side` x `side` white pixels in few bytes."""
    row = b"\0" + b"\xff" * (side // 8 + 1)
    squeeze = zlib.compressobj(9)
    data = b"".join(squeeze.compress(row) for _ in range(side)) + squeeze.flush()

    def chunk(name, content):
        return (
            struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
        )

    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def zip_before(source):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.pdf", source)
    return out.getvalue()


def test_a_bomb_is_refused_before_it_goes_off():
    assert len(bomb_png(12_000)) < 100_000
    for side in (12_000, 60_000):
        with pytest.raises(ScanTooLarge):
            capture(bomb_png(side) if side < 20_000 else bomb_head(side))


def bomb_head(side):
    source = bytearray(bomb_png(16))
    source[16:24] = struct.pack(">II", side, side)
    source[29:33] = struct.pack(">I", zlib.crc32(source[12:29]))
    return bytes(source)


def test_too_many_pages_and_bytes_are_refused(text):
    small = Image.new("1", (200, 280), 1)
    with pytest.raises(ScanTooLarge):
        capture(picture(small, "TIFF", save_all=True, append_images=[small] * SCAN_PAGES))
    with pytest.raises(ScanTooLarge):
        capture(picture(small, "PDF", save_all=True, append_images=[small] * SCAN_PAGES))
    grain = Image.effect_noise((1400, 1900), 120)
    with pytest.raises(ScanTooLarge):
        capture(picture(grain, "TIFF", save_all=True, append_images=[grain] * 20), ScanMode.COLOUR)
    with pytest.raises(ScanTooLarge):
        capture(b"\xff\xd8\xff" + bytes(65 * 1024 * 1024))


def test_a_huge_sheet_in_a_pdf_is_drawn_smaller():
    source = picture(Image.new("1", (300, 300), 1), "PDF", resolution=1)  # 7.6 m
    kept = capture(source)

    assert len(kept.pdf) < SCAN_BYTES


def test_what_cannot_be_read_is_a_sentence(text):
    whole = {kind: picture(text.resize((200, 280)), kind) for kind in ("PNG", "JPEG", "TIFF", "PDF")}
    broken = [
        b"",
        b"\0",
        b"%PDF-",
        b"%PDF-1.4\n%%EOF",
        b"GIF89a" + bytes(50),
        b"<html>",
        b"MZ" + bytes(900),
        zip_before(whole["PDF"]),
    ]
    broken += [source[: len(source) // 2] for source in whole.values()]
    broken += [source[:20] for source in whole.values()]
    for source in broken:
        with pytest.raises(ScanUnreadable):
            capture(source)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "PDF"])
def test_flipped_bytes_are_drawn_or_refused_and_never_anything_else(text, kind):
    source = picture(text.resize((200, 280)), kind)
    for at in range(0, len(source), max(1, len(source) // 40)):
        spoilt = bytearray(source)
        spoilt[at] ^= 0xFF
        try:
            kept = capture(bytes(spoilt))
        except (ScanUnreadable, ScanTooLarge):
            continue
        assert kept.pages == 1


def test_group_4_is_white_where_the_picture_is():
    assert len(group_4(Image.new("1", (1654, 2339), 1))) < 800
