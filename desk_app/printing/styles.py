"""Papers and their measures in points: the A5 slip and the A4 list across (TT 01/2018), the A4 letter (NĐ 30/2020)."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Any

from reportlab.lib.pagesizes import A4, A5
from reportlab.lib.units import mm

from desk_app.printing.fonts import BOLD, BOLD_ITALIC, ITALIC, REGULAR, TIGHT, Type


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a paper is set. `foot` is kept free below the text for bar code and page number."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    foot: float
    text: Type
    strong: Type
    note: Type
    cell_head: Type
    cell: Type
    superior: Type
    agency: Type
    desk: Type
    motto: Type
    dated: Type
    title: Type
    subtitle: Type
    mark: Type
    small: Type
    signer: Type
    sign_here: Type
    recipients: Type
    copy_label: Type
    sign_room: float
    left_share: float = 0.42
    qr_side: float = 54.0
    bar_width: float = 176.0
    first_indent: float = 0.0  # of running text
    justified: bool = False

    @property
    def column(self) -> float:
        """Return how wide the text stands."""
        return self.width - self.left - self.right

    @property
    def room(self) -> float:
        """Return how high the text may stand."""
        return self.height - self.top - self.bottom - self.foot


SLIP = Style(
    width=A5[0], height=A5[1], left=25, right=25, top=25, bottom=25, foot=28, sign_room=34,
    text=Type(REGULAR, 9.4), strong=Type(BOLD, 9.4), note=Type(ITALIC, 7.6),
    cell_head=Type(BOLD, 8.4), cell=Type(REGULAR, 8.8),
    superior=Type(REGULAR, 8.2), agency=Type(REGULAR, 8.6), desk=Type(BOLD, 8.2), motto=Type(BOLD, 8.8),
    dated=Type(ITALIC, 8.8), title=Type(BOLD, 12.2), subtitle=Type(BOLD, 9.6), mark=Type(BOLD_ITALIC, 9),
    small=Type(REGULAR, 8.4), signer=Type(BOLD, 9), sign_here=Type(ITALIC, 8.6), recipients=Type(REGULAR, 8),
    copy_label=Type(ITALIC, 8.6),
)  # fmt: skip
LETTER = Style(
    width=A4[0], height=A4[1], left=30 * mm, right=18 * mm, top=20 * mm, bottom=18 * mm, foot=30, sign_room=58,
    text=Type(REGULAR, 13), strong=Type(BOLD, 13), note=Type(ITALIC, 11),
    cell_head=Type(BOLD, 11), cell=Type(REGULAR, 11.5),
    superior=Type(REGULAR, 11.5), agency=Type(REGULAR, 11.5), desk=Type(BOLD, 11.5), motto=Type(BOLD, 12.5),
    dated=Type(ITALIC, 12.5), title=Type(BOLD, 14), subtitle=Type(BOLD, 12), mark=Type(BOLD_ITALIC, 12),
    small=Type(REGULAR, 9), signer=Type(BOLD, 13), sign_here=Type(ITALIC, 12), recipients=Type(REGULAR, 11),
    copy_label=Type(ITALIC, 9), qr_side=60, first_indent=10 * mm, justified=True,
)  # fmt: skip
LIST = Style(
    width=A4[1], height=A4[0], left=12 * mm, right=10 * mm, top=11 * mm, bottom=9 * mm, foot=12, sign_room=46,
    text=Type(REGULAR, 11), strong=Type(BOLD, 11), note=Type(ITALIC, 9.5),
    cell_head=Type(BOLD, 8.6), cell=Type(REGULAR, 8.8),
    superior=Type(REGULAR, 10), agency=Type(REGULAR, 10), desk=Type(BOLD, 10), motto=Type(BOLD, 10.5),
    dated=Type(ITALIC, 10.5), title=Type(BOLD, 14), subtitle=Type(ITALIC, 11), mark=Type(BOLD_ITALIC, 10.5),
    small=Type(REGULAR, 8.4), signer=Type(BOLD, 11), sign_here=Type(ITALIC, 10), recipients=Type(REGULAR, 9.5),
    copy_label=Type(ITALIC, 9), left_share=0.4,
)  # fmt: skip
POSTER = replace(  # read from the wall
    LIST,
    cell=Type(REGULAR, 11.5),
    cell_head=Type(BOLD, 11),
    text=Type(REGULAR, 12),
)
STYLES = {"A5": SLIP, "A4": LETTER, "A4-landscape": LIST, "A4-poster": POSTER}


@cache
def tighter(style: Style) -> Style:
    """Return a slip's or letter's style with closer lines: a signature alone on a second page wastes paper."""
    types: dict[str, Any] = {one.name: getattr(style, one.name) for one in fields(style)}
    close: dict[str, Any] = {
        name: replace(value, pitch=TIGHT) for name, value in types.items() if isinstance(value, Type)
    }
    return replace(style, sign_room=style.sign_room * 0.75, **close)
