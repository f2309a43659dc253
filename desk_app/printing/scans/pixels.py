"""One page as pixels: is it black and white, and what of it is ink."""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image, ImageChops, ImageFilter

DPI = 200  # of black-and-white pages: 8-point diacritics stay apart
COLOUR_DPI = 150
PAGE_PIXELS = 50_000_000  # A4 at 600 dpi has 35 million
_LOOKED_AT = 400  # pixels of the longer side are enough to tell what a page is
_COLOURED = 48  # chroma, 0…255, from which a pixel is no yellowed paper and no lamp's tint
_COLOURED_SHARE = 0.002  # a seal of 35 mm has 0.4 % of A4
_PHOTO_SHARE = 0.012  # a photograph of 3 x 4 cm has 1.9 % of A4
_PHOTO_GREYS = 150  # of 255: in a photograph most pixels lie between ink and paper, in dense text one in six
_A4_LONG_MM = 297
_LONGEST_MM = 440  # a little more than A3: beyond it the resolution that a file states is none
_MM_AN_INCH = 25.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page's picture and how many pixels an inch has."""

    image: Image.Image
    dpi: float


def resolution(image: Image.Image) -> float:
    """Return a picture's pixels an inch; one that says none, or nonsense, is taken for A4."""
    longest = max(image.size)
    stated = image.info.get("dpi")
    dpi = float(stated[0]) if stated and float(stated[0]) > 0 else 0.0
    if dpi and longest / dpi * _MM_AN_INCH <= _LONGEST_MM:
        return dpi
    return longest / _A4_LONG_MM * _MM_AN_INCH


def at_most(page: Page, dpi: int) -> Page:
    """Return a page with no more pixels an inch than `dpi`."""
    if page.dpi <= dpi * 1.05:
        return page
    factor = dpi / page.dpi
    width, height = (max(1, round(side * factor)) for side in page.image.size)
    return Page(
        image=page.image.resize((width, height), Image.Resampling.BOX, reducing_gap=3.0), dpi=float(dpi)
    )


def is_black_and_white(image: Image.Image) -> bool:
    """Tell papers from seals in colour and photographs, by content."""
    if image.mode == "1":
        return True
    seen = image.convert("RGB") if image.mode != "L" else image
    factor = max(1, max(seen.size) // _LOOKED_AT)
    # colour is averaged, so that a camera's noise is none; shades are picked, else every line of text is grey
    return not (_is_coloured(seen.reduce(factor)) or _is_photograph(_picked(seen.convert("L"), factor)))


def ink(image: Image.Image) -> Image.Image:
    """Return a page in black and white: what is clearly darker than the paper around it, without specks."""
    grey = image.convert("L")
    paper = grey.reduce(16).filter(ImageFilter.MaxFilter(9)).filter(ImageFilter.GaussianBlur(6))
    paper = paper.point([max(value, 128) for value in range(256)])  # a large dark surface is no paper
    paper = paper.resize(grey.size, Image.Resampling.BILINEAR)
    dark = ImageChops.subtract(paper, grey.filter(ImageFilter.GaussianBlur(0.8)))
    threshold = _threshold(dark)
    drawn = dark.point([0 if value > threshold else 255 for value in range(256)])
    # a pixel with fewer than three black ones in its nine is dust: a dot of "i" has at least four
    lonely = drawn.filter(ImageFilter.BoxBlur(1)).point([255 if value > 184 else 0 for value in range(256)])
    return ImageChops.lighter(drawn, lonely).convert("1", dither=Image.Dither.NONE)


def _picked(grey: Image.Image, factor: int) -> Image.Image:
    width, height = (max(1, side // factor) for side in grey.size)
    return grey.resize((width, height), Image.Resampling.NEAREST)


def _is_coloured(seen: Image.Image) -> bool:
    if seen.mode == "L":
        return False
    red, green, blue = seen.split()
    brightest = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    darkest = ImageChops.darker(ImageChops.darker(red, green), blue)
    chroma = ImageChops.subtract(brightest, darkest).histogram()
    return sum(chroma[_COLOURED:]) > _COLOURED_SHARE * sum(chroma)


def _is_photograph(grey: Image.Image) -> bool:
    paper = _darkest_share(grey.histogram(), 0.9)  # as bright as the brightest tenth
    between = grey.point([255 if paper * 0.2 < shade < paper * 0.8 else 0 for shade in range(256)])
    places = between.filter(ImageFilter.BoxBlur(5)).histogram()
    return sum(places[_PHOTO_GREYS:]) > _PHOTO_SHARE * sum(places)


def _darkest_share(shades: list[int], share: float) -> int:
    """Return the shade below which `share` of all pixels lie."""
    wanted, seen = share * sum(shades), 0
    for shade, many in enumerate(shades):
        seen += many
        if seen >= wanted:
            return shade
    return 255


def _threshold(dark: Image.Image) -> int:
    """Return Otsu's threshold, kept where neither paper's grain nor faint pencil decides alone."""
    counts = dark.histogram()
    total, weighted = sum(counts), sum(shade * many for shade, many in enumerate(counts))
    best, at, below, below_weighted = 0.0, 0, 0, 0
    for shade, many in enumerate(counts):
        below += many
        below_weighted += shade * many
        above = total - below
        if not below or not above:
            continue
        apart = below_weighted / below - (weighted - below_weighted) / above
        between = float(below) * above * apart * apart
        if between > best:
            best, at = between, shade
    return min(max(at, 40), 64)
