"""The recovery sheet: the 32 characters that open the store when nobody remembers a passphrase."""

from __future__ import annotations

import io
from datetime import datetime

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from desk_app.domain.desk import Desk
from desk_app.printing.flow import Block, centred, gap, paragraph
from desk_app.printing.fonts import BOLD, REGULAR, Type
from desk_app.printing.pack import packed

MARGIN = 70.0
RULES = (
    "Tờ này mở được kho dữ liệu của quầy khi không còn ai nhớ mật khẩu, hoặc khi máy hỏng và phải khôi phục.",
    "Hãy bỏ vào phong bì, niêm phong, ghi ngày và cất trong két của cơ quan. Lãnh đạo giữ chìa khóa két.",
    "Không chụp ảnh, không gửi qua mạng, không để cạnh máy tính. Ai có tờ này và có máy thì đọc được mọi hồ sơ.",
    "Nếu tờ này bị mất hoặc bị lộ: báo ngay cán bộ tin học để đổi khóa.",
)


def draw_recovery_sheet(desk: Desk, words: str, at: datetime) -> bytes:
    """Return the PDF of the sheet; `words` are eight groups of four characters."""
    width = A4[0] - 2 * MARGIN
    groups = words.split("-")
    half = len(groups) // 2
    key = Type(BOLD, 24)
    blocks: list[Block] = [
        centred([(desk.letterhead.agency_name, Type(REGULAR, 12)), (desk.letterhead.desk_name, Type(BOLD, 12))], width),
        gap(30),
        centred([("TỜ KHÔI PHỤC KHO DỮ LIỆU", Type(BOLD, 20))], width),
        gap(6),
        centred([(f"Quầy {desk.number}, lập ngày {at:%d/%m/%Y}", Type(REGULAR, 12))], width),
        gap(34),
        centred([("   ".join(groups[:half]), key), ("", Type(REGULAR, 10)), ("   ".join(groups[half:]), key)], width),
        gap(34),
        *(paragraph(f"{n}. {rule}", width, Type(REGULAR, 12.5), indent=16, after=7) for n, rule in enumerate(RULES, 1)),
        gap(24),
        centred([("Chữ 0 là số không, 1 là số một; không có chữ O, I, L, U.", Type(REGULAR, 11))], width),
    ]  # fmt: skip
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1, initialFontName=REGULAR)
    canvas.setTitle("Tờ khôi phục")
    top = A4[1] - MARGIN
    for block in blocks:
        block.draw(canvas, MARGIN, top)
        top -= block.height
    canvas.showPage()
    canvas.save()
    return packed(out.getvalue())
