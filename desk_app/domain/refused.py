"""Exceptions: events that the superior stored and could not use, until a later act of their case is taken."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desk_app.domain.words import Words

DESK, SUPERIOR = "desk", "superior"
ACTORS = {DESK: Words("Quầy"), SUPERIOR: Words("Cấp trên")}
_WAIT = Words("Chờ cấp trên xử lý; quầy không phải làm gì")
_LOOK = Words("Mở hồ sơ, kiểm tra rồi sửa; hoặc báo cấp trên")
_WHAT_TO_DO = {
    "bad_body": Words("Mở hồ sơ, sửa mục sai (F6) rồi gửi lại"),
    "unknown_procedure": Words("Sửa hồ sơ, chọn lại thủ tục (F6) rồi gửi lại"),
    "foreign_number": Words("Hủy mã trong ngày (F6), tiếp nhận lại với mã khác"),
    "number_taken": Words("Hủy mã trong ngày (F6), tiếp nhận lại với mã khác"),
    "unknown_case": Words("Xử lý lỗi của lần tiếp nhận trước; việc này sẽ được nhận theo"),
    "nothing_to_undo": Words("Xem lại diễn biến hồ sơ; sửa, hoặc báo cấp trên"),
    "wrong_state": Words("Xem lại diễn biến hồ sơ; sửa, hoặc báo cấp trên"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedEvent:
    """One exception: event `seq` of kind `kind` on a case, with the superior's machine code and sentence."""

    case_code: str
    applicant_name: str
    seq: int
    kind: str
    at: datetime
    code: str
    sentence: str
    who_acts: str

    @property
    def actor(self) -> Words:
        """Return who must act."""
        return ACTORS.get(self.who_acts, ACTORS[DESK])

    @property
    def what_to_do(self) -> Words:
        """Return what that is, in a few words."""
        return _WAIT if self.who_acts == SUPERIOR else _WHAT_TO_DO.get(self.code, _LOOK)
