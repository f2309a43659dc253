"""What the window around the screens is given once a desk is open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtWidgets import QLabel

from desk_app.domain.slip import PrinterState
from desk_app.domain.superior import SyncState


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Somewhere to go by a key; `screen` gives what has `hints` and `start()`, made at the first visit."""

    key: str
    name: str
    screen: Callable[[], Any]
    badge: QLabel | None = None  # a count that the screen itself keeps


@dataclass(frozen=True, slots=True, kw_only=True)
class ShellServices:
    """What the frame around the screens asks for."""

    now: Callable[[], datetime]
    state: Callable[
        [], tuple[SyncState, int, datetime | None]
    ]  # and how many results wait, and when the newest verified copy of the store was made
    printer: Callable[[], PrinterState]
    printers: Callable[[], list[str]]
    choose_printer: Callable[[str], None]
