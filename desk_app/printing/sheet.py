"""A paper of the desk: letterhead, title, flowing blocks, a foot with bar code; A5 alone or twice on A4, or A4."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from desk_app.domain.desk import Letterhead
from desk_app.printing.bar_codes import draw_code128, draw_qr
from desk_app.printing.flow import Block, centred, pages
from desk_app.printing.fonts import BOLD, REGULAR, printable
from desk_app.printing.pack import packed
from desk_app.printing.styles import SLIP, Style
from desk_app.printing.values import PAGE, day_words

COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập – Tự do – Hạnh phúc"
Sums = Callable[[int, Sequence[Block]], Block]  # (page from 1, what stands on it) -> the line below


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What stands on a paper; `copies` are the labels of Liên 1, Liên 2; `marks` say what is special.

    `code` empty = no bar codes. `at` None = no place and date. `sums` draws the last line of every page.
    """

    style: Style
    letterhead: Letterhead
    number: str
    at: datetime | None
    title: Sequence[str]
    subtitle: Sequence[str]
    marks: Sequence[str]
    code: str
    foot: str
    copies: Sequence[str]
    blocks: Sequence[Block]
    sums: Sums | None = None


@dataclass(frozen=True, slots=True)
class Laid:
    """A sheet on its pages: the head of the first page, the head of the others, the blocks of each."""

    sheet: Sheet
    first: Block
    following: Block
    pages: list[list[Block]]


def lay(sheet: Sheet) -> Laid:
    """Lay a sheet's blocks on as many pages as it takes."""
    style, first, following = sheet.style, _first_top(sheet), _following_top(sheet)
    below = sheet.sums(1, ()).height if sheet.sums else 0
    laid = pages(sheet.blocks, style.room - first.height - below, style.room - following.height - below)
    return Laid(sheet, first, following, laid)


def draw_sheet(laid: Laid) -> bytes:
    """Return the PDF: the same bytes for the same sheet, every font embedded."""
    sheet, style = laid.sheet, laid.sheet.style
    out, double = io.BytesIO(), len(sheet.copies) > 1 and style.height == SLIP.height
    canvas = Canvas(
        out,
        pagesize=(style.width * 2 if double else style.width, style.height),
        invariant=1,
        initialFontName=REGULAR,
        pageCompression=1,
    )
    canvas.setTitle(sheet.code or " ".join(sheet.title))
    canvas.setAuthor(sheet.letterhead.agency_name)
    for n, blocks in enumerate(laid.pages):
        top = laid.first if n == 0 else laid.following
        ending = [sheet.sums(n + 1, blocks)] if sheet.sums else []
        page = PAGE.format(n + 1, len(laid.pages)) if len(laid.pages) > 1 else ""
        draw = partial(_page, canvas, sheet, (top, *blocks, *ending), page)
        if double:
            _twice(canvas, sheet, f"page{n}", draw)
        else:
            draw()
            _copy_label(canvas, "", style)
        canvas.showPage()
    canvas.save()
    return packed(out.getvalue())


def _twice(canvas: Any, sheet: Sheet, name: str, draw: Callable[[], None]) -> None:  # noqa: ANN401 - reportlab
    """Draw a page once and show it side by side, each with its label."""
    canvas.beginForm(name)
    draw()
    canvas.endForm()
    for place, label in enumerate(sheet.copies):
        canvas.saveState()
        canvas.translate(place * sheet.style.width, 0)
        canvas.doForm(name)
        _copy_label(canvas, label, sheet.style)
        canvas.restoreState()
    _cut_line(canvas, sheet.style)


def _first_top(sheet: Sheet) -> Block:
    style, head = sheet.style, sheet.letterhead
    left_width = style.column * style.left_share
    right_width = style.column - left_width
    names = [(head.superior_name, style.superior)] if head.superior_name else []
    names += [(head.agency_name, style.agency), (head.desk_name, style.desk)]
    left = centred(names, left_width)
    number = centred([(sheet.number, style.agency)] if sheet.number else [], left_width)
    place = f"{head.place}, {day_words(sheet.at)}" if sheet.at else ""
    state = centred([(COUNTRY, style.desk), (MOTTO, style.motto)], right_width)
    dated = centred([(place, style.dated)] if place else [], right_width)
    line, scale = 3.6 * style.text.size / SLIP.text.size, style.text.size / SLIP.text.size
    height = max(left.height + line + number.height, state.height + line + dated.height)
    title = _title(sheet)

    def paint(canvas: Any, x: float, top: float) -> None:  # noqa: ANN401 - reportlab
        left.draw(canvas, x, top)
        number.draw(canvas, x, top - left.height - line)
        state.draw(canvas, x + left_width, top)
        dated.draw(canvas, x + left_width, top - state.height - line)
        canvas.setLineWidth(0.6)
        motto = style.motto.width(MOTTO)
        for middle, long, under in (
            (x + left_width / 2, left_width * 0.3, top - left.height - 1),
            (x + left_width + right_width / 2, motto, top - state.height),
        ):
            canvas.line(middle - long / 2, under, middle + long / 2, under)
        title.draw(canvas, x, top - height - 8 * scale)

    return Block(height + 8 * scale + title.height + 4 * scale, paint)


def _title(sheet: Sheet) -> Block:
    style = sheet.style
    side = style.qr_side + 8 if sheet.code else 0
    lines = [(line, style.title) for line in sheet.title]
    lines += [(line, style.subtitle) for line in sheet.subtitle]
    lines += [(line, style.mark) for line in sheet.marks]
    text = centred(lines, style.column - 2 * side)

    def paint(canvas: Any, x: float, top: float) -> None:  # noqa: ANN401 - reportlab
        text.draw(canvas, x + side, top)
        if sheet.code:
            draw_qr(canvas, sheet.code, x + style.column - style.qr_side, top - style.qr_side, style.qr_side)

    return Block(max(text.height, style.qr_side + 2 if sheet.code else 0), paint)


def _following_top(sheet: Sheet) -> Block:
    style, head = sheet.style, sheet.letterhead
    names = [
        (f"{head.agency_name} – {head.desk_name}", style.desk),
        (" ".join(sheet.title), style.strong),
        *((line, style.small) for line in sheet.subtitle),
    ]
    text = centred(names, style.column)
    return Block(text.height + 8, text.paint)


def _page(canvas: Any, sheet: Sheet, blocks: Sequence[Block], page: str) -> None:  # noqa: ANN401 - reportlab
    style = sheet.style
    at, right, low = style.height - style.top, style.width - style.right, style.bottom
    for block in blocks:
        block.draw(canvas, style.left, at)
        at -= block.height
    canvas.setFont(style.small.font, style.small.size)
    if sheet.code:
        draw_code128(canvas, sheet.code, style.left, low - 2, style.bar_width, 18)
        canvas.drawString(style.left, low - 11, printable(sheet.code))
    canvas.drawRightString(right, low - 11, printable(page))
    if sheet.foot:
        canvas.setFont(BOLD, 9)
        canvas.drawRightString(right, low + 8, printable(sheet.foot, BOLD))


def _copy_label(canvas: Any, label: str, style: Style) -> None:  # noqa: ANN401 - reportlab
    if label:
        canvas.setFont(style.copy_label.font, style.copy_label.size)
        canvas.drawRightString(
            style.width - style.right, style.bottom - 2, printable(label, style.copy_label.font)
        )


def _cut_line(canvas: Any, style: Style) -> None:  # noqa: ANN401 - reportlab
    canvas.saveState()
    canvas.setDash(2, 3)
    canvas.setLineWidth(0.3)
    canvas.setStrokeGray(0.6)
    canvas.line(style.width, 12, style.width, style.height - 12)
    canvas.restoreState()
