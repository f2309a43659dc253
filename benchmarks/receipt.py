"""What drawing a receipt costs, beside a hand-written page with the same text and no layout.

python benchmarks/receipt.py
"""

from __future__ import annotations

import io
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from reportlab.lib.pagesizes import A5  # noqa: E402 - the path stands above
from reportlab.pdfgen.canvas import Canvas  # noqa: E402
from support.desk import DESK, HOA, Clock, new_store, receive  # noqa: E402

from desk_app.app.home import paper_maker  # noqa: E402

TURNS = 60


def main() -> None:
    """Print milliseconds and kilobytes."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        store = new_store(Path(folder))
        code = receive(store, Clock())
        with store.reading() as reading:
            case = reading.case(code)
        store.close()
    papers = paper_maker()
    draws: dict[str, Callable[[], bytes]] = {
        "30 lines of text by hand, one A5": _by_hand,
        "receipt, two copies on A4": lambda: papers.receipt(case, DESK, HOA),
        "preview picture, 620 px": lambda: papers.receipt_preview(case, DESK, HOA, width_px=620),
    }
    times: dict[str, list[float]] = {name: [] for name in draws}
    sizes = {name: len(draw()) for name, draw in draws.items()}
    for _ in range(TURNS):
        for name, draw in draws.items():
            started = time.perf_counter()
            draw()
            times[name].append((time.perf_counter() - started) * 1000)
    floor = statistics.median(times["30 lines of text by hand, one A5"])
    sys.stdout.write(f"{'':36}{'p50 ms':>8}{'ratio':>8}{'KB':>8}\n")
    for name, measured in times.items():
        middle = statistics.median(measured)
        sys.stdout.write(f"{name:36}{middle:8.1f}{middle / floor:8.1f}{sizes[name] / 1024:8.1f}\n")


def _by_hand() -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A5, invariant=1, initialFontName="Tinos")
    canvas.setFont("Tinos", 9.4)
    for line in range(30):
        canvas.drawString(25, 560 - line * 13, "Tiếp nhận hồ sơ của: NGUYỄN THỊ MINH ĐỨC, thôn Đồng Tâm")
    canvas.showPage()
    canvas.save()
    return out.getvalue()


if __name__ == "__main__":
    main()
