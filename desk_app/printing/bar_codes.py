"""QR and Code 128 of a case code, drawn as plain rectangles."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import zxingcpp
from reportlab.graphics.barcode.code128 import Code128

Bar = tuple[int, int, int, int]  # left, lower edge, width, height in modules


def qr_modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """Return the modules of a QR code row by row, True = dark, without the quiet zone."""
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    image: Any = code.to_image(scale=1, add_quiet_zones=False)
    rows: Any = memoryview(image).tolist()  # bytes, 0 = dark
    return tuple(tuple(module == 0 for module in row) for row in rows)


def draw_qr(canvas: Any, text: str, x: float, y: float, side: float) -> None:  # noqa: ANN401 - reportlab
    """Draw a QR code with its lower left corner at (x, y), `side` points wide without the quiet zone."""
    modules = qr_modules(text)
    bars: list[Bar] = []
    for row, cells in enumerate(modules, 1):
        start = None
        for column, cell in enumerate([*cells, False]):
            if cell and start is None:
                start = column
            elif not cell and start is not None:  # one rectangle a run: fewer bytes, no hairlines between
                bars.append((start, len(modules) - row, column - start, 1))
                start = None
    _draw(canvas, bars, x, y, side / len(modules[0]), side / len(modules))


def draw_code128(canvas: Any, text: str, x: float, y: float, width: float, height: float) -> None:  # noqa: ANN401
    """Draw a Code 128 of exactly `width` points, without text below."""
    code = _Code128Bars(text, barWidth=1, barHeight=1, quiet=False, humanReadable=False)
    code.bars = []
    code.draw()
    _draw(canvas, code.bars, x, y, width / code.width, height)


class _Code128Bars(Code128):  # type: ignore[misc]  # reportlab publishes no types
    """Keeps its bars instead of drawing them."""

    bars: list[Bar]

    def rect(self, x: float, y: float, w: float, h: float) -> None:
        self.bars.append((int(x), int(y), int(w), int(h)))


def _draw(canvas: Any, bars: Iterable[Bar], x: float, y: float, module: float, height: float) -> None:  # noqa: ANN401
    """Fill bars, counted in modules: reportlab takes 5 µs to write each fraction of a point, and there are 1,000."""
    canvas.saveState()
    canvas.transform(module, 0, 0, height, x, y)
    canvas.addLiteral(" ".join(f"{left} {low} {wide} {high} re" for left, low, wide, high in bars) + " f")
    canvas.restoreState()
