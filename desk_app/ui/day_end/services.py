"""What F8 reads and asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from desk_app.domain.case import CaseRow
from desk_app.domain.day_end import Closing, DayResults, DayView
from desk_app.domain.day_steps import StepName
from desk_app.ui.day_end.steps import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What the screen reads at once: the day, its cases, and sentences (Words) for the morning."""

    view: DayView
    rows: tuple[CaseRow, ...]
    morning: tuple[str, ...]
    results: tuple[DayResults, ...] = ()  # of the last 30 days, where there were any


@dataclass(frozen=True, slots=True, kw_only=True)
class DayEndServices:
    """What the screen asks for. `usb` = goes to the screen of the way without a line; None = there is none."""

    now: Callable[[], datetime]
    read: Callable[[], Shown]
    count_cash: Callable[[date, int | None], None]
    works: Mapping[StepName, Work]
    cut: Callable[[], None]
    choose_place: Callable[[Path], None]
    close_earlier: Callable[[date], Closing]
    print_sheet: Callable[[], object]  # of the newest closing, again
    told_closed: Callable[[], object]  # on the line's lane: let the superior have the closing too
    usb: Callable[[], None] | None = None
