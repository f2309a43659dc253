"""What a member of staff is told at the sign-in."""

from __future__ import annotations

from datetime import date

from desk_app.domain.day_ports import DayStore
from desk_app.domain.joined_words import one_after_another
from desk_app.domain.ports import Clock
from desk_app.domain.words import Words
from desk_app.services.day_end import morning
from desk_app.services.day_steps import morning_words

TOLD_SETTING = "morning_told"  # "2026-11-24 hoa lan": who has heard it today


def first_told(login: str, *, store: DayStore, clock: Clock) -> str:
    """Return sentences (Words): receipts that never reached a printer, and, once a day, what came since the closing."""
    told = [*_not_printed(store), *_morning(login, store, clock)]
    return one_after_another(told)


def _not_printed(store: DayStore) -> list[str]:
    """Say which receipts never reached a printer: a crash or a jam came between."""
    with store.reading() as reading:
        codes = reading.receipts_not_printed()
    if not codes:
        return []
    return [
        Words(
            "Còn {n} giấy tiếp nhận chưa in (mới nhất {code}); mở hồ sơ ở F3 để in.",
            n=len(codes),
            code=codes[-1],
        )
    ]


def _morning(login: str, store: DayStore, clock: Clock) -> list[str]:
    """Return the morning's sentences to whoever has not heard them today, in an office that closes its days."""
    today = clock.now().date()
    found = morning(store=store, clock=clock)
    if found.last is None or found.last.day >= today or not _first(login, today, store):
        return []
    sentences = morning_words(found, today)
    return [*sentences, Words("Chi tiết ở F8.")] if sentences else []


def _first(login: str, today: date, store: DayStore) -> bool:
    with store.transaction() as books:
        day, *heard = books.setting(TOLD_SETTING).split() or [""]
        heard = heard if day == today.isoformat() else []
        if login in heard:
            return False
        books.set_setting(TOLD_SETTING, " ".join((today.isoformat(), *heard, login)))
    return True
