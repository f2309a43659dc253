"""The steps that end a day, in their order, and how each came out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desk_app.domain.words import Words


class StepName(StrEnum):
    """In the order in which one key does them."""

    CASH = "cash"
    PRINT = "print"
    SEND = "send"
    COPY = "copy"
    CLOSE = "close"


class StepState(StrEnum):
    """ODD = done, and something is to be looked at; SKIPPED = there was nothing to do, or no means to do it."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    ODD = "odd"
    FAILED = "failed"
    SKIPPED = "skipped"


STEP_NAMES = {
    StepName.CASH: Words("Đối chiếu tiền thu"),
    StepName.PRINT: Words("In sổ theo dõi và danh sách thu"),
    StepName.SEND: Words("Gửi về cấp trên"),
    StepName.COPY: Words("Sao lưu và kiểm tra bản sao"),
    StepName.CLOSE: Words("Khóa sổ"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How a step came out; `said` = Words; `lacking` = the clerk is asked before the day is closed without it."""

    state: StepState
    said: str = ""
    lacking: bool = False

    @property
    def over(self) -> bool:
        """Return whether one key need not do it again."""
        return self.state in {StepState.DONE, StepState.ODD}


WAITING = Outcome(state=StepState.WAITING)
