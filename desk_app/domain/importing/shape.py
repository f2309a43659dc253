"""What a catalogue entry may hold, and of what kind: files of strangers are fitted to it, or refused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

# null stands for "absent" in files that people keep; a list holds what its single element is like
_TIME_CASE = {"name": str, "value": int, "unit": str, "same_day": bool, "cutoff_hour": int}
SHAPE: Mapping[str, Any] = {
    "name": str, "field": str, "field_code": str, "result": str, "note": str, "decision": str,
    "place": str, "method": str, "online_level": str, "level": str, "code_suffix": str, "absent_from": str,
    "status": str, "effective_from": str, "effective_to": str, "replaced_by": [str], "legal_basis": [str],
    "common": bool, "at_once": bool,
    "processing_time": {
        "text": str, "working_days": int, "calendar_days": int, "same_day": bool, "cutoff_hour": int,
        "cases": [_TIME_CASE], "choices": [{"term": str, "text": str}],
    },
    "commitments": [{"by_law": str, "promised": str}],
    "fee": {"text": str, "amount_vnd": int, "unit": str, "varies_by_province": bool},
    "documents": [
        {"name": str, "originals": int, "copies": int, "required": bool, "note": str, "group": str}
    ],
    "steps": [{"action": str, "role": str, "department": str, "minutes": int}],
}  # fmt: skip


class WrongShape(ValueError):
    """What is not as it should be, in Vietnamese."""


def fitted(raw: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield the known fields of an entry, nothing empty: a cell left blank takes nothing away.

    Raises:
        WrongShape: naming the first that is of another kind.
    """
    for key, shape in SHAPE.items():
        if raw.get(key) is not None:
            value = _fit(_in_minutes(raw[key]) if key == "steps" else raw[key], shape, key)
            if value not in ("", [], {}):
                yield key, value


def _in_minutes(steps: object) -> object:
    """Return steps with minutes where people wrote hours (0.5)."""
    if not isinstance(steps, list):
        return steps
    return [
        {**step, "minutes": int(step["hours"] * 60)}
        if isinstance(step, dict) and isinstance(step.get("hours"), int | float)
        else step
        for step in steps
    ]


def _fit(value: Any, shape: Any, place: str) -> Any:  # noqa: ANN401 - values of a JSON object
    """Return the known part of a value.

    Raises:
        WrongShape: it is of another kind.
    """
    if isinstance(shape, list) and isinstance(value, list):
        return [_fit(one, shape[0], place) for one in value]
    if isinstance(shape, dict) and isinstance(value, dict):
        return {
            key: _fit(value[key], kind, f"{place}.{key}")
            for key, kind in shape.items()
            if value.get(key) is not None
        }
    if isinstance(shape, type) and isinstance(value, shape) and isinstance(value, bool) == (shape is bool):
        if isinstance(value, int) and value < 0:
            raise WrongShape(f"mục “{place}” nhỏ hơn 0")
        return value
    raise WrongShape(f"mục “{place}” không đúng dạng")
