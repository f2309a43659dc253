"""The desk itself: whose it is, its number, what it prints above its papers."""

from __future__ import annotations

from dataclasses import dataclass, field

from desk_app.domain.viet_qr import Account


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
