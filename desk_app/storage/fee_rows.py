"""One fee row out of JSON, every fault named: a wrong digit here is money taken from somebody.

A row: `id`; `name` as a biên lai names the fee; `kind` fee or charge; `procedures`; `basis` case, copy, fixed
(with `amount`), page (with `steps` [from page, đồng] and `most_per_copy`) or unset (only exemptions: the
amount is for others to set); `instrument`, `valid_from`, `valid_to` (null = open), `verified` (read in the
instrument itself); if need be `unit`, `case_unit`, `choice`, `channels`, `former_province`, `exemptions`
and `excludes` (ids of the file's `exemptions`), `note`, `currency`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from desk_app.domain.fee import Channel, Exemption, FeeBasis, FeeKind, FeeRow, FeeScope, PageStep

VND = "VND"
_CODE = re.compile(r"[0-9]\.[0-9]{6}")
_PROVINCE = re.compile(r"[0-9]{2}")
_NEEDED = {"id", "name", "kind", "procedures", "basis", "instrument", "valid_from", "valid_to", "verified"}
_MAY = {
    *("amount", "steps", "most_per_copy", "unit", "case_unit", "choice", "channels", "former_province"),
    *("exemptions", "excludes", "note", "currency"),
}
_EXEMPTION_MAY = {"words", "instrument", "valid_from", "valid_to", "verified"}

Kind = TypeVar("Kind", bound=StrEnum)


class Fault(ValueError):
    """What is wrong with one row, in Vietnamese."""


def exemption_of(id_: str, data: object) -> Exemption:
    """Read one exemption.

    Raises:
        Fault: it has no words, or a strange key or date.
    """
    entry = _object(data, {"words", "verified"}, _EXEMPTION_MAY)
    start, end = _dates(entry.get("valid_from", "0001-01-01"), entry.get("valid_to"))
    return Exemption(
        id=id_,
        words=_text(entry, "words"),
        instrument=entry.get("instrument", ""),
        valid_from=start,
        valid_to=end,
        verified=_flag(entry),
    )


def in_dong(data: object) -> bool:
    """Return whether a row is in đồng: embassies' rows in dollars stand in the same lists, and are not ours."""
    return isinstance(data, dict) and data.get("currency", VND) == VND


def row_of(data: object, scope: FeeScope, exemptions: Mapping[str, Exemption]) -> FeeRow:
    """Read one row; `exemptions` are those of the file by id.

    Raises:
        Fault: a key is missing or strange, a value is none, or they do not belong together.
    """
    entry = _object(data, _NEEDED, _NEEDED | _MAY)
    basis = _one_of(FeeBasis, entry["basis"], "basis")
    start, end = _dates(entry["valid_from"], entry["valid_to"])
    return FeeRow(
        id=_text(entry, "id"),
        scope=scope,
        name=_text(entry, "name"),
        kind=_one_of(FeeKind, entry["kind"], "kind"),
        procedures=_codes(entry["procedures"]),
        basis=basis,
        amount=_amount_for(basis, entry),
        steps=_steps_for(basis, entry),
        most_per_copy=_cap_for(basis, entry),
        unit=entry.get("unit", ""),
        case_unit=entry.get("case_unit", ""),
        choice=entry.get("choice", ""),
        channels=_channels(entry),
        former_province=_former(entry),
        exemptions=tuple(exemptions[_known(id_, exemptions)] for id_ in _texts(entry, "exemptions")),
        excludes=frozenset(_texts(entry, "excludes")),
        instrument=_text(entry, "instrument"),
        valid_from=start,
        valid_to=end,
        verified=_flag(entry),
        note=entry.get("note", ""),
    )


def _object(data: object, needed: Collection[str], may: Collection[str]) -> dict[str, Any]:
    if not isinstance(data, dict):
        raise Fault("không phải một dòng { … }")
    for key in sorted(set(needed) - data.keys()):
        raise Fault(f"thiếu “{key}”")
    for key in sorted(data.keys() - set(may)):
        raise Fault(f"khóa lạ “{key}”")
    for key in ("unit", "case_unit", "choice", "note", "instrument"):
        if not isinstance(data.get(key, ""), str):
            raise Fault(f"“{key}” phải là chữ")
    return data


def _text(entry: Mapping[str, Any], key: str) -> str:
    text = entry[key]
    if not isinstance(text, str) or not text.strip():
        raise Fault(f"“{key}” trống hoặc không phải chữ")
    return text


def _texts(entry: Mapping[str, Any], key: str) -> list[str]:
    texts = entry.get(key, [])
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise Fault(f"“{key}” phải là danh sách chữ")
    return texts


def _flag(entry: Mapping[str, Any]) -> bool:
    if not isinstance(entry["verified"], bool):
        raise Fault("“verified” phải là true hoặc false")
    return entry["verified"]


def _one_of(kind: type[Kind], value: object, key: str) -> Kind:
    try:
        return kind(str(value))
    except ValueError as error:
        raise Fault(f"“{key}” phải là một trong {', '.join(kind)}, không phải “{value}”") from error


def _dong(value: object, key: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise Fault(f"“{key}” phải là số đồng nguyên từ 0 trở lên, không phải “{value}”")
    return value


def _dates(start: object, end: object) -> tuple[date, date | None]:
    try:
        read = date.fromisoformat(str(start)), None if end is None else date.fromisoformat(str(end))
    except ValueError as error:
        raise Fault(f"ngày hiệu lực “{start}” – “{end}” không đúng dạng năm-tháng-ngày") from error
    if read[1] is not None and read[1] < read[0]:
        raise Fault(f"hết hiệu lực {end} trước khi có hiệu lực {start}")
    return read


def _codes(value: object) -> frozenset[str]:
    if not isinstance(value, list) or not value:
        raise Fault("“procedures” phải có ít nhất một mã thủ tục")
    for code in value:
        if not isinstance(code, str) or not _CODE.fullmatch(code):
            raise Fault(f"mã thủ tục “{code}” không đúng dạng 1.001193")
    return frozenset(value)


def _channels(entry: Mapping[str, Any]) -> frozenset[Channel]:
    if "channels" not in entry:
        return frozenset(Channel)
    found = frozenset(_one_of(Channel, text, "channels") for text in _texts(entry, "channels"))
    if not found:
        raise Fault("“channels” trống; bỏ hẳn khóa này nếu áp dụng cho mọi hình thức nộp")
    return found


def _former(entry: Mapping[str, Any]) -> str:
    code = entry.get("former_province", "")
    if code and not (isinstance(code, str) and _PROVINCE.fullmatch(code)):
        raise Fault(f"“former_province” phải là mã tỉnh cũ hai chữ số, không phải “{code}”")
    return str(code)


def _known(id_: str, exemptions: Mapping[str, Exemption]) -> str:
    if id_ not in exemptions:
        raise Fault(f"diện miễn “{id_}” không có trong “exemptions” của tệp")
    return id_


def _amount_for(basis: FeeBasis, entry: Mapping[str, Any]) -> int:
    if basis in (FeeBasis.PAGE, FeeBasis.UNSET):
        if "amount" in entry:
            raise Fault(f"basis {basis} không đi với “amount”")
        return 0
    if "amount" not in entry:
        raise Fault("thiếu “amount”")
    return _dong(entry["amount"], "amount")


def _steps_for(basis: FeeBasis, entry: Mapping[str, Any]) -> tuple[PageStep, ...]:
    steps = entry.get("steps", [])
    if (basis is FeeBasis.PAGE) != bool(steps):
        raise Fault("“steps” chỉ và phải đi với basis page")
    if not isinstance(steps, list) or not all(isinstance(step, list) and len(step) == 2 for step in steps):
        raise Fault("“steps” phải là danh sách [từ trang, số đồng]")
    read = tuple(PageStep(first=_dong(a, "steps"), amount=_dong(b, "steps")) for a, b in steps)
    firsts = [step.first for step in read]
    if firsts and (firsts[0] != 1 or firsts != sorted(set(firsts))):
        raise Fault("“steps” phải bắt đầu từ trang 1 và tăng dần")
    return read


def _cap_for(basis: FeeBasis, entry: Mapping[str, Any]) -> int | None:
    cap = entry.get("most_per_copy")
    if cap is None:
        return None
    if basis is not FeeBasis.PAGE:
        raise Fault("“most_per_copy” chỉ đi với basis page")
    return _dong(cap, "most_per_copy")
