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
    if told.total and _is_all_handed(told):
        return Words(
            "Đang chờ cấp trên xác nhận; đã nhận {sent}/{total} hồ sơ", sent=told.sent, total=told.total
        )
    if told.total:
        return Words("Đã gửi {sent}/{total} hồ sơ", sent=told.sent, total=told.total)
    return Words("Đang trao đổi với cấp trên…") if told.bytes_sent else Words("Đang nối với cấp trên…")


def show_on(bar: QProgressBar, told: Progress | ScanProgress) -> None:
    """Move a bar: by bytes where they are known, since the cases move once an answer and a day is one; else by cases.

    Before anything is known, and while everything is with the line and not answered, it only shows that something is
    under way: what the system has taken may still be leaving, and a full bar that stands would look like a hang.
    """
    part, whole = told.sent, told.total
    if isinstance(told, Progress) and told.bytes_total:
        part, whole = told.bytes_sent, 0 if _is_all_handed(told) else told.bytes_total
    bar.setRange(0, STEPS if whole else 0)
    bar.setValue(STEPS * min(part, whole) // whole if whole else 0)


def _is_all_handed(told: Progress) -> bool:
    return told.sent < told.total and 0 < told.bytes_total <= told.bytes_sent


def _kb(count: int) -> int:
    return -(-count // 1024)
