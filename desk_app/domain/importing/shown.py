"""A field of an entry in words, as the officer sees it before and after."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from desk_app.domain.amount import dong
from desk_app.domain.procedure_document import choices_of

NOTHING = "(chưa có)"
_STATUS = {
    "in_force": "đang áp dụng",
    "replaced": "đã được thay thế",
    "repealed": "bị bãi bỏ",
    "to_verify": "cần xác minh",
}


def shown(key: str, entry: Mapping[str, Any]) -> str:
    """Return a field of an entry in words."""
    if not entry:
        return NOTHING
    value = entry.get(key)
    match key:
        case "status":
            mark = f" (vắng mặt ở {entry['absent_from']})" if "absent_from" in entry else ""
            return _STATUS[value or "in_force"] + mark
        case "level":
            levels = entry.get("levels", ())
            return levels[-1]["level"] if levels else NOTHING
        case "processing_time":
            return _time(value or {})
        case "commitments":
            return "; ".join(f"{one['by_law']} → {one['promised']}" for one in value or ()) or NOTHING
        case "fee":
            return _fee(value or {})
        case "documents":
            return "; ".join(_paper(paper) for paper in value or ()) or NOTHING
        case "steps":
            return (
                "; ".join(f"{s['action']} ({(s.get('minutes') or 0) / 60:g} giờ)" for s in value or ())
                or NOTHING
            )
        case "effective_from" | "effective_to":
            return f"{date.fromisoformat(value):%d/%m/%Y}" if value else NOTHING
        case "common" | "at_once":
            return "có" if value else "không"
    return "; ".join(value) or NOTHING if isinstance(value, list) else str(value or NOTHING)


def _time(time: Mapping[str, Any]) -> str:
    terms = ", ".join(choice.term for choice in choices_of(time))
    told = time.get("text") or NOTHING
    return f"{told} [{terms}]" if terms else told


def _fee(fee: Mapping[str, Any]) -> str:
    amount = fee.get("amount_vnd")
    unit = f"/{fee['unit']}" if fee.get("unit") else ""
    told = f"{dong(amount)}{unit}" if amount is not None else ""
    return " — ".join(dict.fromkeys(filter(None, (told, fee.get("text"))))) or NOTHING


def _paper(paper: Mapping[str, Any]) -> str:
    counts = f"{paper.get('originals') or 0} bản chính, {paper.get('copies') or 0} bản sao"
    return f"{paper['name']} ({counts})"
