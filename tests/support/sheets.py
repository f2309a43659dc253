"""Reconciliation sheets for tests: one day on which the two sides differ, one on which they agree."""

from __future__ import annotations

from datetime import date

from desk_app.domain.moment import moment
from desk_app.domain.reconciliation import (
    DayCase,
    Reconciliation,
    counts_of,
    differences_of,
    lines_of,
)

NAMES = {
    "1.001193": "Đăng ký khai sinh",
    "2.000815": "Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan, tổ chức có thẩm quyền của Việt Nam cấp hoặc chứng nhận",
    "1.004873": "Cấp Giấy xác nhận tình trạng hôn nhân",
}
WHOLE = frozenset({"received", "completed", "handed_over"})


def code(serial: int) -> str:
    return f"H56.22.17-261123-{serial}"


def one(
    serial: int, procedure: str, done: frozenset, held: frozenset | None = None, *, refused: bool = False
) -> DayCase:
    """Return a case of the day; `held` as done unless it is given."""
    held = done if held is None else held
    return DayCase(code=code(serial), procedure_code=procedure, done=done, held=held, refused=refused)


ALIKE = [one(5001 + n, "2.000815", WHOLE) for n in range(24)] + [
    one(5025 + n, "1.001193", frozenset({"received", "completed"})) for n in range(9)
]
APART = [
    one(5034, "1.004873", frozenset({"received"}), frozenset(), refused=True),
    one(5035, "1.004873", frozenset({"received", "completed"}), frozenset({"received"})),
    one(5036, "1.001193", frozenset(), frozenset({"received"})),
]


def sheet(cases: list[DayCase], **changes) -> Reconciliation:
    whole = {
        "day": date(2026, 11, 23), "lines": lines_of(cases, NAMES.__getitem__), "total": counts_of(cases),
        "differences": differences_of(cases), "head_seq": 318, "head_hash": bytes(range(32)), "acknowledged_seq": 318,
        "acknowledged_hash": bytes(range(32)), "confirmed_at": moment("2026-11-23T16:58:00"),
        "asked_at": moment("2026-11-23T17:04:00"),
    }  # fmt: skip
    return Reconciliation(**(whole | changes))


AGREED = sheet(ALIKE)
DIFFERING = sheet(
    ALIKE + APART,
    acknowledged_seq=311,
    acknowledged_hash=bytes(range(32, 64)),
    asked_at=None,
    why_not="Máy chủ cấp trên không trả lời; hồ sơ vẫn được lưu và sẽ gửi lại.",
)
