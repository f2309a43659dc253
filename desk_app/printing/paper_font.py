"""A TrueType font that takes little room in a PDF: the letters used, and one table of letters for all fonts of a page.

reportlab's own TTFont embeds each font's letters under numbers of their own, so every font brings a table that says
which number is which letter; here all fonts of a document share the numbers and the table.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.ttfonts import SUBSETN, TTEncoding, TTFontFace

HIGH = 128
PLACES = (*range(HIGH, 256), *range(1, 32))  # numbers for letters beyond ASCII; ASCII letters keep theirs
LEFT_OUT = frozenset({"name", "OS/2"})  # a PDF says these things itself


class PaperFont:
    """Fills what reportlab asks of a font whose letters are collected while a page is drawn."""

    _dynamicFont = _multiByte = 1  # noqa: N815 - reportlab's names
    shapable = False

    def __init__(self, name: str, path: Path) -> None:
        self.fontName = name
        self.face = _Face(str(path))
        self.encoding = TTEncoding()
        self.letters = frozenset(map(chr, self.face.charToGlyph))
        self._widths = _Widths(self.face)
        self._used: WeakKeyDictionary[Any, set[str]] = WeakKeyDictionary()

    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:  # noqa: N802 - reportlab's name
        """Return how wide a line is, in points."""
        del encoding
        return 0.001 * size * self.units(text)

    def units(self, text: str) -> float:
        """Return how wide a line is, in thousandths of the size: adds up without rounding."""
        return sum(map(self._widths.__getitem__, text))

    def splitString(self, text: str, doc: Any, encoding: str = "utf-8") -> list[tuple[int, bytes]]:  # noqa: N802, ANN401
        """Return `text` as (subset, numbers); nearly always one subset."""
        del encoding
        if not self.letters.issuperset(text):  # what is missing here is white space
            text = "".join(letter if letter in self.letters else " " for letter in text)
        self._used.setdefault(doc, set()).update(text)
        numbers = _of(doc).numbered(text)
        if max(numbers, default=0) < 256:
            return [(0, bytes(numbers))]
        return [(subset, bytes(n & 255 for n in part)) for subset, part in groupby(numbers, lambda n: n >> 8)]

    def getSubsetInternalName(self, subset: int, doc: Any) -> str:  # noqa: N802, ANN401 - reportlab
        """Return what the page calls a subset."""
        if self.fontName not in doc.fontMapping:
            doc.fontMapping[self.fontName] = f"/F{len(doc.fontMapping) + 1}"
            doc.delayedFonts.append(self)
        return f"{doc.fontMapping[self.fontName]}+{subset}"

    def addObjects(self, doc: Any) -> None:  # noqa: N802, ANN401 - reportlab
        """Add what was used to the document, at its end."""
        letters, used = _of(doc), self._used.pop(doc)
        for subset in sorted({letters.numbers[letter] >> 8 for letter in used}):
            places = {
                n & 255: ord(letter)
                for letter, n in letters.numbers.items()
                if letter in used and n >> 8 == subset
            }
            first, last = min(places), max(places)
            listed = [places.get(place, 0) for place in range(last + 1)]
            name = f"{SUBSETN(subset).decode()}+{self.face.name.decode()}"
            font = pdfdoc.PDFTrueTypeFont()
            font.Name = self.getSubsetInternalName(subset, doc)[1:]
            font.BaseFont = name
            font.FirstChar, font.LastChar = first, last
            widths = (self.face.charWidths[code] if code else 0 for code in listed[first:])
            font.Widths = b"[" + b" ".join(b"%d" % round(width) for width in widths) + b"]"
            font.ToUnicode = letters.table(subset, doc)
            font.FontDescriptor = self.face.addSubsetObjects(doc, name, listed)
            doc.idToObject["BasicFonts"].dict[font.Name] = font


class _Face(TTFontFace):  # type: ignore[misc]  # reportlab publishes no types
    """Leaves tables out of a subset that a reader of PDF does not look at."""

    def get_table(self, tag: str) -> bytes:
        if tag in LEFT_OUT:
            raise KeyError(tag)  # reportlab then goes on without
        return bytes(super().get_table(tag))


class _Widths(dict[str, float]):
    """The width of each letter, in thousandths of the size."""

    def __init__(self, face: TTFontFace) -> None:
        super().__init__({chr(code): width for code, width in face.charWidths.items()})
        self._other = face.defaultWidth

    def __missing__(self, letter: str) -> float:
        return float(self._other)


class _Letters:
    """The numbers of a document's letters."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self._beyond = 0
        self._tables: dict[int, Any] = {}

    def numbered(self, text: str) -> list[int]:
        """Return each letter's number, 256 times the subset and the place in it."""
        numbers = self.numbers
        return [numbers[letter] if letter in numbers else self._give(letter) for letter in text]

    def _give(self, letter: str) -> int:
        if " " <= letter <= "~":
            number = ord(letter)
        else:
            subset, place = divmod(self._beyond, len(PLACES))
            number = subset << 8 | PLACES[place]
            self._beyond += 1
        self.numbers[letter] = number
        return number

    def table(self, subset: int, doc: Any) -> Any:  # noqa: ANN401 - reportlab
        """Return the reference of the table that gives readers the letters back (ToUnicode)."""
        if subset not in self._tables:
            beyond = [letter for letter, n in self.numbers.items() if n >> 8 == subset and n & 255 in PLACES]
            stream = pdfdoc.PDFStream(content=_to_unicode(beyond))
            stream.filters = [pdfdoc.PDFZCompress]
            self._tables[subset] = doc.Reference(stream, f"letters{subset}")
        return self._tables[subset]


_documents: WeakKeyDictionary[Any, _Letters] = WeakKeyDictionary()


def _of(doc: Any) -> _Letters:  # noqa: ANN401 - reportlab
    return _documents.setdefault(doc, _Letters())


def _to_unicode(beyond: Sequence[str]) -> str:
    """Return a CMap: ASCII as it is, then letters as they were numbered."""
    ranges = ["<20><7E><0020>"]
    for first, letters in ((PLACES[0], beyond[:HIGH]), (PLACES[HIGH], beyond[HIGH:])):
        if letters:
            listed = "".join(f"<{ord(letter):04X}>" for letter in letters)
            ranges.append(f"<{first:02X}><{first + len(letters) - 1:02X}>[{listed}]")
    return (
        "/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def/CMapName/Letters def/CMapType 2 def\n"
        "1 begincodespacerange<00><FF>endcodespacerange\n"
        f"{len(ranges)} beginbfrange\n" + "\n".join(ranges) + "\nendbfrange\nendcmap end end"
    )
