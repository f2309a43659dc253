"""How a case comes to the desk, and what that asks for."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from desk_app.domain.errors import UnclearSentTime
from desk_app.domain.fee import Channel
from desk_app.domain.typed_moment import read_moment
from desk_app.domain.words import Words

if TYPE_CHECKING:
    from desk_app.ui.intake.form_state import FormState


class Way(StrEnum):
    """One choice of the form."""

    DESK = "desk"
    POST = "post"
    ONLINE = "online"
    OTHER = "other"  # at this desk, for an agency that decides elsewhere (phi địa giới)
    PAPER = "paper"  # received on paper during a power cut, keyed in now


WAYS = (
    (Way.DESK, Words("Tại quầy")),
    (Way.POST, Words("Qua bưu chính")),
    (Way.ONLINE, Words("Trực tuyến")),
    (Way.OTHER, Words("Nộp hộ đơn vị khác")),
    (Way.PAPER, Words("Số giấy đã cấp")),
)
FOR_OTHERS = (Way.POST, Way.ONLINE, Way.OTHER)
CHANNELS = {Way.POST: Channel.POST, Way.ONLINE: Channel.ONLINE}


def way_fields(state: FormState) -> dict[str, Any]:
    """Return the fields of an Intake that the way decides; what its way does not ask for is not in them."""
    way = Way(state.way)
    others, paper = way in FOR_OTHERS, way is Way.PAPER
    return {
        "channel": CHANNELS.get(way, Channel.DESK),
        "for_unit": state.for_unit.strip() if others else "",
        "for_unit_name": state.for_unit_name.strip() if others else "",
        "superior_code": state.superior_code.strip() if way is Way.ONLINE else "",
        "paper_code": state.paper_code if paper else "",
        "sent_at": sent_moment(state) if way is Way.ONLINE else None,
        "received_at": read_moment(state.paper_day, state.paper_hour) if paper and state.paper_code else None,
    }


def sent_moment(state: FormState) -> datetime | None:
    """Return when an online dossier was filed, None where nobody has typed it.

    Raises:
        UnclearSentTime: what is typed is no day with an hour.
    """
    typed = f"{state.sent_day} {state.sent_hour}".strip()
    if not typed:
        return None
    at = read_moment(state.sent_day, state.sent_hour)
    if at is None:
        raise UnclearSentTime(text=typed)
    return at
