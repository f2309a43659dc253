"""A PDF that holds pictures and nothing else: CCITT G4 for black and white, JPEG for the rest."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass

from PIL import Image, ImageFilter

POINTS_AN_INCH = 72
JPEG_QUALITY = 50
_STRIP_OFFSETS, _STRIP_BYTES = 273, 279  # TIFF tags
_ONE_STRIP = {278: 1 << 30}  # RowsPerStrip: all rows in one


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One page as a PDF holds it; `filter` is the PDF's word for how `data` is coded."""

    data: bytes
    width: int
    height: int
    dpi: float
    filter: str
    space: str  # DeviceGray, DeviceRGB


def mono_leaf(image: Image.Image, dpi: float) -> Leaf:
    """Return a black-and-white page coded as CCITT G4."""
    return Leaf(
        data=group_4(image), width=image.width, height=image.height, dpi=dpi, filter="CCITTFaxDecode",
        space="DeviceGray",
    )  # fmt: skip


def colour_leaf(image: Image.Image, dpi: float) -> Leaf:
    """Return a page coded as JPEG, grey where it has no colour; a transparent picture lies on white."""
    if "A" in image.getbands() or "transparency" in image.info:
        seen = image.convert("RGBA")
        image = Image.new("RGB", seen.size, "white")
        image.paste(seen, mask=seen.getchannel("A"))
    grey = image.mode in {"1", "L"}
    smooth = image.convert("L" if grey else "RGB").filter(
        ImageFilter.GaussianBlur(0.7)
    )  # grain is half the bytes
    out = io.BytesIO()
    smooth.save(out, "JPEG", quality=JPEG_QUALITY, optimize=True)
    return Leaf(
        data=out.getvalue(), width=image.width, height=image.height, dpi=dpi, filter="DCTDecode",
        space="DeviceGray" if grey else "DeviceRGB",
    )  # fmt: skip


def group_4(image: Image.Image) -> bytes:
    """Return the bare G4 code of a picture of mode 1; white is coded as white."""
    out = io.BytesIO()
    # 262: 0 = white is zero, as fax machines have it and PDF expects it
    image.save(out, "TIFF", compression="group4", tiffinfo=_ONE_STRIP | {262: 0})
    tiff = out.getvalue()
    with Image.open(io.BytesIO(tiff)) as read:
        tags = read.tag_v2  # type: ignore[attr-defined]
        (start,), (size,) = tags[_STRIP_OFFSETS], tags[_STRIP_BYTES]
    return tiff[start : start + size]


def pdf_of(leaves: Iterable[Leaf]) -> bytes:
    """Return the PDF of these pages: the same pages give the same bytes."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    pages: list[int] = []
    for leaf in leaves:
        first = len(objects) + 1
        width, height = (round(side / leaf.dpi * POINTS_AN_INCH, 2) for side in (leaf.width, leaf.height))
        draw = f"q {width} 0 0 {height} 0 0 cm /I Do Q".encode()
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Contents {first + 1} 0 R "
            f"/Resources << /XObject << /I {first + 2} 0 R >> >> >>".encode(),
            _stream("", draw),
            _stream(_picture(leaf), leaf.data),
        ]
        pages.append(first)
    kids = " ".join(f"{page} 0 R" for page in pages)
    objects[1] = f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode()
    return _file(objects)


def _picture(leaf: Leaf) -> str:
    bits, coded = 8, ""
    if leaf.filter == "CCITTFaxDecode":
        bits = 1
        coded = f"/DecodeParms << /K -1 /Columns {leaf.width} /Rows {leaf.height} >> "
    return (
        f"/Type /XObject /Subtype /Image /Width {leaf.width} /Height {leaf.height} /BitsPerComponent {bits} "
        f"/ColorSpace /{leaf.space} /Filter /{leaf.filter} {coded}"
    )


def _stream(entries: str, data: bytes) -> bytes:
    return f"<< {entries}/Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"


def _file(objects: list[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    for place in places:
        out += f"{place:010d} 00000 n \n".encode()
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)
