"""Fee tables, from files: national.json, and one province_NN.json a province (codes of the 34)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from desk_app.domain.errors import FeeTableUnreadable
from desk_app.domain.fee import Exemption, FeeArea, FeeRow, FeeScope, FeeTable, clash
from desk_app.storage.fee_rows import Fault, exemption_of, in_dong, row_of

PROVINCE_CODES = "34"
SCOPES = {"national": FeeScope.NATIONAL, "province": FeeScope.PROVINCE, "commune": FeeScope.COMMUNE}


def read_fee_table(
    folder: Path,
    *,
    province: str = "",
    former_province: str = "",
    own: Mapping[str, int] | None = None,
) -> FeeTable:
    """Return the rows that may concern one commune.

    `province` is a code of the 34, `former_province` one of the 63: rows that hold only where another
    former province was are left out, all of them where it is not known. A province without a file has no
    rows: its fees are unknown, not free. `own` are the commune's amounts by procedure code, đồng.

    Raises:
        FeeTableUnreadable: a file is missing or wrong; names the file, the row and the fault.
    """
    paths = [folder / "national.json"]
    path = folder / f"province_{province}.json"
    if province and path.exists():
        paths.append(path)
    rows = [row for one in paths for row in read_fee_file(one)]
    near = tuple(row for row in rows if row.former_province in ("", former_province))
    return FeeTable(rows=near, version=_version(paths)).with_own(own or {})


def read_fee_areas(folder: Path) -> tuple[FeeArea, ...]:
    """Return where the provinces' tables hold, by their files' names.

    Raises:
        FeeTableUnreadable: names the file and the fault.
    """
    return tuple(area for path in sorted(folder.glob("province_*.json")) for area in _areas(path))


def _areas(path: Path) -> Iterator[FeeArea]:
    data, _ = _head(path)
    areas = data.get("areas", {})
    if not isinstance(areas, dict) or not all(isinstance(name, str) and name for name in areas.values()):
        raise FeeTableUnreadable(path=path, row="“areas”", fault="phải là { “mã tỉnh cũ”: “tên” }")
    for former, name in areas.items():
        yield FeeArea(province=str(data["province"]), former_province=former, name=name)


def _version(paths: Sequence[Path]) -> str:
    """Return eight letters for what stands in files: a number could be forgotten when a row is changed."""
    together = hashlib.sha256()
    for path in paths:
        together.update(path.read_bytes())
    return together.hexdigest()[:8]


def read_fee_file(path: Path) -> list[FeeRow]:
    """Return every row in đồng of one file.

    Raises:
        FeeTableUnreadable: names the file, the row and the fault.
    """
    data, scope = _head(path)
    exemptions = _exemptions(path, data)
    rows: dict[str, FeeRow] = {}
    for place, entry in enumerate(data["rows"], start=1):
        if isinstance(entry, dict) and not in_dong(entry):
            continue
        row = _row(path, place, entry, scope, exemptions)
        if row.id in rows:
            raise FeeTableUnreadable(path=path, row=_named(place, entry), fault="trùng id với dòng trước")
        rows[row.id] = row
    for one, other in combinations(rows.values(), 2):
        if clash(one, other):
            fault = f"cùng thủ tục, trường hợp, hình thức nộp và thời gian với dòng “{one.id}”"
            raise FeeTableUnreadable(path=path, row=f"dòng “{other.id}”", fault=fault)
    return list(rows.values())


def _head(path: Path) -> tuple[dict[str, Any], FeeScope]:
    def fault(words: str) -> FeeTableUnreadable:
        return FeeTableUnreadable(path=path, row="đầu tệp", fault=words)

    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise fault("không đọc được hoặc không phải JSON") from error
    if not isinstance(data, dict) or not isinstance(data.get("rows"), list) or not data["rows"]:
        raise fault("thiếu “rows” hoặc không có dòng nào")
    if data.get("scope") not in SCOPES:
        raise fault(f"“scope” phải là một trong {', '.join(SCOPES)}")
    scope = SCOPES[data["scope"]]
    if scope is FeeScope.PROVINCE:
        if data.get("province_codes") != PROVINCE_CODES:
            raise fault(f"“province_codes” phải là “{PROVINCE_CODES}”: bộ mã tỉnh từ 7/2025")
        if path.stem != f"province_{data.get('province')}":
            raise fault(f"“province” {data.get('province')} khác tên tệp")
    return data, scope


def _exemptions(path: Path, data: Mapping[str, Any]) -> dict[str, Exemption]:
    entries = data.get("exemptions", {})
    if not isinstance(entries, dict):
        raise FeeTableUnreadable(path=path, row="“exemptions”", fault="không phải { … }")
    found = {}
    for id_, entry in entries.items():
        try:
            found[id_] = exemption_of(id_, entry)
        except Fault as error:
            raise FeeTableUnreadable(path=path, row=f"diện miễn “{id_}”", fault=str(error)) from error
    return found


def _row(
    path: Path, place: int, entry: object, scope: FeeScope, exemptions: Mapping[str, Exemption]
) -> FeeRow:
    try:
        return row_of(entry, scope, exemptions)
    except Fault as error:
        raise FeeTableUnreadable(path=path, row=_named(place, entry), fault=str(error)) from error


def _named(place: int, entry: object) -> str:
    name = entry.get("id") if isinstance(entry, dict) else None
    return f"dòng {place}" + (f" “{name}”" if name else "")
