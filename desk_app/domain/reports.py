"""Which lists there are, and for which periods."""

from __future__ import annotations

from enum import StrEnum

from desk_app.domain.words import Words


class Report(StrEnum):
    """A list of the page "Báo cáo"."""

    REGISTER = "register"
    HAND_OVER = "hand_over"
    COLLECTED = "collected"
    VOID = "void"
    GAPS = "gaps"


REPORT_NAMES = {
    Report.REGISTER: Words("Sổ theo dõi"),
    Report.HAND_OVER: Words("Bàn giao"),
    Report.COLLECTED: Words("Thu phí, lệ phí"),
    Report.VOID: Words("Số đã hủy"),
    Report.GAPS: Words("Kiểm số"),
}
BY_DAY_ONLY = frozenset({Report.HAND_OVER, Report.COLLECTED})
