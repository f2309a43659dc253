"""Printed papers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desk_app.domain.words import Words


class SlipKind(StrEnum):
    """Which paper."""

    RECEIPT = "receipt"  # Mẫu 01
    COMPLETION = "completion"  # Mẫu 02: before receiving, or a supplement
    REFUSAL = "refusal"  # Mẫu 03
    EXTENSION = "extension"  # Mẫu 04
    STOP_NOTICE = "stop_notice"  # Mẫu 05 of 2025
    CONTROL = "control"  # Phiếu kiểm soát: Mẫu 05 of 2018, 06 of 2025
    RETURN_SLIP = "return_slip"
    SUPPLEMENT_PART = "supplement_part"  # some of what was asked for came, the case waits for the rest
    PAYMENT_NOTICE = "payment_notice"
    CLOSING_NOTICE = "closing_notice"
    RECALL = "recall"
    FEE_NOTE = "fee_note"  # phiếu thu phí tạm: says that it is no biên lai


KEPT_AS_FILE = Words("Thư mục PDF")  # the "printer" of a paper that was not printed


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """A numbered paper that an event gave out; `printed` = how often, `on_paper` of these. `number` 0 = it has none.

    `undone`: its act was taken back; the number stays used.
    """

    kind: SlipKind
    number: int
    seq: int
    at: datetime
    by: str
    printed: int = 0
    on_paper: int = 0
    undone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A PDF ready for the printer. `title` is the job's name: a code, never a person."""

    title: str
    pdf: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class PrinterState:
    """What the status bar says (Words); `name` empty = none chosen or none there."""

    name: str = ""
    ready: bool = False
    detail: str = ""
