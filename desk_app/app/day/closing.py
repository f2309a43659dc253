"""End the day at F8: count the drawer, print, send, copy, close."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from desk_app.app.day.hands import Hands
from desk_app.domain.day_steps import StepName


def end_the_day(hands: Hands, drive: Path) -> None:
    """Do the whole closing by one key, with `drive` as the second drive."""
    drive.mkdir(exist_ok=True)
    hands.key(Qt.Key.Key_F8)
    hands.settle()
    screen = hands.program.screens["day_end"]
    screen.place.chosen.emit(drive)  # as its dialog does
    hands.settle()
    cash = screen.counted.placeholderText().rpartition(": ")[2]  # the drawer agrees: the log's own sum
    hands.type_into(screen.counted, cash)
    hands.key(Qt.Key.Key_F9)
    hands.wait_for(lambda: screen.steps.outcomes[StepName.CLOSE].over, "khóa sổ")
    hands.picture("cuoi_ngay")
