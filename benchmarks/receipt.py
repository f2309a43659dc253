"""What drawing a receipt costs, beside the ordinary way (platypus) and a hand-written page without any layout.

python benchmarks/receipt.py
"""

from __future__ import annotations

import io
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from reportlab import rl_config  # noqa: E402 - the path stands above
from reportlab.graphics.barcode.code128 import Code128  # noqa: E402
from reportlab.graphics.barcode.qr import QrCodeWidget  # noqa: E402
from reportlab.graphics.shapes import Drawing  # noqa: E402
from reportlab.lib.enums import TA_CENTER  # noqa: E402
from reportlab.lib.pagesizes import A5  # noqa: E402
from reportlab.lib.styles import ParagraphStyle  # noqa: E402
from reportlab.pdfbase import pdfmetrics  # noqa: E402
from reportlab.pdfbase.ttfonts import TTFont  # noqa: E402
from reportlab.pdfgen.canvas import Canvas  # noqa: E402
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table  # noqa: E402
from support.desk import DESK, HOA, Clock, new_store, receive  # noqa: E402

from desk_app.app.home import paper_maker  # noqa: E402
from desk_app.domain.case import Case  # noqa: E402
from desk_app.machine.paths import brought  # noqa: E402

TURNS = 100
FLOOR, PLATYPUS = "30 lines of text by hand, one A5", "platypus, fonts registered per receipt"
ONE, TWO = "receipt, one copy on A5", "receipt, two copies on A4"
BUDGET_MS, BUDGET_KB = 10, 20  # of one copy; the second is the same form object
_numbers = count()


def main() -> None:
    """Print milliseconds and kilobytes."""
    with tempfile.TemporaryDirectory() as folder:
        store = new_store(Path(folder))
        code = receive(store, Clock())
        with store.reading() as reading:
            case = reading.case(code)
        store.close()
    papers, single = paper_maker(), replace(DESK, receipt_copies=1)
    draws: dict[str, Callable[[], bytes]] = {
        FLOOR: _by_hand,
        ONE: lambda: papers.receipt(case, single, HOA),
        TWO: lambda: papers.receipt(case, DESK, HOA),
        PLATYPUS: lambda: _platypus(case),
        "preview picture, 620 px": lambda: papers.receipt_preview(case, DESK, HOA, width_px=620),
    }
    sizes = {name: len(draw()) / 1024 for name, draw in draws.items()}
    times: dict[str, list[float]] = {name: [] for name in draws}
    for _ in range(TURNS):
        for name, draw in draws.items():
            started = time.perf_counter()
            draw()
            times[name].append((time.perf_counter() - started) * 1000)
    floor = statistics.median(times[FLOOR])
    sys.stdout.write(f"{'warm':40}{'p50 ms':>8}{'p95 ms':>8}{'/ hand':>8}{'KB':>8}\n")
    for name, measured in times.items():
        middle, p95 = statistics.median(measured), statistics.quantiles(measured, n=20)[18]
        sys.stdout.write(f"{name:40}{middle:8.1f}{p95:8.1f}{middle / floor:8.1f}{sizes[name]:8.1f}")
        sys.stdout.write(f"   budget {BUDGET_MS} ms, {BUDGET_KB} KB\n" if name == ONE else "\n")


def _by_hand() -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A5, invariant=1, initialFontName="Tinos")
    canvas.setFont("Tinos", 9.4)
    for line in range(30):
        canvas.drawString(25, 560 - line * 13, "Tiếp nhận hồ sơ của: NGUYỄN THỊ MINH ĐỨC, thôn Đồng Tâm")
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _platypus(case: Case) -> bytes:
    """Return about the same receipt as an engineer writes it at first, with reportlab as it comes."""
    regular, bold, italic = (_registered(style) for style in ("Regular", "Bold", "Italic"))
    text = ParagraphStyle("text", fontName=regular, fontSize=9.4, leading=11.8)
    strong = ParagraphStyle("strong", text, fontName=bold)
    middle = ParagraphStyle("middle", text, alignment=TA_CENTER)
    title = ParagraphStyle("title", strong, fontSize=12, leading=15, alignment=TA_CENTER)
    small = ParagraphStyle("small", text, fontName=italic, fontSize=7.6, leading=9.5)
    head = DESK.letterhead
    qr = Drawing(54, 54, transform=[54 / 80, 0, 0, 54 / 80, 0, 0])
    qr.add(QrCodeWidget(case.code, barWidth=80, barHeight=80))
    rows = [["STT", "Tên giấy tờ, tài liệu", "Bản chính", "Bản sao"]]
    rows += [
        [str(n), Paragraph(paper.name, text), str(paper.originals), str(paper.copies)]
        for n, paper in enumerate(case.intake.components, 1)
    ]
    papers = Table(rows, colWidths=(24, 257, 46, 42), style=[("GRID", (0, 0), (-1, -1), 0.4, "black")])
    papers.setStyle([("FONT", (0, 0), (-1, -1), regular, 8.8), ("FONT", (0, 0), (-1, 0), bold, 8.4)])
    story: list[Flowable] = [
        Table(
            [
                [Paragraph(f"{head.superior_name}<br/>{head.agency_name}<br/>{head.desk_name}", middle),
                 Paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br/>Độc lập – Tự do – Hạnh phúc", middle)],
            ]
        ),
        Table([[Paragraph(f"GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ<br/>Mã hồ sơ: {case.code}", title), qr]], colWidths=(300, 69)),
        Paragraph(f"Tiếp nhận hồ sơ của: {case.intake.applicant.name.upper()}", strong),
        *(
            Paragraph(f"{label}: {value}", text)
            for label, value in (
                ("Số định danh cá nhân", case.intake.applicant.id), ("Địa chỉ", case.intake.applicant.address),
                ("Số điện thoại", case.intake.applicant.phone), ("Thủ tục hành chính cần giải quyết", case.procedure_name),
                ("1. Thành phần hồ sơ, yêu cầu và số lượng mỗi loại giấy tờ gồm", ""),
            )
        ),
        papers,
        *(
            Paragraph(f"{label}: {value}", text)
            for label, value in (
                ("2. Số lượng hồ sơ", "01 (bộ)"), ("3. Thời gian giải quyết hồ sơ theo quy định là", case.intake.term),
                ("4. Thời gian nhận hồ sơ", f"{case.received_at:%H giờ %M, %d/%m/%Y}"),
                ("5. Thời gian trả kết quả giải quyết hồ sơ", f"{case.due_at:%H giờ %M, %d/%m/%Y}"),
                ("6. Đăng ký trả kết quả tại", head.desk_name), ("7. Phí, lệ phí", f"{case.intake.fee} đ"),
            )
        ),
        Paragraph(
            "Giấy tiếp nhận và hẹn trả kết quả được lập thành 2 liên; một liên chuyển kèm theo Phiếu kiểm soát quá trình "
            "giải quyết hồ sơ, một liên giao cho cá nhân, tổ chức nộp hồ sơ.", small,
        ),
        Table([[Paragraph("NGƯỜI NỘP HỒ SƠ", middle), Paragraph("NGƯỜI TIẾP NHẬN HỒ SƠ", middle)],
               [Spacer(1, 34), ""],
               [Paragraph(case.intake.applicant.name, middle), Paragraph(HOA.name, middle)]]),
        Code128(case.code, barWidth=0.9, barHeight=18, quiet=False),
    ]  # fmt: skip
    out = io.BytesIO()
    ours, rl_config.useA85 = rl_config.useA85, 1  # reportlab as it comes
    SimpleDocTemplate(out, pagesize=A5, leftMargin=25, rightMargin=25, topMargin=20, bottomMargin=20).build(
        story
    )
    rl_config.useA85 = ours
    return out.getvalue()


def _registered(style: str) -> str:
    name = f"Tinos-{style}-{next(_numbers)}"
    pdfmetrics.registerFont(TTFont(name, str(brought("resources") / "fonts" / f"Tinos-{style}.ttf")))
    return name


if __name__ == "__main__":
    main()
