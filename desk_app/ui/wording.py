"""Sentences and words in the clerk's language."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desk_app.domain.calendar import WEEKDAYS
from desk_app.domain.case import STATE_NAMES, Delivery, State
from desk_app.domain.errors import DeskError


def sentence(error: DeskError) -> str:
    """Return what happened and what to do."""
    return QCoreApplication.translate("errors", error.sentence).format(**error.fields)


def state_name(state: State) -> str:
    """Return the name of a business state."""
    return QCoreApplication.translate("words", STATE_NAMES[state])


def delivery_name(delivery: Delivery) -> str:
    """Return where a case stands with the superior; "đã nhận" only after its signed word."""
    names = {
        Delivery.WAITING: "chờ gửi",
        Delivery.ACKNOWLEDGED: "cấp trên đã nhận",
        Delivery.REFUSED: "cấp trên trả lại",
    }
    return QCoreApplication.translate("words", names[delivery])


def act_name(kind: str) -> str:
    """Return what an event is called on a case's page."""
    names = {
        "received": "Tiếp nhận hồ sơ",
        "completed": "Có kết quả",
        "handed_over": "Trả kết quả",
        "printed": "In",
    }
    return QCoreApplication.translate("words", names.get(kind, kind))


def day_and_hour(at: datetime, now: datetime) -> str:
    """Return "Hôm nay, 17:00" or "Thứ Tư 25/11, 17:00"."""
    if at.date() == now.date():
        return QCoreApplication.translate("words", "Hôm nay, {time}").format(time=f"{at:%H:%M}")
    return f"{WEEKDAYS[at.weekday()]} {at:%d/%m}, {at:%H:%M}"


def moment_in_words(at: datetime) -> str:
    """Return "Thứ Hai 23/11/2026 · 08:15"."""
    return f"{WEEKDAYS[at.weekday()]} {at:%d/%m/%Y · %H:%M}"
