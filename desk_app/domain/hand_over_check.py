"""What must be there before a result leaves the desk."""

from __future__ import annotations

from dataclasses import dataclass

from desk_app.domain.case import HandOver, Receiver
from desk_app.domain.words import Words


@dataclass(frozen=True, slots=True)
class Lack:
    """Something that is missing: `field` is HandOver's name for it, `words` the screen's."""

    field: str
    words: Words


def check_hand_over(taken: HandOver) -> tuple[Lack, ...]:
    """Return what is missing before the result may leave the desk.

    A proxy needs a name and the paper that authorises him (the receipt says so to the citizen); what the post
    takes needs the parcel's number, or nobody can ever follow it.
    """
    asked: list[tuple[str, str, Words]] = []
    if taken.receiver is Receiver.PROXY:
        asked.append(("name", taken.name, Words("họ tên người nhận thay")))
        asked.append(("paper", taken.paper, Words("giấy ủy quyền")))
    elif taken.receiver is Receiver.POST:
        asked.append(("post_code", taken.post_code, Words("số hiệu bưu gửi")))
    return tuple(Lack(field, words) for field, text, words in asked if not text.strip())
