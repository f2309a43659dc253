"""Reasons that are often given for a slip instead of a receipt; the citizen reads them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasons:
    """Of Mẫu 02 and of Mẫu 03, the most frequent first."""

    completion: tuple[str, ...]
    refusal: tuple[str, ...]
