"""Hold an export against the fields of the national portal: the rules are data (fields.json)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from district_server.errors import CannotServe

RULES: dict[str, Any] = json.loads(Path(__file__).with_name("fields.json").read_text(encoding="utf-8"))
_LINE = 4 * 1024 * 1024  # bytes of one request


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is wrong with one field of one record; `verified` False = the rule itself was read in one place only."""

    line: int
    record: str
    field: str
    sentence: str
    verified: bool

    def __str__(self) -> str:
        doubt = "" if self.verified else " (quy tắc chưa xác minh)"
        return f"Dòng {self.line}, hồ sơ {self.record or '?'}, mục {self.field}: {self.sentence}{doubt}"


@dataclass(frozen=True, slots=True)
class _Place:
    line: int
    record: str

    def fault(self, field: str, sentence: str, rule: Mapping[str, Any] | None = None) -> Fault:
        verified = bool((rule or {}).get("verified", True))
        return Fault(line=self.line, record=self.record, field=field, sentence=sentence, verified=verified)


def faults_in(file: Path) -> Iterator[Fault]:
    """Give the faults of a file of one request a line, in its order.

    Raises:
        CannotServe: it cannot be read.
    """
    known: set[str] = set()
    try:
        with file.open("rb") as lines:
            number = 0
            while line := lines.readline(_LINE + 1):
                number += 1
                if len(line) > _LINE:
                    yield _Place(number, "").fault("data", "dòng dài hơn 4 MB; mỗi dòng là một lần gửi")
                    return
                yield from _faults_of(number, line, known)
    except OSError as error:
        raise CannotServe(f"Không đọc được tệp {file}; hãy kiểm tra đường dẫn và quyền đọc.") from error


def _faults_of(number: int, line: bytes, known: set[str]) -> Iterator[Fault]:
    place = _Place(number, "")
    try:
        body = json.loads(line)
    except (ValueError, RecursionError):
        body = None
    if not isinstance(body, dict):
        yield place.fault("data", "không phải JSON của một lần gửi")
        return
    service = body.get("service")
    fields = RULES["services"].get(service) if isinstance(service, str) else None
    if fields is None:
        yield place.fault("service", f"phải là một trong {', '.join(RULES['services'])}")
        return
    if not isinstance(body.get("madonvi"), str) or not body["madonvi"]:
        yield place.fault("madonvi", "trống")
    if service == "DongBoHoSoMC" and body.get("isUpdating") not in ("True", "False"):
        yield place.fault("isUpdating", "phải là True hoặc False, viết như chuỗi")
    data = body.get("data")
    if not isinstance(data, list) or not data:
        yield place.fault("data", "phải có ít nhất một bản ghi")
        return
    for one in data:
        if not isinstance(one, dict):
            yield place.fault("data", "bản ghi phải là một đối tượng")
            continue
        code = one.get("MaHoSo")
        at = _Place(number, code[:60] if isinstance(code, str) else "")
        yield from _record(at, one, fields, "")
        yield from _order(at, one)
        if service == "DongBoHoSoMC" and isinstance(code, str):
            if body.get("isUpdating") == "False" and code in known:
                yield at.fault("MaHoSo", "hồ sơ này đã được thêm ở trên; lần sau phải là isUpdating True")
            known.add(code)
        elif isinstance(code, str) and code not in known:
            yield at.fault("MaHoSo", "bước xử lý của hồ sơ chưa có ở trên")


def _record(at: _Place, one: Mapping[str, Any], fields: Mapping[str, Any], inside: str) -> Iterator[Fault]:
    for name in one.keys() - fields.keys():
        yield at.fault(inside + str(name)[:60], "không có trong quy ước")
    for name, rule in fields.items():
        value = one.get(name)
        if value is None or value == "":
            if _is_required(rule, one):
                yield at.fault(inside + name, "trống mà bắt buộc phải có", rule)
        elif rule["type"] in {"list", "object"}:
            yield from _nested(at, inside + name, value, rule)
        elif not isinstance(value, str):
            yield at.fault(inside + name, "phải là chuỗi", {})
        else:
            said = _wrong(value, rule)
            if said:
                yield at.fault(inside + name, said, rule)


def _is_required(rule: Mapping[str, Any], one: Mapping[str, Any]) -> bool:
    if rule.get("required"):
        return True
    return any(one.get(name) in values for name, values in rule.get("required_when", {}).items())


def _nested(at: _Place, name: str, value: object, rule: Mapping[str, Any]) -> Iterator[Fault]:
    if rule["type"] == "object":
        value = [value]
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        yield at.fault(name, "phải là danh sách" if rule["type"] == "list" else "phải là một đối tượng", rule)
        return
    for one in value:
        yield from _record(at, one, RULES["parts"][rule["of"]], f"{name}.")


def _wrong(value: str, rule: Mapping[str, Any]) -> str:
    """Return what is wrong with a value, empty when nothing is."""
    if len(value) > rule.get("max", 100_000):
        return f"dài {len(value)} ký tự, nhiều nhất {rule['max']}"
    match rule["type"]:
        case "code":
            return (
                "" if value in rule["values"] else f"“{value[:40]}” không thuộc {', '.join(rule['values'])}"
            )
        case "moment":
            return "" if _is_moment(value) else f"“{value[:40]}” không phải thời điểm yyyyMMddHHmmss"
        case "amount":
            whole = value.isascii() and value.isdigit() and len(value) <= 15
            return "" if whole else f"“{value[:40]}” không phải số tiền nguyên"
    return ""


def _is_moment(value: str) -> bool:
    if len(value) != 14 or not (value.isascii() and value.isdigit()):
        return False
    try:
        datetime.strptime(f"{value}+0700", "%Y%m%d%H%M%S%z")
    except ValueError:
        return False
    return True


def _order(at: _Place, one: Mapping[str, Any]) -> Iterator[Fault]:
    for earlier, later in RULES["order"]:
        before, after = one.get(earlier), one.get(later)
        if isinstance(before, str) and isinstance(after, str) and before and after and after < before:
            yield at.fault(later, f"đứng trước {earlier}")
