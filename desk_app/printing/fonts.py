"""The paper fonts: bundled, embedded, and never a letter missing."""

from __future__ import annotations

import threading
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics

from desk_app.domain.errors import MissingGlyph
from desk_app.printing.paper_font import PaperFont

REGULAR, BOLD, ITALIC, BOLD_ITALIC = "Tinos", "Tinos-Bold", "Tinos-Italic", "Tinos-BoldItalic"
_FILES = {
    REGULAR: "Tinos-Regular.ttf",
    BOLD: "Tinos-Bold.ttf",
    ITALIC: "Tinos-Italic.ttf",
    BOLD_ITALIC: "Tinos-BoldItalic.ttf",
}
_guard = threading.Lock()


@dataclass(frozen=True, slots=True)
class Type:
    """A font at a size, in points; `leading` from one line to the next."""

    font: str
    size: float

    @property
    def leading(self) -> float:
        """Return the distance between lines: Vietnamese stacks two marks on a capital."""
        return self.size * 1.25

    def width(self, text: str) -> float:
        """Return how wide a line is."""
        return float(pdfmetrics.stringWidth(text, self.font, self.size))

    def balanced(self, text: str, width: float) -> list[str]:
        """Break `text` into as few lines as fit, of about the same length: no word alone on the last."""
        lines = self.lines(text, width)
        if len(lines) > 1:
            low, high = width / len(lines), width
            while high - low > 1:
                middle = (low + high) / 2
                low, high = (low, middle) if len(self.lines(text, middle)) == len(lines) else (middle, high)
            lines = self.lines(text, high)
        return lines

    def lines(self, text: str, width: float) -> list[str]:
        """Break `text` into lines no wider than `width`; a word that is wider is broken too."""
        units, scale = pdfmetrics.getFont(self.font).units, 0.001 * self.size
        space = units(" ")
        lines, line, taken = list[str](), "", 0.0
        for word in text.split():
            more = units(word)  # each word is measured once, not again with every word after it
            if line and scale * (taken + space + more) <= width:
                line, taken = f"{line} {word}", taken + space + more
                continue
            if line:
                lines.append(line)
            line, taken = word, more
            while scale * taken > width and len(line) > 1:
                fits = next(n for n in range(len(line) - 1, 0, -1) if n == 1 or self.width(line[:n]) <= width)
                lines.append(line[:fits])
                line = line[fits:]
                taken = units(line)
        return [*lines, line] if line or not lines else lines


def register(folder: Path) -> None:
    """Make the fonts known to reportlab, once a process."""
    with _guard:
        rl_config.useA85 = 0  # pages stay binary: a quarter smaller
        for name, file in _FILES.items():
            if name not in pdfmetrics.getRegisteredFontNames():
                pdfmetrics.registerFont(PaperFont(name, folder / file))


def printable(text: str, font: str = REGULAR) -> str:
    """Return `text` in NFC when the font has all of it; reportlab would print blanks in silence.

    Raises:
        MissingGlyph: naming the first letter that the font does not have.
    """
    composed = unicodedata.normalize("NFC", text)
    lacking = set(composed) - pdfmetrics.getFont(font).letters
    for letter in composed if lacking else "":
        if letter in lacking and not letter.isspace():
            raise MissingGlyph(glyph=letter, text=composed[:40])
    return composed
