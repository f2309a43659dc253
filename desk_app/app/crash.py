"""A bug reaches the clerk as a sentence and the developer as a file without personal data."""

from __future__ import annotations

import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication

from desk_app.domain.words import Words
from desk_app.machine.clock import SystemClock
from desk_app.ui.wording import worded

LOG = "loi-phan-mem.log"
MOST_BYTES = 1_000_000


def tell_crash(
    folder: Path, kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Write where it happened (files and lines, never values) and say that the work is stored."""
    del error  # its text may hold what a citizen said
    lines = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)]
    path = folder / LOG
    fresh = not path.exists() or path.stat().st_size > MOST_BYTES
    with path.open("w" if fresh else "a", encoding="utf-8") as log:
        log.write(f"{SystemClock().now().isoformat()} {kind.__name__}\n" + "\n".join(lines) + "\n\n")
    if QApplication.instance() is not None:
        from PySide6.QtWidgets import QMessageBox  # imported here: no start should pay for it

        told = Words(
            "Phần mềm gặp lỗi; hồ sơ đã lưu không mất. Hãy làm tiếp, và gửi tệp {path} cho cán bộ tin học.",
            path=path,
        )
        QMessageBox.warning(None, worded(Words("Quầy Một Cửa")), worded(told))
