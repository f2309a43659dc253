"""What is said after the apologies were printed."""

from __future__ import annotations

from desk_app.domain.words import Words
from desk_app.services.due_soon import Apologies
from desk_app.ui.wording import worded


def told_of(done: Apologies) -> str:
    """Return how many were printed, and which cases still need a new date before theirs can be."""
    codes = ", ".join("…" + case.code[-4:] for case in done.without)
    told = [
        *([Words("Đã in {n} thư xin lỗi.", n=len(done.printed))] if done.printed else []),
        *([Words("Đến hạn ngày mai mà chưa gia hạn: {codes}; chọn từng hồ sơ rồi bấm G.", codes=codes)]
          if codes else []),
    ]  # fmt: skip
    return " ".join(map(worded, told or [Words("Không có thư xin lỗi nào chưa in.")]))
