"""What a case's states, acts and people are called in the clerk's language."""

from __future__ import annotations

from desk_app.domain.case import STATE_NAMES, Delivery, State
from desk_app.domain.personal_id import SEXES
from desk_app.domain.words import Words
from desk_app.ui.wording import worded

DELIVERY_NAMES = {
    Delivery.WAITING: Words("chờ gửi"),
    Delivery.ACKNOWLEDGED: Words("cấp trên đã nhận"),
    Delivery.REFUSED: Words("cấp trên trả lại"),
}
ACT_NAMES = {
    "received": Words("Tiếp nhận hồ sơ"),
    "completed": Words("Có kết quả"),
    "handed_over": STATE_NAMES[State.RETURNED],
    "printed": Words("In"),
}


def state_name(state: State) -> str:
    """Return the name of a business state."""
    return worded(STATE_NAMES[state])


def delivery_name(delivery: Delivery) -> str:
    """Return where a case stands with the superior; "đã nhận" only after its signed word."""
    return worded(DELIVERY_NAMES[delivery])


def act_name(kind: str) -> str:
    """Return what an event is called on a case's page."""
    return worded(ACT_NAMES.get(kind, kind))


def sex_name(sex: str) -> str:
    """Return the word for what a citizen card says."""
    return worded(SEXES.get(sex, sex))
