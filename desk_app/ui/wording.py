"""Sentences and words in the clerk's language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desk_app.domain.errors import DeskError
from desk_app.domain.moment import WEEKDAYS
from desk_app.domain.words import Words


def worded(text: str) -> str:
    """Return words in the clerk's language; any other text, such as a printer's name, stays as it is."""
    if not isinstance(text, Words):
        return text
    count = text.fields.get("n")
    pattern = QCoreApplication.translate("words", text.pattern, None, count if isinstance(count, int) else -1)
    return pattern.format(**_filled(text.fields)) if text.fields else pattern


def sentence(error: DeskError) -> str:
    """Return what happened and what to do."""
    return QCoreApplication.translate("errors", error.sentence).format(**_filled(error.fields))


def kept_sentence(text: str) -> str:
    """Return a sentence that was stored in Vietnamese: the last failure of the line."""
    for kind in _kinds(DeskError):
        names = re.findall(r"{(\w+)}", kind.sentence)
        found = re.fullmatch(re.sub(r"\\{\w+\\}", "(.*)", re.escape(kind.sentence)), text)
        if found is not None:
            return sentence(kind(**dict(zip(names, found.groups(), strict=True))))
    return text


def day_and_hour(at: datetime, now: datetime) -> str:
    """Return "Hôm nay, 17:00" or "Thứ Tư 25/11, 17:00"."""
    if at.date() == now.date():
        return worded(Words("Hôm nay, {time}", time=f"{at:%H:%M}"))
    return f"{worded(WEEKDAYS[at.weekday()])} {at:%d/%m}, {at:%H:%M}"


def moment_in_words(at: datetime) -> str:
    """Return "Thứ Hai 23/11/2026 · 08:15"."""
    return f"{worded(WEEKDAYS[at.weekday()])} {at:%d/%m/%Y · %H:%M}"


def _filled(fields: dict[str, object]) -> dict[str, object]:
    """Return what goes into a pattern, itself in the clerk's language."""
    return {name: _said(value) for name, value in fields.items()}


def _said(value: object) -> object:
    if isinstance(value, tuple):
        return ", ".join(str(_said(one)) for one in value)
    return worded(value) if isinstance(value, Words) else value


def _kinds(kind: type[DeskError]) -> Iterator[type[DeskError]]:
    """Yield the errors there are; the general one last, since its sentence is nobody's in particular."""
    for narrower in kind.__subclasses__():
        yield from _kinds(narrower)
    yield kind
