"""What a write changed, so that each open screen knows whether to read again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Flags, one a part of the desk that screens show."""

    cases: bool = False
    sync: bool = False
    drafts: bool = False
    settings: bool = False
    copies: bool = False
    case_code: str = ""
