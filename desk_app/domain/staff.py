"""Who works at the desk."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Staff:
    """One member of staff (cán bộ). `login` is short ASCII and stands in the log; `name` is printed."""

    login: str
    name: str
    title: str = ""
