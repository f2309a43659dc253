"""One paper handed in (thành phần hồ sơ)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """A paper with its counts."""

    name: str
    originals: int = 1
    copies: int = 0
