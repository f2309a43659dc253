"""The paper fonts: bundled, embedded, and never a letter missing."""

from __future__ import annotations

import re
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
PITCH, TIGHT = 1.25, 1.14  # of the size: Vietnamese stacks two marks on a capital
KEPT = "\u00a0"  # a space at which no line breaks
_SPACES = re.compile(r"[ \t\r\n]+")
_BREAKS = re.compile(r"[-/.@,;](?=\w)")  # where a word that is wider than a line is parted first
TOLERANCE = 1e-6  # widths are sums of floats
_guard = threading.Lock()


@dataclass(frozen=True, slots=True)
class Type:
    """A font at a size, in points; `leading` from one line to the next."""

    font: str
    size: float
    pitch: float = PITCH

    @property
    def leading(self) -> float:
        """Return the distance between lines."""
        return self.size * self.pitch

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

    def lines(self, text: str, width: float, first: float | None = None) -> list[str]:
        """Break `text` into lines no wider than `width`, the first no wider than `first`; a wider word is broken too.

        Word by word: there is no kerning, so widths add up and long texts cost no more than their length.
        """
        lines: list[str] = []
        words: list[str] = []
        used, room, space = 0.0, width if first is None else first, self.width(" ")
        for word in _SPACES.split(text.strip(" \t\r\n")):
            wide = self.width(word)
            if words and used + space + wide <= room + TOLERANCE:
                words.append(word)
                used += space + wide
                continue
            if words or (wide > room and room < width):
                lines.append(" ".join(words))
                room = width
            while wide > room + TOLERANCE and len(word) > 1:
                fits = self._fitting(word, room)
                lines.append(word[:fits])
                word, room = word[fits:], width
                wide = self.width(word)
            words, used = [word], wide
        return [line.replace(KEPT, " ") for line in (*lines, " ".join(words))]

    def _fitting(self, word: str, room: float) -> int:
        """Return how many letters of a word fit, up to a hyphen or the like where there is one in its second half."""
        fits = next(n for n in range(len(word) - 1, 0, -1) if n == 1 or self.width(word[:n]) <= room)
        marks = [found.end() for found in _BREAKS.finditer(word, fits // 2, fits + 1) if found.end() <= fits]
        return marks[-1] if marks else fits

    def at(self, size: float) -> Type:
        """Return the same font at another size."""
        return Type(self.font, size, self.pitch)

    def of(self, font: str) -> Type:
        """Return another font at the same size."""
        return Type(font, self.size, self.pitch)


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
