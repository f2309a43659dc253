"""Codes of agencies (mã định danh điện tử), which every case code begins with."""

from __future__ import annotations

import re

_NEW = re.compile(r"[A-Z]\d{2}(\.[0-9A-Z]+)*", re.ASCII)  # H56.22.17: QĐ 20/2020/QĐ-TTg
_OLD = re.compile(r"\d{3}(\.\d{2,3}){1,3}\.[A-Z]\d{2}", re.ASCII)  # 000.22.17.H56: QCVN 102:2016


def is_agency_code(text: str) -> bool:
    """Return whether `text` has the form of an agency's code, the present one or the one before 2020."""
    return bool(_NEW.fullmatch(text) or _OLD.fullmatch(text))
