"""Procedures in our own format (resources/catalogue/N.json): what a superior or another commune sends."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from desk_app.domain.importing import texts
from desk_app.domain.importing.findings import Item
from desk_app.domain.importing.rows import LONGEST_NAME
from desk_app.domain.importing.shape import WrongShape, fitted
from desk_app.domain.procedure import ProcedureStatus
from desk_app.domain.procedure_code import read_code
from desk_app.domain.procedure_document import BLANK, procedure_of

_STATUS = {"hieu_luc": "in_force", "can_xac_minh": "to_verify", "bai_bo": "repealed", "thay_the": "replaced"}


def own_item(raw: Mapping[str, Any], row: int) -> Item:
    """Return a procedure of our own format; keys that we do not know are left out.

    Raises:
        WrongShape: naming the part.
    """
    code = read_code(str(raw.get("code", "")))
    if code is None:
        raise WrongShape(f"“{str(raw.get('code', ''))[:40]}” không phải mã TTHC (dạng 1.001193)")
    fields = dict(fitted(raw))
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
