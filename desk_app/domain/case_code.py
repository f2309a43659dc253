"""Case codes (mã hồ sơ): agency, day of receipt, serial of the day (NĐ 118/2025 Đ.28)."""

from __future__ import annotations

import re
from datetime import date

_CODE = re.compile(r"[0-9A-Z]+(?:\.[0-9A-Z]+)*-\d{6}-\d{4,6}", re.ASCII)
_SERIAL = re.compile(r"\{SEQ:(\d)\}")


def case_code(pattern: str, agency_code: str, day: date, serial: int) -> str:
    """Fill `pattern`, by default `{AGENCY}-{YYMMDD}-{SEQ:4}`: H56.22.17-261123-5001."""
    filled = pattern.replace("{AGENCY}", agency_code).replace("{YYMMDD}", f"{day:%y%m%d}")
    return _SERIAL.sub(lambda found: f"{serial:0{int(found[1])}d}", filled)


def serials(desk_number: int) -> range:
    """Return the serials that desk n may give in a day: desk 1 has 5001 … 5899.

    Those below 5001 are the province's; 901 … 999 of each thousand are kept for the time after a restore.
    """
    first = 1000 * (desk_number + 4) + 1
    return range(first, first + 899)


def kept_back(desk_number: int) -> range:
    """Return the serials that desk n gives on the day of a recovery: desk 1 has 5901 … 5999.

    Of its others some may be on receipts whose events went with the disk.
    """
    block = serials(desk_number)
    return range(block.stop + 1, block.start + 999)


def is_case_code(text: str) -> bool:
    """Return whether `text` has the form of a case code, as the bar codes of our papers give it."""
    return _CODE.fullmatch(text) is not None
