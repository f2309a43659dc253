"""The desk itself: whose it is, its number, what it prints above its papers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from desk_app.domain.viet_qr import Account, AccountKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """The printed header (Mẫu 01, line 1); `place` stands before the date."""

    superior_name: str  # UBND TỈNH …; may be empty
    agency_name: str  # UBND XÃ …
    desk_name: str  # BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ, TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG …
    place: str
    address: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """One desk of one commune. `fees` are the commune's own (procedure code to đồng)."""

    agency_code: str  # H56.22.17
    number: int  # 1 … 5
    letterhead: Letterhead
    superior_label: str = "cấp trên"
    receipt_copies: int = 2
    fees: dict[str, int] = field(default_factory=dict)
    at_once: frozenset[str] = frozenset()
    case_code_format: str = "{AGENCY}-{YYMMDD}-{SEQ:4}"
    account: Account | None = None  # where fees may be transferred to


def desk_body(desk: Desk) -> dict[str, Any]:
    """Return a desk as JSON carries it: what nobody gave stays out."""
    data = asdict(desk) | {"at_once": sorted(desk.at_once)}
    return {name: value for name, value in data.items() if value is not None}


def desk_of(body: Mapping[str, Any]) -> Desk:
    """Return the desk of such a body."""
    data = {name: value for name, value in body.items() if name in Desk.__slots__}
    letterhead, at_once = Letterhead(**data.pop("letterhead")), frozenset(data.pop("at_once", ()))
    account = data.pop("account", None)
    pays_to = Account(**account | {"kind": AccountKind(account["kind"])}) if account else None
    return Desk(letterhead=letterhead, at_once=at_once, account=pays_to, **data)


_WRITTEN = {  # the names that every office shares; any other word may be a place or a person
    "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG": "Trung tâm Phục vụ hành chính công",
    "BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ": "Bộ phận tiếp nhận và trả kết quả",
    "ỦY BAN NHÂN DÂN": "Ủy ban nhân dân",
    "THÀNH PHỐ": "thành phố",
    "ĐẶC KHU": "đặc khu",
    "THỊ TRẤN": "thị trấn",
    "UBND": "UBND",
    "PHƯỜNG": "phường",
    "TỈNH": "tỉnh",
    "HUYỆN": "huyện",
    "XÃ": "xã",
}
_PIECE = re.compile(rf"(?<!\S)(?:{'|'.join(_WRITTEN)})(?!\S)|\S+")


def as_written(name: str) -> str:
    """Return a letterhead's name as a sentence has it: "UBND XÃ TÂN LẬP" gives "UBND xã Tân Lập"."""
    if name != name.upper():
        return name
    return " ".join(_WRITTEN.get(piece, piece.capitalize()) for piece in _PIECE.findall(name))
