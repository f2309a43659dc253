"""How far a sending is, in words and on a bar: the same on every screen that sends."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar

from desk_app.domain.scan import ScanProgress
from desk_app.domain.superior import Progress
from desk_app.domain.words import Words

STEPS = 1000  # of a bar: bytes of scans are more than its whole numbers hold


def said_of(told: Progress | ScanProgress) -> Words:
    """Return how far it is; while the line is away, that it is tried again and how often."""
    if told.tries:
        return Words("Mất đường truyền, đang thử lại lần {times}", times=told.tries)
    if isinstance(told, ScanProgress):
        return Words("Đang gửi bản quét: {sent}/{total} KB", sent=_kb(told.sent), total=_kb(told.total))
    if told.total:
        return Words("Đã gửi {sent}/{total} hồ sơ", sent=told.sent, total=told.total)
    return Words("Đang trao đổi với cấp trên…") if told.bytes_sent else Words("Đang nối với cấp trên…")


def show_on(bar: QProgressBar, told: Progress | ScanProgress) -> None:
    """Move a bar: by bytes where they are known, since the cases move once an answer and a day is one; else by cases.

    Before anything is known it only shows that something is under way.
    """
    part, whole = told.sent, told.total
    if isinstance(told, Progress) and told.bytes_total:
        part, whole = told.bytes_sent, told.bytes_total
    bar.setRange(0, STEPS if whole else 0)
    bar.setValue(STEPS * min(part, whole) // whole if whole else 0)


def _kb(count: int) -> int:
    return -(-count // 1024)
