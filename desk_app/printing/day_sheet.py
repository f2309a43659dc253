"""Biên bản khóa sổ: one page with a day's totals, its money, the mark of the log and places for two signatures."""

from __future__ import annotations

import io
from collections.abc import Sequence

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from desk_app.domain.amount import dong, in_words
from desk_app.domain.day_end import Closing
from desk_app.domain.desk import Desk
from desk_app.domain.staff import Staff
from desk_app.printing.flow import Block, beside, centred, gap, paragraph
from desk_app.printing.fonts import BOLD, ITALIC, REGULAR, Type
from desk_app.printing.pack import packed
from desk_app.printing.values import day_words, moment_words

MARGIN = 64.0
WIDTH = A4[0] - 2 * MARGIN
TEXT, STRONG, SMALL = Type(REGULAR, 11.5), Type(BOLD, 11.5), Type(ITALIC, 10)
NUMBER = 60.0


def draw_day_sheet(closing: Closing, desk: Desk, staff: Staff) -> bytes:
    """Return the PDF; `staff` signs as who closed the day. Two sheets of one closing are the same page."""
    blocks = [*_head(closing, desk), *_totals(closing), *_money(closing), *_log(closing), *_signatures(staff)]
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1, initialFontName=REGULAR)
    canvas.setTitle("Biên bản khóa sổ")
    canvas.setAuthor(desk.letterhead.agency_name)
    top = A4[1] - MARGIN
    for block in blocks:
        block.draw(canvas, MARGIN, top)
        top -= block.height
    canvas.showPage()
    canvas.save()
    return packed(out.getvalue())


def _head(closing: Closing, desk: Desk) -> list[Block]:
    head, half = desk.letterhead, WIDTH / 2
    left = centred([(head.agency_name, TEXT), (head.desk_name, STRONG)], half)
    right = centred([(f"{head.place}, {day_words(closing.at.date())}", Type(ITALIC, 11.5))], half)
    name = "BIÊN BẢN KHÓA SỔ" if closing.nth == 1 else f"BIÊN BẢN KHÓA SỔ BỔ SUNG LẦN {closing.nth - 1}"
    return [
        beside([(left, half), (right, half)]),
        gap(20),
        centred([(name, Type(BOLD, 15)), (f"Ngày {closing.day:%d/%m/%Y} · Quầy {desk.number}", TEXT)], WIDTH),
        gap(12),
        paragraph(
            f"Khóa lúc {moment_words(closing.at)}. Số liệu theo nhật ký của quầy.", WIDTH, TEXT, after=8
        ),
    ]


def _totals(closing: Closing) -> list[Block]:
    totals = closing.totals
    rows = (
        ("Hồ sơ tiếp nhận", totals.received),
        ("    trong đó giải quyết ngay", totals.at_once),
        ("Mã hồ sơ đã hủy trong ngày", totals.voided),
        ("Hồ sơ có kết quả", totals.completed),
        ("Hồ sơ đã trả kết quả", totals.handed_over),
        ("    trong đó trước và đúng hạn", totals.on_time),
        ("Yêu cầu bổ sung", totals.supplements_asked),
        ("Nhận bổ sung", totals.supplemented),
        ("Xin lỗi, hẹn lại ngày trả", totals.extended),
        ("Từ chối, rút, dừng, đóng", totals.ended),
        ("Hướng dẫn hoàn thiện hoặc từ chối tiếp nhận", totals.not_received),
        ("Hồ sơ quá hạn đang giải quyết", totals.late),
        ("Kết quả chờ người dân đến nhận", totals.waiting),
    )
    return [_heading("I. Hồ sơ"), *_rows([(name, str(count)) for name, count in rows])]


def _money(closing: Closing) -> list[Block]:
    counted = closing.counted
    rows = [("Tiền mặt theo sổ", dong(closing.cash)), ("Chuyển khoản theo sổ", dong(closing.transfer))]
    if counted is None:
        rows.append(("Tiền mặt đếm được", "chưa đếm"))
        told = "Tiền mặt chưa được đếm khi khóa sổ."
    else:
        difference = closing.difference or 0
        rows.append(("Tiền mặt đếm được", dong(counted)))
        kind = "Thừa" if difference > 0 else "Thiếu" if difference < 0 else "Chênh lệch"
        rows.append((kind, dong(abs(difference))))
        told = f"Tiền mặt đếm được bằng chữ: {in_words(counted)}."
    return [
        _heading("II. Phí, lệ phí (đã trừ khoản hủy)"),
        *_rows(rows),
        paragraph(told, WIDTH, TEXT, after=3),
    ]


def _log(closing: Closing) -> list[Block]:
    mark = " ".join(closing.head_hash[n : n + 8] for n in range(0, len(closing.head_hash), 8))
    sent = (
        f"Cấp trên đã xác nhận đến sự kiện {closing.acknowledged}; còn {closing.pending} hồ sơ chờ gửi,"
        f" {closing.returned} hồ sơ bị trả lại."
    )
    return [
        _heading("III. Nhật ký"),
        paragraph(f"Sự kiện cuối trước khi khóa: {closing.head_seq}. {sent}", WIDTH, TEXT, after=3),
        paragraph(f"Dấu của nhật ký (SHA-256): {mark}", WIDTH, TEXT, after=3),
        paragraph(
            "Ai sửa một dòng bất kỳ trước thời điểm này thì dấu trên không còn khớp.", WIDTH, SMALL, after=10
        ),
    ]


def _signatures(staff: Staff) -> list[Block]:
    half = WIDTH / 2

    def place(title: str, name: str) -> Block:
        room = [("", TEXT)] * 4
        return centred([(title, STRONG), ("(Ký và ghi rõ họ tên)", SMALL), *room, (name, STRONG)], half)

    return [
        gap(8),
        beside([(place("LÃNH ĐẠO BỘ PHẬN", ""), half), (place("NGƯỜI KHÓA SỔ", staff.name), half)]),
    ]


def _heading(text: str) -> Block:
    return paragraph(text, WIDTH, STRONG, after=3)


def _rows(rows: Sequence[tuple[str, str]]) -> list[Block]:
    """Return "name ....... value" lines: values stand right, in one column."""
    made = []
    for name, value in rows:
        indent = 14.0 if name.startswith(" ") else 0.0
        text = paragraph(name.strip(), WIDTH - 2 * NUMBER, TEXT, indent=indent, first=indent)
        made.append(beside([(text, WIDTH - 2 * NUMBER), (_right(value), 2 * NUMBER)]))
    return [*made, gap(7)]


def _right(value: str) -> Block:
    width = STRONG.width(value)

    def paint(canvas: Canvas, x: float, top: float) -> None:
        canvas.setFont(STRONG.font, STRONG.size)
        canvas.drawString(x + 2 * NUMBER - width, top - STRONG.size, value)

    return Block(STRONG.leading, paint)
