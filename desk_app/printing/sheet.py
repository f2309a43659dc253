"""An A5 page of the desk: letterhead, title, flowing blocks, a foot with bar code; one on A5 or two on A4."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from reportlab.lib.pagesizes import A5, landscape
from reportlab.pdfgen.canvas import Canvas

from desk_app.domain.desk import Letterhead
from desk_app.printing.bar_codes import draw_code128, draw_qr
from desk_app.printing.flow import SMALL, STRONG, Block, beside, centred, gap, pages
from desk_app.printing.fonts import BOLD, BOLD_ITALIC, ITALIC, REGULAR, Type, printable
from desk_app.printing.pack import packed

WIDTH, HEIGHT = A5
A4_LANDSCAPE = landscape((HEIGHT, WIDTH * 2))
MARGIN = 25.0
COLUMN = WIDTH - 2 * MARGIN
FOOT = 28.0
QR_SIDE = 54.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What stands on a paper; `copies` are the labels of Liên 1, Liên 2 (one label = A5)."""

    letterhead: Letterhead
    number: str
    at: datetime
    title: Sequence[str]
    case_code: str
    foot: str
    copies: Sequence[str]
    reprint: str
    blocks: Sequence[Block]


def draw_sheet(sheet: Sheet, title: str) -> bytes:
    """Return the PDF: the same bytes for the same sheet, every font embedded."""
    first, following = _first_top(sheet), _following_top(sheet)
    room = HEIGHT - 2 * MARGIN - FOOT
    laid = pages(sheet.blocks, room - first.height, room - following.height)
    out, double = io.BytesIO(), len(sheet.copies) > 1
    canvas = Canvas(
        out,
        pagesize=(WIDTH * 2, HEIGHT) if double else A5,
        invariant=1,
        initialFontName=REGULAR,
        pageCompression=1,
    )
    canvas.setTitle(title)
    canvas.setAuthor(sheet.letterhead.agency_name)
    for n, blocks in enumerate(laid):
        top, page = first if n == 0 else following, f"Trang {n + 1}/{len(laid)}" if len(laid) > 1 else ""
        draw = partial(_page, canvas, sheet, top, blocks, page)
        if double:
            _twice(canvas, sheet.copies, f"page{n}", draw)
        else:
            draw()
            _copy_label(canvas, sheet.copies[0])
        canvas.showPage()
    canvas.save()
    return packed(out.getvalue())


def _twice(canvas: Any, labels: Sequence[str], name: str, draw: Callable[[], None]) -> None:  # noqa: ANN401 - reportlab
    """Draw a page once and show it side by side, each with its label."""
    canvas.beginForm(name)
    draw()
    canvas.endForm()
    for place, label in enumerate(labels):
        canvas.saveState()
        canvas.translate(place * WIDTH, 0)
        canvas.doForm(name)
        _copy_label(canvas, label)
        canvas.restoreState()
    _cut_line(canvas)


def signatures(parts: Sequence[tuple[str, str]], sign_here: str) -> Block:
    """Return places to sign, side by side: (who, printed name below)."""
    width = COLUMN / len(parts)
    columns = [
        (centred([(who, Type(BOLD, 9)), (sign_here, Type(ITALIC, 8.6))], width), width) for who, _ in parts
    ]
    names = [(centred([(name, STRONG)], width - 6), width) for _, name in parts]
    top, below, space = beside(columns), beside(names), 34.0

    def paint(canvas: Any, x: float, at: float) -> None:  # noqa: ANN401 - reportlab
        top.draw(canvas, x, at)
        below.draw(canvas, x, at - top.height - space)

    return Block(top.height + space + below.height, paint)


def _first_top(sheet: Sheet) -> Block:
    left_width = COLUMN * 0.42
    right_width = COLUMN - left_width
    head = sheet.letterhead
    left = [(head.superior_name, Type(REGULAR, 8.2))] if head.superior_name else []
    left += [(head.agency_name, Type(REGULAR, 8.6)), (head.desk_name, Type(BOLD, 8.2))]
    left += [(sheet.number, Type(REGULAR, 8.6))] if sheet.number else []
    place = f"{head.place}, ngày {sheet.at:%d} tháng {sheet.at:%m} năm {sheet.at:%Y}"
    right = [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Type(BOLD, 8.2)),
        ("Độc lập – Tự do – Hạnh phúc", Type(BOLD, 8.8)),
        ("", Type(REGULAR, 3)),
        (place, Type(ITALIC, 8.8)),
    ]
    letterhead = beside([(centred(left, left_width), left_width), (centred(right, right_width), right_width)])
    title = _title(sheet)

    def paint(canvas: Any, x: float, top: float) -> None:  # noqa: ANN401 - reportlab
        letterhead.draw(canvas, x, top)
        motto = Type(BOLD, 8.8).width("Độc lập – Tự do – Hạnh phúc")
        middle, under = (
            x + left_width + right_width / 2,
            top - Type(BOLD, 8.2).leading - Type(BOLD, 8.8).leading,
        )
        canvas.setLineWidth(0.6)
        canvas.line(middle - motto / 2, under, middle + motto / 2, under)
        title.draw(canvas, x, top - letterhead.height - 8)

    return Block(letterhead.height + 8 + title.height + 4, paint)


def _title(sheet: Sheet) -> Block:
    side = QR_SIDE + 8
    middle = COLUMN - 2 * side
    lines = [(line, Type(BOLD, 12.2)) for line in sheet.title]
    lines += [(f"Mã hồ sơ: {sheet.case_code}", Type(BOLD, 9.6))]
    lines += [(sheet.reprint, Type(BOLD_ITALIC, 9))] if sheet.reprint else []
    text = centred(lines, middle)
    height = max(text.height, QR_SIDE + 2)

    def paint(canvas: Any, x: float, top: float) -> None:  # noqa: ANN401 - reportlab
        text.draw(canvas, x + side, top)
        draw_qr(canvas, sheet.case_code, x + COLUMN - QR_SIDE, top - QR_SIDE, QR_SIDE)

    return Block(height, paint)


def _following_top(sheet: Sheet) -> Block:
    head = sheet.letterhead
    text = centred(
        [(f"{head.agency_name} – {head.desk_name}", Type(BOLD, 8.4)), (" ".join(sheet.title), Type(BOLD, 9)),
         (f"Mã hồ sơ: {sheet.case_code}", Type(REGULAR, 9))], COLUMN,
    )  # fmt: skip
    return Block(text.height + 8, text.paint)


def _page(canvas: Any, sheet: Sheet, top: Block, blocks: Sequence[Block], page: str) -> None:  # noqa: ANN401
    at = HEIGHT - MARGIN
    for block in (top, *blocks, gap(0)):
        block.draw(canvas, MARGIN, at)
        at -= block.height
    draw_code128(canvas, sheet.case_code, MARGIN, MARGIN - 2, 176, 18)
    canvas.setFont(SMALL.font, SMALL.size)
    canvas.drawString(MARGIN, MARGIN - 11, printable(sheet.case_code))
    canvas.setFont(BOLD, 9)
    canvas.drawRightString(WIDTH - MARGIN, MARGIN + 8, printable(sheet.foot, BOLD))
    canvas.setFont(SMALL.font, SMALL.size)
    canvas.drawRightString(WIDTH - MARGIN, MARGIN - 11, printable(page))


def _copy_label(canvas: Any, label: str) -> None:  # noqa: ANN401 - reportlab
    canvas.setFont(ITALIC, 8.6)
    canvas.drawRightString(WIDTH - MARGIN, MARGIN - 2, printable(label, ITALIC))


def _cut_line(canvas: Any) -> None:  # noqa: ANN401 - reportlab
    canvas.saveState()
    canvas.setDash(2, 3)
    canvas.setLineWidth(0.3)
    canvas.setStrokeGray(0.6)
    canvas.line(WIDTH, 12, WIDTH, HEIGHT - 12)
    canvas.restoreState()
