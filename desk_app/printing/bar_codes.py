"""QR and Code 128 of a case code, drawn as plain rectangles."""

from __future__ import annotations

from typing import Any

import zxingcpp
from reportlab.graphics.barcode.code128 import Code128


def qr_modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """Return the modules of a QR code row by row, True = dark, without the quiet zone."""
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    image: Any = code.to_image(scale=1, add_quiet_zones=False)
    rows: Any = memoryview(image).tolist()  # bytes, 0 = dark
    return tuple(tuple(module == 0 for module in row) for row in rows)


def draw_qr(canvas: Any, text: str, x: float, y: float, side: float) -> None:  # noqa: ANN401 - reportlab
    """Draw a QR code with its lower left corner at (x, y), `side` points wide without the quiet zone."""
    modules = qr_modules(text)
    rows, columns = len(modules), len(modules[0])
    step = side / columns
    path = canvas.beginPath()
    for row in range(rows):
        start = None
        for column in range(columns + 1):
            dark = column < columns and modules[row][column]
            if dark and start is None:
                start = column
            elif not dark and start is not None:  # one rectangle a run: fewer bytes, no hairlines between
                path.rect(x + start * step, y + side - (row + 1) * step, (column - start) * step, step)
                start = None
    canvas.drawPath(path, stroke=0, fill=1)


def draw_code128(canvas: Any, text: str, x: float, y: float, width: float, height: float) -> None:  # noqa: ANN401
    """Draw a Code 128 of exactly `width` points, without text below."""
    narrow = Code128(text, barWidth=1, quiet=False).width
    Code128(text, barWidth=width / narrow, barHeight=height, quiet=False, humanReadable=False).drawOn(
        canvas, x, y
    )
