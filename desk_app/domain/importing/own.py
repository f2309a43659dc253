"""Procedures in our own format (resources/catalogue/N.json): what a superior or another commune sends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from desk_app.domain.importing import texts
from desk_app.domain.importing.findings import Item
from desk_app.domain.importing.rows import LONGEST_NAME
from desk_app.domain.procedure import ProcedureStatus
from desk_app.domain.procedure_code import read_code
from desk_app.domain.procedure_document import BLANK, procedure_of

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
    "fee": {"text": str, "amount_vnd": int, "unit": str, "varies_by_province": bool},
    "documents": [
        {"name": str, "originals": int, "copies": int, "required": bool, "note": str, "group": str}
    ],
    "steps": [{"action": str, "role": str, "department": str, "minutes": int}],
}  # fmt: skip
_STATUS = {"hieu_luc": "in_force", "can_xac_minh": "to_verify", "bai_bo": "repealed", "thay_the": "replaced"}


class WrongShape(ValueError):
    """What is not as it should be, in Vietnamese."""


def own_item(raw: Mapping[str, Any], row: int) -> Item:
    """Return a procedure of our own format; keys that we do not know are left out.

    Raises:
        WrongShape: naming the part.
    """
    code = read_code(str(raw.get("code", "")))
    if code is None:
        raise WrongShape(f"“{str(raw.get('code', ''))[:40]}” không phải mã TTHC (dạng 1.001193)")
    fields = dict(_fitted(raw))
    match raw.get("levels"):
        case [*_, {"level": str(level)}]:
            fields["level"] = level
    if "name" in fields:
        fields["name"] = texts.name_of(fields["name"])
        if len(fields["name"]) > LONGEST_NAME:
            raise WrongShape(f"tên dài {len(fields['name'])} ký tự")
    fields["status"] = _status(fields.get("status", "in_force"))
    for key in ("effective_from", "effective_to"):
        if key in fields:
            _check_day(fields[key])
    if code.suffix:
        fields["code_suffix"] = code.suffix
    try:
        procedure_of({"code": code.national, **BLANK, **fields})
    except (KeyError, TypeError, ValueError) as error:
        raise WrongShape(f"thiếu hoặc sai mục {error}") from error
    return Item(code=code.national, fields=fields, sheet="", row=row)


def _fitted(raw: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, shape in SHAPE.items():
        if raw.get(key) is not None:
            yield key, _fit(_in_minutes(raw[key]) if key == "steps" else raw[key], shape, key)


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


def _status(text: str) -> str:
    status = _STATUS.get(text, text)
    if status not in set(ProcedureStatus):
        raise WrongShape(f"tình trạng “{text[:40]}” không có trong quy ước")
    return status


def _check_day(text: str) -> None:
    try:
        date.fromisoformat(text)
    except ValueError as error:
        raise WrongShape(f"“{text[:40]}” không phải ngày (dạng 2027-03-01)") from error
