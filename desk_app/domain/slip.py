"""Printed papers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SlipKind(StrEnum):
    """Which paper."""

    RECEIPT = "receipt"  # Mẫu 01
    RETURN_SLIP = "return_slip"


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
